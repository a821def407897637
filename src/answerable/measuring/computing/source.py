"""The rows of a snapshot, as statements read them: their columns, with the measure's durations beside them."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from glob import escape
from pathlib import Path
from typing import Any

import duckdb

from answerable.domain.measures.definitions import Condition, Duration
from answerable.domain.measures.snapshots import Snapshot
from answerable.measuring.computing.conditions import all_of
from answerable.measuring.computing.days import DaysTables, counted_days
from answerable.measuring.computing.literals import Binds, quoted
from answerable.measuring.computing.question import Question
from answerable.measuring.computing.refusals import CannotCompute
from answerable.measuring.computing.told import told_of

Rows = list[tuple[Any, ...]]


class Source:
    """The rows of one snapshot in DuckDB, of which a question is asked."""

    def __init__(
        self,
        duck: duckdb.DuckDBPyConnection,
        question: Question,
        snapshot: Snapshot,
        path: Path,
        *,
        days: DaysTables,
    ) -> None:
        self.question = question
        self._duck = duck
        # DuckDB takes a name with brackets or stars for a pattern.
        self._path = escape(str(path))
        self._told = told_of(path, asked=self.asked)
        self._check_columns(snapshot)
        durations = question.measure.durations
        self._ends = tuple(dict.fromkeys(day for one in durations for day in (one.start, one.end)))
        self._days = days.table(duck, question.holidays, durations) if durations else ""
        self._beyond, self._known = self._told_by_statistics()
        # Once for a question: another's count may show more of the file meanwhile.
        self._unchecked = tuple(
            one for one in durations if (one.start, one.end) not in self._told.forwards
        )

    @property
    def calendars(self) -> tuple[str, ...]:
        """Return each calendar that days are counted by, with its version."""
        holidays = self.question.holidays
        names = {one.calendar for one in self.question.measure.durations}
        return tuple(sorted(holidays.calendar(name).label for name in names))

    def asked(self, statement: str, binds: Binds) -> Rows:
        """Return the rows of a statement.

        :raises CannotCompute: if the file cannot be read, or a number grows too large.
        """
        try:
            return self._duck.execute(statement, binds.values).fetchall()
        except duckdb.Error as problem:
            first = str(problem).splitlines()[0].replace(self._path, Path(self._path).name)
            raise CannotCompute(f"The snapshot's rows cannot be counted: {first}") from problem

    def rows(self, binds: Binds) -> str:
        """Return SQL for the rows, with their durations, that the measure's early conditions leave in."""
        joins = [
            f"{'' if name in self._known else 'LEFT '}JOIN {self._days} AS d{at} ON d{at}.day = r.{quoted(name)}"
            for at, name in enumerate(self._ends)
        ]
        columns = ["r.*", *(f"{sql} AS {quoted(name)}" for name, sql in self._durations())]
        columns += [
            f"d{self._ends.index(name)}.day AS {self._found(name)}" for name in self._beyond
        ]
        where = all_of(map(self._told_by_joins, self.question.early), self.question, binds)
        return (
            f"(SELECT {', '.join(columns)} FROM read_parquet({binds.place(self._path)}) AS r "
            f"{' '.join(joins)}{' WHERE ' + where if where else ''})"
        )

    def _told_by_joins(self, condition: Condition) -> Condition:
        """Return a condition without what a join tells anyway: a row without the day has no row of days."""
        is_told = condition.known is True and condition.column in self._known
        return replace(condition, known=None) if is_told else condition

    @property
    def checks(self) -> tuple[str, ...]:
        """Return SQL for the numbers of rows that cannot be counted: all must be nought."""
        backwards = [f"{quoted(one.end)} < {quoted(one.start)}" for one in self._unchecked]
        beyond = [
            f"{quoted(one)} IS NOT NULL AND {self._found(one)} IS NULL" for one in self._beyond
        ]
        return tuple(f"count(*) FILTER ({wrong})" for wrong in (*backwards, *beyond))

    def check(self, counts: Sequence[int]) -> None:
        """Do nothing if the checks came to nought.

        :raises CannotCompute: if durations are negative, or days lie outside of the calendar.
        """
        for one, count in zip(self._unchecked, counts, strict=False):
            if count:
                message = f"{count:,} rows have {one.end} before {one.start}: correct them, and load the register again"
                raise CannotCompute(message)
        for name, count in zip(self._beyond, counts[len(self._unchecked) :], strict=True):
            if count:
                days = self.question.holidays
                message = (
                    f"{count:,} rows have {name} outside of the calendar {days.version}, which covers {days.first} to "
                    f"{days.last}: correct them, or load a calendar that covers them"
                )
                raise CannotCompute(message)
        self._remember()

    def _remember(self) -> None:
        """Remember of the file which durations none of its rows has backwards, if every row was looked at.

        A row without one of a duration's days has it neither way, and may have been left out.
        """
        for one in self._unchecked:
            if all(_only_leaves_out_unknown(early, one) for early in self.question.early):
                self._told.forwards.add((one.start, one.end))

    def _durations(self) -> Iterator[tuple[str, str]]:
        for one in self.question.measure.durations:
            start, end = (f"d{self._ends.index(name)}" for name in (one.start, one.end))
            yield one.name, counted_days(one, start=start, end=end)

    def _found(self, name: str) -> str:
        return quoted(f"{name} in the calendar")

    def _told_by_statistics(self) -> tuple[tuple[str, ...], frozenset[str]]:
        """Return the dates of durations of which some may lie outside of the calendar, and those that every row has.

        The file's own statistics tell. A join that need not keep rows without a match takes two thirds of the time.
        """
        if not self._ends:
            return (), frozenset()
        days = self.question.holidays
        first, last = days.first.isoformat(), days.last.isoformat()
        inside = {
            name: one.nulls
            for name in self._ends
            if (one := self._told.statistics.get(name))
            and (one.least is None or first <= one.least <= one.most <= last)
        }
        asked = {one.column for one in self.question.early if one.known is not False}
        known = {name for name, nulls in inside.items() if nulls == 0 or name in asked}
        return tuple(name for name in self._ends if name not in inside), frozenset(known)

    def _check_columns(self, snapshot: Snapshot) -> None:
        register = self.question.register
        missing = [one.name for one in register.columns if one.name not in self._told.columns]
        for name in missing:
            if name in self.question.stands_on:
                message = (
                    f"The snapshot {snapshot.label} has no column {name!r}: it was loaded by version "
                    f"{snapshot.register_version} of the register, and version {register.version} is in use"
                )
                raise CannotCompute(message)


def _only_leaves_out_unknown(early: Condition, duration: Duration) -> bool:
    is_of_days = early.column in (duration.start, duration.end)
    return is_of_days and early == Condition(early.column, known=True)


@contextmanager
def opened(
    question: Question, snapshot: Snapshot, path: Path, *, threads: int | None, memory: str
) -> Iterator[Source]:
    """Give a snapshot's rows, opened by DuckDB with so much memory; what needs more is written to a folder.

    :raises CannotCompute: if there is no such file, or it lacks a column.
    """
    if not path.is_file():
        raise CannotCompute(f"The rows of {snapshot.label} are not there: load the register again")
    engine = _engine(memory, threads, os.getpid())
    with engine.duck.cursor() as duck:
        if engine.draws_bars:
            duck.execute("SET enable_progress_bar = false")
        yield Source(duck, question, snapshot, path, days=engine.days)


@dataclass(frozen=True)
class _Engine:
    """DuckDB, and the tables of days that it keeps."""

    duck: duckdb.DuckDBPyConnection
    days: DaysTables
    draws_bars: bool
    """Whether a cursor draws a bar into what is printed, once a count takes two seconds, unless it is told not to."""


@cache
def _engine(memory: str, threads: int | None, _process: int) -> _Engine:
    """Return DuckDB with so much memory and so many threads, once for a process: its start takes longer than a count.

    Each question has a cursor of its own, whose tables go with it; only tables of days stay. A process that was forked has an engine of its own,
    since the threads of another's stayed behind.
    """
    options: dict[str, Any] = {
        "memory_limit": memory,
        "temp_directory": str(_spill(_process)),
        "preserve_insertion_order": False,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        # Every row finds its days: to look first which ones could takes a tenth of the time, and leaves none out.
        "disabled_optimizers": "join_filter_pushdown",
        **({"threads": threads} if threads else {}),
    }
    duck = duckdb.connect(":memory:", config=options)
    with duck.cursor() as cursor:
        told = cursor.execute("SELECT current_setting('enable_progress_bar')").fetchone()
    return _Engine(duck, DaysTables(), draws_bars=told != (False,))


@cache
def _spill(_process: int) -> Path:
    """Return a folder for what does not fit into memory; it is removed when the process ends."""
    folder = tempfile.TemporaryDirectory(prefix="answerable-measure-")
    _FOLDERS.append(folder)
    return Path(folder.name)


_FOLDERS: list[tempfile.TemporaryDirectory[str]] = []
