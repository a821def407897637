"""PDF without tags into blocks: words and ruling lines into cells, or columns, and paragraphs in them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from answerable.reading.blocks import Block, Document, Kind
from answerable.reading.pdf.breaks import joined
from answerable.reading.pdf.columns import column_of, in_columns
from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.frames import frames_of
from answerable.reading.pdf.furniture import without_furniture
from answerable.reading.pdf.grid import Span, gridded
from answerable.reading.pdf.joining import Joints
from answerable.reading.pdf.layout import Content, Grid, GridCell, Line, content_of
from answerable.reading.pdf.lists import has_bullet, item_of
from answerable.reading.pdf.paragraphs import Print, paragraphs_of, print_of
from answerable.reading.pdf.places import Box
from answerable.reading.pdf.written import Written, runs_of
from answerable.reading.raw_tables import Cell, RawTable
from answerable.reading.tables import blocks_of

BY_LINES = "untagged PDF by its lines"
BY_COLUMNS = "untagged PDF by its columns"

_LARGER = 1.15
_LONGEST_HEADING = 14
_SAME_INDENT = 4.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on one page: its height, its text with links, and its ruling lines."""

    height: float
    pieces: Sequence[Piece]
    rules: Sequence[Box]


def untagged_document(sheets: Sequence[Sheet]) -> Document:
    """Return the document that the places of words and lines make."""
    pages = [content_of(sheet.pieces, frames_of(sheet.rules)) for sheet in sheets]
    pages, furniture = without_furniture(pages, [sheet.height for sheet in sheets])
    column = column_of(pages)
    if column is not None:
        pages = _columned(pages, column)
    content = joined(pages, furniture)
    pieces = [piece for sheet in sheets for piece in sheet.pieces]
    writer = _Writer(Joints(pieces), print_of(content, pieces))
    frame = writer.written.furniture(furniture)
    blocks = [*([frame] if frame else []), *writer.blocks(content, in_cell=False)]
    how = BY_LINES if column is None else BY_COLUMNS
    return Document(writer.written.text(), tuple(blocks), has_pages=True, how=how)


def _columned(pages: Sequence[Content], column: float) -> list[Content]:
    found: list[Content] = []
    for page in pages:
        last = found[-1][-1] if found and found[-1] else None
        is_open = isinstance(last, Grid) and last.columns[0] == 0.0
        found.append(in_columns(page, column, is_open=is_open) if page else [])
    return found


class _Writer:
    """Writes content as blocks."""

    def __init__(self, joints: Joints, printed: Print) -> None:
        self.written = Written()
        self._joints = joints
        self._printed = printed

    def blocks(self, content: Content, *, in_cell: bool) -> list[Block]:
        """Return the blocks of the lines and grids that stand below each other."""
        found: list[Block] = []
        lines: list[Line] = []
        for part in content:
            if isinstance(part, Line):
                lines.append(part)
                continue
            found += self._paragraphs(lines, in_cell=in_cell)
            lines = []
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
        if cell.span != Span():
            spans[id(made)] = cell.span
        return made

    def _paragraphs(self, lines: Sequence[Line], *, in_cell: bool) -> list[Block]:
        found = []
        indents: list[float] = []
        for paragraph in paragraphs_of(lines, self._printed):
            pieces = [piece for line in paragraph for piece in line.pieces]
            runs = runs_of(pieces, self._joints)
            if not runs:
                continue
            kind, marker, level = Kind.PARAGRAPH, None, 0
            aside = paragraph[0].aside
            if aside:
                kind = Kind.PICTURE
            elif has_bullet(paragraph[0].text):
                kind, level = Kind.ITEM, _level(indents, paragraph[0].box[0])
                marker, runs = item_of(runs)
            elif not in_cell and self._is_heading(paragraph):
                kind = Kind.HEADING
            if runs:
                made = self.written.paragraph(runs, pieces, kind=kind, marker=marker, level=level)
                found.append(replace(made, aside=aside))
        return found

    def _is_heading(self, paragraph: Sequence[Line]) -> bool:
        pieces = [piece for line in paragraph for piece in line.pieces if piece.text.strip()]
        text = " ".join(line.text for line in paragraph)
        is_large = all(piece.size > self._printed.size * _LARGER for piece in pieces)
        is_bold = all(piece.is_bold for piece in pieces)
        is_short = len(text.split()) <= _LONGEST_HEADING and not text.endswith((".", ":", ";", ","))
        return is_short and (is_large or is_bold)


def _level(indents: list[float], left: float) -> int:
    """Return how deep a list item stands, by how far its bullet is drawn in."""
    while indents and indents[-1] > left + _SAME_INDENT:
        indents.pop()
    if not indents or left > indents[-1] + _SAME_INDENT:
        indents.append(left)
    return len(indents) - 1
