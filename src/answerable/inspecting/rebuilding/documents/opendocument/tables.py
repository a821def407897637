"""Tables of an OpenDocument text or slide: rows and columns that are seen."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from answerable.inspecting.markup import Element, attribute, local
from answerable.inspecting.opendocument.styles import Styles
from answerable.inspecting.rebuilding.documents.blocks import Block, Cell, Table
from answerable.inspecting.rebuilding.documents.opendocument.looks import Look

_MOST_REPEATED = 1_000
_GROUPS = (
    "table-rows",
    "table-row-group",
    "table-header-rows",
    "table-columns",
    "table-column-group",
    "table-header-columns",
)

Said = Callable[[Element, Look], list[Block]]
"""Reads what a cell holds."""


def table_of(table: Element, styles: Styles, look: Look, said: Said) -> list[Block]:
    """Return a table as it is seen; nothing if nothing of it is."""
    if styles.said("table", attribute(table, "style-name"), "display") in ("false", "none"):
        return []
    hidden = set(_hidden_columns(table))
    heads, rows = 0, []
    for row, is_head in _rows(table, is_head=False):
        if attribute(row, "visibility") in ("collapse", "filter") or _is_low(row, styles):
            continue
        cells = tuple(_cells(row, styles, look, said, hidden))
        heads += is_head
        rows += [cells] * (
            _count(row, "number-rows-repeated") if any(one.blocks for one in cells) else 1
        )
    if not any(cell.blocks for row in rows for cell in row):
        return []
    return [Table(tuple(rows), heads=heads if heads < len(rows) else 0)]


def _rows(holder: Element, *, is_head: bool) -> Iterator[tuple[Element, bool]]:
    for one in holder:
        name = local(one)
        if name == "table-row":
            yield one, is_head
        elif name in _GROUPS and attribute(one, "display") != "false":
            yield from _rows(one, is_head=is_head or name == "table-header-rows")


def _cells(
    row: Element, styles: Styles, look: Look, said: Said, hidden: set[int]
) -> Iterator[Cell]:
    at = 0
    for one in row:
        name = local(one)
        if name not in ("table-cell", "covered-table-cell"):
            continue
        across = _count(one, "number-columns-spanned")
        for _ in range(_count(one, "number-columns-repeated")):
            if name == "table-cell" and not (across == 1 and at in hidden):
                style = attribute(one, "style-name")
                ground = styles.ground("table-cell", style)
                inside = replace(look, ground=ground) if ground else look
                blocks = tuple(said(one, inside.styled(styles, "table-cell", style)))
                yield Cell(blocks, across=across, down=_count(one, "number-rows-spanned"))
            at += 1


def _hidden_columns(table: Element) -> Iterator[int]:
    at = 0
    for one in table.iter():
        if local(one) == "table-column":
            count = _count(one, "number-columns-repeated")
            if attribute(one, "visibility") in ("collapse", "filter"):
                yield from range(at, at + count)
            at += count


def _is_low(row: Element, styles: Styles) -> bool:
    return styles.is_narrow("table-row", attribute(row, "style-name"), "row-height")


def _count(one: Element, name: str) -> int:
    told = attribute(one, name)
    return min(max(int(told), 1), _MOST_REPEATED) if told.isdecimal() else 1
