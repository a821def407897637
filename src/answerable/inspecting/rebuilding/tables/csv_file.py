"""What a sheet shows as CSV: RFC 4180, UTF-8 with a byte order mark, no formula in a cell.

The mark is there because Excel takes UTF-8 without it for Windows-1252, and breaks every dash and pound sign.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from answerable.inspecting.rebuilding.tables.cells import Line, ShownSheet, words_of

_MARK = "\ufeff"
_DANGEROUS = re.compile("'*\\s*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_A_NUMBER = re.compile(r"[+-]?[£$€¥]?(?:\d[\d,]*)?\.?\d+ ?%?\Z")
# Text takes four times the memory of its bytes while it is put together.
_ROWS_AT_ONCE = 1_000
MOST_BLANK_ROWS, MOST_BLANK_COLUMNS = 20, 10
"""Blank rows and columns beside each other of which no more are kept."""


def sheet_as_csv(sheet: ShownSheet) -> bytes:
    """Return the words that a sheet shows; of many blank rows or columns beside each other only some are kept."""
    squeezed = sheet.squeezed(rows=MOST_BLANK_ROWS, columns=MOST_BLANK_COLUMNS)
    return rows_as_csv(_rows(squeezed.lines))


def rows_as_csv(rows: Iterable[Iterable[str]]) -> bytes:
    """Return rows of cells, which no spreadsheet takes for formulas."""
    waiting = ([defused(cell) for cell in row] for row in rows)
    pieces = [_MARK.encode()]
    while some := list(islice(waiting, _ROWS_AT_ONCE)):
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\r\n").writerows(some)
        pieces.append(text.getvalue().encode())
    return b"".join(pieces)


def defused(cell: str) -> str:
    """Return the cell with an apostrophe before what a spreadsheet would take for a formula; numbers stay as they are."""
    if cell and not cell[0].isalnum() and _DANGEROUS.match(cell) and not _A_NUMBER.match(cell):
        return f"'{cell}"
    return cell


def _rows(lines: list[Line]) -> Iterator[list[str]]:
    used = set[int]().union(*(line.cells.keys() for line in lines))
    first, width = min(used, default=0), max(used, default=-1) + 1
    last = lines[0].number - 1 if lines else 0
    for line in lines:
        for _ in range(line.number - last - 1):
            yield [""] * (width - first)
        cells = [""] * (width - first)
        for at, cell in line.cells.items():
            cells[at - first] = words_of(cell)
        yield cells
        last = line.number
