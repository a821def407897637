"""The office's own deadline for a draft: so many working days before the answer is due."""

import datetime as dt

from answerable.domain.clock.calendars import Calendar
from answerable.domain.clock.clocks import Clock, State

DRAFT_WORKING_DAYS = 10
"""Half of the twenty that the Act gives: the rest is for a check, for clearance, and for what goes wrong."""

_DAY = dt.timedelta(days=1)


def draft_by(
    work_to: dt.date, *, received_on: dt.date, working_days: int, calendar: Calendar
) -> dt.date:
    """Return the day by which a draft is to be put forward, so many working days before a date.

    It is never before the first working day after receipt, however short the limit.

    :raises OutsideCalendar: if the calendar does not cover the request.
    """
    first = min(calendar.add(received_on, 1), work_to)
    day = work_to
    for _ in range(working_days):
        if day <= first:
            return first
        day = calendar.on_or_before(day - _DAY)
    return max(day, first)


def draft_of_clock(clock: Clock, *, working_days: int) -> dt.date | None:
    """Return the day by which the draft of a question is due; None while no date runs.

    :raises OutsideCalendar: if the calendar does not cover the request.
    """
    if clock.work_to is None or clock.state is not State.RUNNING:
        return None
    return draft_by(
        clock.work_to,
        received_on=clock.received_on,
        working_days=working_days,
        calendar=clock.count.calendar,
    )
