"""An old document (DOC): what it keeps beside the text, and what of its text nobody sees."""

import re
import struct
from collections.abc import Iterator

from answerable.inspecting.compound.container import LOCKED, Container
from answerable.inspecting.compound.pieces import OldText, old_text, strings_of
from answerable.inspecting.compound.runs import telling_runs
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.pictures.looked import letters_in
from answerable.inspecting.seen import Seen

_WORDS = (0xA5EC, 0xA5DC)
_FAST_SAVED, _ENCRYPTED, _OTHER_TABLE = 0x0004, 0x0100, 0x0200
_AT_FLAGS = 0x0A
_KEPT = {
    21: "ole.name",
    36: "ole.person",
    71: "ole.saved-path",
    72: "ole.earlier-version",
}
"""Which tables are a finding: bookmarks, who commented, who saved where."""

_COMMENTS, _WHO_CHANGED = 4, 51
_LEAST = {71: 6, 36: 6, 21: 6}
_NOBODY = "Unknown"
_TRAITS = {
    "hidden": "ole.hidden-text",
    "deleted": "ole.deleted-text",
    "inserted": "ole.changes",
    "changed": "ole.changes",
    "white": "ole.invisible-text",
    "tiny": "ole.invisible-text",
    "under black": "ole.black-box",
}
_BEGINS, _RESULT, _ENDS = "\x13", "\x14", "\x15"
_MARKS = re.compile(r"([\x13\x14\x15])")
_PLAIN_FIELDS = frozenset(
    [
        "",
        *"PAGE NUMPAGES SECTIONPAGES SECTION TOC REF PAGEREF NOTEREF SEQ STYLEREF TIME DATE INDEX SYMBOL EQ".split(),
    ]
)
_MOST_DEEP = 50
_BLANKS = "\r\n\t \x01\x05\x07\x08\x0b\x0c\x13\x14\x15"


def look_at_writing(container: Container, seen: Seen) -> None:
    """Find comments, changes, hidden text, fields, fast saves and paths in an old document.

    :raises CannotSay: if it is locked or damaged.
    """
    text = text_of_writing(container)
    if int.from_bytes(text.data[_AT_FLAGS : _AT_FLAGS + 2], "little") & _FAST_SAVED:
        seen.add("ole.fast-saved")
    if not text.table:
        return
    _look_at_parts(text, seen)
    _look_at_tables(text, seen)
    _look_at_runs(text, seen)
    _look_at_fields(text, seen)
    for held in text.between():
        if words := letters_in(held):
            seen.add("ole.left-over", "the text", words)


def text_of_writing(container: Container) -> OldText:
    """Return the text of an old document, without tables if its Word is too old to have them.

    :raises CannotSay: if it is locked or damaged.
    """
    data = container.read("WordDocument")
    kind, (flags,) = struct.unpack_from("<H", data)[0], struct.unpack_from("<H", data, _AT_FLAGS)
    if kind not in _WORDS:
        raise CannotSay("It is a document of a Word too old to be inspected: save it as DOCX")
    if flags & _ENCRYPTED:
        raise CannotSay(LOCKED)
    if kind != _WORDS[0]:
        return OldText(data, b"")
    return old_text(data, container.read("1Table" if flags & _OTHER_TABLE else "0Table"))


def field_codes(text: str) -> Iterator[str]:
    """Yield the code of each field in a text: what stands before its result, and is not shown."""
    yield from _parted(text)[0]


def without_codes(text: str) -> str:
    """Return a text with the results of its fields, and without their codes."""
    return _parted(text)[1]


def _parted(text: str) -> tuple[list[str], str]:
    """Return the codes of the fields in a text, and the text without them."""
    codes, shown = list[str](), list[str]()
    open_codes: list[list[str] | None] = []
    for piece in _MARKS.split(text):
        if piece == _BEGINS:
            open_codes.append([])
        elif piece in (_RESULT, _ENDS):
            code = open_codes.pop() if open_codes else None
            if code is not None:
                codes.append("".join(code))
            if piece == _RESULT:
                open_codes.append(None)
        elif all(one is None for one in open_codes[-_MOST_DEEP:]):
            shown.append(piece)
        elif (code := open_codes[-1]) is not None:
            code.append(piece)
    return codes, "".join(shown)


def _look_at_parts(text: OldText, seen: Seen) -> None:
    comments = text.part("comments")
    if comments or text.count_of("comments") or text.table_of(_COMMENTS):
        seen.add("ole.comment", "", comments.strip("\x05\r "))
    if text.count_of("boxes") or text.count_of("boxes of heads"):
        seen.add("ole.text-box", "", text.part("boxes").strip())


def _look_at_tables(text: OldText, seen: Seen) -> None:
    # The first who changed the text is always nobody.
    names = [one for one in strings_of(text.table_of(_WHO_CHANGED)) if one != _NOBODY]
    if names:
        seen.add("ole.changes", "", ", ".join(names), count=len(names))
    for number, code in _KEPT.items():
        held = text.table_of(number)
        if len(held) > _LEAST.get(number, 0):
            seen.add(code, "", letters_in(held))


def _look_at_runs(text: OldText, seen: Seen) -> None:
    for run in telling_runs(text):
        words = text.held_at(run.start, run.end)
        if words.strip(_BLANKS):
            for code in {_TRAITS[one] for one in run.traits}:
                seen.add(code, "", words)


def _look_at_fields(text: OldText, seen: Seen) -> None:
    for code in field_codes(text.whole()):
        kind = code.split(maxsplit=1)[0].upper() if code.strip() else ""
        if kind not in _PLAIN_FIELDS:
            seen.add("ole.link" if kind == "HYPERLINK" else "ole.field", "", code)
