"""An old presentation (PPT): its records one by one, with slides, comments and notes that nobody sees."""

import struct
from collections.abc import Iterator

from answerable.inspecting.compound.container import LOCKED, Container
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.pictures.looked import letters_in
from answerable.inspecting.seen import Seen

MOST_RECORDS = 4_000_000
_CONTAINER = 0x0F
_SHOW, _EDIT, _CRYPT, _NOTES, _TEXT, _BYTES = 0x03F9, 0x0FF5, 0x2F14, 0x03F0, 0x0FA0, 0x0FA8
_FOUND = {
    0x2EE0: "ole.comment",
    0x1011: "ole.embedded-file",
    0x0FCC: "ole.embedded-file",
    0x07E4: "ole.media",
    0x0FD7: "ole.link",
    0x03FF: "ole.macro",
    0x0410: "ole.view",
}
_HIDDEN = 0x0004
_LOCKED_USER = 0xF3D1C4DF
_MOST_TO_A_DEPTH = 40


def look_at_slides(container: Container, seen: Seen) -> None:
    """Find hidden slides, notes, comments and earlier saves in an old presentation.

    :raises CannotSay: if it is locked or damaged.
    """
    user = container.read("Current User")
    if len(user) >= 16 and int.from_bytes(user[12:16], "little") == _LOCKED_USER:  # noqa: PLR2004 where its mark is
        raise CannotSay(LOCKED)
    if words := letters_in(user[28:]):
        seen.add("ole.person", "", words)
    edits = 0
    for kind, held, is_note in _records(container.read("PowerPoint Document"), 0):
        edits += kind == _EDIT
        _look_at_record(kind, held, seen, is_note=is_note)
    if edits > 1:
        seen.add("ole.fast-saved", "", count=edits - 1)


def _records(data: bytes, depth: int) -> Iterator[tuple[int, bytes, bool]]:
    waiting, count = [(0, len(data), 0, False)], 0
    while waiting:
        at, end, depth, is_note = waiting.pop()
        while at + 8 <= end:
            head, kind, size = struct.unpack_from("<HHI", data, at)
            at += 8
            count += 1
            if at + size > end or count > MOST_RECORDS or depth > _MOST_TO_A_DEPTH:
                raise CannotSay(
                    "It is a presentation that is cut off or damaged: open it with its program, and save it again"
                )
            if head & _CONTAINER == _CONTAINER:
                waiting.append((at, at + size, depth + 1, is_note or kind == _NOTES))
                yield kind, b"", is_note
            else:
                yield kind, data[at : at + size], is_note
            at += size


def _look_at_record(kind: int, held: bytes, seen: Seen, *, is_note: bool) -> None:
    if kind == _CRYPT:
        raise CannotSay(LOCKED)
    if kind == _SHOW and len(held) >= 12 and int.from_bytes(held[10:12], "little") & _HIDDEN:  # noqa: PLR2004
        seen.add("ole.hidden-slide")
    elif kind in (_TEXT, _BYTES) and is_note:
        if words := letters_in(held):
            seen.add("ole.note", "", words)
    elif kind in _FOUND:
        seen.add(_FOUND[kind], "", letters_in(held))
