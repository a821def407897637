"""Bytes deflated anywhere in others: streams of a PDF that nothing refers to, words in a picture, gzip."""

import re
import zlib
from collections.abc import Iterator

from answerable.inspecting.allowance import Allowance

_BEGINNING = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
_BY_GZIP = b"\x1f"
_ZLIB, _GZIP = 15, 31
_SHORTEST = 8
MOST_STREAM = 64 * 1024 * 1024
"""Bytes that one of them unpacks to at most: a picture may be larger, but holds no text behind that."""

MOST_TRIES = 200_000
"""Places that are tried in one layer: in packed bytes they arise by chance, one in eleven thousand."""


def deflated_in(data: bytes, _: Allowance) -> Iterator[tuple[str, bytes]]:
    """Yield what unpacks from any place on at which deflated bytes may begin."""
    end = 0
    for number, found in enumerate(_BEGINNING.finditer(data)):
        if number >= MOST_TRIES:
            return
        if found.start() < end:
            continue
        bits = _GZIP if found[0].startswith(_BY_GZIP) else _ZLIB
        unpacked, taken = inflated(data, found.start(), bits)
        if len(unpacked) >= _SHORTEST:
            end = found.start() + taken
            yield f"deflated at {found.start():,}", unpacked


def inflated(data: bytes, at: int, bits: int) -> tuple[bytes, int]:
    """Return what unpacks from a place on, as far as it does, and how many bytes that took."""
    inflating = zlib.decompressobj(bits)
    pieces, size, given = [], 0, at
    piece_size = 64 * 1024
    try:
        while not inflating.eof and size < MOST_STREAM and given < len(data):
            piece = inflating.decompress(data[given : given + piece_size], MOST_STREAM - size)
            given += piece_size
            pieces.append(piece)
            size += len(piece)
    except zlib.error:
        pass
    taken = min(given, len(data)) - at - len(inflating.unused_data)
    return b"".join(pieces), taken
