"""An old workbook (XLS, BIFF): its records one by one, with the sheets, rows, columns and texts that nobody sees."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from answerable.inspecting.compound.cell_looks import CellLooks
from answerable.inspecting.compound.container import LOCKED, Container
from answerable.inspecting.compound.old_sheet import OldSheet
from answerable.inspecting.compound.records import (
    Record,
    records_of,
    shared_strings,
    small_number,
    string_at,
    text_of_box,
)
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.pictures.looked import letters_in
from answerable.inspecting.seen import Seen

_BEGINS, _END, _PASSWORD, _SHEET, _STRINGS = (
    (0x0809, 0x0409, 0x0209, 0x0009),
    0x000A,
    0x002F,
    0x0085,
    0x00FC,
)
_NAME, _WRITER, _WINDOW, _FORMAT = 0x0018, 0x005C, 0x003D, 0x041E
_NOTE, _OTHER_BOOK, _OBJECT, _BOX = 0x001C, 0x01AE, 0x005D, 0x01B6
_NUMBER, _SMALL_NUMBER, _SMALL_NUMBERS = 0x0203, 0x027E, 0x00BD
_SHARED, _LABELS, _RESULT = 0x00FD, (0x0204, 0x00D6), 0x0207
_FOUND = {
    _WRITER: "ole.person",
    0x00B0: "ole.pivot-table",
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
    0x0051: "ole.outside",
}
"""Records whose presence is the finding."""

_NEW = 0x0600
_WINDOW_HIDDEN = 1
_HIDDEN_NAME, _NAME_OF_EXCEL = 0x01, 0x20
_OF_MACROS = (1, 6)
_OBJECT_OF_A_NOTE = 0x19
# Instead of another book: this one, and the functions of what is added to Excel.
_NO_OTHER_BOOK = (b"\x01\x04", b"\x01\x3a")


@dataclass(slots=True)
class _Book:
    """What has been met of a workbook up to a record; `noted` says how many notes of a sheet told their text."""

    seen: Seen
    is_new: bool = True
    depth: int = 0
    starts: dict[int, tuple[str, int]] = field(default_factory=dict)
    sheet: OldSheet | None = None
    looks: CellLooks = field(default_factory=CellLooks)
    strings: list[str] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    object: int = 0
    noted: int = 0

    @property
    def place(self) -> str:
        """Return how the sheet is called that is read."""
        return f"sheet “{self.sheet.name}”" if self.sheet else ""


def look_at_old_workbook(container: Container, seen: Seen) -> None:
    """Find hidden sheets, rows, columns and texts, and what else records of an old workbook keep.

    :raises CannotSay: if it is locked or damaged.
    """
    data = stream_of(container)
    book, end = _Book(seen), 0
    for record in records_of(data):
        end = record.end
        if record.kind == _PASSWORD:
            raise CannotSay(LOCKED)
        _take(book, record)
    _tell_sheet(book)
    orphans = [
        one for number, one in enumerate(book.strings) if number not in book.used and one.strip()
    ]
    if orphans:
        seen.add("ole.orphan-string", "", " ".join(orphans), count=len(orphans))
    if data[end:].strip(b"\0"):
        seen.add("ole.left-over", "", letters_in(data[end:]))


def stream_of(container: Container) -> bytes:
    """Return the records of an old workbook."""
    return container.read("Workbook") or container.read("Book")


def _take(book: _Book, record: Record) -> None:
    kind, held = record.kind, record.held
    if kind in _BEGINS:
        _begin(book, record)
    elif kind == _END:
        book.depth -= 1
    elif kind == _SHEET:
        _take_sheet_in(book, held)
    elif kind == _STRINGS:
        book.strings = shared_strings(record)
    elif book.sheet is not None and book.sheet.take(kind, held, book.looks):
        if kind == _SHARED:
            book.used.add(int.from_bytes(held[6:10], "little"))
    elif kind in _OF_DRAWINGS:
        _look_at_drawn(book, record)
    elif not book.looks.take(kind, held):
        _look_at_record(kind, held, book.place, book.seen)


def _begin(book: _Book, record: Record) -> None:
    book.depth += 1
    if book.depth > 1:
        return
    if record.at == 0:
        book.is_new = int.from_bytes(record.held[:2], "little") >= _NEW
        book.looks.is_new = book.is_new
    _tell_sheet(book)
    start = book.starts.get(record.at)
    book.sheet = OldSheet(*start) if start else None
    book.noted = 0


def _take_sheet_in(book: _Book, held: bytes) -> None:
    name = string_at(held, 6, size=1, is_new=book.is_new)
    book.starts[int.from_bytes(held[:4], "little")] = name, held[4] & 3
    if held[5] in _OF_MACROS:
        book.seen.add("ole.macro", f"sheet “{name}”")


def _tell_sheet(book: _Book) -> None:
    if book.sheet is not None:
        book.sheet.tell(book.seen)


def _look_at_drawn(book: _Book, record: Record) -> None:
    """Find the text of boxes and notes, and who wrote those: a note is a box, and a record of its own."""
    held = record.held
    if record.kind == _OBJECT:
        book.object = int.from_bytes(held[4:6], "little")
        if book.object != _OBJECT_OF_A_NOTE:
            book.seen.add("ole.object", book.place, letters_in(held))
    elif record.kind == _BOX:
        is_note = book.object == _OBJECT_OF_A_NOTE
        text = text_of_box(record) or letters_in(held)
        book.noted += is_note
        book.seen.add("ole.note" if is_note else "ole.text-box", book.place, text)
        book.object = 0
    else:
        who = string_at(held, 8, size=2, is_new=True) if book.is_new else letters_in(held)
        book.seen.add("ole.note", book.place, who, count=int(book.noted <= 0))
        book.noted -= 1


_OF_DRAWINGS = (_OBJECT, _BOX, _NOTE)


def _look_at_record(kind: int, held: bytes, place: str, seen: Seen) -> None:
    code = _code_of(kind, held)
    if not code or (kind == _WRITER and not letters_in(held)):
        return
    where = "the window" if kind == _WINDOW else place
    seen.add(code, where, letters_in(held[14:] if kind == _NAME else held))


def _code_of(kind: int, held: bytes) -> str:
    """Return the code of a finding that a record is; nothing if it is none."""
    if kind == _NAME:
        is_hidden = held[0] & _HIDDEN_NAME and not held[0] & _NAME_OF_EXCEL
        return "ole.hidden-name" if is_hidden else "ole.name"
    if kind == _OTHER_BOOK:
        is_none = len(held) == 4 and held[2:] in _NO_OTHER_BOOK  # noqa: PLR2004 how long those are
        return "" if is_none else "ole.outside"
    if kind == _WINDOW:
        return "ole.hidden-sheet" if held[8] & _WINDOW_HIDDEN else ""
    if kind == _FORMAT:
        return "ole.hiding-format" if b";;;" in held.replace(b"\0", b"") else ""
    return _FOUND.get(kind, "") if held else ""


def texts_of_workbook(container: Container) -> Iterator[tuple[str, str]]:
    """Yield every text that a workbook holds in cells, boxes and notes, with the sheet that it is in."""
    book = _Book(Seen())
    for record in records_of(stream_of(container)):
        kind, held = record.kind, record.held
        if kind == _BOX:
            yield book.place, text_of_box(record)
        elif kind == _SHARED and len(held) >= 10:  # noqa: PLR2004 a place, a format and a number
            number = int.from_bytes(held[6:10], "little")
            if number < len(book.strings):
                yield book.place, book.strings[number]
        elif kind in _LABELS:
            yield book.place, string_at(held, 6, size=2, is_new=book.is_new)
        elif kind == _RESULT:
            yield book.place, string_at(held, 0, size=2, is_new=book.is_new)
        elif kind in (*_BEGINS, _END, _SHEET, _STRINGS):
            _take(book, record)


def numbers_of_workbook(container: Container) -> Iterator[tuple[str, float]]:
    """Yield every number that stands in a cell of a workbook, with the sheet that it is in."""
    book = _Book(Seen())
    for record in records_of(stream_of(container)):
        kind, held = record.kind, record.held
        if kind == _NUMBER and len(held) >= 14:  # noqa: PLR2004 a place, a format and a number
            yield book.place, struct.unpack_from("<d", held, 6)[0]
        elif kind == _SMALL_NUMBER:
            yield book.place, small_number(held[6:10])
        elif kind == _SMALL_NUMBERS:
            for at in range(6, len(held) - 5, 6):
                yield book.place, small_number(held[at : at + 4])
        elif kind in (*_BEGINS, _END, _SHEET):
            _take(book, record)
