"""The samples of a picture that is not packed, or packed without loss."""

import pikepdf

from answerable.inspecting.redacting.rewriting.spans import Span
from answerable.inspecting.redacting.unsupported import Unsupported

_COMPONENTS = {
    **dict.fromkeys(("/DeviceGray", "/CalGray", "/Indexed", "/Separation", "/G", "/I"), 1),
    **dict.fromkeys(("/DeviceRGB", "/CalRGB", "/Lab", "/RGB"), 3),
    **dict.fromkeys(("/DeviceCMYK", "/CMYK"), 4),
}
_INKS = ("/DeviceCMYK", "/CMYK", "/Separation", "/DeviceN")
_BYTE = 8


def components_of(colours: object) -> int:
    """Return how many numbers a colour of a colour space has; 0 if it is not known."""
    if isinstance(colours, pikepdf.Name):
        return _COMPONENTS.get(str(colours), 0)
    if not isinstance(colours, pikepdf.Array) or len(colours) < 1:
        return 0
    kind = str(colours[0])
    if kind == "/ICCBased" and isinstance(colours[1], pikepdf.Stream):
        return int(colours[1].get("/N", 0))
    if kind == "/DeviceN":
        return len(colours[1])
    return _COMPONENTS.get(kind, 0)


def blackened_samples(
    data: bytearray, picture: pikepdf.Object, spans: list[Span], size: tuple[int, int]
) -> None:
    """Set the samples of all pixels in spans to one value.

    :raises Unsupported: if it is not known where they are.
    """
    is_stencil = bool(picture.get("/ImageMask", False))
    colours = picture.get("/ColorSpace")
    bits = 1 if is_stencil else int(picture.get("/BitsPerComponent", 8)) * components_of(colours)
    if bits < 1:
        raise Unsupported("a picture in colours that are not known")
    row = (size[0] * bits + _BYTE - 1) // _BYTE
    if len(data) < row * size[1]:
        data.extend(bytes(row * size[1] - len(data)))
    del data[row * size[1] :]
    for left, top, right, bottom in spans:
        for line in range(top, bottom):
            _set_bits(
                data, line * row * _BYTE + left * bits, (right - left) * bits, _black(colours)
            )


def _black(colours: object) -> int:
    kind = colours[0] if isinstance(colours, pikepdf.Array) else colours
    return 0xFF if str(kind) in _INKS else 0


def _set_bits(data: bytearray, first: int, count: int, value: int) -> None:
    last = first + count
    start, end = (first + _BYTE - 1) // _BYTE, last // _BYTE
    if start > end:
        _set_in_byte(data, first, last, value)
        return
    _set_in_byte(data, first, start * _BYTE, value)
    data[start:end] = bytes((value,)) * (end - start)
    _set_in_byte(data, end * _BYTE, last, value)


def _set_in_byte(data: bytearray, first: int, last: int, value: int) -> None:
    for bit in range(first, last):
        mask = 0x80 >> bit % _BYTE
        data[bit // _BYTE] = (data[bit // _BYTE] & ~mask) | (value & mask)
