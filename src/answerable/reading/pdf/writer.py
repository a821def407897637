"""Lines and grids written as blocks: paragraphs, headings, list items and tables."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, islice

from answerable.reading.blocks import Block, Kind
from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.grid import NO_SPAN, Span, gridded
from answerable.reading.pdf.hyphens import Hyphens, without_soft
from answerable.reading.pdf.joining import MOST_LINES, Joints
from answerable.reading.pdf.layout import Content, Grid, GridCell, Line
from answerable.reading.pdf.lists import has_bullet, item_of
from answerable.reading.pdf.paragraphs import Print, paragraphs_of
from answerable.reading.pdf.written import Written, runs_of
from answerable.reading.raw_tables import Cell, RawTable
from answerable.reading.tables import blocks_of

_LARGER = 1.15
_LONGEST_HEADING = 14
_SAME_INDENT = 4.0
# Until the pages have been looked at.
_USUAL_PITCH, _USUAL_SIZE = 1.15, 10.0


class Writer:
    """Writes content as blocks."""

    def __init__(self, pages: Sequence[Sequence[Piece]]) -> None:
        """Begin with nothing; the pieces of a document's pages say how its lines end."""
        self.written = Written()
        self.printed = Print(_USUAL_PITCH, _USUAL_SIZE)
        self._joints = Joints([*islice(chain.from_iterable(pages), MOST_LINES)])
        self._hyphens = Hyphens(pages)

    def blocks(self, content: Content, *, in_cell: bool) -> list[Block]:
        """Return the blocks of the lines and grids that stand below each other.

        The content is emptied: a document of thousands of pages would be held twice.
        """
        found: list[Block] = []
        lines: list[Line] = []
        waiting = content[::-1]
        content.clear()
        while waiting:
            part = waiting.pop()
            if isinstance(part, Line):
                lines.append(part)
                continue
            found += self._paragraphs(lines, in_cell=in_cell)
            found += self._grid(part)
        return found + self._paragraphs(lines, in_cell=in_cell)

    def _grid(self, grid: Grid) -> list[Block]:
        start = self.written.length
        spans: dict[int, Span] = {}
        rows = [[self._cell(cell, spans) for cell in row] for row in grid.rows]
        if [len(row) for row in rows] == [1]:
            # A box around words is no table.
            return rows[0][0].blocks
        within = [block for row in rows for cell in row for block in cell.blocks]
        if not within:
            return []
        end = max(start, self.written.length - 1)
        found = blocks_of(RawTable(gridded(rows, spans), start, end))
        page = min(block.page for block in within)
        is_whole = [block.kind is Kind.TABLE and block.start == start for block in found]
        return [
            replace(block, page=page, box=grid.box) if whole and block.box is None else block
            for block, whole in zip(found, is_whole, strict=True)
        ]

    def _cell(self, cell: GridCell, spans: dict[int, Span]) -> Cell:
        made = Cell(self.blocks(cell.content, in_cell=True))
        if cell.span is not NO_SPAN:
            spans[id(made)] = cell.span
        return made

    def _paragraphs(self, lines: list[Line], *, in_cell: bool) -> list[Block]:
        """Return lines as blocks, and empty their list."""
        if not lines:
            return []
        found: list[Block] = []
        indents: list[float] = []
        starts = _starts(lines)
        waiting = _with_notes(lines, self.printed)[::-1]
        lines.clear()
        while waiting:
            paragraph = waiting.pop()
            left = paragraph[0].box[0] - starts.get(_column(paragraph[0]), 0.0)
            found += self._paragraph(paragraph, left, indents, in_cell=in_cell)
        return found

    def _paragraph(
        self, paragraph: Sequence[Line], left: float, indents: list[float], *, in_cell: bool
    ) -> list[Block]:
        pieces = self._hyphens.rejoined(paragraph)
        runs = without_soft(runs_of(pieces, self._joints))
        kind, marker, level = Kind.PARAGRAPH, None, 0
        if paragraph[0].aside:
            kind = Kind.PICTURE
        elif has_bullet(paragraph[0].text) and (item := item_of(runs))[1]:
            kind, level = Kind.ITEM, _level(indents, left)
            marker, runs = item
        elif not in_cell and self._is_heading(paragraph):
            kind = Kind.HEADING
        if not runs:
            return []
        return [self.written.paragraph(runs, pieces, kind=kind, marker=marker, level=level)]

    def _is_heading(self, paragraph: Sequence[Line]) -> bool:
        pieces = [piece for line in paragraph for piece in line.pieces if piece.text.strip()]
        text = " ".join(line.text for line in paragraph)
        is_large = all(piece.size > self.printed.size * _LARGER for piece in pieces)
        is_bold = all(piece.is_bold for piece in pieces)
        if paragraph[0].is_note:
            return False
        is_short = len(text.split()) <= _LONGEST_HEADING and not text.endswith((".", ":", ";", ","))
        return is_short and (is_large or is_bold)


def _column(line: Line) -> tuple[int, int]:
    """Return what tells a newspaper column from others."""
    return line.page, line.flow


def _starts(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    """Return where newspaper columns begin, in points: list items are drawn in from there."""
    found: dict[tuple[int, int], float] = {}
    for line in lines:
        if line.flow:
            key = _column(line)
            found[key] = min(found.get(key, line.box[0]), line.box[0])
    return found


def _with_notes(lines: Sequence[Line], printed: Print) -> list[list[Line]]:
    """Return paragraphs; footnotes stand behind the one that goes on over the page that they stand on."""
    if not any(line.is_note for line in lines):
        return paragraphs_of(lines, printed)
    paragraphs = paragraphs_of([line for line in lines if not line.is_note], printed)
    ends = {id(paragraph[-1]): place for place, paragraph in enumerate(paragraphs)}
    behind: dict[int, list[Line]] = {}
    place = -1
    is_open = False
    for line in lines:
        if line.is_note:
            behind.setdefault(place + is_open, []).append(line)
        else:
            is_open = id(line) not in ends
            place = ends.get(id(line), place)
    found = paragraphs_of(behind.get(-1, []), printed)
    for place, paragraph in enumerate(paragraphs):
        found += [paragraph, *paragraphs_of(behind.get(place, []), printed)]
    return found


def _level(indents: list[float], left: float) -> int:
    """Return how deep a list item stands, by how far its bullet is drawn in."""
    while indents and indents[-1] > left + _SAME_INDENT:
        indents.pop()
    if not indents or left > indents[-1] + _SAME_INDENT:
        indents.append(left)
    return len(indents) - 1
