"""What a person is to be reminded of on a day: their own requests, and what nobody has."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet

from answerable.domain.clock import CalendarName, Holidays
from answerable.domain.clock.drafting import draft_by
from answerable.domain.clock.regimes import calendar_of
from answerable.domain.roles import Actor, Role, Stage
from answerable.queries.casework.sent_back import sent_back_requests
from answerable.queries.casework.visible import requests_seen_by
from answerable.records.casework.models import Question, Request

SOON = 3
"""Working days: what is due within them is said ahead."""

_ENDED = (Stage.SENT, Stage.CLOSED)


class Why(StrEnum):
    """Why a reminder names a request; the order is that of the mail."""

    OVERDUE = "overdue"
    TODAY = "due today"
    SOON = "due within three working days"
    DRAFT_LATE = "draft late"
    CAME_BACK = "sent back"
    OFFERED = "to accept"


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """A request that a reminder names, and the day that it is about, if it is about one."""

    reference: str
    on: dt.date | None


@dataclass(frozen=True, slots=True)
class ReminderGroup:
    """The requests that are named for one reason, the most urgent first."""

    why: Why
    lines: tuple[ReminderLine, ...]


@dataclass(frozen=True, slots=True)
class Reminder:
    """What somebody is told: what they have, and as a manager what nobody has."""

    own: tuple[ReminderGroup, ...] = ()
    nobodys: tuple[ReminderGroup, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to say."""
        return not (self.own or self.nobodys)


@dataclass(frozen=True, slots=True)
class ReminderDay:
    """The day that reminders are of, its calendar, and how early drafts are due."""

    today: dt.date
    table: Holidays
    draft_days: int

    @property
    def soon(self) -> dt.date:
        """Return the last day of which is said ahead.

        :raises OutsideCalendar: if the calendar does not reach so far.
        """
        return self.table.calendar(CalendarName.UK_ANY).add(self.today, SOON)


def reminder_of(person: Actor, *, day: ReminderDay, working: Collection[str]) -> Reminder:
    """Return what a person is reminded of; `working` are the keys of all officers who still work here.

    Of a restricted request only those are reminded who are named in it.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    in_hand = requests_seen_by(person).exclude(stage__in=_ENDED)
    own: tuple[ReminderGroup, ...] = ()
    nobodys: tuple[ReminderGroup, ...] = ()
    if Role.OFFICER in person.roles:
        mine = in_hand.filter(officer=person.key)
        own = _groups((*_due(mine, day), *_waiting(mine)))
    if Role.MANAGER in person.roles:
        # Whoever left has nothing any more: what stands under their name is nobody's.
        nobodys = _groups(_due(in_hand.exclude(officer__in=working), day))
    return Reminder(own, nobodys)


def _due(found: QuerySet[Request], day: ReminderDay) -> Iterator[ReminderGroup]:
    """Yield what is due, each request once, for what is most urgent about it."""
    dated = [
        ReminderLine(reference, work_to)
        for reference, work_to in found.filter(work_to__lte=day.soon)
        .order_by("work_to", "reference")
        .values_list("reference", "work_to")
    ]
    for why in (Why.OVERDUE, Why.TODAY, Why.SOON):
        yield ReminderGroup(why, tuple(one for one in dated if why is _why(one.on, day.today)))
    said = {one.reference for one in dated}
    late = (one for one in _late_drafts(found, day) if one.reference not in said)
    yield ReminderGroup(Why.DRAFT_LATE, tuple(late))


def _why(work_to: dt.date | None, today: dt.date) -> Why:
    if work_to is None or work_to > today:
        return Why.SOON
    return Why.TODAY if work_to == today else Why.OVERDUE


def _late_drafts(found: QuerySet[Request], day: ReminderDay) -> list[ReminderLine]:
    """Return the requests with a question whose draft is late, the latest draft first."""
    # No draft is late whose answer is due later than this: twice as many days hold any holidays.
    last = day.today + dt.timedelta(days=2 * day.draft_days + 14)
    waiting = Question.objects.filter(
        request__in=found, stage=Stage.OPEN, work_to__gt=day.today, work_to__lte=last
    ).values_list("request__reference", "request__regime", "request__received_on", "work_to")
    late: dict[str, dt.date] = {}
    for reference, regime, received_on, work_to in waiting.order_by("work_to"):
        if work_to is None:
            continue
        calendar = calendar_of(regime, day.table)
        due_on = draft_by(
            work_to, received_on=received_on, working_days=day.draft_days, calendar=calendar
        )
        if due_on < day.today:
            late.setdefault(reference, due_on)
    return [ReminderLine(*one) for one in sorted(late.items(), key=lambda one: (one[1], one[0]))]


def _waiting(mine: QuerySet[Request]) -> Iterator[ReminderGroup]:
    """Yield what waits for its officer, whatever its date."""
    yield ReminderGroup(Why.CAME_BACK, _undated(sent_back_requests(mine)))
    yield ReminderGroup(Why.OFFERED, _undated(mine.filter(is_accepted=False)))


def _undated(found: QuerySet[Request]) -> tuple[ReminderLine, ...]:
    references = found.order_by("reference").values_list("reference", flat=True)
    return tuple(ReminderLine(one, None) for one in references)


def _groups(found: Iterable[ReminderGroup]) -> tuple[ReminderGroup, ...]:
    """Return the groups that name a request."""
    return tuple(one for one in found if one.lines)
