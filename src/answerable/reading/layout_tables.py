"""Tables that set the parts of a page side by side, as sites of old do: what stands in them is no row of anything."""

from dataclasses import replace

from answerable.reading.blocks import AROUND, Block, Kind
from answerable.reading.raw_tables import Cell
from answerable.reading.vocabulary import label_of

_WIDEST = 6
_FEWEST_BLOCKS = 5
_MOST_ROWS = 5
_LINE_AND_TABLE = 2
_LONGEST_LINE = 12
_SHARE = 0.75


def holds_records(rows: list[list[Cell]]) -> bool:
    """Return whether whole records stand inside of cells: then no row is one, and no cell is a field."""
    return not _has_heads(rows) and any(cell.holds_both() for row in rows for cell in row)


def holds_one_in_each(rows: list[list[Cell]]) -> bool:
    """Return whether each row below the heads of columns has a cell that holds a record."""
    held = [any(map(Cell.holds_both, row)) for row in rows]
    return len(held) > 1 and all(held[1:])


def holds_parts(rows: list[list[Cell]]) -> bool:
    """Return whether a few cells hold whole parts of a page, with headings or records' labels among them."""
    return len(rows) <= _MOST_ROWS and any(
        len(cell.blocks) > _FEWEST_BLOCKS and any(map(_begins_part, cell.blocks))
        for row in rows
        for cell in row
    )


def _begins_part(block: Block) -> bool:
    return block.kind is Kind.HEADING or block.column == 0


def lays_out_page(rows: list[list[Cell]]) -> bool:
    """Return whether one cell holds nearly all words of a table, and these are parted as a page is."""
    if _has_heads(rows) or max(map(len, rows)) > _WIDEST:
        return False
    sizes = [(len(cell.text()), cell) for row in rows for cell in row]
    longest, main = max(sizes, key=lambda one: one[0])
    is_whole = longest >= _SHARE * sum(size for size, _ in sizes)
    return is_whole and _is_parted(main)


def page_blocks(rows: list[list[Cell]]) -> list[Block]:
    """Return what stands in the cells of a page's layout; those that only lead elsewhere stand aside."""
    cells = [cell for row in rows for cell in row if cell.blocks]
    longest = max(range(len(cells)), key=lambda place: len(cells[place].text()), default=0)
    labelled = [place for place, cell in enumerate(cells) if _has_label(cell)]
    # What stands above a record's labels heads it, and is no foot.
    last = max([longest, *labelled])
    blocks: list[Block] = []
    for place, cell in enumerate(cells):
        is_around = place not in labelled and (
            _only_leads(cell) or (place > last and _is_foot(cell))
        )
        blocks += [replace(one, aside=AROUND) for one in cell.blocks] if is_around else cell.blocks
    return blocks


def _has_heads(rows: list[list[Cell]]) -> bool:
    return any(cell.is_header and cell.blocks for row in rows for cell in row)


def _is_parted(cell: Cell) -> bool:
    """Return whether a cell has headings, tables or records in it, or as many paragraphs as a page."""
    kinds = [block.kind for block in cell.blocks]
    is_inside = Kind.TABLE in kinds or any(block.column == 0 for block in cell.blocks)
    is_headed = Kind.HEADING in kinds and len(kinds) > 1
    # A cell of figures may have a small table of its own, and a line above it.
    return (is_inside and len(kinds) > _LINE_AND_TABLE) or is_headed or len(kinds) >= _FEWEST_BLOCKS


def _has_label(cell: Cell) -> bool:
    # A menu leads to "Requests", and asks nothing.
    labels = [label_of(block.text) for block in cell.blocks if not leads(block)]
    return any(label is not None and label.is_strong for label in labels)


def _only_leads(cell: Cell) -> bool:
    """Return whether nothing but links, and what heads them, stands in a cell."""
    words = [block for block in cell.blocks if block.kind is not Kind.PICTURE]
    plain = [block for block in words if not leads(block)]
    return len(plain) < len(words) and all(one.kind is Kind.HEADING for one in plain)


def leads(block: Block) -> bool:
    """Return whether a block is nothing but links, and marks between them."""
    is_linked = any(run.link for run in block.runs)
    return is_linked and not any(
        any(map(str.isalnum, run.text)) for run in block.runs if not run.link
    )


def _is_foot(cell: Cell) -> bool:
    """Return whether a cell has only short lines that are no sentences: who owns the page, when it was changed."""
    return all(
        block.kind is not Kind.TABLE
        and len(block.text.split()) <= _LONGEST_LINE
        and block.text[-1:] not in "?:"
        for block in cell.blocks
    )
