"""The rows of a register in one order and one spelling, and the digest of them.

docs/reference/registers.md says the form, so that anybody can compute the digest again.
"""

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from glob import escape
from pathlib import Path

import duckdb

from answerable.domain.measures.registers import Register
from answerable.measuring.snapshots.columns import kind_words, order_of, quoted, sql_type

_MOST_MEMORY = "400MB"
"""What sorting may take before it goes on in files."""
_AT_ONCE = 20_000


@contextmanager
def engine(spill: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give DuckDB with bounded memory, that writes what is too much for it into a folder."""
    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": _MOST_MEMORY,
        "temp_directory": str(spill),
        # Nothing that a file says may make it fetch or load more.
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    with duckdb.connect(config=settings) as connection:
        # It would draw a bar on standard output, in the middle of a result.
        connection.execute("SET enable_progress_bar = false")
        yield connection


def write_rows(
    register: Register, parts: Sequence[Path], out: Path, *, by: duckdb.DuckDBPyConnection
) -> None:
    """Write rows that lie in several Parquet files into one, in canonical order, and let the disk have it."""
    kept = ", ".join(
        f"{quoted(column.name)}::{sql_type(column)} AS {quoted(column.name)}"
        for column in register.columns
    )
    order = ", ".join(f"{quoted(name)} ASC NULLS LAST" for name in order_of(register))
    goal = str(out).replace("'", "''")
    by.execute(
        f"COPY (SELECT {kept} FROM read_parquet(?) ORDER BY {order}) "
        f"TO '{goal}' (FORMAT parquet, COMPRESSION zstd)",
        [[escape(str(part)) for part in parts]],
    )
    with out.open("rb") as file:
        os.fsync(file.fileno())


def digest_of(register: Register, rows: Path, *, by: duckdb.DuckDBPyConnection) -> tuple[str, int]:
    """Return the digest of rows that lie in canonical order in a Parquet file, and how many they are."""
    digest, count = hashlib.sha256(first_line(register).encode()), 0
    cells = ", ".join(_cell(quoted(column.name)) for column in register.columns)
    found = by.execute(
        f"SELECT concat({cells}, chr(10)) FROM read_parquet(?)",
        [escape(str(rows))],
    )
    while lines := found.fetchmany(_AT_ONCE):
        digest.update("".join(line for (line,) in lines).encode())
        count += len(lines)
    return digest.hexdigest(), count


def first_line(register: Register) -> str:
    """Return the line that is digested before the rows: each column's name and kind."""
    said = (part for column in register.columns for part in (column.name, kind_words(column)))
    return "".join(f"{len(part.encode())}:{part}" for part in said) + "\n"


def _cell(name: str) -> str:
    # A cell begins with its own length, so that no text can look like the end of a cell.
    spelled = f"{name}::VARCHAR"
    return f"coalesce(strlen({spelled}) || ':' || {spelled}, '-')"
