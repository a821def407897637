"""Personal data in a text that is to leave: found by its shape, by names in use, and by whom the office knows."""

from collections.abc import Iterable

from answerable.domain.personal.finding import everything_in
from answerable.domain.personal.kinds import (
    Certainty,
    Finder,
    PersonalFinding,
    PersonalKind,
    SpecialCategory,
)
from answerable.domain.personal.rules import beside_own
from answerable.domain.release.known_people import KnownPeople
from answerable.domain.release.people import KnownPerson

__all__ = [
    "Certainty",
    "Finder",
    "PersonalFinding",
    "PersonalKind",
    "SpecialCategory",
    "personal_data",
]


def personal_data(
    text: str,
    *,
    known: Iterable[KnownPerson] | KnownPeople = (),
    others: Iterable[PersonalFinding] = (),
) -> tuple[PersonalFinding, ...]:
    """Return the personal data in a text, in its order; of findings that overlap, the surest.

    `others` is what another finder says of the same text. Whoever looks through many texts for the same people
    makes their `KnownPeople` once.
    """
    people = known if isinstance(known, KnownPeople) else KnownPeople(known)
    own = everything_in(text, people.named_in(text))
    return beside_own(own, others, length=len(text))
