"""Tables of counts as CSV holds them: labels in the first row and column, totals by their name."""

import csv
import re
from collections.abc import Sequence
from pathlib import Path

from answerable.domain.measures.checks.series import period_of
from answerable.domain.suppression.released import Category, Dimension, everything, months
from answerable.domain.suppression.tables import (
    TOTAL,
    Cell,
    CountTable,
    Margins,
    TableDisagrees,
    grid,
)

_COUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_MONTHS = re.compile(r"(\d{4}-\d\d)\.\.(\d{4}-\d\d)")


def counted_table(path: Path) -> tuple[CountTable, str, list[str], list[str]]:
    """Return the table of a CSV file, the word in its corner, its rows and its columns, without those of totals.

    A row and a column named Total are checked against their parts, and not added where the file has none.

    :raises TableDisagrees: if it is no table of counts, or its totals are not the sums of their parts.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = [
            [cell.strip() for cell in row] for row in csv.reader(file) if any(map(str.strip, row))
        ]
    if len(lines) < 2 or len(lines[0]) < 2 or any(len(row) != len(lines[0]) for row in lines):  # noqa: PLR2004
        raise TableDisagrees(
            "write labels in the first row and the first column, and a count in each other cell"
        )
    (corner, *heads), *body = lines
    counts = {
        (row[0], head): _count(cell, row[0], head)
        for row in body
        for head, cell in zip(heads, row[1:], strict=True)
    }
    rows = [row[0] for row in body if row[0] != TOTAL]
    columns = [head for head in heads if head != TOTAL]
    has_row, has_column = any(row[0] == TOTAL for row in body), TOTAL in heads
    margins = Margins(rows=has_column, columns=has_row, grand=has_row and has_column)
    table = grid(
        *(rows, columns, [[counts[row, column] for column in columns] for row in rows]),
        margins=margins,
    )
    printed = tuple(Cell(cell.place, counts[cell.place[0], cell.place[1]]) for cell in table.cells)
    return CountTable(printed, table.sums), corner, rows, columns


def _count(cell: str, row: str, head: str) -> int:
    if not _COUNT.fullmatch(cell):
        raise TableDisagrees(f"{row}, {head} is {cell!r}, and no count")
    return int(cell.replace(",", ""))


def dimension(name: str, labels: Sequence[str]) -> Dimension:
    """Return a dimension of labels, each a value of its own, and of their total; years are their months."""
    return Dimension(name, (*(Category(label, _values(label)) for label in labels), everything()))


def restriction(words: str) -> Dimension:
    """Return what a whole table is restricted to: `force=London`, `force=!London`, `period=2024-04..2024-06`.

    :raises TableDisagrees: if it is written otherwise.
    """
    name, sign, value = words.partition("=")
    if not sign or not name.strip() or not value.strip("! "):
        raise TableDisagrees(f"{words!r} is no restriction: write NAME=VALUE")
    label = value.strip()
    values = _values(label.removeprefix("!"))
    return Dimension(name.strip(), (Category(label, values, is_all_but=label.startswith("!")),))


def _values(label: str) -> frozenset[str]:
    span = _MONTHS.fullmatch(label)
    if span:
        return months(span[1], span[2])
    period = period_of(label)
    if period is None:
        return frozenset({label})
    if period.is_split:
        return months(f"{period.first}-04", f"{period.last}-03")
    return months(f"{period.first}-01", f"{period.first}-12")
