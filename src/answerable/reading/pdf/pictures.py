"""A page as a picture (PNG), with the places marked that somebody is to look at."""

import json
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pypdfium2

from answerable.reading.documents import NotReadable

_LONGEST_SIDE = 1600
_MOST_SCALE = 3.0
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TRUE_COLOUR = 2
_CHANNELS = 3
# White becomes a light yellow, and black stays black: only the blue is taken away.
_MARKED = bytes(value * 2 // 5 for value in range(256))
_ROOM = 2
"""Points around a place: letters reach over the box of their words."""

Box = Sequence[float]


def page_picture(data: bytes, name: str, options: dict[str, Any]) -> Iterable[bytes]:
    """Yield how many pages a PDF has, as JSON, and the picture of one: `page` from 1, `boxes` in points.

    `longest` is how many pixels its longer side has at most, if not as many as usual.

    :raises NotReadable: if it cannot be opened, or has no such page.
    """
    number = int(options["page"])
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        message = f"{name} is a PDF that cannot be opened: it is damaged, or locked with a password"
        raise NotReadable(message) from problem
    if not 1 <= number <= len(pdf):
        raise NotReadable(f"{name} has no page {number}")
    yield json.dumps(len(pdf)).encode()
    longest = options.get("longest", _LONGEST_SIDE)
    yield _picture(pdf[number - 1], options.get("boxes", ()), longest)


def _picture(page: Any, boxes: Sequence[Box], longest: int) -> bytes:
    width, height = page.get_size()
    scale = min(longest / max(width, height, 1), _MOST_SCALE)
    bitmap = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=_rgb())
    rows = [
        bytearray(
            memoryview(bitmap.buffer)[
                row * bitmap.stride : row * bitmap.stride + bitmap.width * _CHANNELS
            ]
        )
        for row in range(bitmap.height)
    ]
    for box in boxes:
        _mark(rows, [side * scale for side in _roomy(box)])
    return _png(rows, bitmap.width)


def _rgb() -> int:
    kind: int = pypdfium2.raw.FPDFBitmap_BGR
    return kind


def _roomy(box: Box) -> Iterator[float]:
    left, top, right, bottom = box
    yield from (left - _ROOM, top - _ROOM, right + _ROOM, bottom + _ROOM)


def _mark(rows: list[bytearray], box: Sequence[float]) -> None:
    left, top, right, bottom = (max(0, round(side)) for side in box)
    for row in rows[top:bottom]:
        blue = slice(left * _CHANNELS + 2, right * _CHANNELS, _CHANNELS)
        row[blue] = row[blue].translate(_MARKED)


def _png(rows: Sequence[bytearray], width: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, len(rows), 8, _TRUE_COLOUR, 0, 0, 0)
    # Each row begins with the number of its filter: 0 for none.
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    parts = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, part) for kind, part in parts)


def _chunk(kind: bytes, part: bytes) -> bytes:
    return struct.pack(">I", len(part)) + kind + part + struct.pack(">I", zlib.crc32(kind + part))
