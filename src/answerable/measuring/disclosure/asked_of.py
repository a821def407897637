"""Whom a measure's groups and conditions name, as categories by which tables can be set beside each other."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from answerable.domain.measures.definitions import Bands, Condition, GroupBy, Grouping, Measure
from answerable.domain.measures.parameters import AS_AT
from answerable.domain.measures.registers import Column, ColumnKind, Register
from answerable.domain.measures.years import days_of
from answerable.domain.suppression.released import Category
from answerable.domain.suppression.spans import days, numbers
from answerable.measuring.computing.groups import NOT_RECORDED

_YEARLY = re.compile(r"\d{4}/\d{2}")
_QUARTER = re.compile(r"(\d{4}/\d{2}) Q([1-4])")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_MONTHS_OF_QUARTER, _YEAR_AHEAD = 3, 12
_NONE = frozenset({NOT_RECORDED})


@dataclass(frozen=True)
class Populations:
    """A measure as it was asked, and what its names mean."""

    measure: Measure
    register: Register
    parameters: Mapping[str, str]
    as_at: dt.date

    def dimension_of_group(self, group: Grouping) -> str:
        """Return the dimension by which a grouping tells rows apart: two measures name the same one alike."""
        bands = self._bands.get(group.of) if group.by is GroupBy.BAND else None
        return self._dimension(bands.of if bands else group.of)

    def group(self, group: Grouping, label: str) -> Category:
        """Return whom a group is, by its label."""
        if label == NOT_RECORDED:
            return Category(label, _NONE)
        if group.by is GroupBy.BAND:
            return self._band(self._bands[group.of], label)
        if label in group.merged:
            return Category(label, frozenset(map(self._words(group.of), group.merged[label])))
        column = self._column(group.of)
        return Category(label, frozenset({_value(label, column, group.by)}))

    def restricted(self, condition: Condition) -> Iterator[tuple[str, Category]]:
        """Yield whom a condition leaves in: each dimension with a category; what cannot be said so is its own."""
        name, column = self._dimension(condition.column), self._column(condition.column)
        words = self._words(condition.column)
        if condition.among:
            some = frozenset(words(self._written(one)) for one in condition.among)
            yield name, Category(", ".join(sorted(some)), some)
        if condition.not_among:
            some = frozenset(words(self._written(one)) for one in condition.not_among) | _NONE
            yield name, Category("", some, is_all_but=True)
        if condition.known is not None:
            yield name, Category("", _NONE, is_all_but=condition.known)
        least, most = self._written(condition.least), self._written(condition.most)
        if least or most:
            span = _span(least, most, column)
            if span is None:
                yield (
                    f"{name} from {least or '-'} to {most or '-'}",
                    Category("yes", frozenset({"yes"})),
                )
            else:
                yield name, Category(span, frozenset({span}))
        if condition.contains:
            phrase = self._written(condition.contains).casefold()
            yield f"{name} holds “{phrase}”", Category("yes", frozenset({"yes"}))

    @cached_property
    def _bands(self) -> Mapping[str, Bands]:
        return {one.name: one for one in self.measure.bands}

    def _band(self, bands: Bands, label: str) -> Category:
        at = bands.labels.index(label)
        edges = bands.edges
        # Numbers under nought are in no band.
        first = edges[at - 1] if at else 0
        last = edges[at] - 1 if at < len(edges) else None
        return Category(label, frozenset({numbers(first, last)}))

    def _dimension(self, name: str) -> str:
        for one in self.measure.durations:
            if one.name == name:
                between = f"{self._dimension(one.start)} to {self._dimension(one.end)}"
                return f"days from {between} ({one.calendar.value}, {one.convention.value})"
        column = self._column(name)
        return column.words if column else name

    def _column(self, name: str) -> Column | None:
        return self.register.column(name) if self.register.has(name) else None

    def _words(self, name: str) -> "_Words":
        return _Words(self._column(name))

    def _written(self, value: str) -> str:
        if not value.startswith("$"):
            return value
        return self.as_at.isoformat() if value[1:] == AS_AT else self.parameters[value[1:]]


@dataclass(frozen=True)
class _Words:
    """What a value of a column is called in a dimension, from how declarations write it."""

    column: Column | None

    def __call__(self, written: str) -> str:
        """Return the value as a group of it is labelled, or as a span."""
        column = self.column
        if column is None:
            return numbers(int(written), int(written))
        if column.kind is ColumnKind.YES_NO:
            return {"true": "Yes", "false": "No"}.get(written, written)
        if column.codes:
            return next((one.words for one in column.codes if one.code == written), written)
        return _value(written, column, GroupBy.VALUE)


def _value(label: str, column: Column | None, by: GroupBy) -> str:
    """Return a group's label as the span for which it stands, or as itself."""
    if column is None or column.kind is ColumnKind.WHOLE:
        number = label.removeprefix("-")
        return numbers(int(label), int(label)) if number.isdecimal() else label
    return _days_of(label, by) if column.kind.is_dated else label


def _days_of(label: str, by: GroupBy) -> str:
    """Return a group of dates as the span for which it stands."""
    if _YEARLY.fullmatch(label):
        return days(*days_of(label))
    if quarter := _QUARTER.fullmatch(label):
        first = days_of(quarter[1])[0]
        return _months(first.year, first.month + (int(quarter[2]) - 1) * _MONTHS_OF_QUARTER, 3)
    if by is GroupBy.CALENDAR_YEAR:
        return _months(int(label), 1, _YEAR_AHEAD)
    if month := _MONTH.fullmatch(label):
        return _months(int(month[1]), int(month[2]), 1)
    day = dt.date.fromisoformat(label)
    return days(day, day)


def _months(year: int, month: int, count: int) -> str:
    """Return so many months from one on as a span; month 13 is the January after."""
    first, last = year * 12 + month - 1, year * 12 + month + count - 2
    ends = calendar.monthrange(last // 12, last % 12 + 1)[1]
    return days(dt.date(first // 12, first % 12 + 1, 1), dt.date(last // 12, last % 12 + 1, ends))


def _span(least: str, most: str, column: Column | None) -> str | None:
    """Return the span from the least to the most, None where the column has decimals or words."""
    if column is None or column.kind is ColumnKind.WHOLE:
        return numbers(int(least) if least else None, int(most) if most else None)
    if column.kind is ColumnKind.FINANCIAL_YEAR:
        first = days_of(least)[0] if least else None
        return days(first, days_of(most)[1] if most else None)
    if column.kind is ColumnKind.DATE:
        first = dt.date.fromisoformat(least) if least else None
        return days(first, dt.date.fromisoformat(most) if most else None)
    return None
