"""One sheet of an old workbook: which of its rows, columns and cells nobody sees (MS-XLS)."""

import struct
from dataclasses import dataclass, field

from answerable.inspecting.compound.cell_looks import CellLooks
from answerable.inspecting.findings import Sheet
from answerable.inspecting.seen import Seen

_ROW, _COLUMNS, _MERGED, _USUAL_ROW, _USUAL_COLUMN = 0x0208, 0x007D, 0x00E5, 0x0225, 0x0055
_NUMBERS, _NUMBER_WIDTH = 0x00BD, 6
_CELLS = frozenset((0x0006, 0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x00D6, 0x0406, 0x0206))
_STATES = ("visible", "hidden", "very hidden")
_HIDDEN, _USUALLY_HIDDEN = 0x20, 0x02
_LOW = 60
_NARROW = 128
_MOST_COLUMNS = 256
_MOST_ROWS = 65_536


@dataclass(slots=True)
class OldSheet:
    """What has been met of one sheet."""

    name: str
    state: int
    hidden: set[int] = field(default_factory=set)
    listed: set[int] = field(default_factory=set)
    filled: dict[int, int] = field(default_factory=dict)
    columns: list[tuple[int, int, bool]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    unseen: dict[str, int] = field(default_factory=dict)
    hides_rows: bool = False
    hides_columns: bool = False

    def take(self, kind: int, held: bytes, looks: CellLooks) -> bool:
        """Take a record in; return whether it is one about rows, columns or cells."""
        if kind in _CELLS or kind == _NUMBERS:
            self._take_cells(kind, held, looks)
        elif kind == _ROW:
            self._take_row(held)
        elif kind == _COLUMNS:
            first, last, width, _, flags = struct.unpack_from("<HHHHH", held)
            self.columns.append((first, last, bool(flags & 1) or width < _NARROW))
        elif kind == _MERGED:
            count = min(int.from_bytes(held[:2], "little"), (len(held) - 2) // 8)
            self.merged += [struct.unpack_from("<HHHH", held, 2 + 8 * one) for one in range(count)]
        elif kind == _USUAL_ROW:
            self.hides_rows = bool(held[0] & _USUALLY_HIDDEN)
        elif kind == _USUAL_COLUMN:
            self.hides_columns = not held.strip(b"\0")
        else:
            return False
        return True

    def tell(self, seen: Seen) -> None:
        """Tell what was met: once, when all of it was."""
        place = f"sheet “{self.name}”"
        rows = set(self.filled)
        hidden = len(rows & self.hidden) + (len(rows - self.listed) if self.hides_rows else 0)
        narrow = self._narrow()
        found = {
            "ole.hidden-sheet": max(1, len(rows)) if self.state else 0,
            "ole.hidden-rows": hidden,
            "ole.hidden-columns": sum((one & narrow).bit_count() for one in self.filled.values()),
            "ole.under-merged": self._under_merged(),
            **self.unseen,
        }
        for code, count in found.items():
            if count:
                seen.add(code, place, count=count)
        state = _STATES[self.state] if self.state < len(_STATES) else "hidden"
        seen.add_sheet(Sheet(self.name, state, 0 if self.state else len(rows) - hidden, len(rows)))

    def _take_row(self, held: bytes) -> None:
        (row,), (height,), (flags,) = (struct.unpack_from("<H", held, at) for at in (0, 6, 12))
        self.listed.add(row)
        if flags & _HIDDEN or 0 < (height & 0x7FFF) < _LOW:
            self.hidden.add(row)

    def _take_cells(self, kind: int, held: bytes, looks: CellLooks) -> None:
        row, column = struct.unpack_from("<HH", held)
        count = (len(held) - 6) // _NUMBER_WIDTH if kind == _NUMBERS else 1
        for number in range(count):
            self.filled[row] = self.filled.get(row, 0) | 1 << min(column + number, _MOST_COLUMNS)
            at = 4 + number * _NUMBER_WIDTH
            if code := looks.code_of(int.from_bytes(held[at : at + 2], "little")):
                self.unseen[code] = self.unseen.get(code, 0) + 1

    def _narrow(self) -> int:
        """Return the columns that are hidden or too narrow, each as a bit."""
        bits = (1 << _MOST_COLUMNS) - 1 if self.hides_columns else 0
        for first, last, is_narrow in self.columns:
            some = _columns(first, last)
            bits = bits | some if is_narrow else bits & ~some
        return bits

    def _under_merged(self) -> int:
        """Return how many cells with something in them are not the first of a range that is shown as one."""
        count = 0
        for top, bottom, left, right in self.merged:
            some = _columns(left, right)
            for row in range(top, min(bottom, _MOST_ROWS) + 1):
                under = some & ~(1 << left) if row == top else some
                count += (self.filled.get(row, 0) & under).bit_count()
        return count


def _columns(first: int, last: int) -> int:
    """Return the columns from one to another, each as a bit."""
    last = min(last, _MOST_COLUMNS)
    return ((1 << (last + 1)) - 1) & ~((1 << first) - 1) if first <= last else 0
