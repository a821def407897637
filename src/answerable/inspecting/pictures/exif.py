"""Exif: what a camera or a program writes of a picture, in the directories of a TIFF."""

import struct

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.pictures.directories import Entry, directories_of
from answerable.inspecting.pictures.looked import Picture, letters_in
from answerable.inspecting.pictures.words import look_at_comment, look_at_xmp

GPS, MAKER, COMMENT = 0x8825, 0x927C, 0x9286
WORDS = frozenset(
    int(one, 16)
    for one in (
        "010D 010E 011D 013B 013C 0151 8298 9C9B 9C9C 9C9D 9C9E 9C9F A430 A40B C4A5 A420 9C9A 83BB"
    ).split()
)
"""Tags of what people type: titles, captions, authors, owners, hosts."""
_PADDING = (0xEA1C, 0xEA1D)
_THUMBNAIL = 0x0201


def look_at_exif(picture: Picture, held: bytes) -> None:
    """Find a place, words, a small picture and what is opaque in Exif."""
    picture.add("picture.metadata", "Exif")
    try:
        read = directories_of(held)
    except (CannotSay, struct.error):
        picture.add("picture.unknown-piece", "Exif", letters_in(held))
        if b"\xff\xd8\xff" in held:
            picture.add("picture.thumbnail")
        return
    if held[:4] not in (b"II*\0", b"MM\0*"):
        picture.add("picture.unknown-piece", "Exif", letters_in(held[:4]))
    for one in read.entries:
        look_at_entry(picture, one)
    if any(one.tag == _THUMBNAIL for one in read.entries):
        picture.add("picture.thumbnail")
    for gap in read.gaps():
        if words := letters_in(gap):
            picture.add("picture.words", "between entries of Exif", words)


def look_at_entry(picture: Picture, one: Entry) -> None:
    """Find what one entry of Exif says."""
    if one.of == GPS:
        picture.add("picture.place", "Exif")
    elif one.tag == MAKER:
        picture.add("picture.maker-notes", "Exif", letters_in(one.value))
    elif one.tag in WORDS or one.tag == COMMENT:
        _look_at_words(picture, one)
    elif one.tag == 0x02BC:  # noqa: PLR2004 XMP
        look_at_xmp(picture, one.value)
    elif one.tag in _PADDING:
        if one.value[8:].strip(b"\0"):
            picture.add("picture.words", "padding of Exif", letters_in(one.value))
    elif one.is_text and letters_in(one.value):
        picture.add("picture.metadata", "Exif", letters_in(one.value))


def _look_at_words(picture: Picture, one: Entry) -> None:
    value = one.value[8:] if one.tag == COMMENT else one.value
    text = value.replace(b"\0", b"").decode("utf-8", "replace")
    if text.strip():
        look_at_comment(picture, text, "Exif")
