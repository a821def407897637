"""Tables of a document: rows that are seen, cells with all that they hold."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from answerable.inspecting.markup import Element, attribute, local
from answerable.inspecting.office.writing.narrow import cells_without_width
from answerable.inspecting.office.writing.runs import codes_of_row, is_under_merged
from answerable.inspecting.office.writing.styles import child, children
from answerable.inspecting.rebuilding.documents.blocks import Block, Cell, Paragraph, Table
from answerable.inspecting.rebuilding.documents.writing.grounds import Grounds

_MOST_ACROSS = 64

Said = Callable[[Element], tuple[Block, ...]]
"""Reads what a cell holds."""


@dataclass(frozen=True, slots=True)
class _Placed:
    at: int
    cell: Cell
    is_continued: bool


def table_of(table: Element, said: Said, grounds: Grounds) -> list[Block]:
    """Return a table as it is seen; nothing if all its rows are hidden."""
    rows = [row for row in _rows(table) if not _is_gone(row)]
    placed = [list(_cells(row, said)) for row in rows]
    made = [
        tuple(
            replace(one.cell, down=_down(one.at, placed[number + 1 :]))
            for one in row
            if not one.is_continued
        )
        for number, row in enumerate(placed)
    ]
    if not any(cell.blocks for row in made for cell in row):
        return []
    return [Table(tuple(made), heads=_heads(rows, made, table, grounds))]


def _rows(container: Element) -> Iterator[Element]:
    for one in container:
        name = local(one)
        if name == "tr":
            yield one
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _rows(one)


def _is_gone(row: Element) -> bool:
    properties = child(row, "trPr")
    is_deleted = next(children(properties, "del", "moveFrom"), None) is not None
    return is_deleted or next(codes_of_row(row), None) is not None


def _cells(row: Element, said: Said) -> Iterator[_Placed]:
    at = 0
    for one in children(child(row, "trPr"), "gridBefore"):
        at = _span(one)
        yield _Placed(0, Cell((), across=at), is_continued=False)
    too_narrow = {*cells_without_width(row)}
    for cell in _elements(row):
        properties = child(cell, "tcPr")
        if next(children(properties, "cellDel"), None) is not None:
            continue
        across = next((_span(one) for one in children(properties, "gridSpan")), 1)
        is_continued = is_under_merged(cell)
        # What stands in a cell that another is merged over, or in one without width, nobody sees.
        blocks = () if is_continued or cell in too_narrow else said(cell)
        yield _Placed(at, Cell(blocks, across=across), is_continued)
        at += across


def _elements(container: Element) -> Iterator[Element]:
    for one in container:
        name = local(one)
        if name == "tc":
            yield one
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _elements(one)


def _down(at: int, below: list[list[_Placed]]) -> int:
    down = 1
    for row in below:
        if not any(one.at == at and one.is_continued for one in row):
            break
        down += 1
    return down


def _span(one: Element) -> int:
    told = attribute(one, "val")
    return min(max(int(told), 1), _MOST_ACROSS) if told.isdecimal() else 1


def _heads(
    rows: list[Element], made: list[tuple[Cell, ...]], table: Element, grounds: Grounds
) -> int:
    """Return how many rows at the top are heads: those that say so, or a first row that looks like one."""
    heads = 0
    while heads < len(rows) - 1 and child(child(rows[heads], "trPr"), "tblHeader") is not None:
        heads += 1
    if heads or len(made) < 2:  # noqa: PLR2004 a head stands over something
        return heads
    if grounds.has_head(child(table, "tblPr")):
        return 1
    return int(all(_is_bold(cell) for cell in made[0]) and any(cell.blocks for cell in made[0]))


def _is_bold(cell: Cell) -> bool:
    runs = [run for one in cell.blocks if isinstance(one, Paragraph) for run in one.runs]
    return bool(runs) and all(run.is_bold for run in runs)
