"""WebP: its chunks one by one."""

import hashlib
import struct

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.pictures.exif import look_at_exif
from answerable.inspecting.pictures.looked import Picture, letters_in
from answerable.inspecting.pictures.pixels import decoded, look_at_pixels
from answerable.inspecting.pictures.words import look_at_profile, look_at_xmp

_PIXELS = (b"VP8 ", b"VP8L", b"ALPH")
_FRAMES = (b"ANMF",)
_NUMBERS = {b"VP8X": 10, b"ANIM": 6}
_MOST_CHUNKS = 10_000
_AT_AN_END = 64
_NEEDED = 16


def look_at_webp(picture: Picture) -> None:
    """Find words, places, further pictures, and bytes that are no pixels, in a WebP.

    :raises CannotSay: if it is cut off, or larger than what can be inspected.
    """
    data = picture.data
    (size,) = struct.unpack_from("<I", data, 4)
    end = 8 + size
    at, frames, met = 12, 0, set[bytes]()
    for _ in range(_MOST_CHUNKS):
        if at >= end:
            break
        name, length = data[at : at + 4], struct.unpack_from("<I", data, at + 4)[0]
        held = data[at + 8 : at + 8 + length]
        if len(held) < length:
            raise struct.error
        if length % 2 and data[at + 8 + length : at + 9 + length].strip(b"\0"):
            picture.add("picture.bytes-between")
        if name in met and name not in _FRAMES:
            picture.add("picture.unknown-piece", text=letters_in(held))
        met.add(name)
        frames += name in _FRAMES
        _look_at_chunk(picture, name, held)
        at += 8 + length + length % 2
    else:
        raise CannotSay("It is a picture of more pieces than can be inspected")
    if frames > 1:
        picture.add("picture.more-pictures", count=frames - 1)
    picture.tell_behind(end)
    look_at_pixels(picture)
    _look_at_end(picture)


def _look_at_chunk(picture: Picture, name: bytes, held: bytes) -> None:
    if name == b"EXIF":
        look_at_exif(picture, held.removeprefix(b"Exif\0\0"))
    elif name == b"XMP ":
        look_at_xmp(picture, held)
    elif name == b"ICCP":
        look_at_profile(picture, held)
    elif name in _PIXELS or name in _FRAMES:
        if len(words := letters_in(held[-_AT_AN_END:])) > 7:  # noqa: PLR2004 chance makes shorter ones
            picture.add("picture.bytes-between", text=words)
    elif len(held) != _NUMBERS.get(name, -1):
        picture.add("picture.unknown-piece", text=letters_in(held))


def _look_at_end(picture: Picture) -> None:
    """Find bytes at the end of the pixels that no pixel needs."""
    data = picture.data
    at = max(data.rfind(b"VP8 "), data.rfind(b"VP8L"))
    size = int.from_bytes(data[at + 4 : at + 8], "little")
    end = at + 8 + size
    if at < 0 or b"ANMF" in data or size < _AT_AN_END or end > len(data):
        return
    turned = bytes(255 - one for one in data[end - _NEEDED : end])
    try:
        is_needed = _drawn(data) != _drawn(data[: end - _NEEDED] + turned + data[end:])
    except CannotSay:
        return
    if not is_needed:
        picture.add("picture.bytes-between", text=letters_in(data[end - _AT_AN_END : end]))


def _drawn(data: bytes) -> bytes:
    with decoded(data) as opened:
        return hashlib.sha256(opened.tobytes()).digest()
