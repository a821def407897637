"""How much each officer and each team has in hand, and how old it is."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Count, Q

from answerable.domain.clock import CalendarName, Holidays, OutsideCalendar
from answerable.domain.roles import Actor
from answerable.queries.accounts import person_names, team_names
from answerable.queries.casework.filters import IN_HAND, waiting
from answerable.queries.casework.visible import requests_seen_by

_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class WorkloadRow:
    """What an officer or a team has: `key` is empty for what nobody has.

    `median_age` is in working days since receipt; None where the calendar does not reach back so far.
    """

    key: str
    name: str
    in_hand: int
    due_this_week: int
    overdue: int
    waiting: int
    median_age: int | None


@dataclass(frozen=True, slots=True)
class Workload:
    """What each officer and each team has in hand, by name; what nobody has comes first."""

    officers: tuple[WorkloadRow, ...]
    teams: tuple[WorkloadRow, ...]


@dataclass(slots=True)
class _Tally:
    in_hand: int = 0
    due_this_week: int = 0
    overdue: int = 0
    waiting: int = 0
    received: dict[dt.date, int] = field(default_factory=dict)


def workload(viewer: Actor, *, today: dt.date, table: Holidays) -> Workload:
    """Return what each officer and each team has in hand, as far as somebody may see it.

    The week ends with its Sunday.
    """
    officers: dict[str, _Tally] = {}
    teams: dict[str, _Tally] = {}
    sunday = today + dt.timedelta(days=_SUNDAY - today.weekday())
    in_hand = requests_seen_by(viewer).filter(stage__in=IN_HAND).order_by()
    counted = in_hand.values_list("officer", "team", "received_on").annotate(
        Count("pk"),
        this_week=Count("pk", filter=Q(work_to__gte=today, work_to__lte=sunday)),
        overdue=Count("pk", filter=Q(work_to__lt=today)),
    )
    for officer, team, received_on, count, this_week, overdue in counted:
        for tally in (_tally(officers, officer), _tally(teams, team)):
            tally.in_hand += count
            tally.due_this_week += this_week
            tally.overdue += overdue
            tally.received[received_on] = tally.received.get(received_on, 0) + count
    waits = in_hand.filter(waiting()).values_list("officer", "team").annotate(Count("pk"))
    for officer, team, count in waits:
        _tally(officers, officer).waiting += count
        _tally(teams, team).waiting += count
    ages = _Ages(today, table)
    return Workload(
        _rows(officers, person_names(officers), ages), _rows(teams, team_names(teams), ages)
    )


@dataclass(frozen=True, slots=True)
class _Ages:
    today: dt.date
    table: Holidays

    def median(self, received: Mapping[dt.date, int]) -> int | None:
        """Return the age of the middle request; of two middle ones, the older's."""
        try:
            return self._of(_middle(sorted(received.items()), sum(received.values())))
        except OutsideCalendar:
            return None

    def _of(self, day: dt.date) -> int:
        return self.table.calendar(CalendarName.UK_ANY).count(day, self.today)


def _middle(days: Iterable[tuple[dt.date, int]], total: int) -> dt.date:
    passed = 0
    for day, count in days:
        passed += count
        if passed * 2 >= total:
            return day
    message = "There is no middle of nothing"
    raise ValueError(message)


def _tally(tallies: dict[str, _Tally], key: str) -> _Tally:
    return tallies.setdefault(key, _Tally())


def _rows(
    tallies: Mapping[str, _Tally], names: Mapping[str, str], ages: _Ages
) -> tuple[WorkloadRow, ...]:
    rows = [
        WorkloadRow(
            key=key,
            name=names.get(key, ""),
            in_hand=one.in_hand,
            due_this_week=one.due_this_week,
            overdue=one.overdue,
            waiting=one.waiting,
            median_age=ages.median(one.received),
        )
        for key, one in tallies.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.key)))
