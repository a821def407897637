"""Teams and who is in them."""

from dataclasses import dataclass

from django.db.models import Prefetch

from answerable.records.accounts.models import Person, Team


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team; `members` are the addresses and names of those whose access has not ended."""

    code: str
    name: str
    is_active: bool
    members: tuple[tuple[str, str], ...]


_MEMBERS = Prefetch("members", Person.objects.filter(is_active=True).order_by("name", "email"))


def teams(*, with_ended: bool = False) -> tuple[TeamRow, ...]:
    """Return the teams by name: those that work, or all, with those that do not at the end."""
    found = Team.objects.prefetch_related(_MEMBERS).order_by("-is_active", "name", "code")
    return tuple(_row(one) for one in found if one.is_active or with_ended)


def team_row(code: str) -> TeamRow | None:
    """Return the team of a code, None if there is none."""
    found = Team.objects.prefetch_related(_MEMBERS).filter(code=code).first()
    return None if found is None else _row(found)


def _row(team: Team) -> TeamRow:
    members = tuple((one.email, one.name) for one in team.members.all())
    return TeamRow(code=team.code, name=team.name, is_active=team.is_active, members=members)
