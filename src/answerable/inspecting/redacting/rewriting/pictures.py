"""Pictures: the pixels under marks are made one colour in the picture itself, and no others are touched."""

import io

import pikepdf
from PIL import Image

from answerable.inspecting.pdf.dots import UNREADABLE, dots_of
from answerable.inspecting.redacting.plane import Area, Matrix, around, corners, moved
from answerable.inspecting.redacting.rewriting.samples import blackened_samples, components_of
from answerable.inspecting.redacting.rewriting.spans import Span, share_of, spans_under
from answerable.inspecting.redacting.unsupported import Unsupported

_WHOLE = 0.98
_MOST_PIXELS = 120_000_000
_KEPT = (
    *("/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Decode"),
    *("/ImageMask", "/Mask", "/SMask", "/Intent", "/Interpolate", "/OC", "/StructParent", "/Matte"),
)
_PLAIN = frozenset(
    ("/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/ASCII85Decode", "/ASCIIHexDecode")
)
_UNIT = Area(0.0, 0.0, 1.0, 1.0)


def place_of(matrix: Matrix) -> Area:
    """Return where a picture is on the page."""
    return around([moved(point, matrix) for point in corners(_UNIT)])


def blackened(
    pdf: pikepdf.Pdf, picture: pikepdf.Stream, marks: list[Area], matrix: Matrix
) -> pikepdf.Stream | None:
    """Return a copy of a picture without the pixels under marks, or nothing if none is left.

    :raises Unsupported: if it is packed in a way that cannot be unpacked here.
    """
    size = int(picture.get("/Width", 0)), int(picture.get("/Height", 0))
    if min(size) < 1 or size[0] * size[1] > _MOST_PIXELS:
        raise Unsupported("a picture of an impossible size")
    spans = spans_under(marks, matrix, size)
    if len(marks) == 1 and share_of(spans, size) >= _WHOLE:
        return None
    copy = _packed_anew(pdf, picture, spans, size)
    for name in ("/SMask", "/Mask"):
        mask = picture.get(name)
        if isinstance(mask, pikepdf.Stream):
            hidden = blackened(pdf, mask, marks, matrix)
            if hidden is None:
                return None
            copy[name] = hidden
    return copy


def _packed_anew(
    pdf: pikepdf.Pdf, picture: pikepdf.Stream, spans: list[Span], size: tuple[int, int]
) -> pikepdf.Stream:
    filters = _filters(picture)
    if set(filters) <= _PLAIN:
        data = bytearray(picture.read_bytes())
        blackened_samples(data, picture, spans, size)
        return _copy(pdf, picture, bytes(data))
    if filters == ["/DCTDecode"] and _is_plain_jpeg(picture):
        made = _copy(pdf, picture, _jpeg(picture.read_raw_bytes(), spans))
        made.Filter = pikepdf.Name.DCTDecode
        return made
    return _decoded(pdf, picture, spans)


def _filters(picture: pikepdf.Stream) -> list[str]:
    given = picture.get("/Filter")
    if given is None:
        return []
    return (
        [str(one) for one in given.as_list()] if isinstance(given, pikepdf.Array) else [str(given)]
    )


def _copy(pdf: pikepdf.Pdf, picture: pikepdf.Stream, data: bytes) -> pikepdf.Stream:
    made = pdf.make_stream(data)
    for name in _KEPT:
        value = picture.get(name)
        if value is not None:
            made[name] = value
    return made


def _is_plain_jpeg(picture: pikepdf.Stream) -> bool:
    return picture.get("/DecodeParms") is None and components_of(picture.get("/ColorSpace")) in (
        1,
        3,
    )


def _jpeg(data: bytes, spans: list[Span]) -> bytes:
    """Return a JPEG with pixels made black; the others keep their tables, so that they hardly change.

    :raises Unsupported: if it is not read.
    """
    try:
        with Image.open(io.BytesIO(data), formats=["JPEG"]) as picture:
            if picture.mode not in ("L", "RGB"):
                raise Unsupported("a picture in colours for printing")
            picture.load()
            picture.info.pop("comment", None)
            for span in spans:
                picture.paste(0 if picture.mode == "L" else (0, 0, 0), span)
            out = io.BytesIO()
            picture.save(out, "JPEG", quality="keep")
            return out.getvalue()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise Unsupported("a damaged picture") from None


def _decoded(pdf: pikepdf.Pdf, picture: pikepdf.Stream, spans: list[Span]) -> pikepdf.Stream:
    """Return a picture of another packing as plain samples of the colours that it shows.

    :raises Unsupported: if it cannot be unpacked, or its colours cannot be told.
    """
    if picture.get("/ImageMask") or picture.get("/Decode") is not None:
        raise Unsupported("a stencil in a packing of its own")
    if picture.get("/SMaskInData"):
        raise Unsupported("a picture that holds its own mask")
    try:
        shown = dots_of(picture)
        shown = shown if shown.mode in ("1", "L", "RGB") else shown.convert("RGB")
    except UNREADABLE:
        raise Unsupported("a picture in a packing that is not read") from None
    for span in spans:
        shown.paste((0, 0, 0) if shown.mode == "RGB" else 0, span)
    made = _copy(pdf, picture, shown.tobytes())
    made.BitsPerComponent = 1 if shown.mode == "1" else 8
    made.ColorSpace = pikepdf.Name.DeviceRGB if shown.mode == "RGB" else pikepdf.Name.DeviceGray
    made.Width, made.Height = shown.size
    return made
