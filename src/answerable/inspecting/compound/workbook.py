"""An old workbook (XLS, BIFF): its records one by one, with the sheets, rows and columns that nobody sees."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from answerable.inspecting.compound.container import LOCKED, Container
from answerable.inspecting.findings import CannotSay, Sheet
from answerable.inspecting.pictures.looked import letters_in
from answerable.inspecting.seen import Seen

MOST_RECORDS = 6_000_000
_BEGIN, _END, _PASSWORD, _SHEET, _ROW, _COLUMNS = 0x0809, 0x000A, 0x002F, 0x0085, 0x0208, 0x007D
_BEGINS = (0x0809, 0x0409, 0x0209, 0x0009)
_CELLS = frozenset((0x0006, 0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x00D6, 0x0406, 0x0206))
_MANY_CELLS = (0x00BD,)
_NAME, _WRITER, _WINDOW, _FORMAT = 0x0018, 0x005C, 0x003D, 0x041E
_FOUND = {
    0x001C: "ole.note",
    0x00B0: "ole.pivot-table",
    0x01AE: "ole.outside",
    0x0023: "ole.outside",
    0x005B: "ole.person",
    0x0014: "ole.header",
    0x0015: "ole.header",
    0x004D: "ole.property",
    0x01B8: "ole.link",
    0x00AF: "ole.scenario",
    0x01AA: "ole.view",
    0x01BE: "ole.validation",
    0x01B2: "ole.validation",
    0x009B: "ole.filter",
    0x01AD: "ole.outside",
    0x00DC: "ole.outside",
    0x005D: "ole.object",
    0x01B6: "ole.text-box",
    0x0051: "ole.outside",
}
"""Records whose presence is the finding."""

_STATES = ("visible", "hidden", "very hidden")
_HIDDEN = 0x20
_LOW = 60
_NARROW = 128
_WINDOW_HIDDEN = 1


@dataclass(slots=True)
class _Rows:
    """What has been met of one sheet."""

    name: str
    state: int
    hidden: set[int] = field(default_factory=set)
    filled: set[int] = field(default_factory=set)
    columns: list[tuple[int, int]] = field(default_factory=list)
    in_columns: dict[int, int] = field(default_factory=dict)


def look_at_old_workbook(container: Container, seen: Seen) -> None:
    """Find hidden sheets, rows and columns, and what else records of an old workbook keep.

    :raises CannotSay: if it is locked or damaged.
    """
    data = container.read("Workbook") or container.read("Book")
    starts = dict[int, tuple[str, int]]()
    sheet, depth, end = None, 0, 0
    for at, kind, held in _records(data):
        end = at + 4 + len(held)
        if kind == _PASSWORD:
            raise CannotSay(LOCKED)
        if kind in _BEGINS:
            depth += 1
            if depth == 1:
                _tell_sheet(sheet, seen)
                sheet = _Rows(*starts[at]) if at in starts else None
        elif kind == _END:
            depth -= 1
        elif kind == _SHEET:
            starts[int.from_bytes(held[:4], "little")] = (_name(held), held[4] & 3)
        elif sheet is not None and (kind in _CELLS or kind in (*_MANY_CELLS, _ROW, _COLUMNS)):
            _take(sheet, kind, held)
        else:
            _look_at_record(kind, held, sheet.name if sheet else "", seen)
    _tell_sheet(sheet, seen)
    if data[end:].strip(b"\0"):
        seen.add("ole.left-over", "", letters_in(data[end:]))


def _records(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = 0
    for _ in range(MOST_RECORDS):
        if at + 4 > len(data):
            return
        kind, size = struct.unpack_from("<HH", data, at)
        if kind == 0 and size == 0:
            return
        held = data[at + 4 : at + 4 + size]
        if len(held) < size:
            raise CannotSay(
                "It is a workbook that is cut off or damaged: open it with its program, and save it again"
            )
        yield at, kind, held
        at += 4 + size
    raise CannotSay("It is a workbook with more in it than can be inspected: save it as XLSX")


def _name(held: bytes) -> str:
    count, is_wide = held[6], held[7] & 1
    raw = held[8 : 8 + count * (2 if is_wide else 1)]
    return raw.decode("utf-16-le" if is_wide else "latin-1", "replace")


def _take(sheet: _Rows, kind: int, held: bytes) -> None:
    if kind == _ROW:
        (row,), (height,), (flags,) = (struct.unpack_from("<H", held, at) for at in (0, 6, 12))
        if flags & _HIDDEN or 0 < (height & 0x7FFF) < _LOW:
            sheet.hidden.add(row)
    elif kind == _COLUMNS:
        first, last, width, _, flags = struct.unpack_from("<HHHHH", held)
        if flags & 1 or width < _NARROW:
            sheet.columns.append((first, last))
    else:
        row, column = struct.unpack_from("<HH", held)
        sheet.filled.add(row)
        last = int.from_bytes(held[-2:], "little") if kind in _MANY_CELLS else column
        for one in range(column, last + 1):
            sheet.in_columns[one] = sheet.in_columns.get(one, 0) + 1


def _tell_sheet(sheet: _Rows | None, seen: Seen) -> None:
    if sheet is None:
        return
    place = f"sheet “{sheet.name}”"
    hidden = len(sheet.hidden & sheet.filled)
    rows = len(sheet.filled)
    if sheet.state:
        seen.add("ole.hidden-sheet", place, count=max(1, rows))
    if hidden:
        seen.add("ole.hidden-rows", place, count=hidden)
    cells = sum(
        count
        for at, count in sheet.in_columns.items()
        if any(one <= at <= last for one, last in sheet.columns)
    )
    if cells:
        seen.add("ole.hidden-columns", place, count=cells)
    state = _STATES[sheet.state] if sheet.state < len(_STATES) else "hidden"
    seen.add_sheet(Sheet(sheet.name, state, 0 if sheet.state else rows - hidden, rows))


def _look_at_record(kind: int, held: bytes, sheet: str, seen: Seen) -> None:
    place = f"sheet “{sheet}”" if sheet else ""
    if kind == _WRITER:
        if words := letters_in(held):
            seen.add("ole.person", "", words)
    elif kind == _NAME:
        is_hidden = held[0] & 1
        seen.add("ole.hidden-name" if is_hidden else "ole.name", place, letters_in(held[14:]))
    elif kind == _WINDOW:
        if held[8] & _WINDOW_HIDDEN:
            seen.add("ole.hidden-sheet", "the window")
    elif kind == _FORMAT:
        if b";;;" in held.replace(b"\0", b""):
            seen.add("ole.hiding-format", place)
    elif kind in _FOUND and len(held) > 0:
        seen.add(_FOUND[kind], place, letters_in(held))
