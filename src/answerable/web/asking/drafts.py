"""What somebody has said so far, carried from page to page in a signed field: nothing is kept here."""

import datetime as dt
import secrets
from dataclasses import asdict, dataclass

from django.core import signing

_SALT, _SENT_SALT = "answerable.asking", "answerable.asked"
LONGEST_BEFORE_SENDING = dt.timedelta(days=1)
_LONGEST_AFTER_SENDING = dt.timedelta(days=7)


class DraftNotOurs(Exception):
    """This site never signed what was sent as a draft."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A request that is not sent yet. Under its `key` it comes in once, however often it is sent.

    `shown_in` is the month in which earlier answers were shown beside it, if they were; `is_opened` says
    that one of them was opened. So each is counted once, and nothing else has to tell drafts apart.
    """

    key: str
    kind: str = ""
    text: str = ""
    name: str = ""
    address: str = ""
    postal: str = ""
    answer_as: str = ""
    language: str = ""
    shown_in: str = ""
    is_opened: bool = False


def new_key() -> str:
    """Return a key that nobody else has."""
    return secrets.token_urlsafe(18)


def sealed(draft: Draft) -> str:
    """Return a draft as a field of a page that nobody can change."""
    return signing.dumps(asdict(draft), salt=_SALT, compress=True)


def opened(field: str) -> tuple[Draft, bool]:
    """Return the draft that a page holds, and whether it is still fresh enough to be sent.

    :raises DraftNotOurs: if this site did not sign it.
    """
    try:
        return Draft(**signing.loads(field, salt=_SALT, max_age=LONGEST_BEFORE_SENDING)), True
    except signing.SignatureExpired:
        return Draft(**signing.loads(field, salt=_SALT)), False
    except (signing.BadSignature, TypeError, ValueError) as problem:
        raise DraftNotOurs from problem


def sealed_reference(reference: str) -> str:
    """Return what leads to the confirmation of a request, for whoever sent it."""
    return signing.dumps(reference, salt=_SENT_SALT)


def opened_reference(token: str) -> str | None:
    """Return the reference of a request that was sent, None if this page may not show it (any more)."""
    try:
        return str(signing.loads(token, salt=_SENT_SALT, max_age=_LONGEST_AFTER_SENDING))
    except signing.BadSignature:
        return None
