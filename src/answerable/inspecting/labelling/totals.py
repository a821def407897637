"""Totals that stay beside withheld numbers: with the others, they tell what was withheld."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from answerable.inspecting.labelling.formulas import Formula, worked_out_from
from answerable.inspecting.office.workbooks.rows import letters_of
from answerable.inspecting.rebuilding.tables.cells import Cell, Shown, ShownSheet

MOST_TOLD = 20
"""Places that are named; the others are counted."""

_TOTAL = re.compile(r"\b(?:sub-?)?(?:totals?|sum|cyfanswm)\b", re.IGNORECASE)
_CLOSE = 1e-6
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of a row or column of a sheet: where it stands, and whether it was withheld."""

    row: int
    column: int
    value: float
    is_withheld: bool
    is_total: bool


def totals_told(
    before: Sequence[ShownSheet], after: Sequence[ShownSheet], formulas: Sequence[Formula]
) -> list[str]:
    """Return sentences on cells that stay and are worked out from what was withheld, or add up to a sum with it.

    `before` and `after` are the same sheets without and with their labels.
    """
    withheld = {
        one.name: _rows_by_column(one, other) for one, other in zip(before, after, strict=True)
    }
    found: dict[tuple[str, int, int], None] = {}
    stays = {
        (one.name, *place)
        for one, other in zip(before, after, strict=True)
        for place in _stays(one, other)
    }
    for formula in worked_out_from(formulas, withheld):
        place = formula.sheet, formula.row, formula.column
        if place in stays:
            found[place] = None
    for one, other in zip(before, after, strict=True):
        for number in _sums(one, other):
            found[one.name, number.row, number.column] = None
    said = [_sentence(*one) for one in list(found)[:MOST_TOLD]]
    if len(found) > MOST_TOLD:
        said.append(
            f"{len(found) - MOST_TOLD:,} more cells are worked out from withheld ones, too: withhold the whole column or row of totals"
        )
    return said


def _sentence(sheet: str, row: int, column: int) -> str:
    where = f" of sheet '{sheet}'" if sheet else ""
    return (
        f"Cell {letters_of(column)}{row}{where} is worked out from withheld cells, or is their sum with others:"
        " with those, it may tell what was withheld. Withhold it, too"
    )


def _rows_by_column(before: ShownSheet, after: ShownSheet) -> Mapping[int, Sequence[int]]:
    rows: dict[int, list[int]] = {}
    for row, column in _changed(before, after):
        rows.setdefault(column, []).append(row)
    return {column: sorted(some) for column, some in rows.items()}


def _changed(before: ShownSheet, after: ShownSheet) -> Iterator[tuple[int, int]]:
    for one, other in zip(before.lines, after.lines, strict=True):
        for place, cell in one.cells.items():
            if other.cells.get(place) != cell:
                yield one.origin, before.origins.get(place, 0)


def _stays(before: ShownSheet, after: ShownSheet) -> Iterator[tuple[int, int]]:
    for one, other in zip(before.lines, after.lines, strict=True):
        for place, cell in one.cells.items():
            if other.cells.get(place) == cell:
                yield one.origin, before.origins.get(place, 0)


def _sums(before: ShownSheet, after: ShownSheet) -> Iterator[_Number]:
    numbers = list(_numbers(before, after))
    for by in ("column", "row"):
        lines: dict[int, list[_Number]] = {}
        for one in numbers:
            lines.setdefault(getattr(one, by), []).append(one)
        for some in lines.values():
            yield from _sums_in(some)


def _sums_in(numbers: Sequence[_Number]) -> Iterator[_Number]:
    """Yield those of a row or column that are called totals, or are its last, and the sum of others with a withheld one."""
    begun = 0
    for at, one in enumerate(numbers):
        if one.is_withheld or not (one.is_total or at == len(numbers) - 1):
            continue
        if any(_is_sum(one, numbers[start:at]) for start in {0, 1, begun}):
            yield one
        begun = at + 1


def _is_sum(one: _Number, others: Sequence[_Number]) -> bool:
    if len(others) < _FEWEST or not any(each.is_withheld for each in others):
        return False
    total = math.fsum(each.value for each in others)
    return abs(total - one.value) <= _CLOSE * max(1.0, abs(total))


def _numbers(before: ShownSheet, after: ShownSheet) -> Iterator[_Number]:
    total_columns = {
        place
        for line in before.lines[:3]
        for place, cell in line.cells.items()
        if isinstance(cell, str) and _TOTAL.search(cell)
    }
    for one, other in zip(before.lines, after.lines, strict=True):
        is_total = any(isinstance(cell, str) and _TOTAL.search(cell) for cell in one.cells.values())
        for place in sorted(one.cells):
            value = _value_of(one.cells[place])
            if value is not None:
                is_withheld = other.cells.get(place) != one.cells[place]
                is_called_so = is_total or place in total_columns
                column = before.origins.get(place, 0)
                yield _Number(one.origin, column, value, is_withheld, is_called_so)


def _value_of(cell: Cell) -> float | None:
    """Return the number that a cell shows, of words, too, as tables of text have them."""
    if isinstance(cell, float):
        return cell
    if isinstance(cell, Shown):
        value = cell.value
        return (
            float(value) if isinstance(value, float | int) and not isinstance(value, bool) else None
        )
    plain = cell.strip().lstrip("£$€").replace(",", "")
    return float(plain) if re.fullmatch(r"-?\d{1,15}(?:\.\d{1,10})?", plain) else None
