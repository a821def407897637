"""BMP: its rows one by one, and what stands between and beside them."""

import struct

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.pictures.looked import Picture, check_size, letters_in
from answerable.inspecting.pictures.pixels import look_at_pixels

_OLD, _LARGEST = 12, 124
_PLAIN, _FIELDS = 0, 3
_WITH_CHANNEL = 32


def look_at_bmp(picture: Picture) -> None:
    """Find bytes that are no pixels in a BMP: behind it, before its pixels, and at the ends of its rows.

    :raises CannotSay: if it is packed, cut off, or larger than what can be inspected.
    """
    data = picture.data
    start, size = struct.unpack_from("<II", data, 10)
    if size == _OLD:
        width, height, _, depth = struct.unpack_from("<HHHH", data, 18)
        packing = colours = 0
    else:
        width, height, _, depth, packing = struct.unpack_from("<iiHHI", data, 18)
        (colours,) = struct.unpack_from("<I", data, 46)
    check_size(width, abs(height))
    if packing not in (_PLAIN, _FIELDS):
        raise CannotSay("It is a BMP picture that is packed in itself: save it as PNG")
    entry = 3 if size == _OLD else 4
    many = (colours or 1 << depth) if depth <= 8 else colours  # noqa: PLR2004 a palette
    head = 14 + size + (12 if packing == _FIELDS and size == 40 else 0) + many * entry  # noqa: PLR2004
    palette = data[head - many * entry : head]
    if any(data[6:10]) or (entry == 4 and any(palette[3::4])):  # noqa: PLR2004 colours of four bytes
        picture.add(
            "picture.bytes-between", "reserved bytes", letters_in(data[6:10] + palette[3::4])
        )
    if data[head:start].strip(b"\0"):
        picture.add("picture.bytes-between", text=letters_in(data[head:start]))
    used, row = (width * depth + 7) // 8, (width * depth + 31) // 32 * 4
    _look_at_ends(picture, start, (used, row, abs(height)))
    end = start + row * abs(height)
    # Programs round the length up to four.
    picture.tell_behind(len(data) if len(data) - end in (1, 2, 3) and not any(data[end:]) else end)
    if depth == _WITH_CHANNEL:
        _look_at_channel(picture, data[start:end])
    look_at_pixels(picture)


def _look_at_ends(picture: Picture, start: int, shape: tuple[int, int, int]) -> None:
    used, row, height = shape
    if used == row:
        return
    ends = b"".join(
        picture.data[start + number * row + used : start + (number + 1) * row]
        for number in range(height)
    )
    if any(ends):
        picture.add("picture.bytes-between", "ends of rows", letters_in(ends))


def _look_at_channel(picture: Picture, pixels: bytes) -> None:
    """Find a fourth channel that differs from pixel to pixel: most programs show three."""
    if len(set(pixels[3::4])) > 1:
        picture.add("picture.hidden-pixels", "fourth channel", letters_in(pixels[3::4]))
