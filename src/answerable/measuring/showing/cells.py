"""A cell in words: numbers with their commas, and never an empty cell for what is not known."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from answerable.domain.measures.results import CellKind, Missing, Result, ResultColumn, Value

NUMBERS = frozenset(
    {CellKind.COUNT, CellKind.DAYS, CellKind.NUMBER, CellKind.MONEY, CellKind.PERCENT}
)
MISSING_WORDS: Mapping[Missing, str] = {
    Missing.NOT_AVAILABLE: "not available",
    Missing.NO_ROWS: "none to count",
    Missing.WITHHELD: "withheld",
}


def cell_words(value: Value, column: ResultColumn, missing: Missing | None) -> str:
    """Return a cell as a person reads it: `1,497,965`, `£12.50`, `39%`, `26 June 2024`, `not available`."""
    if missing:
        return MISSING_WORDS[missing]
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, int | Decimal):
        return _number_words(value, column.kind)
    return _date_words(value) if column.kind is CellKind.DATE else value


def missing_cells(result: Result) -> dict[tuple[int, int], Missing]:
    """Return why cells hold no value, by their row and column."""
    return {(note.row, note.column): note.missing for note in result.notes}


def long_day(day: dt.date) -> str:
    """Return a day as a person writes it, in the same words on every machine."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _number_words(value: int | Decimal, kind: CellKind) -> str:
    if kind is CellKind.MONEY:
        return f"{'-' if value < 0 else ''}£{abs(value):,}"
    return f"{value:,}%" if kind is CellKind.PERCENT else f"{value:,}"


def _date_words(written: str) -> str:
    return long_day(dt.date.fromisoformat(written))


_MONTHS = (
    "January February March April May June July August September October November December".split()
)
