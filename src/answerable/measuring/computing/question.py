"""What is asked of a snapshot: a measure with its register, its parameters and its day, and what its names mean."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from answerable.domain.clock.calendars import Holidays
from answerable.domain.measures.definitions import (
    Bands,
    Condition,
    Duration,
    Figure,
    GroupBy,
    Grouping,
    Measure,
)
from answerable.domain.measures.parameters import AS_AT
from answerable.domain.measures.registers import Caveat, Column, Gap, Register
from answerable.domain.measures.years import days_of

Days = tuple[dt.date, dt.date]
"""The first and the last day of a span."""


@dataclass(frozen=True)
class Question:
    """A measure that is computed: everything but the rows."""

    measure: Measure
    register: Register
    parameters: Mapping[str, str]
    as_at: dt.date
    holidays: Holidays

    def column(self, name: str) -> Column | None:
        """Return a column, or None for a duration."""
        return self.register.column(name) if self.register.has(name) else None

    def duration(self, name: str) -> Duration | None:
        """Return a duration by its name, or None where it is a column's."""
        return next((one for one in self.measure.durations if one.name == name), None)

    def bands(self, name: str) -> Bands | None:
        """Return bands by their name, or None where it is a column's or a duration's."""
        return next((one for one in self.measure.bands if one.name == name), None)

    def written(self, value: str) -> str:
        """Return what a declaration writes, with the value of a parameter in the place of `$name`."""
        if not value.startswith("$"):
            return value
        return self.as_at.isoformat() if value[1:] == AS_AT else self.parameters[value[1:]]

    def columns_of(self, name: str) -> set[str]:
        """Return the columns that a name stands on: itself, the two of a duration, those of bands."""
        if bands := self.bands(name):
            return self.columns_of(bands.of)
        if duration := self.duration(name):
            return {duration.start, duration.end}
        return {name}

    def columns_of_group(self, group: Grouping) -> set[str]:
        """Return the columns that a grouping stands on."""
        return self.columns_of(group.of) if group.by is GroupBy.BAND else {group.of}

    def columns_of_figure(self, figure: Figure) -> set[str]:
        """Return the columns that a figure stands on, with those that it says it needs."""
        named = {*figure.needs, *self._asked((*figure.where, *self.measure.where))}
        return named | (self.columns_of(figure.of) if figure.of else set())

    @property
    def stands_on(self) -> set[str]:
        """Return every column that the measure reads."""
        durations = {day for one in self.measure.durations for day in (one.start, one.end)}
        columns = {name for group in self.measure.groups for name in self.columns_of_group(group)}
        columns |= durations | {
            name for one in self.measure.figures for name in self.columns_of_figure(one)
        }
        shown = (*self.measure.rows_shown, *self.measure.rows_by)
        return columns | {column for name in shown for column in self.columns_of(name)}

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Return the register's gaps in columns that this measure stands on."""
        return tuple(gap for gap in self.register.gaps if gap.column in self.stands_on)

    @property
    def early(self) -> tuple[Condition, ...]:
        """Return the conditions that may leave out rows before anything is counted."""
        late = self.late
        return tuple(one for one in self.measure.where if one not in late)

    @property
    def late(self) -> tuple[Condition, ...]:
        """Return the conditions on durations, and on columns with gaps.

        What they leave out must be seen before: a row in a gap fails them for want of a value, and so does
        one whose days no calendar covers.
        """
        gapped = {gap.column for gap in self.gaps}
        return tuple(
            one
            for one in self.measure.where
            if self.duration(one.column) or not gapped.isdisjoint(self.columns_of(one.column))
        )

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """Return the caveats that go with the measure, the register's first."""
        theirs = {one.ident: one for one in self.register.caveats}
        return (*(theirs[name] for name in self.measure.caveats), *self.measure.own_caveats)

    @property
    def has_dated_caveats(self) -> bool:
        """Return whether some caveat goes only with figures of some days."""
        return any(one.first or one.last for one in self.caveats)

    @property
    def dated_by(self) -> tuple[str, ...]:
        """Return the columns whose days the result covers: those asked and grouped by, else those counted between."""
        asked = [one.column for one in (*self.measure.where, *self._figure_conditions())]
        grouped = [group.of for group in self.measure.groups]
        between = [day for one in self.measure.durations for day in (one.start, one.end)]
        return tuple(self._dates((*asked, *grouped))) or tuple(self._dates(between))

    def _dates(self, names: Iterable[str]) -> Iterator[str]:
        for name in dict.fromkeys(names):
            column = self.column(name)
            if column and column.kind.is_dated:
                yield name

    def _asked(self, conditions: Iterable[Condition]) -> set[str]:
        return {name for one in conditions for name in self.columns_of(one.column)}

    def _figure_conditions(self) -> Iterator[Condition]:
        for figure in self.measure.figures:
            yield from figure.where


def span_of(value: dt.date | str) -> Days:
    """Return the days that a value of a dated column stands for: one, or a financial year."""
    return days_of(value) if isinstance(value, str) else (value, value)
