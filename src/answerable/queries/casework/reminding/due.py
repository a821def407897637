"""What is due of the requests that somebody has, and of those that nobody has."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import QuerySet

from answerable.domain.clock.drafting import draft_by
from answerable.domain.clock.regimes import calendar_of
from answerable.domain.roles import Stage
from answerable.queries.casework.reminding.rows import (
    ReminderDay,
    ReminderGroup,
    ReminderLine,
    Why,
)
from answerable.records.casework.models import Question, Request


def due_requests(found: QuerySet[Request], day: ReminderDay) -> Iterator[ReminderGroup]:
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
