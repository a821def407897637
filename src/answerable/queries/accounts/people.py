"""Who works here, and who was invited."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from answerable.domain.roles import Actor, Role
from answerable.records.accounts.models import Invitation, Person


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who works here; `last_in_at` is None if they never signed in."""

    email: str
    name: str
    roles: tuple[Role, ...]
    is_active: bool
    last_in_at: dt.datetime | None
    teams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """An invitation that can still be accepted."""

    email: str
    name: str
    roles: tuple[Role, ...]
    invited_by: str
    until: dt.datetime


def actor_of(person: Person) -> Actor:
    """Return a person as the one who does something."""
    return Actor(person.email, person.name, frozenset(roles_of(person.roles)))


def people() -> tuple[PersonRow, ...]:
    """Return everybody, by name; those whose access ended come last."""
    found = Person.objects.prefetch_related("teams").order_by("-is_active", "name", "email")
    return tuple(map(_row, found))


def person_row(email: str) -> PersonRow | None:
    """Return the person of an address, None if there is none."""
    found = Person.objects.prefetch_related("teams").filter(email=email.strip().lower()).first()
    return None if found is None else _row(found)


def open_invitations(*, at: dt.datetime) -> tuple[InvitationRow, ...]:
    """Return the invitations that can still be accepted, the latest first."""
    found = Invitation.objects.filter(used_at=None, until__gt=at).order_by("-invited_at", "-pk")
    return tuple(map(_invitation, found))


def invitation_of(token: str, *, at: dt.datetime) -> InvitationRow | None:
    """Return the invitation of a token, None if it cannot be accepted (any more)."""
    found = Invitation.objects.filter(digest=digest_of(token), used_at=None, until__gt=at).first()
    return None if found is None else _invitation(found)


def digest_of(token: str) -> str:
    """Return what is kept of a token: enough to know it again, and nothing to sign in with."""
    return hashlib.sha256(token.encode()).hexdigest()


def roles_of(values: Iterable[str]) -> tuple[Role, ...]:
    """Return roles in the order of the table; a value that is no role (any more) gives no right."""
    held = set(values)
    return tuple(role for role in Role if role.value in held)


def _row(person: Person) -> PersonRow:
    return PersonRow(
        email=person.email,
        name=person.name,
        roles=roles_of(person.roles),
        is_active=person.is_active,
        last_in_at=person.last_login,
        teams=tuple(sorted(team.code for team in person.teams.all())),
    )


def _invitation(found: Invitation) -> InvitationRow:
    return InvitationRow(
        email=found.email,
        name=found.name,
        roles=roles_of(found.roles),
        invited_by=found.invited_by,
        until=found.until,
    )
