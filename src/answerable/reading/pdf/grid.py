"""Rows of cells into a grid: a cell that spans several rows or columns leaves empty ones beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.reading.raw_tables import Cell


@dataclass(frozen=True, slots=True)
class Span:
    """How many columns and rows a cell takes up."""

    columns: int = 1
    rows: int = 1


NO_SPAN = Span()
"""What a cell takes up that says nothing of it."""


def gridded(rows: Sequence[Sequence[Cell]], spans: dict[int, Span]) -> list[list[Cell]]:
    """Return the rows with an empty cell wherever another reaches into; `spans` are by `id` of the cell."""
    if not spans:
        return [list(row) for row in rows]
    grid: list[list[Cell]] = []
    reaching: dict[int, int] = {}
    for row in rows:
        whole: list[Cell] = []
        taken, reaching = reaching, {}
        for cell in row:
            _skip(whole, taken, reaching)
            span = spans.get(id(cell), NO_SPAN)
            for place in range(len(whole), len(whole) + span.columns):
                if span.rows > 1:
                    reaching[place] = span.rows - 1
            whole += [cell, *(Cell() for _ in range(span.columns - 1))]
        _skip(whole, taken, reaching)
        grid.append(whole)
    return grid


def _skip(whole: list[Cell], taken: dict[int, int], reaching: dict[int, int]) -> None:
    """Leave empty the columns that cells from rows above take up here."""
    while (left := taken.pop(len(whole), 0)) > 0:
        if left > 1:
            reaching[len(whole)] = left - 1
        whole.append(Cell())
