"""Tables whose cells fit: as many columns in every row, and no cell beyond an edge."""

from dataclasses import replace

from answerable.inspecting.rebuilding.documents.blocks import Cell, Table

MOST_COLUMNS = 64
"""Columns that a page can hold, however wide it is."""


def columns_of(table: Table) -> int:
    """Return how many columns a table has."""
    return max((sum(cell.across for cell in row) for row in table.rows), default=0)


def squared(table: Table) -> tuple[Table, int]:
    """Return a table that every program draws alike, and how many columns it has."""
    rows: list[list[Cell]] = []
    taken: dict[int, set[int]] = {}
    wide = 0
    for number, row in enumerate(table.rows):
        at, made = 0, []
        for cell in row:
            while at in taken.get(number, ()):
                at += 1
            fitting = _fitting(cell, at, taken.get(number, set()), len(table.rows) - number)
            if number < table.heads:
                fitting = replace(fitting, down=min(fitting.down, table.heads - number))
            for below in range(number, number + fitting.down):
                taken.setdefault(below, set()).update(range(at, at + fitting.across))
            made.append(fitting)
            at += fitting.across
        rows.append(made)
        wide = max(wide, max(taken.get(number, {0})) + 1)
    for number, cells in enumerate(rows):
        free = wide - len(taken.get(number, ()))
        cells.extend([Cell(())] * free)
    return replace(table, rows=tuple(map(tuple, rows))), wide


def _fitting(cell: Cell, at: int, taken: set[int], rows_left: int) -> Cell:
    across = 1
    while across < cell.across and at + across not in taken and at + across < MOST_COLUMNS:
        across += 1
    return replace(cell, across=across, down=max(1, min(cell.down, rows_left)))
