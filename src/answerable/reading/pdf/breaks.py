"""Pages joined to one content: a grid goes on in the grid at the top of the next page."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.layout import Content, Grid, GridCell, Line

_NEAR = 4.0
_FEWEST_CELLS = 2
_SAME_WORDS = 0.85
# A box around words has two edges.
_BOX = 2
_MOST_HEADER_ROWS = 3
_SHARED_GAP = 2.0
_ENDS = re.compile(r"[.?!:;][\"'\u201d\u2019)\]]*$")


def joined(
    pages: Sequence[Content], notes: Sequence[Sequence[Line]], furniture: list[Piece]
) -> Content:
    """Return the content of all pages; rows that head a table again are added to the furniture.

    The footnotes of a page stand behind the grid that it ends with, however far that goes on.
    """
    whole: Content = []
    waiting: list[Line] = []
    for page, own in zip(pages, notes, strict=True):
        if waiting and page and whole and isinstance(whole[-1], Grid):
            _append(whole, page[:1], furniture)
            whole += waiting
            _append(whole, page[1:], furniture)
            waiting = []
        else:
            if page:
                whole += waiting
                waiting = []
            _append(whole, page, furniture)
        waiting += own
    return whole + waiting


def _append(content: Content, more: Content, furniture: list[Piece]) -> None:
    last, first = content[-1] if content else None, more[0] if more else None
    if isinstance(last, Grid) and isinstance(first, Grid) and is_same(last, first):
        if len(last.columns) == _BOX and not last.gaps:
            _append(last.rows[-1][0].content, first.rows[0][0].content, furniture)
        else:
            _append_rows(last, first, furniture)
        more = more[1:]
    content += more


def is_same(first: Grid, second: Grid) -> bool:
    """Return whether two grids have the same columns: the same edges, or blanks in the same places."""
    if first.gaps or second.gaps:
        return len(first.gaps) == len(second.gaps) and all(
            min(one[1], other[1]) - max(one[0], other[0]) >= _SHARED_GAP
            for one, other in zip(first.gaps, second.gaps, strict=True)
        )
    return len(first.columns) == len(second.columns) and all(
        abs(one - other) <= _NEAR for one, other in zip(first.columns, second.columns, strict=True)
    )


def _append_rows(grid: Grid, more: Grid, furniture: list[Piece]) -> None:
    rows = list(more.rows)
    for head in grid.rows[: min(_MOST_HEADER_ROWS, len(grid.rows) - 1)]:
        if not rows or not any(_texts(head)) or not _heads_again(head, rows[0]):
            break
        furniture += [piece for cell in rows.pop(0) for piece in _pieces(cell)]
    if rows and grid.rows and _goes_on(grid.rows, rows):
        for cell, further in zip(grid.rows[-1], rows.pop(0), strict=True):
            _append(cell.content, further.content, furniture)
    grid.rows += rows


def _heads_again(head: Sequence[GridCell], row: Sequence[GridCell]) -> bool:
    """Return whether a row says what heads the table; as nearly as a picture is read, where it is one."""
    if _texts(head) == _texts(row):
        return True
    if any(piece.sure is None for cell in (*head, *row) for piece in _pieces(cell)):
        return False
    first, second = (_letters(" ".join(_texts(one))) for one in (head, row))
    return bool(first) and SequenceMatcher(None, first, second).ratio() >= _SAME_WORDS


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _texts(row: Sequence[GridCell]) -> list[str]:
    return [cell.text() for cell in row]


def _goes_on(rows: Sequence[Sequence[GridCell]], more: Sequence[Sequence[GridCell]]) -> bool:
    """Return whether the first row of a page is the rest of the row that the last page cut.

    Its first cell is empty; or more of its cells are than in any other row, or its words go on in the middle
    of a sentence, and none that was empty is not.
    """
    last, row = rows[-1], more[0]
    spans = [cell.span.columns for cell in last] == [cell.span.columns for cell in row]
    if not spans or len(row) < _FEWEST_CELLS or not any(cell.content for cell in row):
        return False
    adds = any(
        further.content and not cell.content for cell, further in zip(last, row, strict=True)
    )
    usual = max((_empty(one) for one in (*rows[:-1], *more[1:])), default=0)
    if not row[0].content:
        return True
    return not adds and (_empty(row) > max(usual, _empty(last)) or _is_cut(last, row))


def _is_cut(last: Sequence[GridCell], row: Sequence[GridCell]) -> bool:
    """Return whether a cell's words go on in the middle of a sentence, and no cell begins another."""
    pairs = [
        (before.text(), after.text())
        for before, after in zip(last, row, strict=True)
        if after.content
    ]
    return any(
        after[:1].islower() and not _ENDS.search(before) for before, after in pairs
    ) and not (any(before == after or after[:1].isdigit() for before, after in pairs))


def _empty(row: Sequence[GridCell]) -> int:
    return sum(not cell.content for cell in row)


def _pieces(cell: GridCell) -> list[Piece]:
    found: list[Piece] = []
    for part in cell.content:
        if isinstance(part, Line):
            found += part.pieces
        else:
            found += [piece for row in part.rows for below in row for piece in _pieces(below)]
    return found
