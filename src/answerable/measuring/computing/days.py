"""The table of days: for each, how many working days there were until then, so that a duration is a difference.

It is joined to the first and to the last day of a duration. A function that is called for each row would
give the same in three to thirty times the time.
"""

from collections.abc import Sequence

import duckdb

from answerable.domain.clock.calendars import CalendarName, Holidays
from answerable.domain.measures.definitions import Convention, Duration
from answerable.measuring.computing.literals import quoted


def make_days(
    duck: duckdb.DuckDBPyConnection, holidays: Holidays, durations: Sequence[Duration]
) -> None:
    """Make the table `days`: a row for each day, and what durations need: the working days up to it, or before it."""
    needed = dict.fromkeys(name for one in durations for name in _names(one))
    counts = []
    for calendar, is_before in needed:
        upto = list(holidays.calendar(calendar).counts)
        # Before a day there were as many as up to the day that precedes it.
        counts.append([0, *upto[:-1]] if is_before else upto)
    size = (holidays.last - holidays.first).days + 1
    places = [
        f"unnest(${at}::INTEGER[]) AS {_column(name)}" for at, name in enumerate(needed, start=3)
    ]
    # The lists are unnested beside each other, day by day.
    days = "$1::DATE + unnest(range($2::INTEGER))::INTEGER AS day"
    duck.execute(
        f"CREATE TEMP TABLE days AS SELECT {', '.join((days, *places))}",
        [holidays.first, size, *counts],
    )


def counted_days(duration: Duration, *, start: str, end: str) -> str:
    """Return SQL for a duration's days, from the rows of `days` (their aliases) at its two ends."""
    first, last = _names(duration)
    return f"{end}.{_column(last)} - {start}.{_column(first)}"


_Name = tuple[CalendarName, bool]
"""Of a column of `days`: the calendar, and whether it counts the days before each day, and not up to it."""


def _names(duration: Duration) -> tuple[_Name, _Name]:
    """Return the columns that are looked up at the start and at the end of a duration."""
    calendar, convention = duration.calendar, duration.convention
    is_start_counted = convention is not Convention.AFTER_START
    is_end_left_out = convention is Convention.BEFORE_END
    return (calendar, is_start_counted), (calendar, is_end_left_out)


def _column(name: _Name) -> str:
    calendar, is_before = name
    return quoted(f"{calendar.value} {'before' if is_before else 'upto'}")
