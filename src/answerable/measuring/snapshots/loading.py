"""A file's rows, checked and put into Parquet files of a folder, some at a time."""

import hashlib
from collections.abc import Callable
from glob import escape
from pathlib import Path

import duckdb

from answerable.domain.measures.registers import Register
from answerable.measuring.snapshots.columns import quoted, sql_type

Progress = Callable[[int, int], None]
"""Is told how many bytes were read, of how many."""


class CannotLoad(ValueError):
    """A file cannot be loaded as a snapshot; nothing was loaded. The message says why, and what to do."""


def staged(
    register: Register, file: Path, staging: Path, *, progress: Progress | None = None
) -> tuple[list[Path], str]:
    """Write the rows of a CSV file in UTF-8, headed by the columns' names, into a folder; return their files.

    :raises CannotLoad: if a column is missing, or a value is none of its column's kind.
    """
    size = file.stat().st_size
    part = staging / "part-0.parquet"
    kept = ", ".join(
        f"CAST({quoted(one.name)} AS {sql_type(one)}) AS {quoted(one.name)}"
        for one in register.columns
    )
    try:
        duckdb.sql(
            f"SELECT {kept} FROM read_csv(?, header=true, all_varchar=true)",
            params=[escape(str(file))],
        ).write_parquet(str(part))
    except duckdb.Error as problem:
        reason = str(problem).splitlines()[0]
        raise CannotLoad(f"{file.name} cannot be loaded: {reason}") from problem
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    if progress is not None:
        progress(size, size)
    return [part], digest
