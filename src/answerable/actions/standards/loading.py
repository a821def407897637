"""Load another framework, or another edition of one: earlier rounds keep the text that they were made by."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.actions.standards.frameworks import is_kept, kept_framework
from answerable.domain.assurance import (
    EditionChanges,
    Framework,
    edition_changes,
    framework_of,
)
from answerable.domain.measures.declarations import Misdeclared
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.queries.standards.frameworks import frameworks_in_use
from answerable.reading.alphabets import storable
from answerable.records.standards.models import KeptFramework

LARGEST_FRAMEWORK = 1024**2
"""Bytes: the one of 57 elements that comes with the product has a fiftieth of it."""

_LONGEST_KEY = 100
_LONGEST_NUMBER = 20


@dataclass(frozen=True, slots=True)
class Offered:
    """A framework as its file says it, beside the edition in use: both None where there is none of its key."""

    framework: Framework
    before: Framework | None
    changes: EditionChanges | None


def read_framework(name: str, data: bytes, *, doing: Doing) -> Offered:
    """Return what loading a file would change, and change nothing; what loading refuses is refused here.

    :raises MoveNotAllowed: if they may not.
    :raises Misdeclared: if the file would be refused.
    """
    framework = _framework(name, data, doing)
    before = frameworks_in_use().get(framework.key)
    if before is not None and before != framework and is_kept(framework):
        raise Misdeclared(_replaced(framework))
    changes = edition_changes(before, framework) if before is not None else None
    return Offered(framework, before, changes)


def load_framework(name: str, data: bytes, *, doing: Doing) -> str:
    """Load the TOML or JSON file of a framework, which is in use from now on; return its key.

    The same text as the one in use changes nothing.

    :raises MoveNotAllowed: if they may not.
    :raises Misdeclared: if the file is too large, is none of both, says what it cannot, or is an edition that
        another has replaced.
    """
    framework = _framework(name, data, doing)
    with transaction.atomic():
        before = KeptFramework.objects.count()
        kept = kept_framework(framework, doing=doing)
        if frameworks_in_use()[kept.key] != framework:
            raise Misdeclared(_replaced(framework))
        if KeptFramework.objects.count() > before:
            told = {"text": kept.sha256, "version": framework.version}
            subject = f"framework {kept.key}"
            record("framework loaded", subject=subject, by=doing.by.key, at=doing.at, data=told)
    return kept.key


def _framework(name: str, data: bytes, doing: Doing) -> Framework:
    check_move(Move.KEEP_STANDARDS, actor=doing.by, situation=NO_REQUEST)
    framework = framework_of(_declared(name, data))
    _check_storable(framework)
    return framework


def _replaced(framework: Framework) -> str:
    return f"framework: version {framework.version!r} was replaced: give it a new version"


def _declared(name: str, data: bytes) -> Mapping[str, Any]:
    """Return what a file says, by the ending of its name."""
    if len(data) > LARGEST_FRAMEWORK:
        raise Misdeclared("framework: the file has more than 1 MB")
    is_json = name.lower().endswith(".json")
    if not is_json and not name.lower().endswith(".toml"):
        raise Misdeclared("framework: give a file whose name ends with .toml or .json")
    if not data.strip():
        raise Misdeclared("framework: the file is empty: choose it again")
    form = "JSON" if is_json else "TOML"
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        said = json.loads(text) if is_json else tomllib.loads(text)
    except UnicodeDecodeError:
        raise Misdeclared("framework: the file is not UTF-8: save it as that") from None
    except (ValueError, RecursionError):
        raise Misdeclared(f"framework: the file is not {form}: look at it in an editor") from None
    if not isinstance(said, dict):
        raise Misdeclared("framework: the file is no table of words and what they say")
    return said


def _check_storable(framework: Framework) -> None:
    """Do nothing if keys and numbers can be stored, looked for between spaces, and stand in an address."""
    key = framework.key
    if (
        not key
        or len(key) > _LONGEST_KEY
        or not key.isascii()
        or not key.replace("-", "").isalnum()
    ):
        raise Misdeclared("framework.key: write up to 100 letters, digits and hyphens")
    for one in framework.elements:
        number = one.number.replace(".", "")
        if len(one.number) > _LONGEST_NUMBER or not number.isascii() or not number.isalnum():
            raise Misdeclared(f"element {one.number}: write up to 20 digits, letters and dots")
    keys = [*(one.key for one in framework.levels), *(one.key for one in framework.rounds)]
    if any(len(one) > _LONGEST_KEY for one in keys):
        raise Misdeclared("framework: the key of a level or a round has more than 100 signs")
    if any(storable(one) != one for one in _words(asdict(framework))):
        raise Misdeclared("framework: a text has signs that cannot be stored: write it anew")


def _words(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    return (
        [word for one in value for word in _words(one)] if isinstance(value, list | tuple) else []
    )
