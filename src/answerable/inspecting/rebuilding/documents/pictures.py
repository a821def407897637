"""Pictures made anew of their pixels: cut as they are shown, and with nothing that they say of themselves."""

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from answerable.inspecting.rebuilding.documents.blocks import Kind, Picture
from answerable.inspecting.rebuilding.documents.left_out import Left

MOST_PIXELS = 60_000_000
MOST_BYTES = 48 * 1024 * 1024
"""Bytes of all the pictures of one rebuilt document."""

_LONGEST_SIDE = 2_400
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_QUALITY = 88
_DAMAGED = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    OverflowError,
    IndexError,
    KeyError,
    TypeError,
    Image.DecompressionBombError,
)


@dataclass(frozen=True, slots=True)
class Cut:
    """How much of a picture is cut off at its sides, as shares of it."""

    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0


WHOLE = Cut()


class Pictures:
    """Draws pictures anew and counts them."""

    def __init__(self, left: Left) -> None:
        self._left = left
        self._made = self._bytes = 0

    def picture(self, data: bytes, *, cut: Cut = WHOLE, share: float = 1.0) -> Picture | None:
        """Return a picture of what is seen of one; none, which is counted, if it cannot be drawn."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                kind, drawn, size = _drawn(data, cut)
        except _DAMAGED:
            self._left.add("pictures")
            return None
        self._bytes += len(drawn)
        if self._bytes > MOST_BYTES:
            self._left.add("pictures")
            return None
        self._made += 1
        return Picture(self._made, kind, drawn, *size, share=share)


def _drawn(data: bytes, cut: Cut) -> tuple[Kind, bytes, tuple[int, int]]:
    with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise ValueError("too many pixels")
        is_photograph = opened.format == "JPEG"
        turned = ImageOps.exif_transpose(opened)
        seen = _flat(turned)
    seen = seen.crop(_box(seen.size, cut))
    seen.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    # New pixels alone: whatever else the picture carried stays behind.
    bare = Image.frombytes(seen.mode, seen.size, seen.tobytes())
    out = io.BytesIO()
    if is_photograph:
        bare.save(out, "JPEG", quality=_QUALITY, optimize=True)
    else:
        bare.save(out, "PNG", optimize=True)
    return ("jpeg" if is_photograph else "png"), out.getvalue(), bare.size


def _flat(picture: Image.Image) -> Image.Image:
    """Return a picture on white: under what can be seen through, colours may be kept that nobody sees."""
    if picture.mode in ("L", "RGB"):
        return picture
    if (
        picture.mode in ("1", "CMYK", "YCbCr", "I;16", "I", "F", "LAB", "HSV")
        and "transparency" not in picture.info
    ):
        return picture.convert("RGB")
    clear = picture.convert("RGBA")
    ground = Image.new("RGBA", clear.size, (255, 255, 255, 255))
    return Image.alpha_composite(ground, clear).convert("RGB")


def _box(size: tuple[int, int], cut: Cut) -> tuple[int, int, int, int]:
    wide, tall = size
    left, top = round(_share(cut.left) * wide), round(_share(cut.top) * tall)
    right, bottom = round(wide - _share(cut.right) * wide), round(tall - _share(cut.bottom) * tall)
    if right - left < 1 or bottom - top < 1:
        raise ValueError("nothing is seen of it")
    return left, top, right, bottom


def _share(part: float) -> float:
    return min(max(part, 0.0), 1.0)
