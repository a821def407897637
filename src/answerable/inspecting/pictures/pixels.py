"""Pixels that are decoded: colours that are kept where nothing is seen."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageChops, ImageFilter, UnidentifiedImageError

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.pictures.faint import is_drawn_faintly
from answerable.inspecting.pictures.looked import MOST_PIXELS, Picture, check_size, letters_in

Image.MAX_IMAGE_PIXELS = MOST_PIXELS
_CLEAR, _FAINT = 0, 12
_NEAR = 2
_FULL, _SPREAD_OF_INKS = 253, 60
_SEAM, _LEAST = 7, 12
_FORMATS_WITHOUT_LOSS = ("PNG", "GIF", "BMP", "TIFF", "WEBP")
_WITH_LOSS = ("jpeg", "tiff_jpeg", "old_jpeg", "webp", "jpeg2000")
_FORMATS = ("PNG", "GIF", "BMP", "TIFF", "WEBP", "JPEG", "JPEG2000")


@contextmanager
def decoded(data: bytes) -> Iterator[Image.Image]:
    """Give a picture whose pixels can be asked for.

    :raises CannotSay: if it cannot be decoded, or is too large.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
                check_size(*opened.size)
                opened.load()
                yield opened
    except (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        UnidentifiedImageError,
        Image.DecompressionBombError,
    ):
        raise CannotSay("It is a picture that is cut off or damaged: fetch it again") from None


def look_at_pixels(picture: Picture, *, data: bytes = b"") -> None:
    """Find colours under transparent pixels, and colours of a palette that are told apart by nobody.

    :raises CannotSay: if the pixels cannot be decoded.
    """
    with decoded(data or picture.data) as opened:
        if opened.mode in ("P", "PA"):
            _look_at_palette(picture, opened)
        if opened.mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in opened.info:
            _look_under(picture, opened.convert("RGBA"))
        if opened.mode == "CMYK" and (count := _under_black(opened)):
            picture.add("picture.same-colours", "inks", count=count)
        if _is_without_loss(picture, opened) and is_drawn_faintly(opened):
            picture.add("picture.faint")


def _under_black(opened: Image.Image) -> int:
    """Return how many dots have other inks under full black, which prints as one black."""
    black = opened.getchannel("K").point(lambda one: 255 if one >= _FULL else 0)
    inks = [_spread(opened.getchannel(one), black) for one in "CMY"]
    return black.histogram()[255] if max(inks) > _SPREAD_OF_INKS else 0


def _is_without_loss(picture: Picture, opened: Image.Image) -> bool:
    """Return whether each dot is as it was drawn: what packs with a loss leaves shades of its own."""
    is_packed = opened.info.get("compression") in _WITH_LOSS or b"VP8 " in picture.data[:64]
    return opened.format in _FORMATS_WITHOUT_LOSS and not is_packed


def _look_under(picture: Picture, opened: Image.Image) -> None:
    red, green, blue, alpha = opened.split()
    clear = alpha.point(lambda one: 255 if one == _CLEAR else 0)
    if any(_spread(channel, clear) > _NEAR for channel in (red, green, blue)):
        picture.add("picture.under-transparency", count=clear.histogram()[255])
    elif count := _drawn_faintly(alpha):
        picture.add("picture.under-transparency", count=count)


def _drawn_faintly(alpha: Image.Image) -> int:
    """Return how many pixels are all but transparent, and no seam or shadow of what is seen.

    A seam lies beside what is seen, and a shadow ends in steps that are too small to be letters.
    """
    faint = alpha.point(lambda one: 255 if _CLEAR < one <= _FAINT else 0)
    if not faint.histogram()[255]:
        return 0
    beside = alpha.point(lambda one: 255 if one > _FAINT else 0).filter(
        ImageFilter.MaxFilter(_SEAM)
    )
    apart = ImageChops.subtract(faint, beside)
    steps = ImageChops.subtract(
        alpha.filter(ImageFilter.MaxFilter(3)), alpha.filter(ImageFilter.MinFilter(3))
    ).point(lambda one: 255 if one > _NEAR else 0)
    sharp = ImageChops.multiply(apart, steps).histogram()[255]
    count = apart.histogram()[255]
    return count if sharp >= _LEAST or count * 50 > alpha.width * alpha.height else 0


def _spread(channel: Image.Image, mask: Image.Image) -> int:
    used = [value for value, count in enumerate(channel.histogram(mask)) if count]
    return used[-1] - used[0] if used else 0


def _look_at_palette(picture: Picture, opened: Image.Image) -> None:
    """Find two entries of a palette that pixels use and nobody tells apart: letters are drawn in one of them."""
    indices = opened.getchannel(0) if opened.mode == "PA" else opened
    used = [index for index, count in enumerate(indices.histogram()[:256]) if count]
    palette = opened.getpalette("RGB") or []
    clear = opened.info.get("transparency")
    colours = [tuple(palette[3 * one : 3 * one + 3]) for one in used if one != clear]
    if len(set(colours)) < len(colours):
        picture.add("picture.same-colours", count=len(colours) - len(set(colours)))
    last = max(used, default=-1)
    spare = bytes(palette[3 * (last + 1) :])
    if words := letters_in(spare):
        picture.add("picture.spare-piece", "palette", words)
