"""The outlines of an embedded font's letters: a font without any lets nobody see what is written in it."""

import re
import struct
from collections.abc import Iterator

_SFNT = (b"\0\1\0\0", b"true")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SIGNS = _LETTERS + _LETTERS.upper() + "0123456789"
_UNICODE = ((3, 10), (3, 1), (0, 4), (0, 3), (3, 0))
_OF_SIGNS = 0xF000
_FEWEST = 3
_KEY = re.compile(r"\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?")
_OBFUSCATED = 32
_COMPRESSED, _XORED = 0x4, 0x10000000


def hides_letters(data: bytes) -> bool:
    """Return whether a font draws nothing for all its letters and digits, or the same for nearly all of them.

    Programs that cut a font down keep what its text needs. A font that cannot be read may hide anything.
    """
    try:
        drawn = list(_outlines(data))
    except (struct.error, IndexError, KeyError, ValueError):
        return True
    different = len({one for one in drawn if one})
    return bool(drawn) and different < min(_FEWEST, len(drawn))


def is_font(data: bytes) -> bool:
    """Return whether some bytes begin as a font does that can be looked into."""
    return data[:4] in _SFNT


def is_key(text: str) -> bool:
    """Return whether a text is a key that Word mixes a font with."""
    return _KEY.fullmatch(text) is not None


def plain_font(data: bytes, keys: "tuple[str, ...]" = ()) -> bytes:
    """Return a font as it is, which Word mixes with a key, and PowerPoint wraps; what it was if it cannot be had."""
    for key in keys:
        mixed = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1] * 2
        head = bytes(one ^ other for one, other in zip(data[:_OBFUSCATED], mixed, strict=False))
        if is_font(head):
            return head + data[_OBFUSCATED:]
    return _unwrapped(data)


def _unwrapped(data: bytes) -> bytes:
    if len(data) < 2 * _OBFUSCATED or data[34:36] != b"LP":
        return data
    whole, held, _, flags = struct.unpack_from("<4I", data)
    is_plain = whole == len(data) and not flags & (_COMPRESSED | _XORED)
    return data[-held:] if is_plain and held < whole else data


def _outlines(data: bytes) -> Iterator[bytes]:
    """Yield the outlines of the letters and digits that a font has a sign for."""
    tables = _tables(data)
    head, loca, glyf = (data[slice(*tables[name])] for name in (b"head", b"loca", b"glyf"))
    is_long = struct.unpack_from(">h", head, 50)[0]
    numbers = _numbers(data[slice(*tables[b"cmap"])])
    for sign in _SIGNS:
        number = numbers.get(ord(sign)) or numbers.get(_OF_SIGNS + ord(sign))
        if not number:
            continue
        first, last = (
            struct.unpack_from(">2I", loca, 4 * number)
            if is_long
            else (2 * one for one in struct.unpack_from(">2H", loca, 2 * number))
        )
        yield glyf[first:last]


def _tables(data: bytes) -> dict[bytes, tuple[int, int]]:
    count = struct.unpack_from(">H", data, 4)[0]
    entries = (struct.unpack_from(">4s3I", data, 12 + 16 * number) for number in range(count))
    return {tag: (offset, offset + size) for tag, _, offset, size in entries}


def _numbers(cmap: bytes) -> dict[int, int]:
    """Return the numbers of the outlines by the signs that they are drawn for."""
    count = struct.unpack_from(">H", cmap, 2)[0]
    listed = (struct.unpack_from(">2HI", cmap, 4 + 8 * number) for number in range(count))
    offsets = {(platform, encoding): offset for platform, encoding, offset in listed}
    for kind in _UNICODE:
        if kind in offsets:
            table = cmap[offsets[kind] :]
            form = struct.unpack_from(">H", table)[0]
            if form in _FORMS:
                return _FORMS[form](table)
    raise ValueError(sorted(offsets))


def _by_segments(table: bytes) -> dict[int, int]:
    double = struct.unpack_from(">H", table, 6)[0]
    numbers = dict[int, int]()
    for at in range(0, double, 2):
        end, first, delta, offset = (
            struct.unpack_from(">H", table, place + at)[0]
            for place in (14, 16 + double, 16 + 2 * double, 16 + 3 * double)
        )
        for sign in _wanted(first, end):
            number = sign
            if offset:
                place = 16 + 3 * double + at + offset + 2 * (sign - first)
                number = struct.unpack_from(">H", table, place)[0]
            numbers[sign] = (number + delta) & 0xFFFF if number else 0
    return numbers


def _by_groups(table: bytes) -> dict[int, int]:
    count = struct.unpack_from(">I", table, 12)[0]
    groups = (struct.unpack_from(">3I", table, 16 + 12 * number) for number in range(count))
    return {
        sign: number + sign - first for first, end, number in groups for sign in _wanted(first, end)
    }


def _wanted(first: int, end: int) -> Iterator[int]:
    for sign in _SIGNS:
        for place in (ord(sign), _OF_SIGNS + ord(sign)):
            if first <= place <= end:
                yield place


_FORMS = {4: _by_segments, 12: _by_groups}
