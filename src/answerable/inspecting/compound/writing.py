"""An old document (DOC): what its head says that it keeps beside the text."""

import struct

from answerable.inspecting.compound.container import LOCKED, Container
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.pictures.looked import letters_in
from answerable.inspecting.seen import Seen

_WORDS = (0xA5EC, 0xA5DC)
_FAST_SAVED, _ENCRYPTED, _OTHER_TABLE = 0x0004, 0x0100, 0x0200
_TABLES = 0x9A
_AT_FLAGS, _AT_COMMENTS, _AT_TEXT_BOXES = 0x0A, 0x5C, 0x64
_KEPT = {
    4: "ole.comment",
    21: "ole.name",
    36: "ole.person",
    51: "ole.changes",
    71: "ole.saved-path",
    72: "ole.earlier-version",
}
"""Which pieces of the table stream are a finding: comments, bookmarks, who commented, who changed, who saved where."""

_LEAST = {51: 12, 71: 6, 36: 6, 21: 6}


def look_at_writing(container: Container, seen: Seen) -> None:
    """Find comments, changes, fast saves and paths in an old document.

    :raises CannotSay: if it is locked or damaged.
    """
    data = container.read("WordDocument")
    kind, (flags,) = struct.unpack_from("<H", data)[0], struct.unpack_from("<H", data, _AT_FLAGS)
    if kind not in _WORDS:
        raise CannotSay("It is a document of a Word too old to be inspected: save it as DOCX")
    if flags & _ENCRYPTED:
        raise CannotSay(LOCKED)
    if flags & _FAST_SAVED:
        seen.add("ole.fast-saved")
    if kind != _WORDS[0]:
        return
    table = container.read("1Table" if flags & _OTHER_TABLE else "0Table")
    if int.from_bytes(data[_AT_COMMENTS : _AT_COMMENTS + 4], "little"):
        seen.add("ole.comment")
    if int.from_bytes(data[_AT_TEXT_BOXES : _AT_TEXT_BOXES + 4], "little"):
        seen.add("ole.text-box")
    for number, code in _KEPT.items():
        _look_at_piece(data, table, number, code, seen)


def _look_at_piece(data: bytes, table: bytes, number: int, code: str, seen: Seen) -> None:
    at = _TABLES + 8 * number
    if at + 8 > len(data):
        return
    start, size = struct.unpack_from("<II", data, at)
    if size > _LEAST.get(number, 0) and start + size <= len(table):
        seen.add(code, "", letters_in(table[start : start + size]))
