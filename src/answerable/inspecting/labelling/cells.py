"""Areas of a sheet as people write them: `B2`, `B2:B40`, `B2:B` (down to the end), `B:C`, `5:7`."""

import re
from dataclasses import dataclass

from answerable.inspecting.office.workbooks.rows import column_of, letters_of

LAST = 2**31
"""The last row or column of an area that goes on to the end of its sheet."""

_AREA = re.compile(
    r"\$?([A-Z]{1,3})?\$?([1-9]\d{0,6})?(?::\$?([A-Z]{1,3})?\$?([1-9]\d{0,6})?)?\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Area:
    """Cells from one to another, by the numbers (from 1) that rows and columns have in their file."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Return whether a cell is one of them."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


def area_of(text: str) -> Area | None:
    """Return the area that a text names; None if it names none."""
    found = _AREA.match(text.strip())
    if found is None or not (found[1] or found[2]):
        return None
    left, top, right, bottom = found.groups()
    is_one = ":" not in text
    if is_one and not (left and top):
        return None
    if not is_one and not (right or bottom):
        return None
    if not is_one and ((left and not right) or (not left and right) or (not top and bottom)):
        return None
    columns = (column_of(left.upper().encode()) if left else 1), _column(right, left, is_one=is_one)
    rows = int(top or 1), _row(bottom, top, is_one=is_one)
    return Area(min(rows), min(columns), max(rows), max(columns))


def named_area(area: Area) -> str:
    """Return the words for an area, of which `area_of` makes it again."""
    first = f"{letters_of(area.left)}{area.top}"
    if area.right == LAST:
        return f"{area.top}:{area.bottom}"
    if area.bottom == LAST:
        top = "" if area.top == 1 else str(area.top)
        return f"{letters_of(area.left)}{top}:{letters_of(area.right)}"
    last = f"{letters_of(area.right)}{area.bottom}"
    return first if first == last else f"{first}:{last}"


def _column(right: str | None, left: str | None, *, is_one: bool) -> int:
    letters = left if is_one else right
    return column_of(letters.upper().encode()) if letters else LAST


def _row(bottom: str | None, top: str | None, *, is_one: bool) -> int:
    number = top if is_one else bottom
    return int(number) if number else LAST
