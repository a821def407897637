"""An old presentation (PPT): its records one by one, with slides, comments and notes that nobody sees."""

import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.inspecting.compound.container import LOCKED, Container
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.pictures.looked import letters_in
from answerable.inspecting.seen import Seen

MOST_RECORDS = 4_000_000
_CONTAINER = 0x0F
_SHOW, _EDIT, _CRYPT, _NOTES, _TEXT, _BYTES = 0x03F9, 0x0FF5, 0x2F14, 0x03F0, 0x0FA0, 0x0FA8
_COMMENT, _STRING, _STORE, _EMBEDDED, _MACROS = 0x2EE0, 0x0FBA, 0x1011, 0x0FCC, 0x0400
_FOUND = {
    0x0FCE: "ole.outside",
    0x0FEE: "ole.control",
    0x07E4: "ole.media",
    0x0FD7: "ole.link",
    0x0410: "ole.view",
}
_WITH_STORES = (_EMBEDDED, 0x0FCE, 0x0FEE)
_HIDDEN = 0x0004
_LOCKED_USER = 0xF3D1C4DF
_MOST_TO_A_DEPTH = 40
_AUTHOR, _WORDS = 0, 1


@dataclass(frozen=True, slots=True)
class _Record:
    """A record: its kind and number, what it holds (of one that holds others, all of them), and whether in a note."""

    kind: int
    number: int
    held: bytes
    is_folder: bool = False
    is_note: bool = False


def look_at_slides(container: Container, seen: Seen) -> None:
    """Find hidden slides, notes, comments, files and earlier saves in an old presentation.

    :raises CannotSay: if it is locked or damaged.
    """
    user = container.read("Current User")
    if len(user) >= 16 and int.from_bytes(user[12:16], "little") == _LOCKED_USER:  # noqa: PLR2004 where its mark is
        raise CannotSay(LOCKED)
    if words := letters_in(user[28:]):
        seen.add("ole.person", "", words)
    met = Counter[int]()
    has_macros = False
    for record in _records(container.read("PowerPoint Document")):
        met[record.kind] += 1
        has_macros |= record.kind == _MACROS and any(record.held[4:8])
        _look_at_record(record, seen)
    if met[_EDIT] > 1:
        seen.add("ole.fast-saved", "", count=met[_EDIT] - 1)
    if has_macros:
        seen.add("ole.macro")
    # The macros have a store of their own, as has each object: what is over belongs to nothing that is listed.
    over = met[_STORE] - sum(met[one] for one in _WITH_STORES) - has_macros
    if files := met[_EMBEDDED] + max(0, over):
        seen.add("ole.embedded-file", "", count=files)


def texts_of_slides(container: Container) -> Iterator[str]:
    """Yield every text of a presentation, of slides, notes and masters, shown or not."""
    for record in _records(container.read("PowerPoint Document")):
        if record.kind in (_TEXT, _BYTES):
            yield _decoded(record)


def _records(data: bytes) -> Iterator[_Record]:
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
            is_folder = head & _CONTAINER == _CONTAINER
            if is_folder:
                waiting.append((at, at + size, depth + 1, is_note or kind == _NOTES))
            # What a folder holds comes record by record; of a comment it is wanted together.
            held = data[at : at + size] if not is_folder or kind == _COMMENT else b""
            yield _Record(kind, head >> 4, held, is_folder, is_note)
            at += size


def _look_at_record(record: _Record, seen: Seen) -> None:
    kind, held = record.kind, record.held
    if kind == _CRYPT:
        raise CannotSay(LOCKED)
    if kind == _SHOW and len(held) >= 12 and int.from_bytes(held[10:12], "little") & _HIDDEN:  # noqa: PLR2004
        seen.add("ole.hidden-slide")
    elif kind in (_TEXT, _BYTES) and record.is_note:
        if any(map(str.isalnum, words := _decoded(record))):
            seen.add("ole.note", "", words)
    elif kind == _COMMENT and record.is_folder:
        said = {one.number: _decoded(one) for one in _records(held) if one.kind == _STRING}
        told = (said.get(_WORDS, ""), said.get(_AUTHOR, ""))
        seen.add("ole.comment", "", " ".join(filter(None, told)))
    elif kind in _FOUND:
        seen.add(_FOUND[kind], "", letters_in(held))


def _decoded(record: _Record) -> str:
    return record.held.decode("latin-1" if record.kind == _BYTES else "utf-16-le", "replace")
