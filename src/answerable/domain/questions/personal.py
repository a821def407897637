"""What a request says that nobody should publish: personal data, found so that its writer can be warned.

It only warns: what is found can be sent all the same, and what is not found may be there.
"""

import re
from dataclasses import dataclass, replace

from answerable.domain.personal.finding import numbers_in
from answerable.domain.personal.kinds import Certainty, PersonalFinding, PersonalKind
from answerable.domain.personal.rules import surest
from answerable.domain.personal.special import own_health

__all__ = ["WARNED_OF", "Found", "PersonalKind", "personal_data_in"]


@dataclass(frozen=True, slots=True)
class Found:
    """Personal data in a text: its kind, where it stands, and a sample that gives little of it away."""

    kind: PersonalKind
    start: int
    end: int
    sample: str


def personal_data_in(text: str) -> tuple[Found, ...]:
    """Return what is certainly personal data in a text, with its labels, in its order.

    Of all that the finder knows it is what nobody has to look at: vehicles, coordinates and profiles may be those
    of a public body, and names need a person who reads them.
    """
    certain = (one for one in numbers_in(text) if _counts(one))
    found = surest([*map(_with_label, certain), *own_health(text)], length=len(text))
    return tuple(_found(one, text) for one in found)


WARNED_OF = frozenset(
    {
        PersonalKind.EMAIL,
        PersonalKind.PHONE,
        PersonalKind.NATIONAL_INSURANCE,
        PersonalKind.NHS,
        PersonalKind.HOME,
        PersonalKind.BIRTH,
        PersonalKind.BANK,
        PersonalKind.CARD,
        PersonalKind.PASSPORT,
        PersonalKind.LICENCE,
        PersonalKind.POLICE_ID,
        PersonalKind.DEVICE,
        PersonalKind.HEALTH,
    }
)
"""What writers are warned of, and what is taken out of entries."""


def _counts(one: PersonalFinding) -> bool:
    return one.certainty is Certainty.CERTAIN and one.kind in WARNED_OF


def _with_label(one: PersonalFinding) -> PersonalFinding:
    return replace(one, start=one.begin)


def _found(one: PersonalFinding, text: str) -> Found:
    kind = PersonalKind.HEALTH if one.kind is PersonalKind.SPECIAL else one.kind
    return Found(kind, one.start, one.end, _sample(kind, text[one.start : one.end]))


_SHOWN = 2
_DIGITS = re.compile(r"\d")
_ANY = re.compile(r"\w")


def _sample(kind: PersonalKind, text: str) -> str:
    """Return the words as they stand with every digit hidden, or the first signs and dots for the rest."""
    words = " ".join(text.split())
    if kind in (PersonalKind.HEALTH, PersonalKind.BIRTH, PersonalKind.BANK):
        return _DIGITS.sub("•", words)
    return words[:_SHOWN] + _ANY.sub("•", words[_SHOWN:])
