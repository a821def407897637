"""JPEG 2000 in a PDF: what its boxes say beside the picture."""

import struct

from answerable.inspecting.seen import Seen

_OF_PICTURES = frozenset((b"jP  ", b"ftyp", b"jp2h", b"jp2c", b"rreq", b"res ", b"colr", b"ihdr"))
_STREAM = b"\xff\x4f\xff\x51"
_COMMENT, _TILE = 0xFF64, 0xFF90
_END = b"\xff\xd9"


def look_at_boxes(data: bytes, where: str, seen: Seen) -> None:
    """Find boxes of metadata, comments, and bytes behind the end."""
    try:
        if data.startswith(_STREAM):
            _look_at_stream(data, where, seen)
            return
        at = 0
        while at < len(data):
            size, kind, head = *struct.unpack_from(">I4s", data, at), 8
            if size == 1:
                size, head = struct.unpack_from(">Q", data, at + 8)[0], 16
            held = data[at + head : at + size] if size else data[at + head :]
            if kind == b"jp2c":
                _look_at_stream(held, where, seen)
            elif kind not in _OF_PICTURES:
                seen.add("picture.metadata", where, held.decode("latin-1"))
            at = at + size if size >= head else len(data)
    except struct.error:
        seen.add("picture.unknown", where, "damaged")


def _look_at_stream(data: bytes, where: str, seen: Seen) -> None:
    at = 2
    while True:
        marker, size = struct.unpack_from(">HH", data, at)
        if marker == _COMMENT:
            seen.add("picture.metadata", where, data[at + 6 : at + 2 + size].decode("latin-1"))
        if marker == _TILE:
            break
        at += 2 + size
    end = data.rfind(_END)
    if data[end + 2 :].strip(b"\0"):
        seen.add("picture.bytes-behind", where, count=len(data) - end - 2)
