"""Words in drawings that are not looked into otherwise: in the elements of SVG, and among the bytes of metafiles."""

import re
import zlib
from collections.abc import Iterator
from itertools import islice

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.formats.words import is_of_the_format, is_usual_font
from answerable.inspecting.markup import root_of
from answerable.inspecting.seen import Seen

_PACKED = b"\x1f\x8b"
_MOST_UNPACKED = 16 * 1024 * 1024
_MOST_WORDS = 8
_RUNS = re.compile(rb"(?:[A-Za-z0-9'@.,:_\\/ -]\0){6,}|[A-Za-z0-9'@.,:_\\/ -]{6,}")
_WORD = re.compile(r"[^\W\d_]{4}")


def words_in_drawing(data: bytes) -> str:
    """Return the first words that a drawing holds and that are no words of its format; nothing if it holds none."""
    unpacked = _unpacked(data)
    is_markup = unpacked.lstrip()[:5] in (b"<?xml", b"<svg ") or b"<svg" in unpacked[:500]
    found = _in_markup(unpacked) if is_markup else _in_bytes(unpacked)
    said = (one for one in found if _WORD.search(one) and not is_of_the_format(one))
    return " ".join(islice((one for one in said if not is_usual_font(one)), _MOST_WORDS))


def _unpacked(data: bytes) -> bytes:
    if not data.startswith(_PACKED):
        return data
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, _MOST_UNPACKED)
    except zlib.error:
        return data


def _in_markup(data: bytes) -> Iterator[str]:
    try:
        root = root_of(data, "drawing", Seen())
    except CannotSay:
        yield from _in_bytes(data)
        return
    for one in root.iter():
        yield (one.text or "").strip()
        yield (one.tail or "").strip()
        if isinstance(one.tag, str):
            yield from (str(value) for value in one.attrib.values())


def _in_bytes(data: bytes) -> Iterator[str]:
    for one in _RUNS.finditer(data):
        yield one[0].replace(b"\0", b"").decode("ascii").strip()
