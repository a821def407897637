"""Which requests may be added up for the cost limit, as far as their days are concerned (SI 2004/3244 reg.5)."""

import datetime as dt

from answerable.domain.clock.calendars import Holidays
from answerable.domain.clock.clocks import period_clock
from answerable.domain.clock.regimes import Regime
from answerable.domain.law.provisions import provisions

_PERIOD = "foia-aggregation"
_WITH_COST_LIMIT = (Regime.FOIA, Regime.FOISA)


def why_not_together(
    received: tuple[dt.date, dt.date], regimes: tuple[str, str], table: Holidays
) -> str:
    """Return why two requests cannot be added up, as a sentence; nothing if their days and laws allow it.

    Whether they are for the same or similar information is for people to say.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    other = next((one for one in regimes if one not in _WITH_COST_LIMIT), None)
    if other is not None:
        return f"One of them is answered under {other}, which has no such cost limit"
    if within_period(*received, table):
        return ""
    days = provisions()[_PERIOD].value
    return f"They came within no period of {days} working days: they do not count together"


def within_period(one: dt.date, other: dt.date, table: Holidays) -> bool:
    """Return whether two days of receipt lie within one period of sixty consecutive working days.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    first, last = sorted((one, other))
    end = period_clock(provisions()[_PERIOD], first, table).due_on
    return end is not None and last <= end
