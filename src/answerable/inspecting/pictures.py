"""Pictures in other files: what they carry beside their pixels, told from their bytes without decoding them."""

import re
import struct
from collections.abc import Iterator

from answerable.inspecting.seen import Seen

_JPEG, _PNG, _GIF, _BMP = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM"
_NOT_LOOKED_INTO = (
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"RIFF", "WebP"),
    (b"\x01\0\0\0", "EMF"),
    (b"\xd7\xcd\xc6\x9a", "WMF"),
    (b"\x01\0\x09\0", "WMF"),
    (b"<svg", "SVG"),
    (b"<?xml", "SVG"),
    (b"II\xbc", "JPEG XR"),
    (b"\x1f\x8b", "EMF"),
    (b"%!PS", "PostScript"),
)
_PNG_PIXELS = frozenset(
    "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT pHYs bKGD hIST sPLT cICP".split()
)
_PNG_FRAMES = ("acTL", "fcTL", "fdAT")
_SOI, _EOI, _SCAN = 0xD8, 0xD9, 0xDA
_COMMENT = 0xFE
_FIRST_APP, _LAST_APP = 0xE0, 0xEF
_ALONE = {0x01, *range(0xD0, 0xD8)}
_IN_SCAN = re.compile(rb"\xff(?![\x00\xff\xd0-\xd7])")


def look_at_picture(data: bytes, where: str, seen: Seen) -> None:
    """Find metadata, further pictures and bytes behind the end; a picture that cannot be told stops."""
    try:
        if data.startswith(_JPEG):
            _look_at_jpeg(data, where, seen)
        elif data.startswith(_PNG):
            _look_at_png(data, where, seen)
        elif data.startswith(_GIF):
            _look_at_gif(data, where, seen)
        elif data.startswith(_BMP):
            _tell_behind(data, struct.unpack_from("<I", data, 2)[0], where, seen)
        else:
            _look_at_others(data, where, seen)
    except (struct.error, IndexError):
        seen.add("picture.unknown", where, "damaged")


def _look_at_others(data: bytes, where: str, seen: Seen) -> None:
    format_ = next((name for head, name in _NOT_LOOKED_INTO if data.startswith(head)), "")
    seen.add("picture.not-looked-into" if format_ else "picture.unknown", where, format_)


def _tell_behind(data: bytes, end: int, where: str, seen: Seen) -> None:
    if len(data) > end:
        seen.add("picture.bytes-behind", where, count=len(data) - end)


def _look_at_jpeg(data: bytes, where: str, seen: Seen) -> None:
    at = 2
    while True:
        while data[at] == 0xFF and data[at + 1] == 0xFF:  # noqa: PLR2004 padding
            at += 1
        marker = data[at + 1]
        if marker == _EOI:
            break
        if marker in _ALONE:
            at += 2
            continue
        size = struct.unpack_from(">H", data, at + 2)[0]
        _look_at_segment(marker, data[at + 4 : at + 2 + size], where, seen)
        at += 2 + size
        if marker == _SCAN:
            found = _IN_SCAN.search(data, at)
            at = found.start() if found else len(data)
    _tell_behind(data, at + 2, where, seen)


def _look_at_segment(marker: int, held: bytes, where: str, seen: Seen) -> None:
    if marker == _COMMENT:
        seen.add("picture.metadata", f"comment of {where}", held.decode("utf-8", "replace"))
    elif not _FIRST_APP <= marker <= _LAST_APP:
        return
    elif held.startswith(b"MPF\0"):
        seen.add("picture.more-pictures", where)
    elif held.startswith(b"Exif\0"):
        seen.add("picture.metadata", f"Exif of {where}")
        if _JPEG in held:
            seen.add("picture.thumbnail", where)
    elif held.startswith((b"JFIF\0", b"JFXX\0")):
        if len(held) > 14:  # noqa: PLR2004 as long as its head is without a small picture
            seen.add("picture.thumbnail", where)
    elif not held.startswith((b"ICC_PROFILE\0", b"Adobe")):
        seen.add("picture.metadata", where)


def _look_at_png(data: bytes, where: str, seen: Seen) -> None:
    at = len(_PNG)
    for name, held in _chunks(data, at):
        at += 12 + len(held)
        if name in _PNG_FRAMES:
            seen.add("picture.more-pictures", where)
        elif name not in _PNG_PIXELS:
            seen.add("picture.metadata", f"{name} of {where}", held.decode("utf-8", "replace"))
    _tell_behind(data, at, where, seen)


def _chunks(data: bytes, at: int) -> Iterator[tuple[str, bytes]]:
    name = ""
    while name != "IEND":
        size = struct.unpack_from(">I", data, at)[0]
        name = data[at + 4 : at + 8].decode("latin-1")
        held = data[at + 8 : at + 8 + size]
        if len(held) < size:
            raise struct.error
        yield name, held
        at += 12 + size


_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_PLAYS, _CONTROLS = 0xFF, 0xF9


def _look_at_gif(data: bytes, where: str, seen: Seen) -> None:
    flags = data[10]
    at = 13 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)
    frames = 0
    while data[at] != _TRAILER:
        if data[at] == _IMAGE:
            frames += 1
            flags = data[at + 9]
            at += 11 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)
        elif data[at] == _EXTENSION:
            kind, at = data[at + 1], at + 2
            if kind not in (_CONTROLS,) and not (
                kind == _PLAYS and data[at + 1 : at + 9] == b"NETSCAPE"
            ):
                seen.add("picture.metadata", where)
        else:
            raise struct.error
        while data[at]:
            at += 1 + data[at]
        at += 1
    if frames > 1:
        seen.add("picture.more-pictures", where, count=frames - 1)
    _tell_behind(data, at + 1, where, seen)
