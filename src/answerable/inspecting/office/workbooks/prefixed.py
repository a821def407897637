"""Sheets in which every element has a prefix, as some programs write them: read as if it had none."""

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from answerable.inspecting.findings import CannotSay

_ROOT = re.compile(rb"\s*(?:<\?xml[^>]*\?>)?\s*<([A-Za-z]\w{0,9}):worksheet\b([^>]*)>")
_SHEETS = (
    b'"http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
    b'"http://purl.oclc.org/ooxml/spreadsheetml/main"',
)
_BARE = re.compile(rb"</?(?![\w.\-]+:)[A-Za-z_]")
_HEAD = 8192


def without_prefix(pieces: Iterable[bytes], where: str) -> Iterator[bytes]:
    """Yield the bytes of a sheet, without the prefix if its root says that it stands for sheets and nothing else.

    :raises CannotSay: if the sheet says later that it stands for something else.
    """
    waiting = iter(pieces)
    head = b""
    for piece in waiting:
        head += piece
        if len(head) >= _HEAD:
            break
    # Programs in .NET begin a part with this mark, which is no part of it.
    head = head.removeprefix(codecs.BOM_UTF8)
    root = _ROOT.match(head)
    prefix = root[1] if root and _is_of_sheets(root[1], root[2]) else b""
    if not prefix:
        yield head
        yield from waiting
        return
    yield from _taken_off(head, waiting, prefix, where)


def _is_of_sheets(prefix: bytes, attributes: bytes) -> bool:
    """Return whether a prefix is that of sheets, and there is nothing that elements without one could be."""
    declared = re.findall(rb"\bxmlns:" + prefix + rb"\s*=\s*(\"[^\"]*\")", attributes)
    has_default = re.search(rb"\bxmlns\s*=", attributes)
    return len(declared) == 1 and declared[0] in _SHEETS and not has_default


def _taken_off(head: bytes, waiting: Iterator[bytes], prefix: bytes, where: str) -> Iterator[bytes]:
    declared = re.compile(rb"\bxmlns:" + prefix + rb"\s*=")
    count, kept = 0, b""
    for piece in chain([head], waiting, [b"<"]):
        data = kept + piece
        # A tag that is not whole yet waits for the next piece.
        cut = data.rfind(b"<")
        data, kept = data[:cut], data[cut:]
        if _BARE.search(data):
            raise CannotSay(f"“{where}” in it has elements with a prefix and others without")
        count += len(declared.findall(data))
        if count > 1:
            raise CannotSay(f"“{where}” in it gives one prefix two meanings")
        yield data.replace(b"<" + prefix + b":", b"<").replace(b"</" + prefix + b":", b"</")
