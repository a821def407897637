"""How many days are left to the date that the office works to, and how a list says it."""

import datetime as dt

from answerable.domain.clock.calendars import Holidays, OutsideCalendar
from answerable.domain.clock.regimes import TERMS, Regime
from answerable.domain.law.provisions import provisions

_DAY = dt.timedelta(days=1)


def days_left(
    work_to: dt.date | None, *, today: dt.date, table: Holidays, regime: str = Regime.FOIA
) -> int | None:
    """Return how many working days are left after today, negative once time is up; None if unknown.

    A day that does not count is one with the next that does: a date on a Friday is a day late from the
    Saturday on.
    """
    if work_to is None:
        return None
    calendar = table.calendar(provisions()[TERMS[Regime(regime)].answer].calendar)
    try:
        if today <= work_to:
            return calendar.count(today, work_to)
        return -1 - calendar.count(work_to, today - _DAY)
    except OutsideCalendar:
        return None


def left_in_words(left: int | None) -> str:
    """Return days left as a list says them: `3 working days left`, `due today`, `2 working days late`."""
    if left is None:
        return "no date"
    if left == 0:
        return "due today"
    days = "working day" if abs(left) == 1 else "working days"
    return f"{abs(left)} {days} {'left' if left > 0 else 'late'}"


def last_day_within(working_days: int, *, today: dt.date, table: Holidays) -> dt.date:
    """Return the last of so many working days after today; today itself for none.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    if working_days < 1:
        return today
    return table.calendar(provisions()[TERMS[Regime.FOIA].answer].calendar).add(today, working_days)
