"""GIF: its blocks one by one: frames, comments, and bytes behind the end of its pixels."""

import struct

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.pictures.codes import size_of_codes
from answerable.inspecting.pictures.looked import Picture, check_size, letters_in
from answerable.inspecting.pictures.pixels import look_at_pixels
from answerable.inspecting.pictures.words import look_at_comment, look_at_xmp

_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_PLAYS, _CONTROLS, _COMMENT = 0xFF, 0xF9, 0xFE
_MOST_FRAMES = 10_000


def look_at_gif(picture: Picture) -> None:
    """Find comments, further pictures, and bytes that are no pixels, in a GIF.

    :raises CannotSay: if it is cut off, or larger than what can be inspected.
    """
    data = picture.data
    width, height, flags = struct.unpack_from("<HHB", data, 6)
    check_size(width, height)
    at = 13 + _table(flags)
    frames = 0
    while data[at] != _TRAILER:
        if data[at] == _IMAGE:
            frames += 1
            at = _look_at_frame(picture, at, frames)
        elif data[at] == _EXTENSION:
            at = _look_at_extension(picture, at)
        else:
            raise struct.error
        if frames > _MOST_FRAMES:
            raise CannotSay("It is a picture of more frames than can be inspected")
    if frames > 1:
        picture.add("picture.more-pictures", count=frames - 1)
    picture.tell_behind(at + 1)
    look_at_pixels(picture)


def _table(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(data: bytes, at: int) -> tuple[list[bytes], int]:
    """Return what stands in blocks from a place on, and where they end."""
    held = []
    while size := data[at]:
        held.append(data[at + 1 : at + 1 + size])
        at += 1 + size
    return held, at + 1


def _look_at_frame(picture: Picture, at: int, number: int) -> int:
    data = picture.data
    screen = struct.unpack_from("<HH", data, 6)
    left, top, width, height, flags = struct.unpack_from("<HHHHB", data, at + 1)
    check_size(width, height)
    if left + width > screen[0] or top + height > screen[1]:
        picture.add("picture.hidden-pixels", "beyond the edge")
    least = 11 + _table(flags)
    blocks, end = _blocks(data, at + least)
    bits = data[at + least - 1]
    if not 1 < bits < 12:  # noqa: PLR2004 as the format has it
        raise struct.error
    count, left_over = size_of_codes(b"".join(blocks), bits)
    if count > width * height:
        picture.add("picture.hidden-pixels", f"frame {number}", count=1)
    if number == 1 and flags & 0x80:
        picture.tell_words(data[13 : 13 + _table(data[10])], "palette")
    if left_over.strip(b"\0"):
        picture.add("picture.bytes-between", f"frame {number}", letters_in(left_over))
    return end


def _look_at_extension(picture: Picture, at: int) -> int:
    kind = picture.data[at + 1]
    blocks, end = _blocks(picture.data, at + 2)
    name = blocks[0] if blocks else b""
    if kind == _COMMENT:
        look_at_comment(picture, b"".join(blocks).decode("latin-1"), "comment")
    elif kind == _CONTROLS:
        if len(blocks) != 1 or len(name) != 4:  # noqa: PLR2004 how long a frame is shown
            picture.add("picture.unknown-piece", text=letters_in(b"".join(blocks)))
    elif kind == _PLAYS and name.startswith(b"XMP Data"):
        held = picture.data[at + 14 : end]
        look_at_xmp(picture, held[: held.rfind(b">") + 1])
    elif kind == _PLAYS and name in (b"NETSCAPE2.0", b"ANIMEXTS1.0"):
        if any(len(one) > 5 for one in blocks[1:]) or len(blocks) > 3:  # noqa: PLR2004 how often it is shown
            picture.add("picture.unknown-piece", text=letters_in(b"".join(blocks[1:])))
    elif kind == _PLAYS and name.startswith(b"ICCRGBG1"):
        picture.add("picture.profile")
    else:
        picture.add("picture.unknown-piece", text=letters_in(b"".join(blocks)))
    return end
