"""A file, opened by what it is and not by what it is called."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from answerable.domain.measures.registers import Register
from answerable.measuring.snapshots.refusals import CannotLoad
from answerable.measuring.snapshots.sources.columnar import parquet_source
from answerable.measuring.snapshots.sources.commas import csv_source
from answerable.measuring.snapshots.sources.source import Source
from answerable.measuring.snapshots.sources.workbook import workbook_source

_ZIP, _PARQUET, _COMPOUND = b"PK\x03\x04", b"PAR1", b"\xd0\xcf\x11\xe0"


@contextmanager
def opened(
    file: Path, register: Register, *, sheet: str, by: duckdb.DuckDBPyConnection
) -> Iterator[Source]:
    """Give the rows of a file.

    :raises CannotLoad: if it is not there, is empty, or none of the forms that are read.
    """
    try:
        with file.open("rb") as beginning:
            sign = beginning.read(4)
    except FileNotFoundError as problem:
        raise CannotLoad(f"{file.name}: there is no such file: check the name") from problem
    except OSError as problem:
        raise CannotLoad(f"{file.name} cannot be opened: {problem.strerror}") from problem
    if not sign:
        raise CannotLoad(f"{file.name} is empty")
    if sign == _COMPOUND:
        message = f"{file.name} is encrypted, or a workbook of an old kind: save it as XLSX without a password"
        raise CannotLoad(message)
    if sheet and sign != _ZIP:
        raise CannotLoad(f"{file.name} is no workbook, and has no sheets: leave --sheet out")
    if sign == _PARQUET:
        with parquet_source(file, by=by) as source:
            yield source
    elif sign == _ZIP:
        with workbook_source(file, register, sheet=sheet) as source:
            yield source
    else:
        with csv_source(file, register) as source:
            yield source
