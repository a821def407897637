"""What a sheet shows, cell by cell, wherever it was read."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from answerable.inspecting.rebuilding.tables.numbers import general


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell that shows a number, a date or a truth in a form of its own: its words, its value, and a plain form."""

    text: str
    value: float | bool | dt.datetime | dt.time
    form: str = ""


Cell = str | float | Shown
"""What a cell shows: words, a number without a form, or a value in a form."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row that shows something: its place among the rows that are seen, and its cells by their columns' places."""

    number: int
    cells: dict[int, Cell]


@dataclass(slots=True)
class ShownSheet:
    """A sheet as it is seen: rows and columns that are not are counted nowhere, and places begin at 0."""

    name: str
    lines: list[Line] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)

    @property
    def count(self) -> int:
        """Return how many cells show something."""
        return sum(len(line.cells) for line in self.lines)

    def squeezed(self, *, rows: int, columns: int) -> "ShownSheet":
        """Return the sheet with no more than so many blank rows or columns between others."""
        tall = places_without_gaps([line.number for line in self.lines], rows)
        wide = places_without_gaps(sorted({at for one in self.lines for at in one.cells}), columns)
        return ShownSheet(
            self.name,
            [
                Line(tall(line.number), {wide(at): cell for at, cell in line.cells.items()})
                for line in self.lines
            ],
            {wide(at): width for at, width in self.widths.items()},
            [(tall(a), wide(b), tall(c), wide(d)) for a, b, c, d in self.merged],
        )


def words_of(cell: Cell) -> str:
    """Return what a cell shows as words."""
    if isinstance(cell, str):
        return cell
    return cell.text if isinstance(cell, Shown) else general(cell)


def places_without_gaps(filled: list[int], most: int) -> Callable[[int], int]:
    """Return what moves places closer together, so that no gap is wider than so many."""
    moved: list[tuple[int, int]] = []
    last, shift = -1, 0
    for one in filled:
        if one - last - 1 > most:
            shift += one - last - 1 - most
            moved.append((one, shift))
        last = one
    if not moved:
        return lambda place: place
    return lambda place: place - max((by for start, by in moved if place >= start), default=0)
