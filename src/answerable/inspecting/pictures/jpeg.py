"""JPEG: its segments one by one, and what stands among its pixels without being one."""

import hashlib
import re
import struct

from PIL import ImageFile

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.pictures.exif import look_at_exif
from answerable.inspecting.pictures.looked import Picture, check_size, letters_in
from answerable.inspecting.pictures.pixels import decoded
from answerable.inspecting.pictures.words import (
    look_at_comment,
    look_at_photoshop,
    look_at_profile,
    look_at_xmp,
)

_EOI, _SCAN, _COMMENT, _TABLES, _CODES = 0xD9, 0xDA, 0xFE, 0xDB, 0xC4
_FRAMES = frozenset((0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF))
_SETTINGS = frozenset((_TABLES, _CODES, 0xCC, 0xDD, 0xDC))
_FIRST_APP, _LAST_APP = 0xE0, 0xEF
_SHORT = (0xDD, 0xDC)
_ALONE = {0x01, *range(0xD0, 0xD8)}
_MARK = re.compile(rb"\xff(?![\x00\xff])")
_IN_SCAN = re.compile(rb"\xff(?![\x00\xff\xd0-\xd7])")
_XMP, _MORE_XMP = b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
_JFIF, _ADOBE = 14, 12
_WORDS_AT_AN_END = re.compile(rb"[A-Za-z][A-Za-z0-9 .,@'-]{6,}$")
_NEEDED, _RESTART = 24, 2
# What begins a marker, and what stands behind it: both stay as they are.
_BEGINS, _OTHER = 0xFF, 0x55
_MOST_SCANS = 40
_MOST_SEGMENTS = 5_000


def look_at_jpeg(picture: Picture) -> None:
    """Find words, places, small and further pictures, and bytes that are no pixels, in a JPEG.

    :raises CannotSay: if it is cut off, or larger than what can be inspected.
    """
    end, scans = look_at_segments(picture)
    picture.tell_behind(end)
    _look_at_scans(picture, scans)


def look_at_segments(picture: Picture) -> tuple[int, list[tuple[int, int]]]:
    """Find what the segments of a JPEG hold, and return where it ends, and from where to where its pixels are.

    :raises CannotSay: if it has too many.
    """
    data, at, scans = picture.data, 2, list[tuple[int, int]]()
    tables = _Tables(picture)
    for _ in range(_MOST_SEGMENTS):
        at = _past_padding(picture, at)
        marker = data[at + 1]
        if marker == _EOI:
            break
        if marker in _ALONE:
            at += 2
            continue
        size = struct.unpack_from(">H", data, at + 2)[0]
        held = data[at + 4 : at + 2 + size]
        tables.take(marker, held)
        _look_at_segment(picture, marker, held)
        at += 2 + size
        if marker == _SCAN:
            end = _end_of_scan(data, at)
            scans.append((at, end))
            at = end
    else:
        raise CannotSay("It is a picture of more pieces than can be inspected")
    tables.tell_spare()
    return at + 2, scans


def are_tables(data: bytes) -> bool:
    """Return whether bytes are tables for several JPEGs, and nothing besides."""
    at = 2
    while data[at : at + 1] == b"\xff" and data[at + 1] in _SETTINGS:
        at += 2 + int(struct.unpack_from(">H", data, at + 2)[0])
    return data[:2] == b"\xff\xd8" and data[at:] == b"\xff\xd9"


def _past_padding(picture: Picture, at: int) -> int:
    data = picture.data
    if data[at] != 0xFF:  # noqa: PLR2004 every marker begins so
        found = _MARK.search(data, at)
        if not found:
            raise IndexError(at)
        picture.add("picture.bytes-between", text=letters_in(data[at : found.start()]))
        at = found.start()
    while data[at + 1] == 0xFF:  # noqa: PLR2004 padding
        at += 1
    return at


def _end_of_scan(data: bytes, at: int) -> int:
    found = _IN_SCAN.search(data, at)
    if not found:
        raise IndexError(at)
    return found.start()


def _look_at_segment(picture: Picture, marker: int, held: bytes) -> None:
    if marker == _COMMENT:
        look_at_comment(picture, held.decode("utf-8", "replace"), "comment")
    elif marker in _FRAMES:
        height, width = struct.unpack_from(">HH", held, 1)
        check_size(width, height)
        if len(held) != 6 + 3 * held[5]:
            picture.add("picture.unknown-piece", text=letters_in(held))
    elif _FIRST_APP <= marker <= _LAST_APP:
        _look_at_application(picture, held)
    elif marker not in _SETTINGS and marker != _SCAN:
        picture.add("picture.unknown-piece", f"segment {marker:X}", letters_in(held))


def _look_at_application(picture: Picture, held: bytes) -> None:
    if held.startswith(b"MPF\0"):
        picture.add("picture.more-pictures")
    elif held.startswith(b"Exif\0"):
        look_at_exif(picture, held[6:])
    elif held.startswith((_XMP, _MORE_XMP)):
        _look_at_xmp(picture, held)
    elif held.startswith(b"Photoshop 3.0\0"):
        look_at_photoshop(picture, held)
    elif held.startswith(b"ICC_PROFILE\0"):
        # The first of several pieces says how long the whole is.
        look_at_profile(picture, held[14:] if held[13] == 1 else b"")
        if held[13] != 1:
            picture.add("picture.profile", "", letters_in(held[14:]))
    elif held.startswith((b"JFIF\0", b"JFXX\0")):
        _look_at_jfif(picture, held)
    elif not (held.startswith(b"Adobe") and len(held) == _ADOBE):
        picture.add("picture.unknown-piece", text=letters_in(held))


def _look_at_jfif(picture: Picture, held: bytes) -> None:
    if held.startswith(b"JFXX") or (len(held) >= _JFIF and held[12] * held[13]):
        picture.add("picture.thumbnail")
    elif len(held) > _JFIF:
        picture.add("picture.unknown-piece", text=letters_in(held))


def _look_at_xmp(picture: Picture, held: bytes) -> None:
    if held.startswith(_XMP):
        look_at_xmp(picture, held.removeprefix(_XMP))
    else:
        # The rest of what did not fit into one piece: read by nobody but programs for photographs.
        picture.add("picture.words", "XMP", letters_in(held[len(_MORE_XMP) + 40 :]))


class _Tables:
    """Which tables a picture brings, and which of them its pixels use: a spare one holds any 64 bytes."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._brought: dict[int, int] = {}
        self._used: set[int] = set()
        self._codes: set[int] = set()
        self._asked: set[int] = set()

    def take(self, marker: int, held: bytes) -> None:
        """Take in what a segment brings or uses."""
        if marker == _TABLES:
            self._bring(held)
        elif marker in _FRAMES:
            self._used.update(held[8::3])
        elif marker == _CODES:
            self._bring_codes(held)
        elif marker == _SCAN and held:
            for one in held[2 : 1 + 2 * held[0] : 2]:
                self._asked.update((one >> 4, 0x10 | one & 15))
            if len(held) != 4 + 2 * held[0]:
                self._picture.add("picture.unknown-piece", text=letters_in(held))
        elif marker in _SHORT and len(held) != 2:  # noqa: PLR2004 one number
            self._picture.add("picture.unknown-piece", text=letters_in(held))

    def _bring_codes(self, held: bytes) -> None:
        at = 0
        while at + 17 <= len(held):
            self._codes.add(held[at])
            at += 17 + sum(held[at + 1 : at + 17])
        if at != len(held):
            self._picture.add("picture.spare-piece", text=letters_in(held))

    def _bring(self, held: bytes) -> None:
        at = 0
        while at < len(held):
            number = held[at] & 15
            self._brought[number] = self._brought.get(number, 0) + 1
            at += 129 if held[at] >> 4 else 65
        if at > len(held):
            self._picture.add("picture.spare-piece", text=letters_in(held))

    def tell_spare(self) -> None:
        """Find tables that are used by nothing, or brought twice."""
        spare = [one for one, times in self._brought.items() if one not in self._used or times > 1]
        # A picture in grey may bring the tables of one in colour, as cameras do.
        if self._asked and {one & 15 for one in self._codes - self._asked} - {0, 1}:
            spare.append(-1)
        if spare:
            self._picture.add("picture.spare-piece", count=len(spare))


def _look_at_scans(picture: Picture, scans: list[tuple[int, int]]) -> None:
    """Find bytes at the end of the pixels that no pixel needs: decoders pass over them."""
    if not scans or len(scans) > _MOST_SCANS:
        raise CannotSay("It is a picture of more layers than can be inspected, or of none")
    data = picture.data
    shown = _digest(data)
    for start, end in scans:
        at = start
        for piece in re.split(rb"\xff[\xd0-\xd7]", data[start:end]):
            words = _WORDS_AT_AN_END.search(piece[-200:])
            at += len(piece)
            # Pixels are packed into any bytes, letters too: only those that change nothing are none.
            if words and _digest(_changed(data, at - len(words[0]), at)) == shown:
                picture.add("picture.bytes-between", text=words[0].decode("ascii"))
                return
            at += _RESTART
    for start, end in scans[-1:]:
        if end - start > 2 * _NEEDED and _digest(_changed(data, end - _NEEDED, end)) == shown:
            picture.add("picture.bytes-between", text=letters_in(data[start:end]))


def _changed(data: bytes, first: int, last: int) -> bytes:
    """Return a JPEG with other bytes in one place: left out, they would be filled up with grey, which may be there."""
    others = bytes(
        one if _BEGINS in (one, data[at - 1]) or one ^ _OTHER == _BEGINS else one ^ _OTHER
        for at, one in enumerate(data[first:last], first)
    )
    return data[:first] + others + data[last:]


def _digest(data: bytes) -> bytes:
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, True
    try:
        with decoded(data) as opened:
            return hashlib.sha256(opened.tobytes()).digest()
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
