"""Tables of text and plain text, written anew: UTF-8, without signs that nobody sees and without what lies out of sight."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from answerable.inspecting.commas import (
    FAR_COLUMNS,
    FAR_ROWS,
    FAR_SIGNS,
    decoded_text,
    delimiter_of,
)
from answerable.inspecting.office.workbooks.strings import in_sight
from answerable.inspecting.rebuilding.left_out import LeftOut
from answerable.inspecting.rebuilding.names import stem_of
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild, Rebuilt, RebuiltFile
from answerable.inspecting.rebuilding.tables.cells import Cell, Line, ShownSheet
from answerable.inspecting.rebuilding.tables.csv_file import rows_as_csv
from answerable.inspecting.text import without_unseen

_FAR = re.compile(rf"[ \t\u00a0]{{{FAR_SIGNS}}}(?=\S)")
_MOST_CELLS = 3_000_000
_AS_TEXT = ("txt", "text", "md", "log")


def rebuilt_text(data: bytes, name: str) -> Rebuilt:
    """Return a table of text as CSV, or plain text as it is read.

    :raises CannotSay: if the bytes are no text.
    :raises CannotRebuild: if nothing of it can be seen, or it is too large.
    """
    left = LeftOut()
    seen = _seen(data, left)
    delimiter = _delimiter(seen, name)
    made = rows_as_csv(_table(seen, delimiter, left)) if delimiter else _lines(seen, left)
    file = RebuiltFile(f"{stem_of(name)}.{'csv' if delimiter else 'txt'}", made)
    return Rebuilt((file,), left.told())


def table_of_text(data: bytes, name: str, left: LeftOut) -> ShownSheet | None:
    """Return what a table of text shows, as a sheet without a name; None if the text is no table.

    :raises CannotSay: if the bytes are no text.
    :raises CannotRebuild: if nothing of it can be seen, or it is too large.
    """
    seen = _seen(data, left)
    delimiter = _delimiter(seen, name)
    if not delimiter:
        return None
    rows = _table(seen, delimiter, left)
    read = csv.reader(io.StringIO(seen, newline=""), delimiter=delimiter)
    before = next(at for at, row in enumerate(read) if any(one.strip() for one in row))
    lines = [Line(at, _filled(row), before + at + 1) for at, row in enumerate(rows) if _filled(row)]
    origins = {column: column + 1 for column in range(len(rows[0]))}
    return ShownSheet("", lines, origins=origins)


def _filled(row: list[str]) -> dict[int, Cell]:
    return {column: one for column, one in enumerate(row) if one.strip()}


def _seen(data: bytes, left: LeftOut) -> str:
    text = decoded_text(data).replace("\r\n", "\n").replace("\r", "\n")
    seen = without_unseen(text)
    left.add("unseen-signs", count=int(len(seen) < len(text)))
    return seen


def _delimiter(seen: str, name: str) -> str:
    """Return what parts the cells of a table of text; an empty string if it is none."""
    return "" if name.rpartition(".")[2].lower() in _AS_TEXT else delimiter_of(seen)


def _lines(text: str, left: LeftOut) -> bytes:
    kept: list[str] = []
    blank = 0
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if not line.strip():
            blank += 1
            continue
        if kept and blank > FAR_ROWS:
            left.add("far-lines", count=sum(1 for one in lines[at:] if one.strip()))
            break
        kept += [""] * (blank if kept else 0)
        blank = 0
        kept.append(_in_sight(line, left))
    if not kept:
        raise CannotRebuild("It shows nothing, so that nothing of it can be released")
    return "\r\n".join([*kept, ""]).encode()


def _in_sight(line: str, left: LeftOut) -> str:
    begun = len(line) - len(line.lstrip())
    found = _FAR.search(line, begun) if len(line) > FAR_SIGNS else None
    if begun >= FAR_SIGNS:
        left.add("pushed")
        return ""
    if found:
        left.add("pushed")
        return line[: found.start()]
    return line.rstrip()


def _cell_in_sight(cell: str, left: LeftOut) -> str:
    """Return what of a cell nothing pushes out of sight, blanks or line ends."""
    shown = in_sight(cell)
    if len(shown) < len(cell.rstrip()):
        left.add("pushed")
        return shown.rstrip()
    return "\n".join(line.rstrip() for line in cell.split("\n"))


def _table(text: str, delimiter: str, left: LeftOut) -> list[list[str]]:
    try:
        rows = list(_near(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), left))
    except csv.Error:
        raise CannotRebuild(
            "It is a table of text with cells too long to be rebuilt: split the file"
        ) from None
    width = _width(rows)
    if not width:
        raise CannotRebuild("It shows nothing, so that nothing of it can be released")
    for row in rows:
        left.add("beyond", count=sum(1 for one in row[width:] if one.strip()))
    return [row[:width] + [""] * (width - len(row)) for row in rows]


def _near(rows: "Iterator[list[str]]", left: LeftOut) -> Iterator[list[str]]:
    """Yield the rows up to a gap behind which nobody looks."""
    blank = cells = 0
    is_begun = is_beyond = False
    for row in rows:
        filled = sum(1 for one in row if one.strip())
        cells += filled
        if cells > _MOST_CELLS:
            raise CannotRebuild(
                f"It shows more than {_MOST_CELLS:,} cells: release a part of it, or a summary"
            )
        is_beyond = is_beyond or (is_begun and blank > FAR_ROWS and bool(filled))
        if is_beyond:
            left.add("far", count=filled)
        elif not filled:
            blank += 1
        else:
            yield from ([] for _ in range(blank if is_begun else 0))
            blank, is_begun = 0, True
            yield [_cell_in_sight(one, left) for one in row]


def _width(rows: list[list[str]]) -> int:
    """Return how many columns the table has: those of its head, or of most of its rows if its head has fewer."""
    widths = [_filled_to(row) for row in rows]
    head = next((width for width in widths if width), 0)
    usual = Counter(width for width in widths if width).most_common(1)
    width = max(head, usual[0][0] if usual else 0)
    used = sorted({at for row in rows for at, one in enumerate(row[:width]) if one.strip()})
    for one, after in pairwise(used):
        if after - one > FAR_COLUMNS:
            return one + 1
    return width


def _filled_to(row: list[str]) -> int:
    return next((at for at in range(len(row), 0, -1) if row[at - 1].strip()), 0)
