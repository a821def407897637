"""What a sheet shows, cell by cell, wherever it was read."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from answerable.inspecting.rebuilding.tables.numbers import general


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell that shows a number, a date or a truth in a form of its own: its words, its value, and a plain form."""

    text: str
    value: float | bool | dt.datetime | dt.time
    form: str = ""


_MERGED_BEYOND = 20
_MOST_MERGED = 100_000

Cell = str | float | Shown
"""What a cell shows: words, a number without a form, or a value in a form."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row that shows something: its place among the rows that are seen, and its cells by their columns' places.

    `origin` is its number in the file that it was read from, from 1.
    """

    number: int
    cells: dict[int, Cell]
    origin: int = 0


@dataclass(slots=True)
class ShownSheet:
    """A sheet as it is seen: rows and columns that are not are counted nowhere, and places begin at 0.

    `origins` are the numbers (from 1) that its columns have in the file that it was read from, by their places.
    """

    name: str
    lines: list[Line] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    origins: dict[int, int] = field(default_factory=dict)
    _taken: set[tuple[int, int]] = field(default_factory=set)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge cells, unless that hides what one of them shows, or they are merged already, or very many."""
        bottom = min(bottom, (self.lines[-1].number if self.lines else 0) + _MERGED_BEYOND)
        room = _MOST_MERGED - len(self._taken)
        if bottom < top or right < left or (bottom - top + 1) * (right - left + 1) > room:
            return
        inside = {(row, at) for row in range(top, bottom + 1) for at in range(left, right + 1)}
        if len(inside) > 1 and not inside & self._taken:
            self._taken |= inside
            self.merged.append((top, left, bottom, right))

    @property
    def count(self) -> int:
        """Return how many cells show something."""
        return sum(len(line.cells) for line in self.lines)

    def squeezed(self, *, rows: int, columns: int) -> "ShownSheet":
        """Return the sheet with no more than so many blank rows or columns between others."""
        tall = places_without_gaps([line.number for line in self.lines], rows)
        used = set[int]().union(*(line.cells.keys() for line in self.lines))
        wide = places_without_gaps(sorted(used), columns)
        if tall is None and wide is None:
            return self
        tall, wide = tall or _as_it_is, wide or _as_it_is
        return ShownSheet(
            self.name,
            [
                Line(tall(line.number), {wide(at): cell for at, cell in line.cells.items()})
                for line in self.lines
            ],
            {wide(at): width for at, width in self.widths.items()},
            [(tall(a), wide(b), tall(c), wide(d)) for a, b, c, d in self.merged],
        )


def _as_it_is(place: int) -> int:
    return place


def words_of(cell: Cell) -> str:
    """Return what a cell shows as words."""
    if isinstance(cell, str):
        return cell
    return cell.text if isinstance(cell, Shown) else general(cell)


def places_without_gaps(filled: list[int], most: int) -> Callable[[int], int] | None:
    """Return what moves places closer together, so that no gap is wider than so many; None if none is."""
    moved: list[tuple[int, int]] = []
    last, shift = -1, 0
    for one in filled:
        if one - last - 1 > most:
            shift += one - last - 1 - most
            moved.append((one, shift))
        last = one
    if not moved:
        return None
    starts = [start for start, _ in moved]
    shifts = [0, *(by for _, by in moved)]
    return lambda place: place - shifts[bisect_right(starts, place)]
