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
    duck: duckdb.DuckDBPyConnection, holidays: Holidays, calendars: Sequence[CalendarName]
) -> None:
    """Make the table `days`: a row for each day, and for each calendar the working days up to and before it."""
    names, counts = [], []
    for name in calendars:
        upto = list(holidays.calendar(name).counts)
        names += [_upto(name), _before(name)]
        # Before a day there were as many as up to the day that precedes it.
        counts += [upto, [0, *upto[:-1]]]
    size = (holidays.last - holidays.first).days + 1
    places = [f"unnest(${at}::INTEGER[]) AS {name}" for at, name in enumerate(names, start=3)]
    # The lists are unnested beside each other, day by day.
    days = "$1::DATE + unnest(range($2::INTEGER))::INTEGER AS day"
    duck.execute(
        f"CREATE TEMP TABLE days AS SELECT {', '.join((days, *places))}",
        [holidays.first, size, *counts],
    )


def counted_days(duration: Duration, *, start: str, end: str) -> str:
    """Return SQL for a duration's days, from the rows of `days` (their aliases) at its two ends."""
    upto, before = _upto(duration.calendar), _before(duration.calendar)
    if duration.convention is Convention.AFTER_START:
        return f"{end}.{upto} - {start}.{upto}"
    if duration.convention is Convention.BEFORE_END:
        return f"{end}.{before} - {start}.{before}"
    return f"{end}.{upto} - {start}.{before}"


def _upto(name: CalendarName) -> str:
    return quoted(f"{name.value} upto")


def _before(name: CalendarName) -> str:
    return quoted(f"{name.value} before")
