"""Photographs in a PDF: what a camera wrote into them goes, and no pixel changes."""

from collections.abc import Iterator

import pikepdf

_START, _SCAN, _END = 0xD8, 0xDA, 0xD9
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
_KEPT_PARTS = frozenset((0xE0, 0xEE))
"""The parts that say how colours are meant (JFIF, Adobe); all others of programs go, and so do comments."""

_OF_PROGRAMS = frozenset((*range(0xE0, 0xF0), 0xFE))
_BOXES_OF_TEXT = frozenset((b"xml ", b"uuid", b"uinf", b"jp2i"))


def strip_photographs(pdf: pikepdf.Pdf) -> None:
    """Take out of each picture in a PDF what is no part of what it shows."""
    for one in pdf.objects:
        if not isinstance(one, pikepdf.Stream) or one.get("/Subtype") != pikepdf.Name.Image:
            continue
        kind = one.get("/Filter")
        if isinstance(kind, pikepdf.Array) and len(kind) == 1:
            kind = kind[0]
        if kind == pikepdf.Name.DCTDecode:
            _write(one, stripped_jpeg(one.read_raw_bytes()), pikepdf.Name.DCTDecode)
        elif kind == pikepdf.Name.JPXDecode:
            _write(one, stripped_jpeg2000(one.read_raw_bytes()), pikepdf.Name.JPXDecode)


def _write(picture: pikepdf.Stream, data: bytes, kind: pikepdf.Name) -> None:
    if data != picture.read_raw_bytes():
        parms = picture.get("/DecodeParms")
        if isinstance(parms, pikepdf.Array):
            parms = parms[0] if len(parms) == 1 else None
        known = parms if isinstance(parms, pikepdf.Dictionary) else None
        picture.write(data, filter=kind, decode_parms=known)


def stripped_jpeg(data: bytes) -> bytes:
    """Return a JPEG without what programs wrote beside its picture, and without what follows it.

    One of another form is returned as it is.
    """
    if data[:2] != bytes((0xFF, _START)):
        return data
    try:
        return b"".join(_parts(data))
    except (IndexError, ValueError):
        return data


def _parts(data: bytes) -> Iterator[bytes]:
    """Yield the parts that are kept.

    :raises ValueError: if the parts do not follow one another.
    """
    yield data[:2]
    at = 2
    while True:
        if data[at] != 0xFF:  # noqa: PLR2004 each part begins with it
            raise ValueError("no part")
        kind = data[at + 1]
        if kind == _END:
            yield data[at : at + 2]
            return
        if kind == 0xFF:  # noqa: PLR2004 filled up
            at += 1
            continue
        if kind in _ALONE:
            yield data[at : at + 2]
            at += 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if kind not in _OF_PROGRAMS or kind in _KEPT_PARTS:
            yield data[at:end]
        at = end
        if kind == _SCAN:
            at = _scan_end(data, end)
            yield data[end:at]


def _scan_end(data: bytes, at: int) -> int:
    """Return where the pixels of a scan end: at the next part that is no restart of them."""
    while True:
        at = data.index(b"\xff", at)
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7:  # noqa: PLR2004 restarts
            return at
        at += 2


def stripped_jpeg2000(data: bytes) -> bytes:
    """Return a JPEG 2000 without its boxes of text; one of another form is returned as it is."""
    if data[4:8] != b"jP  ":
        return data
    kept, at = [], 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        size = size or len(data) - at
        if size < 8:  # noqa: PLR2004 its own head
            return data
        if data[at + 4 : at + 8] not in _BOXES_OF_TEXT:
            kept.append(data[at : at + size])
        at += size
    return b"".join(kept)
