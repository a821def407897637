"""Whom files of a request are searched for: who asked, and everybody else whom the office knows."""

from collections.abc import Iterable

from answerable.domain.questions.blind import Identity
from answerable.domain.release.people import KnownPerson
from answerable.inspecting.known_people import PeopleSought
from answerable.queries.casework.answered import everybody_who_asked
from answerable.records.accounts.models import Person
from answerable.records.casework.models import InformationOwner, Request

_SHORTEST_LINE = 6


def people_sought(request: Request | None) -> PeopleSought:
    """Return whom a file is searched for; of what is of no request any more nobody knows who asked."""
    asked = everybody_who_asked(request) if request is not None else ()
    # Who asked and works here is looked for as who asked.
    known = {one.casefold() for identity in asked for one in (identity.name, identity.address)}
    return PeopleSought(
        tuple(_asked(one) for one in asked if one.name or one.address),
        tuple(one for one in _office() if one.name.casefold() not in known),
    )


def _asked(identity: Identity) -> KnownPerson:
    lines = (line.strip(" ,") for line in identity.postal.splitlines())
    # A line of an address without a number is a town, and many live there.
    homes = (one for one in lines if len(one) >= _SHORTEST_LINE and any(map(str.isdigit, one)))
    return KnownPerson(identity.name, tuple(filter(None, (identity.address, *homes))))


def _office() -> Iterable[KnownPerson]:
    staff = Person.objects.order_by("pk").values_list("name", "email")
    owners = InformationOwner.objects.order_by("pk").values_list("name", "email")
    return [KnownPerson(name, (email,)) for name, email in dict.fromkeys((*staff, *owners))]
