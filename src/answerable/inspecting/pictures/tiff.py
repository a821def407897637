"""TIFF: its directories entry by entry; what is not on the list of tags stops."""

import zlib
from collections.abc import Callable

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.pictures.codes import size_of_codes, size_of_runs
from answerable.inspecting.pictures.directories import (
    EXIF,
    GPS,
    INTEROPERABILITY,
    SUB_DIRECTORIES,
    Directories,
    Entry,
    directories_of,
)
from answerable.inspecting.pictures.exif import WORDS, look_at_entry
from answerable.inspecting.pictures.jpeg import are_tables, look_at_segments
from answerable.inspecting.pictures.looked import Picture, check_size, letters_in
from answerable.inspecting.pictures.pixels import look_at_pixels
from answerable.inspecting.pictures.words import look_at_photoshop, look_at_profile, look_at_xmp

_KIND, _WIDTH, _HEIGHT, _DEPTHS, _PACKING, _CHANNELS = 254, 256, 257, 258, 259, 277
_STARTS, _SIZES = (273, 324), (279, 325)
_NUMBERS = frozenset(
    int(one)
    for one in (
        "254 255 256 257 258 259 262 263 266 273 274 277 278 279 280 281 282 283 284 286 287 290"
        " 291 292 293 296 297 301 317 318 319 320 321 322 323 324 325 326 327 328 332 334 336 338"
        " 339 340 341 342 512 513 514 515 517 518 519 520 521 529 530 531 532 33550 33922"
    ).split()
)
"""Tags of how pixels are drawn."""
_SAID_BY_PROGRAMS = frozenset((269, 271, 272, 305, 306))
_XMP, _IPTC, _PHOTOSHOP, _PROFILE = 700, 33723, 34377, 34675
_DEFLATED = (8, 32946)
_AS_JPEG, _TABLES = 7, 347
_SMALL = 1
_BYTES, _PLACES = (1, 6), (*_STARTS, *_SIZES, 301, 320)
_AT_AN_END = 64
_MOST_PACKED = 512 * 1024 * 1024


def look_at_tiff(picture: Picture) -> None:
    """Find words, places, further pages, unknown entries, and bytes that are no pixels, in a TIFF.

    :raises CannotSay: if it is cut off, or larger than what can be inspected.
    """
    read = directories_of(picture.data)
    pages = {(one.of, one.page) for one in read.entries}
    for of, page in sorted(pages):
        _look_at_directory(
            picture, read, [one for one in read.entries if (one.of, one.page) == (of, page)]
        )
    if len([page for of, page in pages if of == 0]) > 1:
        picture.add("picture.pages", count=len([page for of, page in pages if of == 0]))
    for gap in read.gaps():
        picture.add("picture.bytes-between", text=letters_in(gap), count=len(gap))
    look_at_pixels(picture)


def _look_at_directory(picture: Picture, read: Directories, here: list[Entry]) -> None:
    if here[0].of in (EXIF, GPS, INTEROPERABILITY):
        for one in here:
            look_at_entry(picture, one)
        return
    numbers = {one.tag: one.numbers() for one in here}
    check_size((numbers.get(_WIDTH) or (0,))[0], (numbers.get(_HEIGHT) or (0,))[0])
    if here[0].of == SUB_DIRECTORIES or (numbers.get(_KIND) or (0,))[0] & _SMALL:
        picture.add("picture.more-pictures")
    for one in here:
        _look_at_one(picture, one)
    _look_at_strips(picture, read, numbers)


def _look_at_one(picture: Picture, one: Entry) -> None:
    special = {
        _XMP: look_at_xmp,
        _IPTC: lambda given, value: look_at_photoshop(given, _as_resource(value)),
        _PHOTOSHOP: look_at_photoshop,
        _PROFILE: look_at_profile,
    }
    if one.tag in special:
        special[one.tag](picture, one.value)
    elif one.tag == _TABLES:
        if not are_tables(one.value):
            picture.add("picture.unknown-piece", "tables", letters_in(one.value))
    elif one.tag in _NUMBERS:
        if (
            one.tag not in _PLACES
            and (one.is_text or one.type_ in _BYTES)
            and letters_in(one.value)
        ):
            picture.add("picture.unknown-piece", f"entry {one.tag}", letters_in(one.value))
    elif one.tag in WORDS:
        look_at_entry(picture, one)
    elif one.tag in _SAID_BY_PROGRAMS:
        picture.add("picture.metadata", "", letters_in(one.value))
    elif one.tag in (EXIF, GPS, SUB_DIRECTORIES):
        picture.add("picture.metadata")
    else:
        picture.add("picture.unknown-piece", f"entry {one.tag}", letters_in(one.value))


def _as_resource(captions: bytes) -> bytes:
    return b"8BIM\x04\x04\0\0" + len(captions).to_bytes(4, "big") + captions


def _look_at_strips(
    picture: Picture, read: Directories, numbers: dict[int, tuple[int, ...]]
) -> None:
    """Find bytes in the strips of a page that no pixel needs, and know which bytes are pixels."""
    starts = next((numbers[tag] for tag in _STARTS if numbers.get(tag)), ())
    sizes = next((numbers[tag] for tag in _SIZES if numbers.get(tag)), ())
    if not starts or len(starts) != len(sizes):
        raise CannotSay(
            "It is a TIFF picture that does not say where its pixels are: save it as PNG"
        )
    packing = (numbers.get(_PACKING) or (1,))[0]
    for start, size in zip(starts, sizes, strict=True):
        read.taken.append((start, start + size + size % 2))
        _look_at_strip(picture, picture.data[start : start + size], packing)
    if not numbers.get(_STARTS[1]):
        strips = [
            picture.data[start : start + size] for start, size in zip(starts, sizes, strict=True)
        ]
        unpacked = sum(map(_UNPACKED.get(packing, lambda _: 0), strips))
        if unpacked > _plain_size(numbers):
            picture.add("picture.hidden-pixels")


def _look_at_strip(picture: Picture, held: bytes, packing: int) -> None:
    if packing in _DEFLATED:
        inflating = zlib.decompressobj()
        inflating.decompress(held, _MOST_PACKED)
        if inflating.unused_data.strip(b"\0"):
            picture.add("picture.bytes-between", text=letters_in(inflating.unused_data))
    elif packing == _AS_JPEG:
        strip = Picture(held, picture.where, picture.seen)
        end, _ = look_at_segments(strip)
        if held[end:].strip(b"\0"):
            picture.add("picture.bytes-between", text=letters_in(held[end:]))
    elif packing != 1 and len(words := letters_in(held[-_AT_AN_END:])) > 7:  # noqa: PLR2004 chance makes shorter ones
        picture.add("picture.bytes-between", text=words)


def _inflated_size(held: bytes) -> int:
    return len(zlib.decompressobj().decompress(held, _MOST_PACKED))


_UNPACKED: dict[int, Callable[[bytes], int]] = {
    1: len,
    5: lambda held: size_of_codes(held, 8, is_tiff=True)[0],
    8: _inflated_size,
    32773: size_of_runs,
    32946: _inflated_size,
}
"""How large a strip unpacks, by how it is packed; of others it is not known."""


def _plain_size(numbers: dict[int, tuple[int, ...]]) -> int:
    width, height = numbers[_WIDTH][0], numbers[_HEIGHT][0]
    channels = (numbers.get(_CHANNELS) or (1,))[0]
    depth = (numbers.get(_DEPTHS) or (1,))[0]
    return height * ((width * channels * depth + 7) // 8)
