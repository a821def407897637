"""Make teams, and say who is in them."""

import datetime as dt
import re
from collections.abc import Collection
from typing import Any

from django.db import transaction

from answerable.actions.accounts.refusing import (
    AccountRefused,
    check_may_administer,
    check_name,
    found,
    locked_people,
)
from answerable.actions.ledger import record
from answerable.domain.roles import Actor
from answerable.records.accounts.models import Membership, Team

_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_CODE = 30


def make_team(code: str, *, name: str, by: Actor, at: dt.datetime) -> None:
    """Make a team that nobody is in yet; its code never changes.

    :raises AccountRefused: if the actor may not, or the code is taken or is none.
    """
    check_may_administer(by)
    check_name(name, "the team")
    if not _CODE.fullmatch(code) or len(code) > _LONGEST_CODE:
        message = (
            f"{code!r} is no code of a team: write small letters, numbers and single hyphens, "
            f"{_LONGEST_CODE} at most"
        )
        raise AccountRefused(message)
    with transaction.atomic():
        locked_people()
        if Team.objects.filter(code=code).exists():
            message = f"There is a team {code} already: choose another code"
            raise AccountRefused(message)
        Team.objects.create(code=code, name=name.strip())
        record("team made", subject=f"team {code}", by=by.key, at=at, data={"name": name.strip()})


def change_team(
    code: str,
    *,
    name: str,
    members: Collection[str],
    is_active: bool,
    by: Actor,
    at: dt.datetime,
) -> None:
    """Give a team this name and these members, and say whether it still works.

    :raises AccountRefused: if the actor may not, or there is no such team or person.
    """
    check_may_administer(by)
    check_name(name, "the team")
    with transaction.atomic():
        people = locked_people()
        team = Team.objects.select_for_update().filter(code=code).first()
        if team is None:
            message = f"There is no team {code}: check its code"
            raise AccountRefused(message)
        before = _as_data(team)
        team.name, team.is_active = name.strip(), is_active
        team.save()
        Membership.objects.filter(team=team).delete()
        wanted = {person.pk: person for person in (found(people, one) for one in members)}
        Membership.objects.bulk_create(
            Membership(team=team, person=person) for person in wanted.values()
        )
        after = _as_data(team)
        if before != after:
            data = {"before": before, "after": after}
            record("team changed", subject=f"team {code}", by=by.key, at=at, data=data)


def _as_data(team: Team) -> dict[str, Any]:
    members = Membership.objects.filter(team=team).values_list("person__email", flat=True)
    return {"name": team.name, "is active": team.is_active, "members": sorted(members)}
