"""Rows that have the key of another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from glob import escape
from pathlib import Path

import duckdb

from answerable.domain.measures.registers import Register
from answerable.measuring.snapshots.columns import ROW, quoted

_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class SameKey:
    """A row that has the key of an earlier one: the number of both, and the key's values as text."""

    row: int
    earlier: int
    key: tuple[str, ...]


def same_keys(
    register: Register, parts: Sequence[Path], *, by: duckdb.DuckDBPyConnection
) -> Iterator[SameKey]:
    """Yield each row whose whole key stands in an earlier row of the parts, in the order of their numbers."""
    if not register.key or not parts:
        return
    names = [quoted(name) for name in register.key]
    row, key = quoted(ROW), ", ".join(names)
    known = " AND ".join(f"{name} IS NOT NULL" for name in names)
    read = "read_parquet(?)"
    by.execute(
        f"CREATE OR REPLACE TEMP TABLE twice AS SELECT {key}, min({row}) AS first FROM {read} "
        f"WHERE {known} GROUP BY ALL HAVING count(*) > 1",
        [[escape(str(part)) for part in parts]],
    )
    texts = ", ".join(f"{name}::VARCHAR" for name in names)
    found = by.execute(
        f"SELECT {row}, first, {texts} FROM {read} JOIN twice USING ({key}) "
        f"WHERE {row} > first ORDER BY {row}",
        [[escape(str(part)) for part in parts]],
    )
    while rows := found.fetchmany(_AT_ONCE):
        for number, earlier, *values in rows:
            yield SameKey(number, earlier, tuple(values))
