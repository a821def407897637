"""PNG: its chunks one by one, and exactly as many pixels as it says."""

import struct
import zlib
from collections.abc import Iterator

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.pictures.exif import look_at_exif
from answerable.inspecting.pictures.looked import Picture, check_size, letters_in
from answerable.inspecting.pictures.pixels import look_at_pixels
from answerable.inspecting.pictures.words import look_at_comment, look_at_profile, look_at_xmp

_HEAD = 8
_LENGTHS = {
    "IHDR": (13, 13),
    "PLTE": (3, 768),
    "IEND": (0, 0),
    "tRNS": (1, 256),
    "gAMA": (4, 4),
    "cHRM": (32, 32),
    "sRGB": (1, 1),
    "sBIT": (1, 4),
    "pHYs": (9, 9),
    "bKGD": (1, 6),
    "hIST": (2, 512),
    "cICP": (4, 4),
    "vpAg": (9, 9),
    "oFFs": (9, 9),
    "mDCV": (24, 24),
    "cLLI": (8, 8),
}
"""Chunks that hold numbers alone, and how long they may be."""

_FRAMES = ("acTL", "fcTL", "fdAT")
_ONCE = frozenset(_LENGTHS) | {"iCCP"}
_IN_COLOUR = (2, 6)
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PASSES = (
    (0, 8, 0, 8),
    (4, 8, 0, 8),
    (0, 4, 4, 8),
    (2, 4, 0, 4),
    (0, 2, 2, 4),
    (1, 2, 0, 2),
    (0, 1, 1, 2),
)
_MOST_CHUNKS = 200_000
_MOST_WORDS = 8 * 1024 * 1024
_PIECE = 1024 * 1024
_DARKEST, _BRIGHTEST = 20_000, 200_000
_SAID_BY_PROGRAMS = frozenset(
    ("Software", "date:create", "date:modify", "date:timestamp", "Creation Time")
)


def look_at_png(picture: Picture) -> None:
    """Find words, small and further pictures, and bytes that are no pixels, in a PNG.

    :raises CannotSay: if it is cut off, or larger than what can be inspected.
    """
    at, pixels, met = _HEAD, list[bytes](), set[str]()
    head = b""
    for name, held in _chunks(picture, at):
        at += 12 + len(held)
        if name in met and name in _ONCE:
            picture.add("picture.unknown-piece", name, letters_in(held))
        met.add(name)
        if name == "IHDR":
            head = head or held
            check_size(*struct.unpack_from(">II", held))
        elif name == "IDAT":
            pixels.append(held)
        _look_at_chunk(picture, name, held)
    picture.tell_behind(at)
    _look_at_stream(picture, head, b"".join(pixels))
    if "PLTE" in met and head[9] in _IN_COLOUR:
        picture.add("picture.spare-piece", "PLTE")
    look_at_pixels(picture, data=picture.data[:at])


def _chunks(picture: Picture, at: int) -> Iterator[tuple[str, bytes]]:
    data, name = picture.data, ""
    for _ in range(_MOST_CHUNKS):
        size = struct.unpack_from(">I", data, at)[0]
        name = data[at + 4 : at + 8].decode("latin-1")
        held = data[at + 8 : at + 8 + size]
        if len(held) < size:
            raise struct.error
        (told,) = struct.unpack_from(">I", data, at + 8 + size)
        if told != zlib.crc32(data[at + 4 : at + 8 + size]):
            picture.add("picture.unknown-piece", "a chunk with a wrong sum")
        yield name, held
        at += 12 + size
        if name == "IEND":
            return
    raise CannotSay("It is a picture of more pieces than can be inspected")


def _look_at_chunk(picture: Picture, name: str, held: bytes) -> None:
    if name in _FRAMES:
        picture.add("picture.more-pictures", count=int(name == "fcTL"))
    elif name in _LENGTHS:
        _look_at_numbers(picture, name, held)
    elif name in ("tEXt", "zTXt", "iTXt"):
        _look_at_words(picture, name, held)
    elif name == "eXIf":
        look_at_exif(picture, held)
    elif name == "tIME":
        picture.add("picture.metadata", name)
        if len(held) != 7:  # noqa: PLR2004 a moment
            picture.add("picture.unknown-piece", name, letters_in(held))
    elif name == "iCCP":
        profile_name, _, rest = held.partition(b"\0")
        look_at_profile(picture, _unpacked(picture, rest[1:]))
        picture.add("picture.profile", "", profile_name.decode("latin-1"))
    elif name != "IDAT":
        picture.add("picture.unknown-piece", name if name.isascii() else "", letters_in(held))


def _look_at_numbers(picture: Picture, name: str, held: bytes) -> None:
    least, most = _LENGTHS[name]
    if not least <= len(held) <= most:
        picture.add("picture.unknown-piece", name, letters_in(held))
    elif name in ("hIST", "tRNS", "cHRM", "mDCV"):
        picture.tell_words(held, name)
    elif name == "gAMA" and not _DARKEST < int.from_bytes(held, "big") < _BRIGHTEST:
        # One program shows another picture than the next, by how bright it draws it.
        picture.add("picture.hidden-pixels", name)


def _look_at_words(picture: Picture, name: str, held: bytes) -> None:
    key, _, rest = held.partition(b"\0")
    keyword = key.decode("latin-1")
    if name == "zTXt":
        text = _unpacked(picture, rest[1:])
    elif name == "iTXt":
        is_packed, rest = rest[:1] == b"\1", rest[2:]
        language, _, rest = rest.partition(b"\0")
        translated, _, rest = rest.partition(b"\0")
        text = _unpacked(picture, rest) if is_packed else rest
        if language or translated:
            picture.add("picture.words", name, (language + translated).decode("utf-8", "replace"))
    else:
        text = rest
    _tell_words(picture, keyword, text)


def _tell_words(picture: Picture, keyword: str, text: bytes) -> None:
    if keyword == "XML:com.adobe.xmp":
        look_at_xmp(picture, text)
    elif keyword in _SAID_BY_PROGRAMS:
        picture.add("picture.metadata", keyword, text.decode("utf-8", "replace"))
    elif keyword == "Comment":
        look_at_comment(picture, text.decode("utf-8", "replace"), keyword)
    else:
        picture.add("picture.words", "text", text.decode("utf-8", "replace") or keyword)


def _unpacked(picture: Picture, packed: bytes) -> bytes:
    inflating = zlib.decompressobj()
    held = inflating.decompress(packed, _MOST_WORDS)
    if inflating.unused_data or inflating.unconsumed_tail:
        picture.add("picture.bytes-between", text=letters_in(inflating.unused_data))
    return held


def _look_at_stream(picture: Picture, head: bytes, packed: bytes) -> None:
    """Find pixels beyond those that the picture says it has, and bytes behind them."""
    expected, count = _size(head), 0
    inflating, waiting = zlib.decompressobj(), packed
    last = b""
    while waiting and not inflating.eof and count <= expected:
        piece = inflating.decompress(waiting, _PIECE)
        waiting = inflating.unconsumed_tail
        count += len(piece)
        last = piece or last
        if not piece and not waiting:
            break
    if count > expected:
        picture.add("picture.hidden-pixels", text=letters_in(last[-(count - expected) :]))
    elif count < expected:
        raise CannotSay("It is a picture that is cut off or damaged: fetch it again")
    if inflating.unused_data:
        picture.add("picture.bytes-between", text=letters_in(inflating.unused_data))


def _size(head: bytes) -> int:
    """Return how many bytes of pixels there must be."""
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", head)
    if colour not in _CHANNELS:
        raise IndexError(colour)
    bits = depth * _CHANNELS[colour]
    if not interlaced:
        return int(height * (1 + (width * bits + 7) // 8))
    total = 0
    for left, across, top, down in _PASSES:
        wide, high = -(-(width - left) // across), -(-(height - top) // down)
        if wide > 0 and high > 0:
            total += high * (1 + (wide * bits + 7) // 8)
    return total
