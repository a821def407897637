"""The office's own facts, as its letters state them: kept in one file that the office writes."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

from answerable.domain.clock.lapsing import LAPSE_AFTER_DAYS
from answerable.domain.decisions.decision import Authority
from answerable.domain.decisions.letters import (
    Office,
    Wording,
    WordingRefused,
    own_wording,
    standard_wording,
)

_NEEDED = ("body", "team", "email", "review_contact", "regulator_address")
_WORDS = ("body", "team", "email", "address", "review_contact", "regulator_address")


class OfficeNotKnown(Exception):
    """The office's facts are missing or cannot be used; the message says what to write where."""


def office_of(path: Path, *, authority: Authority) -> Office:
    """Return the office that letters come from.

    :raises OfficeNotKnown: if its file is missing, is no TOML, or lacks a fact.
    """
    facts = _facts(path)
    missing = [name for name in _NEEDED if not str(facts.get(name, "")).strip()]
    if missing:
        message = f"{path.name} does not say {', '.join(missing)}: no letter can be written without"
        raise OfficeNotKnown(message)
    renamed_on = facts.get("renamed_on")
    if renamed_on is not None and type(renamed_on) is not dt.date:
        message = f"{path.name}: renamed_on is a date, such as 2027-01-01 without quotes"
        raise OfficeNotKnown(message)
    lapse_after = facts.get("lapse_after_days", LAPSE_AFTER_DAYS)
    if type(lapse_after) is not int or lapse_after < 1:
        message = f"{path.name}: lapse_after_days is a number of days, such as 60"
        raise OfficeNotKnown(message)
    return Office(
        **{name: str(facts.get(name, "")) for name in _WORDS},
        licence=str(facts.get("licence", "")),
        copyright=str(facts.get("copyright", "")),
        has_review=bool(facts.get("has_review", True)),
        renamed_on=renamed_on,
        lapse_after_days=lapse_after,
        authority=authority,
        wording=_wording(path.with_name("letters.toml")),
    )


def _wording(path: Path) -> Wording:
    """Return our sentences, or the office's own, where it keeps a file of them beside its facts."""
    if not path.exists():
        return standard_wording()
    try:
        return own_wording(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, WordingRefused) as problem:
        message = f"{path.name} cannot be used: {problem}"
        raise OfficeNotKnown(message) from problem


def _facts(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        message = (
            f"The office's facts are not there: write {path.name} in the site's home folder "
            "(docs/how-to/answer-a-request.md shows one)"
        )
        raise OfficeNotKnown(message) from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        message = f"{path.name} cannot be read: {problem}"
        raise OfficeNotKnown(message) from problem
