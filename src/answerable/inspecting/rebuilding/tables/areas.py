"""Areas of a sheet whose cells are not shown, and why: asked for every cell, and so sorted by rows."""

from collections import defaultdict
from collections.abc import Iterable

from answerable.inspecting.office.workbooks.around import Area

_TALL = 500
_MOST_ROWS_TOLD = 2_000_000


class Areas:
    """Cells that are not shown: all of an area, or all but its first cell."""

    def __init__(self) -> None:
        self._tall: list[tuple[Area, str]] = []
        self._by_row: dict[int, list[tuple[Area, str]]] = defaultdict(list)
        self._told = 0

    def add(self, areas: Iterable[Area], why: str) -> None:
        """Take in areas; of "merged" ones the first cell is shown."""
        for area in areas:
            first, _, last, _ = area
            if last - first > _TALL or self._told > _MOST_ROWS_TOLD:
                self._tall.append((area, why))
                continue
            self._told += last - first + 1
            for row in range(first, last + 1):
                self._by_row[row].append((area, why))

    def in_row(self, row: int) -> list[tuple[Area, str]]:
        """Return the areas that a row crosses."""
        some = self._by_row.get(row, []) if self._by_row else []
        return [*some, *(one for one in self._tall if one[0][0] <= row <= one[0][2])]


def why_not_shown(areas: list[tuple[Area, str]], row: int, column: int) -> str:
    """Return why a cell is not shown that lies in some of these areas; an empty string if it is."""
    for (first, left, _, right), why in areas:
        if left <= column <= right and not (why == "merged" and (row, column) == (first, left)):
            return why
    return ""
