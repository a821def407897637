"""Parquet files, each value as text."""

from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path

import duckdb

from answerable.measuring.snapshots.columns import quoted
from answerable.measuring.snapshots.refusals import CannotLoad
from answerable.measuring.snapshots.sources.source import Cells, Form, Source

_PLAIN = (
    "VARCHAR BOOLEAN TINYINT SMALLINT INTEGER BIGINT HUGEINT UTINYINT USMALLINT UINTEGER UBIGINT FLOAT "
    "DOUBLE DATE TIMESTAMP TIMESTAMP_S TIMESTAMP_MS TIMESTAMP_NS DECIMAL ENUM"
).split()


@contextmanager
def parquet_source(file: Path, *, by: duckdb.DuckDBPyConnection) -> Iterator[Source]:
    """Give the rows of a Parquet file; they are numbered from 1.

    :raises CannotLoad: if it is damaged, or a column holds lists, structures or bytes.
    """
    try:
        with by.cursor() as cursor:
            described = cursor.execute(
                "DESCRIBE SELECT * FROM read_parquet(?)", [escape(str(file))]
            ).fetchall()
            names = [str(row[0]) for row in described]
            odd = [row[0] for row in described if str(row[1]).partition("(")[0] not in _PLAIN]
            if odd:
                message = (
                    f"The column {odd[0]!r} of {file.name} holds neither text, numbers nor dates"
                )
                raise CannotLoad(message)
            counted = cursor.execute(
                "SELECT count(*) FROM read_parquet(?)", [escape(str(file))]
            ).fetchone()
            whole = int(counted[0]) if counted else 0
            cells = ", ".join(f"{quoted(name)}::VARCHAR" for name in names)
            cursor.execute(f"SELECT {cells} FROM read_parquet(?)", [escape(str(file))])
            taken = _Taken(cursor)
            yield Source(
                form=Form.PARQUET,
                head=tuple(names),
                head_row=0,
                take=taken.take,
                size=whole,
                done=lambda: taken.rows,
            )
    except duckdb.Error as problem:
        raise CannotLoad(f"{file.name} is a damaged Parquet file") from problem


class _Taken:
    """Takes rows, and knows how many it took."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self.rows, self._cursor = 0, cursor

    def take(self, most: int) -> list[Cells]:
        """Return so many of the next rows, fewer at the end."""
        rows: list[Cells] = list(self._cursor.fetchmany(most))
        self.rows += len(rows)
        return rows
