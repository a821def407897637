"""What is counted in SQL for each group: whole numbers, exact sums and days, and nothing that was divided."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from answerable.domain.measures.definitions import Condition, Figure, Statistic
from answerable.domain.measures.registers import ColumnKind, Gap
from answerable.domain.measures.years import financial_year
from answerable.measuring.computing.banding import banded_place, counted_by_bands
from answerable.measuring.computing.conditions import all_of
from answerable.measuring.computing.groups import Address, Axis, Whole
from answerable.measuring.computing.literals import Binds, quoted
from answerable.measuring.computing.question import Days, Question, span_of
from answerable.measuring.computing.source import Source

RANKED = frozenset({Statistic.MEDIAN, Statistic.PERCENTILE})
Number = int | Decimal


@dataclass(frozen=True)
class Asked:
    """What a figure is counted of: a statistic's part, the column or duration, and the rows."""

    part: str
    of: str = ""
    where: tuple[Condition, ...] = ()
    gap: Gap | None = None


@dataclass(frozen=True)
class Counts:
    """What was counted of one cell, by what was asked; of a cell without rows there is nothing."""

    of: Mapping[Asked, Any] = field(default_factory=dict)

    def number(self, asked: Asked) -> Number:
        """Return a count or a sum; nought where there was nothing to count."""
        found: Number | None = self.of.get(asked)
        return found if found is not None else 0

    def day(self, asked: Asked) -> dt.date | str | None:
        """Return the first or last day, or financial year, of some rows."""
        found: dt.date | str | None = self.of.get(asked)
        return found


ROWS = Asked("rows")


def asked_of(figure: Figure, part: str) -> Asked:
    """Return what is asked for a part of a figure: `rows`, `sum`, `known`."""
    return Asked(part, figure.of, figure.where)


class Counting:
    """The counts of a measure's cells: asked of the rows once, and put together for totals.

    A median, or a percentile, needs the values and how often each stands: they are counted in the same pass, and
    the value at a rank is looked up among them.
    """

    def __init__(self, source: Source, axes: Sequence[Axis]) -> None:
        self._source = source
        self._question: Question = source.question
        self._axes = axes
        figures = self._question.measure.figures
        self._valued = tuple(
            dict.fromkeys(_values(one) for one in figures if one.statistic in RANKED)
        )
        self._parts = tuple(dict.fromkeys(_parts(self._question)))
        self._keys = [f"g{at}" for at in range(len(axes))]
        for at in range(len(self._valued)):
            self._make_cells(at)

    def counts(self) -> dict[Address, Counts]:
        """Return what was counted of each cell, merged groups as one.

        :raises CannotCompute: if rows have durations that are negative, or days outside of the calendar.
        """
        place = banded_place(self._axes)
        if place is not None and self._parts == (ROWS,) and not self._question.late:
            found = counted_by_bands(self._source, self._axes, place)
            return {address: Counts({ROWS: rows}) for address, rows in found.items()}
        binds, checks = Binds(), len(self._source.checks)
        columns = [
            *self._merged(binds),
            *(
                f"{_PUT_TOGETHER.get(part.part, 'sum')}(p{at})"
                for at, part in enumerate(self._parts)
            ),
            *(f"sum(c{at})" for at in range(checks)),
        ]
        # Values that are ranked are asked for again, so that their cells are kept; others are counted on the way.
        cells = "cells0" if self._valued else f"({self._cells(0, binds)})"
        statement = f"SELECT {', '.join(columns)} FROM {cells} {self._by_key()}"
        rows = self._source.asked(statement, binds)
        width, parts = len(self._keys), len(self._parts)
        wrong = range(width + parts, width + parts + checks)
        self._source.check([sum(row[at] or 0 for row in rows) for at in wrong])
        return {
            row[:width]: Counts(dict(zip(self._parts, row[width : width + parts], strict=True)))
            for row in rows
        }

    def values_at(self, figure: Figure, kept: Sequence[bool]) -> dict[Address, tuple[Number, ...]]:
        """Return the values in the middle (two for a median), or at the percentile, of each cell.

        `kept` says of each grouping whether its groups are told apart.
        """
        at = self._valued.index(_values(figure))
        binds = Binds()
        keys = [
            axis.merged_key(key, binds) if keep else "0"
            for axis, key, keep in zip(self._axes, self._keys, kept, strict=True)
        ]
        names = "".join(f"{key}, " for key in self._keys)
        selected = "".join(f"{key} AS {name}, " for key, name in zip(keys, self._keys, strict=True))
        apart = f"PARTITION BY {', '.join(self._keys)} " if self._keys else ""
        counted = (
            f"SELECT {selected}v, sum(n) AS n FROM cells{at} WHERE v IS NOT NULL "
            f"GROUP BY {', '.join(str(place) for place in range(1, len(keys) + 2))}"
        )
        placed = (
            f"SELECT *, sum(n) OVER ({apart}ORDER BY v) AS upto, "
            f"sum(n) OVER ({apart}) AS total FROM ({counted})"
        )
        ranks = ", ".join(f"min(v) FILTER ({rank})" for rank in _ranks(figure, binds))
        rows = self._source.asked(f"SELECT {names}{ranks} FROM ({placed}) {self._by_key()}", binds)
        width = len(self._keys)
        return {
            tuple(
                key if keep else Whole.WHOLE for key, keep in zip(row[:width], kept, strict=True)
            ): row[width:]
            for row in rows
            if row[width] is not None
        }

    def _make_cells(self, at: int) -> None:
        """Keep the counts of each group and of each value that is ranked."""
        binds = Binds()
        self._source.asked(f"CREATE TEMP TABLE cells{at} AS {self._cells(at, binds)}", binds)

    def _cells(self, at: int, binds: Binds) -> str:
        """Return SQL that counts the rows of each group (and of each value that is ranked), in one pass over the file."""
        columns = [f"{axis.key(binds)} AS g{place}" for place, axis in enumerate(self._axes)]
        if self._valued:
            of, where = self._valued[at]
            kept = all_of((*self._question.late, *where), self._question, binds)
            value = f"CASE WHEN {kept} THEN {quoted(of)} END" if kept else quoted(of)
            columns += [f"{value} AS v"]
        by = ", ".join(str(place) for place in range(1, len(columns) + 1))
        if self._valued:
            columns.append("count(*) AS n")
        if at == 0:
            columns += [f"{self._part(one, binds)} AS p{n}" for n, one in enumerate(self._parts)]
            columns += [f"{check} AS c{n}" for n, check in enumerate(self._source.checks)]
        rows = self._source.rows(binds)
        grouped = f" GROUP BY {by}" if by else ""
        return f"SELECT {', '.join(columns)} FROM {rows}{grouped}"

    def _part(self, asked: Asked, binds: Binds) -> str:
        if asked.gap:
            return f"count(*) FILTER ({lies_in(asked.gap, self._question, binds)})"
        kept = all_of((*self._question.late, *asked.where), self._question, binds)
        counted = _COUNTED[asked.part].format(quoted(asked.of))
        return f"{counted} FILTER ({kept})" if kept else counted

    def _merged(self, binds: Binds) -> list[str]:
        both = zip(self._axes, self._keys, strict=True)
        return [axis.merged_key(key, binds) for axis, key in both]

    def _by_key(self) -> str:
        places = ", ".join(str(place) for place in range(1, len(self._keys) + 1))
        return f"GROUP BY {places}" if places else ""


def together(counts: Iterable[Counts]) -> Counts:
    """Return what was counted of several cells as of one."""
    both: dict[Asked, Any] = {}
    for one in counts:
        for asked, value in one.of.items():
            put = _TOGETHER.get(asked.part, _added)
            had = both.get(asked)
            both[asked] = value if had is None else had if value is None else put(had, value)
    return Counts(both)


def in_gap(gap: Gap) -> Asked:
    """Return what is asked to see how many rows lie in a gap."""
    return Asked("gap", gap.dated, gap=gap)


def covered_days(counts: Counts, name: str) -> Days | None:
    """Return the first and last day that a dated column has in some rows, or None if there are none."""
    first, last = counts.day(Asked("first", name)), counts.day(Asked("last", name))
    if first is None or last is None:
        return None
    return span_of(first)[0], span_of(last)[1]


def _parts(question: Question) -> Iterable[Asked]:
    yield ROWS
    for figure in question.measure.figures:
        statistic = figure.statistic
        if statistic in (Statistic.COUNT, Statistic.SHARE):
            yield asked_of(figure, "known" if figure.of else "rows")
        if statistic in (Statistic.SUM, Statistic.MEAN):
            yield asked_of(figure, "sum")
        if statistic is Statistic.MEAN:
            yield asked_of(figure, "known")
    for gap in question.gaps:
        yield in_gap(gap)
    if question.has_dated_caveats:
        for name in question.dated_by:
            yield Asked("first", name)
            yield Asked("last", name)


def lies_in(gap: Gap, question: Question, binds: Binds) -> str:
    """Return SQL that is true of the rows that lie in a gap."""
    first: dt.date | str = gap.first
    last: dt.date | str = gap.last
    if question.register.column(gap.dated).kind is ColumnKind.FINANCIAL_YEAR:
        first, last = financial_year(gap.first), financial_year(gap.last)
    return f"{quoted(gap.dated)} BETWEEN {binds.place(first)} AND {binds.place(last)}"


def _values(figure: Figure) -> tuple[str, tuple[Condition, ...]]:
    return figure.of, figure.where


def _ranks(figure: Figure, binds: Binds) -> tuple[str, ...]:
    if figure.statistic is Statistic.MEDIAN:
        return "upto * 2 >= total", "upto * 2 > total"
    return (f"upto * 100 >= total * {binds.place(figure.percentile)}",)


def _added(one: Number, other: Number) -> Number:
    return one + other


_COUNTED = {
    "rows": "count(*)",
    "known": "count({})",
    "sum": "sum({})",
    "first": "min({})",
    "last": "max({})",
}
_PUT_TOGETHER = {"first": "min", "last": "max"}
_TOGETHER: Mapping[str, Callable[[Any, Any], Any]] = {"first": min, "last": max}
