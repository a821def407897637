"""Numbers and days that have no room in their column: in place of them crosses are shown ("####")."""

from functools import lru_cache

from answerable.inspecting.office.workbooks.format_codes import sections_of
from answerable.inspecting.office.workbooks.looks import Looks
from answerable.inspecting.office.workbooks.rows import Cell

NUMBERS = frozenset((b"", b"n", b"b"))
"""Types of cells that hold a number."""

_MOST_BESIDE_DIGITS = 9
"""Signs that a format prints beside digits at most, if no column that is read is too narrow for it."""

_SPARE, _SPARE_OF_FORMATS = 1, 3


def is_crossed(cell: Cell, looks: Looks, width: float) -> bool:
    """Return whether a column of a width shows crosses in place of a cell's number."""
    if cell[4] not in NUMBERS or not cell[6]:
        return False
    look = looks.of_cell(int(cell[3] or 0))
    whole = len(cell[6].partition(b".")[0])
    beside, is_day = printed_beside(look.number_format)
    spare = _SPARE_OF_FORMATS if beside else _SPARE
    size = look.points / (looks.of_cell(0).points or look.points)
    return (beside + (0 if is_day else whole)) * min(size, 1) > width + spare


def long_formats(looks: Looks) -> frozenset[bytes]:
    """Return the styles of cells that print so much that a column of usual width may be too narrow."""
    return frozenset(
        b"%d" % number
        for number, one in enumerate(looks.cells)
        if printed_beside(one.number_format)[0] > _MOST_BESIDE_DIGITS + _SPARE_OF_FORMATS
    )


@lru_cache(maxsize=4096)
def printed_beside(code: str) -> tuple[int, bool]:
    """Return how many signs a format prints beside a number's own, and whether it prints a day in place of them."""
    first = sections_of(code)[0]
    kinds = ("literal", "date", "elapsed", "half") if first.is_of_dates else ("literal",)
    return sum(len(text) for kind, text in first.tokens if kind in kinds), first.is_of_dates
