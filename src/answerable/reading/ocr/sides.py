"""The sides of small tables that stand on the border of the cell around them: in a picture two lines are one."""

from collections.abc import Sequence

from answerable.reading.pdf.places import Box
from answerable.reading.pdf.rules import is_across, is_down

# In points: lines that end so near to each other end together.
_NEAR = 4.0


def with_sides(rules: Sequence[Box]) -> list[Box]:
    """Return the lines of a page with the sides that tables lack because a longer line is drawn there."""
    across = [rule for rule in rules if is_across(rule)]
    down = [_turned(rule) for rule in rules if is_down(rule)]
    more = _lacking(across, down)
    further = [_turned(one) for one in _lacking(down, across)]
    return [*rules, *more, *further]


def _turned(box: Box) -> Box:
    left, top, right, bottom = box
    return top, left, bottom, right


def _lacking(rows: Sequence[Box], columns: Sequence[Box]) -> list[Box]:
    """Return the rows that close a table above or below; `columns` are given turned, as rows.

    A table that has neither the one nor the other is the part of a larger one, below a cell that spans it.
    """
    found: list[Box] = []
    for row in rows:
        start, end = row[0], row[2]
        for top, bottom in _sides(row, start, columns):
            # A table's outer columns begin and end together, where its rows do.
            others = _sides(row, end, columns)
            if not any(_is_near(top, one) and _is_near(bottom, other) for one, other in others):
                continue
            lying = [
                [one for one in (*rows, *found) if _is_near(_at(one), at)] for at in (top, bottom)
            ]
            own = [
                any(_is_near(one[0], start) and _is_near(one[2], end) for one in at) for at in lying
            ]
            lacks = lying[own.index(False)] if sum(own) == 1 else []
            longer = [one for one in lacks if one[0] < start + _NEAR and one[2] > end - _NEAR]
            if longer:
                found.append((start, longer[0][1], end, longer[0][3]))
    return found


def _sides(row: Box, place: float, columns: Sequence[Box]) -> list[tuple[float, float]]:
    """Return where the columns begin and end that stand at an end of a row."""
    return [
        (column[0], column[2])
        for column in columns
        if _is_near(_at(column), place) and column[0] - _NEAR <= _at(row) <= column[2] + _NEAR
    ]


def _at(row: Box) -> float:
    return (row[1] + row[3]) / 2


def _is_near(one: float, other: float) -> bool:
    return abs(one - other) <= _NEAR
