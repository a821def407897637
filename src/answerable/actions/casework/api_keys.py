"""Keys with which other systems bring requests in: shown once, known again by their digest, ended for good."""

import hashlib
import re
import secrets

from django.db import IntegrityError, transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.records.casework.models import ApiKey

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}")


class ApiKeyRefused(Exception):
    """A key cannot be made or ended; the message says why."""


def make_api_key(name: str, *, doing: Doing) -> str:
    """Make a key for another system, and return it: it is shown this once, and kept nowhere.

    :raises ApiKeyRefused: if the name is none, or was used before: what came by a key stands under it.
    :raises MoveNotAllowed: if somebody may not.
    """
    _check(doing)
    if not _NAME.fullmatch(name):
        message = f"{name[:100]!r} is no name: use letters, digits, blanks, points and dashes, 100 at most"
        raise ApiKeyRefused(message)
    key = f"answerable_{secrets.token_urlsafe(32)}"
    try:
        with transaction.atomic():
            ApiKey.objects.create(
                name=name, digest=_digest(key), made_by=doing.by.key, made_at=doing.at
            )
            record("api key made", subject=f"api key {name}", by=doing.by.key, at=doing.at)
    except IntegrityError as problem:
        message = f"There is or was a key named {name}: take another name, such as {name} 2"
        raise ApiKeyRefused(message) from problem
    return key


def end_api_key(name: str, *, doing: Doing) -> None:
    """End a key at once; what came by it stays, and its name is not given again.

    :raises ApiKeyRefused: if there is none of that name, or it has ended.
    :raises MoveNotAllowed: if somebody may not.
    """
    _check(doing)
    with transaction.atomic():
        key = ApiKey.objects.select_for_update().filter(name=name).first()
        if key is None or key.ended_at is not None:
            problem = "has ended already" if key else "does not exist: `answerable api-key list`"
            message = f"The key {name[:100]} {problem}"
            raise ApiKeyRefused(message)
        key.ended_at = doing.at
        key.save(update_fields=["ended_at"])
        record("api key ended", subject=f"api key {name}", by=doing.by.key, at=doing.at)


def name_of_key(key: str) -> str | None:
    """Return the name of a key that is in use, None if it is none."""
    found = ApiKey.objects.filter(digest=_digest(key), ended_at=None)
    return found.values_list("name", flat=True).first()


def _digest(key: str) -> str:
    # A key has 256 bits that nobody chose: no slow hash is needed to keep it from being guessed.
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()


def _check(doing: Doing) -> None:
    check_move(Move.KEEP_PEOPLE, actor=doing.by, situation=NO_REQUEST)
