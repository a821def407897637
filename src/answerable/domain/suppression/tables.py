"""Tables of counts, and the sums that hold between their cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Place = tuple[str, ...]
"""Where a cell stands: the labels of its row, its column, and whatever else it is grouped by."""
TOTAL = "Total"


class TableDisagrees(ValueError):
    """A table's cells do not fit together; the message names the cell."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: a count, or a whole amount with what each of its units has (for rules of dominance)."""

    place: Place
    count: int
    contributions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sum:
    """One sum that a reader knows to hold: a cell that is the whole of others."""

    whole: Place
    parts: tuple[Place, ...]

    def __post_init__(self) -> None:
        """Refuse a cell that is in its sum twice.

        :raises TableDisagrees: naming the sum.
        """
        if len({self.whole, *self.parts}) <= len(self.parts):
            raise TableDisagrees(f"a cell is twice in the sum of {said(self.whole)}")


@dataclass(frozen=True)
class CountTable:
    """Cells and their sums. Margins are cells as others are: totals of rows and columns, subtotals, or none."""

    cells: tuple[Cell, ...]
    sums: tuple[Sum, ...] = ()

    def __post_init__(self) -> None:
        """Refuse cells that do not fit together.

        :raises TableDisagrees: if a place stands twice, a count is negative, or a total is not its parts' sum.
        """
        counts = {cell.place: cell.count for cell in self.cells}
        if len(counts) < len(self.cells):
            places = [cell.place for cell in self.cells]
            twice = next(place for place in places if places.count(place) > 1)
            raise TableDisagrees(f"the cell {said(twice)} stands twice")
        for cell in self.cells:
            if cell.count < 0:
                raise TableDisagrees(f"the count of {said(cell.place)} is {cell.count}")
        for one in self.sums:
            unknown = [place for place in (one.whole, *one.parts) if place not in counts]
            if unknown:
                raise TableDisagrees(f"a sum names {said(unknown[0])}, and there is no such cell")
            added = sum(counts[part] for part in one.parts)
            if added != counts[one.whole]:
                raise TableDisagrees(
                    f"{said(one.whole)} is {counts[one.whole]}, and its parts add up to {added}"
                )


@dataclass(frozen=True, slots=True)
class Margins:
    """Which totals a table prints."""

    rows: bool = True
    """A total for each row, in a last column."""
    columns: bool = True
    """A total for each column, in a last row."""
    grand: bool = True


def grid(
    rows: Sequence[str],
    columns: Sequence[str],
    counts: Sequence[Sequence[int]],
    *,
    margins: Margins = Margins(),
    subtotals: Mapping[str, Sequence[str]] | None = None,
) -> CountTable:
    """Return a table of rows and columns with its margins added up.

    `counts` has a row for each of `rows`, without totals. `subtotals` names rows that are added up beside
    the others: their label, and the rows that are their parts.

    :raises TableDisagrees: if the counts have another shape, or a label stands twice.
    """
    if len(counts) != len(rows) or any(len(row) != len(columns) for row in counts):
        raise TableDisagrees(f"the counts must have {len(rows)} rows of {len(columns)}")
    known: dict[Place, int] = {
        (row, column): count
        for row, line in zip(rows, counts, strict=True)
        for column, count in zip(columns, line, strict=True)
    }
    if len(known) < len(rows) * len(columns):
        raise TableDisagrees("a label of a row or a column stands twice")
    sums: list[Sum] = []
    for whole, parts in _margins_of(rows, columns, margins, subtotals or {}):
        known[whole] = sum(known[part] for part in parts)
        sums.append(Sum(whole, tuple(parts)))
    return CountTable(tuple(Cell(place, count) for place, count in known.items()), tuple(sums))


def _margins_of(
    rows: Sequence[str],
    columns: Sequence[str],
    margins: Margins,
    subtotals: Mapping[str, Sequence[str]],
) -> Iterator[tuple[Place, list[Place]]]:
    """Yield each margin with its parts, those first of which others are made."""
    for label, members in subtotals.items():
        for column in columns:
            yield (label, column), [(row, column) for row in members]
    if margins.rows:
        for row in (*rows, *subtotals):
            yield (row, TOTAL), [(row, column) for column in columns]
        for label, members in subtotals.items():
            yield (label, TOTAL), [(row, TOTAL) for row in members]
    if margins.columns:
        for column in columns:
            yield (TOTAL, column), [(row, column) for row in rows]
    for parts in _parts_of_all(rows, columns, margins) if margins.grand else ():
        yield (TOTAL, TOTAL), parts


def _parts_of_all(
    rows: Sequence[str], columns: Sequence[str], margins: Margins
) -> list[list[Place]]:
    """Return what the grand total is the sum of, in each way in which the table shows it."""
    ways: list[list[Place]] = []
    if margins.rows:
        ways.append([(row, TOTAL) for row in rows])
    if margins.columns:
        ways.append([(TOTAL, column) for column in columns])
    return ways or [[(row, column) for row in rows for column in columns]]


def said(place: Place) -> str:
    """Return a cell's place in words: `London, 2019/20`."""
    return ", ".join(part or "(no label)" for part in place)
