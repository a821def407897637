"""A picture into what it carries beside its pixels: each format by its own reader, and what has none stops."""

import struct
import zlib
from collections.abc import Callable

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.heads_of_files import kind_of_picture
from answerable.inspecting.pictures.bmp import look_at_bmp
from answerable.inspecting.pictures.drawings import words_in_drawing
from answerable.inspecting.pictures.gif import look_at_gif
from answerable.inspecting.pictures.jpeg import look_at_jpeg
from answerable.inspecting.pictures.looked import Picture
from answerable.inspecting.pictures.png import look_at_png
from answerable.inspecting.pictures.tiff import look_at_tiff
from answerable.inspecting.pictures.webp import look_at_webp
from answerable.inspecting.seen import Seen

_READ: dict[str, Callable[[Picture], None]] = {
    "jpeg": look_at_jpeg,
    "png": look_at_png,
    "gif": look_at_gif,
    "bmp": look_at_bmp,
    "tiff": look_at_tiff,
    "webp": look_at_webp,
}
_NOT_LOOKED_INTO = (
    (b"\x01\0\0\0", "EMF"),
    (b"\xd7\xcd\xc6\x9a", "WMF"),
    (b"\x01\0\x09\0", "WMF"),
    (b"<svg", "SVG"),
    (b"<?xml", "SVG"),
    (b"II\xbc", "JPEG XR"),
    (b"\x1f\x8b", "EMF"),
    (b"%!PS", "PostScript"),
)
_DAMAGED = (struct.error, IndexError, zlib.error)


def look_at_picture_file(data: bytes, kind: str, seen: Seen) -> None:
    """Find what a picture that is a file of its own carries beside the pixels that are seen.

    :raises CannotSay: if it is damaged, or larger than what can be inspected.
    """
    try:
        _READ[kind](Picture(data, "", seen))
    except _DAMAGED:
        raise CannotSay("It is a picture that is cut off or damaged: fetch it again") from None


def look_at_picture(data: bytes, where: str, seen: Seen) -> None:
    """Find the same in a picture in another file; there a picture that cannot be told is a finding."""
    kind = kind_of_picture(data)
    if not kind:
        format_ = next((name for head, name in _NOT_LOOKED_INTO if data.startswith(head)), "")
        seen.add("picture.not-looked-into" if format_ else "picture.unknown", where, format_)
        if words := words_in_drawing(data):
            seen.add("picture.words", where, words)
        return
    try:
        _READ[kind](Picture(data, where, seen))
    except _DAMAGED:
        seen.add("picture.unknown", where, "damaged")
    except CannotSay as problem:
        seen.add("picture.unknown", where, str(problem))
