"""The table of days: for each, how many working days there were until then, so that a duration is a difference.

It is joined to the first and to the last day of a duration. A function that is called for each row would
give the same in three to thirty times the time.
"""

from collections.abc import Sequence
from threading import Lock

import duckdb

from answerable.domain.clock.calendars import CalendarName, Holidays
from answerable.domain.measures.definitions import Convention, Duration
from answerable.measuring.computing.literals import quoted

_Name = tuple[CalendarName, bool]
"""Of a column of `days`: the calendar, and whether it counts the days before each day, and not up to it."""
_MOST_SMALL = 32_767
_MOST_KEPT = 16
"""So many tables of days are kept for a process; a further one is made for its question alone."""


class DaysTables:
    """The tables of days of one DuckDB: each is made once, since it takes as long as counting some 100,000 rows.

    What is asked by several threads at once is made by one of them.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._lock = Lock()
        self._kept: dict[tuple[int, tuple[_Name, ...]], tuple[Holidays, str]] = {}

    def table(
        self, duck: duckdb.DuckDBPyConnection, holidays: Holidays, durations: Sequence[Duration]
    ) -> str:
        """Return the name of a table of days with what durations need, made now if it is not there yet."""
        needed = tuple(dict.fromkeys(name for one in durations for name in _names(one)))
        # Holidays are the same exactly if they are the same object: kept here, none takes its place in memory.
        key = (id(holidays), needed)
        with self._lock:
            if key not in self._kept and len(self._kept) < _MOST_KEPT:
                name = f"memory.main.days{len(self._kept)}"
                _make(duck, f"TABLE {name}", holidays, needed)
                self._kept[key] = holidays, name
            if key in self._kept:
                return self._kept[key][1]
        _make(duck, "TEMP TABLE days", holidays, needed)
        return "temp.main.days"


def _make(
    duck: duckdb.DuckDBPyConnection, what: str, holidays: Holidays, needed: Sequence[_Name]
) -> None:
    """Make a table: a row for each day, and what durations need: the working days up to it, or before it."""
    counts = []
    for calendar, is_before in needed:
        upto = list(holidays.calendar(calendar).counts)
        # Before a day there were as many as up to the day that precedes it.
        counts.append([0, *upto[:-1]] if is_before else upto)
    size = (holidays.last - holidays.first).days + 1
    # Every row is given such a number twice, and rows are grouped by what lies between.
    kind = "SMALLINT" if size <= _MOST_SMALL else "INTEGER"
    places = [
        f"unnest(${at}::{kind}[]) AS {_column(name)}" for at, name in enumerate(needed, start=3)
    ]
    # The lists are unnested beside each other, day by day.
    days = "$1::DATE + unnest(range($2::INTEGER))::INTEGER AS day"
    duck.execute(
        f"CREATE {what} AS SELECT {', '.join((days, *places))}",
        [holidays.first, size, *counts],
    )


def counted_days(duration: Duration, *, start: str, end: str) -> str:
    """Return SQL for a duration's days, from the rows of `days` (their aliases) at its two ends."""
    first, last = _names(duration)
    return f"{end}.{_column(last)} - {start}.{_column(first)}"


def _names(duration: Duration) -> tuple[_Name, _Name]:
    """Return the columns that are looked up at the start and at the end of a duration."""
    calendar, convention = duration.calendar, duration.convention
    is_start_counted = convention is not Convention.AFTER_START
    is_end_left_out = convention is Convention.BEFORE_END
    return (calendar, is_start_counted), (calendar, is_end_left_out)


def _column(name: _Name) -> str:
    calendar, is_before = name
    return quoted(f"{calendar.value} {'before' if is_before else 'upto'}")
