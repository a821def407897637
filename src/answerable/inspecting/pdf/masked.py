"""Pictures of a PDF of which a mask hides a part: whether something is to be seen there without it."""

from typing import Any

from PIL import ImageChops, ImageFilter

from answerable.inspecting.pdf.dots import UNREADABLE, dots_of

_MOST_DOTS = 25_000_000
_SEAM = 7
_CONTRAST = 60
_LEAST = 12


def hides_under_mask(stream: Any) -> bool:
    """Return whether sharp edges stand where a picture's mask lets nothing be seen; of odd packings that is not told."""
    if _dots(stream) > _MOST_DOTS or _dots(stream["/SMask"]) > _MOST_DOTS:
        return False
    try:
        picture = dots_of(stream).convert("L")
        mask = dots_of(stream["/SMask"]).convert("L")
    except UNREADABLE:
        return False
    hidden = mask.resize(picture.size).point(lambda one: 255 if one == 0 else 0)
    # Beside what is seen its colours go on, and where dots were packed with a loss they ring.
    inside = hidden.filter(ImageFilter.MinFilter(_SEAM))
    steps = ImageChops.subtract(
        picture.filter(ImageFilter.MaxFilter(3)), picture.filter(ImageFilter.MinFilter(3))
    ).point(lambda one: 255 if one > _CONTRAST else 0)
    return bool(ImageChops.multiply(inside, steps).histogram()[255] >= _LEAST)


def _dots(stream: Any) -> int:
    width, height = stream.get("/Width", 0), stream.get("/Height", 0)
    return width * height if isinstance(width, int) and isinstance(height, int) else _MOST_DOTS + 1
