"""The levels of headings: none is left out on the way down, as whoever listens to a page expects."""

from dataclasses import replace

from answerable.inspecting.rebuilding.documents.blocks import (
    Block,
    Cell,
    Document,
    Heading,
    Note,
    Paragraph,
    Table,
)

_DEEPEST = 6


def in_order(document: Document) -> Document:
    """Return a document whose headings stand in its text alone, each one level below another at most."""
    return replace(
        document,
        blocks=_levelled(document.blocks),
        notes=tuple(Note(one.label, _plain(one.blocks)) for one in document.notes),
        head=_plain(document.head),
        foot=_plain(document.foot),
    )


def _levelled(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    made: list[Block] = []
    above: list[int] = []
    for one in blocks:
        if isinstance(one, Heading):
            while above and above[-1] >= one.level:
                above.pop()
            above.append(one.level)
            made.append(replace(one, level=min(len(above), _DEEPEST)))
        else:
            made += _plain((one,))
    return tuple(made)


def _plain(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks without headings: what stands in a table or a note is no part of the order of a page."""
    made: list[Block] = []
    for one in blocks:
        if isinstance(one, Heading):
            made.append(Paragraph(tuple(replace(run, is_bold=True) for run in one.runs)))
        elif isinstance(one, Table):
            rows = tuple(tuple(_plain_cell(cell) for cell in row) for row in one.rows)
            made.append(replace(one, rows=rows))
        else:
            made.append(one)
    return tuple(made)


def _plain_cell(cell: Cell) -> Cell:
    return replace(cell, blocks=_plain(cell.blocks))
