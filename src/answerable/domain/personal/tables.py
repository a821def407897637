"""Personal data in rows of a table, cell by cell: what the heads of its columns say of them is known."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from answerable.domain.personal.finding import everything_in
from answerable.domain.personal.kinds import PersonalFinding
from answerable.domain.personal.rules import surest
from answerable.domain.personal.small import small_cell

Named = Callable[[str], tuple[PersonalFinding, ...]]
"""What says which names somebody knows to stand in a text."""


@dataclass(frozen=True, slots=True)
class CellFinding:
    """Personal data in a cell: of which row and column, counted from 0, after how many characters."""

    row: int
    column: int
    at: int
    words: str
    finding: PersonalFinding


def found_in_rows(rows: Sequence[Sequence[str]], named: Named) -> Iterator[CellFinding]:
    """Yield the personal data in the rows of a table, its heads among them, in their order.

    What goes beyond a cell is told of each cell that it stands in.
    """
    cells = [(y, x, cell) for y, row in enumerate(rows) for x, cell in enumerate(row)]
    starts = [0, *accumulate(len(cell) + 1 for _, _, cell in cells)]
    text = "\n".join("\t".join(map(_in_line, row)) for row in rows)
    small = (small_cell(cell[2], at=at) for cell, at in zip(cells, starts, strict=False))
    found = everything_in(text, named(text))
    for one in surest([*found, *filter(None, small)], length=len(text)):
        yield from _in_cells(cells, starts, one)


def _in_line(cell: str) -> str:
    return "".join(" " if sign in "\t\n\r" else sign for sign in cell)


def _in_cells(
    cells: Sequence[tuple[int, int, str]], starts: Sequence[int], one: PersonalFinding
) -> Iterator[CellFinding]:
    for place in range(bisect_right(starts, one.start) - 1, len(cells)):
        if starts[place] >= one.end:
            break
        row, column, cell = cells[place]
        at = max(one.start - starts[place], 0)
        if words := cell[at : one.end - starts[place]].strip():
            yield CellFinding(row, column, at, words, one)
