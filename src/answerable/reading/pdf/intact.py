"""Whether the instructions that draw a page are all there."""

import zlib

import pikepdf

from answerable.reading.pdf.objects import Objects, Value

_AT_ONCE = 1 << 16
_MOST_UNPACKED = 1 << 26


def is_whole(page: Value, objects: Objects, pdf: pikepdf.Pdf) -> bool:
    """Return whether the instructions that draw a page can be unpacked to their end."""
    if not isinstance(page, dict):
        return False
    given = page.get("/Contents")
    inner = objects.of(given)
    for one in inner if isinstance(inner, list) else [given]:
        place = objects.place_of(one)
        if place is not None and not _is_unpacked(pdf.get_object(*place), pdf):
            return False
    return True


def _is_unpacked(stream: object, pdf: pikepdf.Pdf) -> bool:
    if not isinstance(stream, pikepdf.Stream) or pdf.is_encrypted:
        # What is locked cannot be looked at as it is packed.
        return True
    if stream.get("/Filter") != "/FlateDecode" or "/DecodeParms" in stream:
        return True
    packed = bytes(stream.read_raw_bytes())
    return not packed or _ends(packed)


def _ends(packed: bytes) -> bool:
    """Return whether packed bytes unpack to their end, as far as is looked at."""
    unpacking, unpacked = zlib.decompressobj(), 0
    try:
        while packed and not unpacking.eof:
            unpacked += len(unpacking.decompress(packed, _AT_ONCE))
            packed = unpacking.unconsumed_tail
            if unpacked > _MOST_UNPACKED:
                return True
    except zlib.error:
        return False
    return unpacking.eof
