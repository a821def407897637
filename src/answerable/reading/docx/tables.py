"""Tables of Word: rows and cells, merged ones too, as the shared reading of tables takes them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from answerable.reading.blocks import MOST_BLOCKS, Block, Kind, TooManyBlocks
from answerable.reading.docx.elements import (
    NAMES,
    OF_CELL,
    Element,
    W,
    child,
    first_of,
    name_of,
    number,
    unwrapped,
    value,
    value_of,
)
from answerable.reading.docx.inline import Inline
from answerable.reading.raw_tables import Cell, RawTable
from answerable.reading.tables import blocks_of, data_block

_WIDEST = 63
"""Columns of the widest table that Word makes."""

_ROW, _CELL, _OF_ROW, _SPAN = f"{W}tr", f"{W}tc", f"{W}trPr", f"{W}gridSpan"
_PROPERTIES = frozenset((f"{W}tblPr", f"{W}tblGrid", f"{W}tblPrEx", _OF_ROW))
_EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: its cells, how many columns each spans, and those left free."""

    cells: list[Cell]
    spans: tuple[int, ...]
    free_before: int = 0
    free_after: int = 0

    def spread(self) -> list[Cell]:
        """Return a cell for each column: the words of a merged cell stand in its first."""
        spread = [_EMPTY] * self.free_before
        for cell, span in zip(self.cells, self.spans, strict=True):
            spread += [cell, *[_EMPTY] * (span - 1)]
        return spread + [_EMPTY] * self.free_after

    def width(self) -> int:
        """Return how many columns the row has."""
        return self.free_before + sum(self.spans) + self.free_after


def rows_of(
    table: Element, inline: Inline, read: Callable[[list[Element]], Cell]
) -> Iterator[TableRow]:
    """Yield the rows of a table, each cell as it is read from its parts; but for those that a tracked change took out."""
    for row in _inside(table, _ROW):
        within = list(row)
        properties = first_of(within, _OF_ROW)
        if child(properties, "del") is not None:
            inline.deleted += 1
            continue
        cells = [list(one) for one in _inside(within, _CELL)]
        yield TableRow(
            [read(parts) for parts in cells],
            tuple([_columns(_span(parts), least=1) for parts in cells]),
            _columns(value(properties, "gridBefore"), least=0),
            _columns(value(properties, "gridAfter"), least=0),
        )


def _inside(elements: Iterable[Element], tag: str) -> Iterator[Element]:
    """Yield the rows of a table, or the cells of a row, whatever wraps them."""
    name = NAMES[tag]
    for one in elements:
        if one.tag == tag:
            yield one
        elif one.tag not in _PROPERTIES:
            yield from (inner for inner in unwrapped((one,)) if name_of(inner) == name)


def _span(parts: Sequence[Element]) -> str | None:
    properties = first_of(parts, OF_CELL)
    for one in properties if properties is not None else ():
        if one.tag == _SPAN:
            return value_of(one)
    return None


def _columns(text: str | None, *, least: int) -> int:
    if text is None:
        return least
    return max(least, min(number(text, otherwise=least), _WIDEST))


def laid_out(rows: list[TableRow], notes: set[int], *, start: int, end: int) -> list[Block]:
    """Return a table as one block of rows and the notes to it; or, where it only lays out, what stands in it.

    `notes` are the places where notes begin. A single cell is a frame around paragraphs.
    """
    if len(rows) == 1 and len(rows[0].cells) == 1:
        return rows[0].cells[0].blocks
    blocks = blocks_of(RawTable([row.cells for row in rows], start, end))
    if len(blocks) != 1 or blocks[0].kind is not Kind.TABLE or blocks[0].start != start:
        return blocks
    behind = [*_notes(rows, notes)]
    for row in rows if behind else ():
        row.cells[:] = [
            Cell([one for one in cell.blocks if one.start not in notes]) for cell in row.cells
        ]
    if max(row.width() for row in rows) * len(rows) > MOST_BLOCKS:
        raise TooManyBlocks
    is_broken = any(one.broken for row in rows[:1] for cell in row.cells for one in cell.blocks)
    table = data_block([row.spread() for row in rows if row.cells], start=start, end=end)
    return [replace(table, broken=is_broken), *behind]


def _notes(rows: Iterable[TableRow], notes: set[int]) -> Iterator[Block]:
    for row in rows if notes else ():
        for cell in row.cells:
            yield from (one for one in cell.blocks if one.start in notes)
