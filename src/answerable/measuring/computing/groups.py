"""Groups: the key of each in SQL, its label, its place, and the days that it stands for."""

import calendar
import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from answerable.domain.measures.definitions import GroupBy, Grouping
from answerable.domain.measures.registers import Column, ColumnKind
from answerable.domain.measures.years import days_of, financial_year
from answerable.measuring.computing.literals import Binds, quoted
from answerable.measuring.computing.question import Days, Question

Key = str | int | bool | dt.date | None

NOT_RECORDED = "Not recorded"
TOTAL = "Total"
_APRIL, _QUARTERS, _MONTHS = 4, 4, 12
_LAST = 10**9


class Whole(Enum):
    """What stands in the place of a group where all groups are taken together."""

    WHOLE = TOTAL


Address = tuple[Key | Whole, ...]
"""Of a cell: for each grouping the group's key, or all of them."""


@dataclass(frozen=True)
class Axis:
    """A grouping of a measure, with what it needs to know of its column or bands."""

    grouping: Grouping
    column: Column | None
    edges: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()

    def key(self, binds: Binds) -> str:
        """Return SQL for the key of a row's group, which `merged_key` makes the group's."""
        name = quoted(self.grouping.of)
        by = self._by
        if by is GroupBy.BAND:
            # So many days there are: it is quicker to count each number of days, and to put those into bands.
            return name if self.is_of_days else self._band(name, binds)
        if by is GroupBy.FINANCIAL_YEAR:
            return f"year({name}) - (month({name}) < {_APRIL})::INTEGER"
        if by is GroupBy.CALENDAR_YEAR:
            return f"year({name})"
        if by is GroupBy.QUARTER:
            # January is the last quarter of the year that began in April.
            return f"year({name}) * {_QUARTERS} + quarter({name}) - 2"
        if by is GroupBy.MONTH:
            return f"year({name}) * {_MONTHS} + month({name}) - 1"
        return f"{name}::VARCHAR" if self.grouping.merged else name

    def merged_key(self, name: str, binds: Binds) -> str:
        """Return SQL for the key with those put together that the grouping merges, from a key under a name."""
        if self.is_of_days:
            return self._band(name, binds)
        cases = [
            f"WHEN {name} IN ({', '.join(map(binds.place, members))}) THEN {binds.place(label)}"
            for label, members in self.grouping.merged.items()
        ]
        return f"CASE {' '.join(cases)} ELSE {name} END" if cases else name

    def _band(self, name: str, binds: Binds) -> str:
        steps = " ".join(
            f"WHEN {name} < {binds.place(edge)} THEN {at}" for at, edge in enumerate(self.edges)
        )
        last = len(self.edges)
        return f"CASE WHEN {name} IS NULL OR {name} < 0 THEN NULL {steps} ELSE {last} END"

    def label(self, key: Key) -> str:
        """Return the words of a group."""
        if key is None:
            return NOT_RECORDED
        if isinstance(key, bool):
            return "Yes" if key else "No"
        if isinstance(key, int) and self._by is not GroupBy.VALUE:
            return self._label_of(key)
        if self.column and key not in self.grouping.merged:
            return next((c.words for c in self.column.codes if c.code == key), str(key))
        return str(key)

    def ordered(self, keys: Iterable[Key]) -> list[Key]:
        """Return keys in the order in which their groups are printed; the one of rows without a value is last."""
        return sorted(keys, key=self._place)

    def every(self, present: Sequence[Key]) -> set[Key]:
        """Return the keys of all groups that there are, empty ones too; those present where nobody can know more."""
        keys = set(present)
        if not self.grouping.every:
            return keys
        if self._by is GroupBy.BAND:
            return keys | set(range(len(self.labels)))
        if self.column and self.column.codes:
            into = {m: label for label, ms in self.grouping.merged.items() for m in ms}
            return keys | {into.get(one.code, one.code) for one in self.column.codes}
        if self.column and self.column.kind is ColumnKind.YES_NO:
            return keys | {True, False}
        return keys | _between(keys) if self._is_time else keys

    def days(self, key: Key | Whole) -> Days | None:
        """Return the first and the last day of a group that is a span of time, or None."""
        if isinstance(key, str) and self.column:
            return days_of(key) if self.column.kind is ColumnKind.FINANCIAL_YEAR else None
        if isinstance(key, dt.date):
            return key, key
        if not isinstance(key, int) or isinstance(key, bool):
            return None
        return _days_of_key(self._by, key)

    @property
    def _is_time(self) -> bool:
        if self.column and self.column.kind is ColumnKind.FINANCIAL_YEAR:
            return True
        return self._by not in (GroupBy.VALUE, GroupBy.BAND)

    @property
    def is_of_days(self) -> bool:
        """Return whether its groups are bands of a duration."""
        return self._by is GroupBy.BAND and self.column is None

    @property
    def _by(self) -> GroupBy:
        # A financial year is its own group, however one asks for it.
        if self.column and self.column.kind is ColumnKind.FINANCIAL_YEAR:
            return GroupBy.VALUE
        return self.grouping.by

    def _label_of(self, key: int) -> str:
        if self._by is GroupBy.BAND:
            return self.labels[key]
        if self._by is GroupBy.CALENDAR_YEAR:
            return str(key)
        if self._by is GroupBy.MONTH:
            return f"{key // _MONTHS}-{key % _MONTHS + 1:02}"
        if self._by is GroupBy.QUARTER:
            return f"{_year(key // _QUARTERS)} Q{key % _QUARTERS + 1}"
        return _year(key)

    def _place(self, key: Key) -> tuple[int, int, str | int | dt.date]:
        if key is None:
            return _LAST, 0, 0
        order = self.grouping.order
        first = next(
            (at for at, one in enumerate(order) if one in (key, self.label(key))), len(order)
        )
        if self.column and self.column.codes and isinstance(key, str):
            return first, self._code_place(key), key
        return first, 0, key

    def _code_place(self, key: str) -> int:
        """Return where a code stands in its list; those that were merged stand where their first one does."""
        codes = [code.code for code in self.column.codes] if self.column else []
        members = self.grouping.merged.get(key, (key,))
        return min((codes.index(one) for one in members if one in codes), default=len(codes))


def axes_of(question: Question) -> tuple[Axis, ...]:
    """Return the axes of a measure, in the order of its groupings."""
    axes = []
    for group in question.measure.groups:
        bands = question.bands(group.of) if group.by is GroupBy.BAND else None
        if bands:
            edges, labels = bands.edges, bands.labels
            banded = replace(group, of=bands.of)
            axes.append(Axis(banded, question.column(bands.of), edges, labels))
        else:
            axes.append(Axis(group, question.column(group.of)))
    return tuple(axes)


def _year(first: int) -> str:
    return financial_year(dt.date(first, _APRIL, 1))


def _between(keys: set[Key]) -> set[Key]:
    """Return what lies between the first and the last of some spans of time."""
    numbers = [one for one in keys if isinstance(one, int) and not isinstance(one, bool)]
    if numbers:
        return set(range(min(numbers), max(numbers) + 1))
    firsts = [days_of(one)[0].year for one in keys if isinstance(one, str)]
    return {_year(one) for one in range(min(firsts), max(firsts) + 1)} if firsts else set()


def _days_of_key(by: GroupBy, key: int) -> Days | None:
    if by is GroupBy.FINANCIAL_YEAR:
        return days_of(_year(key))
    if by is GroupBy.CALENDAR_YEAR:
        return dt.date(key, 1, 1), dt.date(key, 12, 31)
    if by is GroupBy.MONTH:
        return _months(key, 1)
    if by is GroupBy.QUARTER:
        return _months(key * 3 + _APRIL - 1, 3)
    return None


def _months(first: int, count: int) -> Days:
    """Return the first day of a month, which is counted from the year nought, and the last day of the last of some."""
    year, month = divmod(first + count - 1, _MONTHS)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(first // _MONTHS, first % _MONTHS + 1, 1), dt.date(year, month + 1, last)
