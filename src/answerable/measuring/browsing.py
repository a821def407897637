"""Look through a snapshot: rows that are asked for, what they can be narrowed by, and a copy with fewer columns.

Everything works on one Parquet file. Names of columns come from the register's declaration and are quoted; all
that somebody asks for is bound.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from answerable.domain.measures.registers import Column, ColumnKind, Register
from answerable.domain.measures.years import NotAYear, days_of

if TYPE_CHECKING:
    import duckdb

Value = str | int | Decimal | bool | dt.date | None
Row = tuple[Value, ...]

MOST_CHOICES = 60
"""A text with more different values than that is searched by words, not chosen from a list."""
_LONGEST_CHOICE = 60
_BATCH = 2_000
_MEMORY = "256MB"
_CHOSEN = (ColumnKind.CODE, ColumnKind.FINANCIAL_YEAR, ColumnKind.YES_NO)
_YEAR_OF = (
    "CASE WHEN month({0}) >= 4 THEN year({0}) || '/' || printf('%02d', (year({0}) + 1) % 100) "
    "ELSE (year({0}) - 1) || '/' || printf('%02d', year({0}) % 100) END"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows are asked for: the value of some columns, and words that stand in any text of a row.

    The value of a column of dates is a financial year.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    words: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a column can be narrowed to, and how many rows have it."""

    value: str
    rows: int


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A column by which rows can be narrowed, with its values."""

    column: Column
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the rows that were asked for, in the register's order, and how many there are in all."""

    rows: tuple[Row, ...]
    total: int


def part_of(path: Path, register: Register, asked: Asked, *, start: int, most: int) -> Part:
    """Return so many rows from a place on, with the columns of the register as it was given."""
    where, bound = _where(register, asked)
    with _connected() as duck:
        source = _source(path)
        total = duck.execute(f"SELECT count(*) FROM {source}{where}", bound).fetchone()
        rows = duck.execute(
            f"SELECT {_columns(register)} FROM {source}{where} ORDER BY {_order(register)} "
            f"LIMIT {int(most)} OFFSET {int(start)}",
            bound,
        ).fetchall()
    return Part(tuple(rows), total[0] if total else 0)


def rows_of(path: Path, register: Register, asked: Asked) -> Iterator[Row]:
    """Yield every row that is asked for, some thousands in memory at a time."""
    where, bound = _where(register, asked)
    with _connected() as duck:
        found = duck.execute(
            f"SELECT {_columns(register)} FROM {_source(path)}{where} ORDER BY {_order(register)}",
            bound,
        )
        while some := found.fetchmany(_BATCH):
            yield from some


def narrowings(path: Path, register: Register) -> tuple[Narrowing, ...]:
    """Return the columns by which the rows can be narrowed: codes, years, and texts of few values.

    Of columns of dates it is the first one, by its financial years.
    """
    dates = [one for one in register.columns if one.kind is ColumnKind.DATE][:1]
    key = set(register.key)
    found = []
    with _connected() as duck:
        for column in register.columns:
            is_text = column.kind is ColumnKind.TEXT and column.name not in key
            if column.kind in _CHOSEN or is_text or column in dates:
                choices = _choices(duck, path, column)
                if 1 < len(choices) <= MOST_CHOICES and _are_short(choices):
                    found.append(Narrowing(column, choices))
    return tuple(found)


def choices_of(path: Path, column: Column) -> tuple[Choice, ...]:
    """Return the values of one column with their counts; none if there are more than can be chosen from."""
    with _connected() as duck:
        found = _choices(duck, path, column)
    return found if len(found) <= MOST_CHOICES else ()


def write_columns(path: Path, register: Register, out: Path) -> int:
    """Write the rows with only the columns of the register as it was given, and return how many there are.

    What is left out is in no byte of the new file. Its rows are in the order of what is seen, so that their order
    tells nothing of what is not.
    """
    with _connected() as duck:
        duck.execute(
            f"COPY (SELECT {_columns(register)} FROM {_source(path)} ORDER BY {_order(register)}) "
            f"TO {_literal(str(out))} (FORMAT parquet, COMPRESSION zstd)"
        )
        counted = duck.execute(f"SELECT count(*) FROM {_source(out)}").fetchone()
    return counted[0] if counted else 0


def _choices(duck: "duckdb.DuckDBPyConnection", path: Path, column: Column) -> tuple[Choice, ...]:
    # By its place: a name of ours may be a column's as well, and the column would win.
    counted = duck.execute(
        f"SELECT {_spelled(column)}, count(*) FROM {_source(path)} WHERE {_quoted(column.name)} IS NOT NULL "
        f"GROUP BY 1 ORDER BY 1 LIMIT {MOST_CHOICES + 1}"
    ).fetchall()
    return tuple(Choice(str(one), count) for one, count in counted)


def _are_short(choices: tuple[Choice, ...]) -> bool:
    """Return whether values are names and not sentences: those are searched by words."""
    return all(len(one.value) <= _LONGEST_CHOICE for one in choices)


def _where(register: Register, asked: Asked) -> tuple[str, list[object]]:
    conditions: list[str] = []
    bound: list[object] = []
    for name, value in asked.values.items():
        if not value or not register.has(name):
            continue
        column = register.column(name)
        if column.kind is ColumnKind.DATE:
            conditions.append(f"{_quoted(name)} BETWEEN ? AND ?")
            bound += _days(value)
        else:
            conditions.append(f"{_spelled(column)} = ?")
            bound.append(value)
    texts = [_quoted(one.name) for one in register.columns if one.kind is ColumnKind.TEXT]
    for word in asked.words.split():
        if texts:
            row = " || ' ' || ".join(f"coalesce({one}, '')" for one in texts)
            conditions.append(f"contains(lower({row}), lower(?))")
            bound.append(word)
    return (f" WHERE {' AND '.join(conditions)}" if conditions else ""), bound


def _days(year: str) -> tuple[dt.date, dt.date]:
    """Return the days of a financial year; of something else, days that no row has."""
    try:
        return days_of(year)
    except NotAYear:
        return dt.date.max, dt.date.min


def _spelled(column: Column) -> str:
    name = _quoted(column.name)
    if column.kind is ColumnKind.DATE:
        return _YEAR_OF.format(name)
    return f"CAST({name} AS VARCHAR)"


def _columns(register: Register) -> str:
    return ", ".join(_quoted(one.name) for one in register.columns)


def _order(register: Register) -> str:
    names = register.key or tuple(one.name for one in register.columns)
    return ", ".join(f"{_quoted(one)} NULLS LAST" for one in names)


def _source(path: Path) -> str:
    return f"read_parquet({_literal(str(path))})"


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _connected() -> "duckdb.DuckDBPyConnection":
    import duckdb  # noqa: PLC0415 a fifth of the time that a command takes to start

    settings: dict[str, Any] = {"memory_limit": _MEMORY, "threads": 2}
    return duckdb.connect(config=settings)
