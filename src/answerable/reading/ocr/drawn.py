"""Pictures out of files: a page of a PDF drawn, or a picture decoded, as grey pixels with their resolution.

What decodes them is written in C, and is to be called in the process apart alone.
"""

import io
import struct
from dataclasses import dataclass

import numpy as np
import pypdfium2
from PIL import Image, ImageOps

from answerable.reading.documents import NotReadable
from answerable.reading.ocr.grey import Grey
from answerable.reading.pdf.pictured import pictures_on

MOST_PIXELS = 120_000_000
"""A3 at 600 dots to an inch has 70 million."""

_LEAST_DOTS, _MOST_DOTS, _USUAL_DOTS = 200, 300, 250
_POINTS = 72
_LONG_SIDE = 842
_SURE_DOTS = range(90, 1300)
_MOST_DRAWN = 35_000_000
# What Pillow says of a file that is not what it begins as.
_DAMAGE = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    LookupError,
    TypeError,
    ArithmeticError,
    struct.error,
    MemoryError,
)
_FORMATS = ("PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as pixels; `dots` are pixels to an inch."""

    grey: Grey
    dots: int


def page_of_pdf(document: pypdfium2.PdfDocument, number: int) -> Drawn:
    """Return a page, by its number from 1, as finely as what is pictured on it, within bounds."""
    page = document[number - 1]
    try:
        width, height = page.get_size()
        dots = _dots_within(_dots_of(page), width, height)
        bitmap = page.render(scale=dots / _POINTS, grayscale=True)
        return Drawn(np.array(bitmap.to_numpy().reshape(bitmap.height, bitmap.width)), dots)
    finally:
        page.close()


def _dots_of(page: pypdfium2.PdfPage) -> int:
    """Return the resolution of the largest picture on a page, or a usual one where there is none."""
    found: list[tuple[float, float]] = []
    for left, bottom, right, top, *pixels in pictures_on(page):
        if right > left and top > bottom:
            # A picture may be turned on its page: the longer sides belong together.
            longer = max(right - left, top - bottom)
            found.append(((right - left) * (top - bottom), max(pixels) / longer * _POINTS))
    dots = round(max(found)[1]) if found else _USUAL_DOTS
    return min(max(dots, _LEAST_DOTS), _MOST_DOTS)


def _dots_within(dots: int, width: float, height: float) -> int:
    """Return a resolution at which a page of this size, in points, stays within what is drawn."""
    inches = max(1.0, width * height / _POINTS**2)
    return max(1, min(dots, int((_MOST_DRAWN / inches) ** 0.5)))


def pages_of_picture(data: bytes, name: str) -> int:
    """Return how many pages a picture's file holds, without decoding one.

    :raises NotReadable: if it is damaged, or has more pixels than are read.
    """
    with _opened(data, name) as image:
        try:
            return _count(image)
        except _DAMAGE:
            raise _damaged(name) from None


def page_of_picture(data: bytes, name: str, number: int) -> Drawn:
    """Return a page of a picture's file, by its number from 1.

    :raises NotReadable: if it is damaged, or has more pixels than are read.
    """
    with _opened(data, name) as image:
        try:
            image.seek(number - 1)
            _check_size(image, name)
            return _decoded(image)
        except _DAMAGE:
            raise _damaged(name) from None


def _opened(data: bytes, name: str) -> Image.Image:
    # The limit is ours to say, and in our words.
    Image.MAX_IMAGE_PIXELS = None
    try:
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
    except _DAMAGE:
        raise _damaged(name) from None
    _check_size(image, name)
    return image


def _count(image: Image.Image) -> int:
    # The frames of other formats move.
    return int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1


def _check_size(image: Image.Image, name: str) -> None:
    width, height = image.size
    if width * height > MOST_PIXELS:
        message = (
            f"{name} is a picture of {width:,} by {height:,} dots, and a page has at most"
            f" {MOST_PIXELS:,} of them: save it smaller, at 300 dots to an inch"
        )
        raise NotReadable(message)


def _damaged(name: str) -> NotReadable:
    return NotReadable(f"{name} is a damaged picture, or cut off: fetch it again, or scan it anew")


def _decoded(image: Image.Image) -> Drawn:
    across, down = _dots_said(image)
    # A photograph's colours are left out before they are decoded, where its format can do that.
    image.draft("L", image.size)
    if image.mode.startswith(("I", "F")):
        image = _of_eight_bits(image)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        whole = image.convert("RGBA")
        image = Image.new("RGBA", whole.size, "white")
        image.alpha_composite(whole)
    grey = ImageOps.exif_transpose(image.convert("L"))
    # A fax has half as many dots down as across.
    width, height = grey.width, round(grey.height * across / down)
    dots = round(across)
    wanted = _dots_within(
        min(max(dots, _LEAST_DOTS), _MOST_DOTS), width / dots * _POINTS, height / dots * _POINTS
    )
    size = (max(1, round(width * wanted / dots)), max(1, round(height * wanted / dots)))
    if size != grey.size:
        grey = grey.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)
    return Drawn(np.asarray(grey), wanted)


def _of_eight_bits(image: Image.Image) -> Image.Image:
    values = np.asarray(image, dtype=np.float64)
    top = float(values.max()) or 1.0
    return Image.fromarray((values.clip(0) * (255 / top)).astype(np.uint8))


def _dots_said(image: Image.Image) -> tuple[float, float]:
    """Return the pixels to an inch, across and down: as the file says, or as if it were a sheet of A4."""
    said = image.info.get("dpi", (0, 0))
    try:
        across, down = float(said[0]), float(said[1])
    except (TypeError, ValueError, LookupError, ZeroDivisionError):
        across = down = 0.0
    if int(across) in _SURE_DOTS and int(down) in _SURE_DOTS:
        return across, down
    guessed = max(image.size) * _POINTS / _LONG_SIDE
    return max(guessed, 1.0), max(guessed, 1.0)
