"""The pictures of a PDF: what they carry beside their dots."""

import io
from typing import Any

from PIL import Image

from answerable.inspecting.pdf.jpeg2000 import look_at_boxes
from answerable.inspecting.pdf.lexing import SPACE
from answerable.inspecting.pdf.masked import hides_under_mask
from answerable.inspecting.pdf.streams import PICTURES, Streams, filters_of, parameters_of
from answerable.inspecting.pdf.values import Kind, as_list, kind_of, spelled
from answerable.inspecting.pdf.walking import Walk
from answerable.inspecting.pictures import look_at_picture

_PARTS = {
    "/DeviceGray": 1,
    "/Indexed": 1,
    "/I": 1,
    "/Separation": 1,
    "/G": 1,
    "/CalGray": 1,
    "/DeviceRGB": 3,
    "/RGB": 3,
    "/CalRGB": 3,
    "/Lab": 3,
    "/DeviceCMYK": 4,
}
_LEAST_BEHIND = 4
_LEAST_OF_PNG = 10


def look_at_image(walk: Walk, stream: Any, place: str, streams: Streams) -> None:
    """Find what a picture says of itself, and bytes behind its end."""
    filters = filters_of(stream)
    if _is_made_one_colour(stream) or has_one_colour(stream.get("/ColorSpace")):
        walk.seen.add("pdf.hidden-picture", place)
    if kind_of(stream.get("/SMask")) is Kind.stream and hides_under_mask(stream):
        walk.seen.add("pdf.under-mask", place)
    packed = next((PICTURES[one] for one in filters if one in PICTURES), "")
    if not packed:
        _look_behind_rows(walk, stream, place, streams)
        return
    data = streams.unpacked(stream, place)
    if packed == "JPEG":
        if _has_more_rows(data, stream):
            walk.seen.add("pdf.cropped-picture", place)
        look_at_picture(data, place, walk.seen)
    elif packed == "JPEG 2000":
        look_at_boxes(data, place, walk.seen)


def _has_more_rows(data: bytes, stream: Any) -> bool:
    """Return whether a photograph has more rows or columns than the file says of it: programs cut those off."""
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as opened:
            sides = opened.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    said = stream.get("/Width", 0), stream.get("/Height", 0)
    told = [one for one in said if isinstance(one, int)]
    return len(told) == len(sides) and any(one > of for one, of in zip(sides, told, strict=True))


def _is_made_one_colour(stream: Any) -> bool:
    """Return whether every dot of a picture is drawn in one colour, whatever is kept of it."""
    decoded = as_list(stream.get("/Decode"))
    pairs = list(zip(decoded[::2], decoded[1::2], strict=False))
    return bool(pairs) and all(low == high for low, high in pairs)


def has_one_colour(space: Any) -> bool:
    """Return whether a space of colours paints nothing, or has one colour under all its numbers."""
    parts = as_list(space)
    if len(parts) < 2:  # noqa: PLR2004 a name alone
        return False
    name = str(parts[0])
    if name in ("/Separation", "/DeviceN"):
        inks = [str(one) for one in as_list(parts[1]) or [parts[1]]]
        return set(inks) == {"/None"}
    return name in ("/Indexed", "/I") and len(parts) > 3 and _is_of_one_colour(parts)  # noqa: PLR2004 its table


def _is_of_one_colour(indexed: list[Any]) -> bool:
    base, last, table = indexed[1:4]
    kind = kind_of(table)
    if kind not in (Kind.string, Kind.stream) or not isinstance(last, int) or last < 1:
        return False
    held = bytes(table) if kind is Kind.string else table.read_bytes()
    parts = _parts_in(as_list(base))
    places = range(0, (last + 1) * parts, parts) if parts else ()
    return len({held[at : at + parts] for at in places}) == 1


def _look_behind_rows(walk: Walk, stream: Any, place: str, streams: Streams) -> None:
    """Find bytes behind the last row of a picture: rows that its height leaves out, or anything else."""
    parts = _parts_of(stream)
    filters = filters_of(stream)
    if not parts or len(filters) > 1 or (filters and filters[0] not in ("/FlateDecode", "/Fl")):
        streams.unpacked(stream, place)
        return
    bits = 1 if stream.get("/ImageMask") else stream.get("/BitsPerComponent", 8)
    width, height = stream.get("/Width", 0), stream.get("/Height", 0)
    if not all(isinstance(one, int) for one in (bits, width, height)):
        return
    row = (width * parts * bits + 7) // 8 + _before_each_row(stream)
    data = streams.inflated(stream, place)
    behind = data[row * height :]
    if len(behind) > _LEAST_BEHIND and behind.strip(SPACE):
        walk.seen.add("pdf.hidden-bytes", f"behind {place}", spelled(behind), count=len(behind))


def _before_each_row(stream: Any) -> int:
    """Return how many bytes say before each row how it is told from the last."""
    given = parameters_of(stream)
    if not given or kind_of(given[0]) is not Kind.dictionary:
        return 0
    predictor = given[0].get("/Predictor", 1)
    return 1 if isinstance(predictor, int) and predictor >= _LEAST_OF_PNG else 0


def _parts_of(stream: Any) -> int:
    """Return how many numbers a dot of a picture has; 0 where that is not told plainly."""
    space = stream.get("/ColorSpace")
    if stream.get("/ImageMask"):
        return 1
    if kind_of(space) is Kind.name_:
        return _PARTS.get(str(space), 0)
    return _parts_in(list(space)) if kind_of(space) is Kind.array and len(space) else 0


def _parts_in(space: list[Any]) -> int:
    name = str(space[0])
    if name == "/ICCBased" and kind_of(space[1]) is Kind.stream:
        count = space[1].get("/N", 0)
        return count if isinstance(count, int) else 0
    return len(as_list(space[1])) if name == "/DeviceN" else _PARTS.get(name, 0)
