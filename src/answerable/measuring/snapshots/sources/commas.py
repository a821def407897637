"""CSV files: their encoding, what parts their cells, and their rows as a spreadsheet numbers them."""

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from answerable.domain.measures.headings import MOST_ABOVE, head_among
from answerable.domain.measures.registers import Register
from answerable.measuring.snapshots.refusals import CannotLoad
from answerable.measuring.snapshots.sources.encodings import encoding_of
from answerable.measuring.snapshots.sources.source import Cells, Form, Source

_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}
_LOOKED_AT = 2**18
"""Signs of the beginning in which the head is looked for."""


@contextmanager
def csv_source(file: Path, register: Register) -> Iterator[Source]:
    """Give the rows of a CSV file.

    :raises CannotLoad: if it is empty, no text, or holds none of the register's headings.
    """
    encoding = encoding_of(file)
    with file.open("rb") as raw, io.TextIOWrapper(raw, encoding.codec, newline="") as text:
        try:
            beginning = text.read(_LOOKED_AT)
        except UnicodeError as problem:
            raise CannotLoad(f"{file.name} is damaged: it is no {encoding.words}") from problem
        if not beginning.strip():
            raise CannotLoad(f"{file.name} is empty")
        delimiter, head = _parted(file, register, beginning)
        text.seek(0)
        records = csv.reader(text, delimiter=delimiter, strict=True)
        for _ in range(head):
            next(records)
        yield Source(
            form=Form.CSV,
            head=tuple(next(records)),
            head_row=head + 1,
            take=_taker(records, file, head + 1),
            size=file.stat().st_size,
            done=raw.tell,
            notes=(f"It is {encoding.words}, its cells parted by {_DELIMITERS[delimiter]}",),
        )


def _parted(file: Path, register: Register, beginning: str) -> tuple[str, int]:
    """Return what parts the cells, and how many rows stand above the head: what finds most headings."""
    best, found = ("", 0), 0
    for delimiter in _DELIMITERS:
        head, matched = head_among(register, _first_rows(beginning, delimiter))
        if matched > found:
            best, found = (delimiter, head), matched
    if not found:
        wanted = ", ".join(column.words for column in register.columns[:4])
        message = (
            f"{file.name} holds none of the headings in its first {MOST_ABOVE} rows: {wanted}…"
        )
        raise CannotLoad(message)
    return best


def _first_rows(beginning: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        rows.extend(
            islice(csv.reader(io.StringIO(beginning, newline=""), delimiter=delimiter), MOST_ABOVE)
        )
    except csv.Error:
        # It tells its place again when the rows themselves are read.
        return rows
    return rows


def _taker(records: Iterator[list[str]], file: Path, head_row: int) -> Callable[[int], list[Cells]]:
    number = head_row

    def take(most: int) -> list[Cells]:
        nonlocal number
        rows: list[Cells] = []
        try:
            # Where it fails, the rows before are kept, and so tell the number of this one.
            rows.extend(islice(records, most))
        except csv.Error as problem:
            message = f"Row {number + len(rows) + 1:,} of {file.name} is no CSV ({problem}): see to its quotation marks"
            raise CannotLoad(message) from problem
        except UnicodeError as problem:
            message = (
                f"{file.name} is damaged behind row {number + len(rows):,}: save it as CSV UTF-8"
            )
            raise CannotLoad(message) from problem
        number += len(rows)
        return rows

    return take
