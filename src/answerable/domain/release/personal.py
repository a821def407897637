"""Personal data in a text that is to leave: found by its shape, by names in use, and by whom the office knows."""

from collections.abc import Iterable

from answerable.domain.personal.finding import everything_in
from answerable.domain.personal.kinds import (
    Certainty,
    PersonalFinding,
    PersonalKind,
    SpecialCategory,
)
from answerable.domain.release.known_people import KnownPeople
from answerable.domain.release.people import KnownPerson

__all__ = ["Certainty", "PersonalFinding", "PersonalKind", "SpecialCategory", "personal_data"]


def personal_data(
    text: str, *, known: Iterable[KnownPerson] | KnownPeople = ()
) -> tuple[PersonalFinding, ...]:
    """Return the personal data in a text, in its order; of findings that overlap, the surest.

    Whoever looks through many texts for the same people makes their `KnownPeople` once.
    """
    people = known if isinstance(known, KnownPeople) else KnownPeople(known)
    return everything_in(text, people.named_in(text))
