"""Which letters of a page make no difference to what is seen: the page is drawn with and without its text."""

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from answerable.inspecting.redacting.characters import Character
from answerable.inspecting.redacting.plane import Area
from answerable.inspecting.redacting.reading import characters_of, picture_of

_DOTS = 100
_POINTS = 72
_LARGEST = 30_000_000
_MOST_OF_A_PAGE = 0.8
_CONTRAST = 24
_LEAST = 20
"""Steps of grey by which a pixel has to differ for anybody to see it."""

_INNER = 0.2
_BESIDE = 0.1
_DEEPEST = 16

Span = tuple[int, int, int, int]


class TooLarge(Exception):
    """A page is too large to be drawn, so that nobody can say what is seen on it."""


def unseen_on(page: pypdfium2.PdfPage) -> tuple[Area, ...]:
    """Return where letters are that nobody sees; those under the picture of a scan stand for what it shows.

    :raises TooLarge: if the page cannot be drawn.
    """
    characters = characters_of(page)
    if not any(one.sign.strip() for one in characters):
        return ()
    width, height = page.get_size()
    if width * height * (_DOTS / _POINTS) ** 2 > _LARGEST:
        raise TooLarge
    shown = picture_of(page, dots=_DOTS).convert("RGB")
    is_scan = _is_scan(page)
    for one in _texts(page):
        pdfium.FPDFPageObj_SetIsActive(one, 0)
    without = picture_of(page, dots=_DOTS).convert("RGB")
    difference = ImageChops.difference(shown, without).convert("L")
    grey = shown.convert("L")
    hidden = []
    for at, span in enumerate(_spans(page, characters, shown.size)):
        if not characters[at].sign.strip() or _is_seen(difference, span):
            continue
        if not (is_scan and _is_told_apart(grey, span)):
            hidden.append(at)
    return tuple(_merged(characters, hidden))


def _texts(page: pypdfium2.PdfPage) -> Iterator[Any]:
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _texts_in(pdfium.FPDFPage_GetObject(page, at), _DEEPEST)


def _texts_in(one: Any, deeper: int) -> Iterator[Any]:
    kind = pdfium.FPDFPageObj_GetType(one)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT:
        yield one
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and deeper:
        for at in range(pdfium.FPDFFormObj_CountObjects(one)):
            yield from _texts_in(pdfium.FPDFFormObj_GetObject(one, at), deeper - 1)


def _is_scan(page: pypdfium2.PdfPage) -> bool:
    """Return whether one picture fills the most of a page."""
    width, height = page.get_size()
    sides = [ctypes.c_float() for _ in range(4)]
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        one = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(one) != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        if pdfium.FPDFPageObj_GetBounds(one, *(ctypes.byref(side) for side in sides)):
            left, bottom, right, top = (side.value for side in sides)
            if (right - left) * (top - bottom) >= _MOST_OF_A_PAGE * width * height:
                return True
    return False


def _spans(
    page: pypdfium2.PdfPage, characters: Sequence[Character], size: tuple[int, int]
) -> Iterator[Span]:
    """Yield which pixels each character may have drawn."""
    across, down = ctypes.c_int(), ctypes.c_int()
    for one in characters:
        found = []
        for x, y in ((one.area.left, one.area.bottom), (one.area.right, one.area.top)):
            pdfium.FPDF_PageToDevice(
                page, 0, 0, *size, 0, x, y, ctypes.byref(across), ctypes.byref(down)
            )
            found.append((across.value, down.value))
        (x0, y0), (x1, y1) = found
        yield (
            max(0, min(x0, x1)),
            max(0, min(y0, y1)),
            min(size[0], max(x0, x1) + 1),
            min(size[1], max(y0, y1) + 1),
        )


def _is_seen(difference: Image.Image, span: Span) -> bool:
    return _is_within(span) and _range(difference, span)[1] >= _LEAST


def _is_told_apart(grey: Image.Image, span: Span) -> bool:
    """Return whether something is to be seen where a letter is: a picture of it, perhaps."""
    left, top, right, bottom = span
    across, down = int((right - left) * _INNER), int((bottom - top) * _INNER)
    inner = (left + across, top + down, right - across, bottom - down)
    if not _is_within(inner):
        return False
    darkest, lightest = _range(grey, inner)
    return lightest - darkest >= _CONTRAST


def _is_within(span: Span) -> bool:
    return span[0] < span[2] and span[1] < span[3]


def _range(picture: Image.Image, span: Span) -> tuple[float, float]:
    low, high = picture.crop(span).getextrema()
    assert isinstance(low, (int, float))  # noqa: S101 of one band
    assert isinstance(high, (int, float))  # noqa: S101
    return low, high


def _merged(characters: Sequence[Character], hidden: Sequence[int]) -> Iterator[Area]:
    """Yield hidden letters, those that follow one another on a line as one area."""
    last: Area | None = None
    before = -2
    for at in hidden:
        area = characters[at].area
        if last is not None and at - before <= 2 and _is_beside(last, area):  # noqa: PLR2004 a blank between
            last = Area(
                min(last.left, area.left),
                min(last.bottom, area.bottom),
                max(last.right, area.right),
                max(last.top, area.top),
            )
        else:
            if last is not None:
                yield last
            last = area
        before = at
    if last is not None:
        yield last


def _is_beside(last: Area, area: Area) -> bool:
    height = max(area.top - area.bottom, 0.1)
    is_level = abs(last.bottom - area.bottom) < _BESIDE * height
    return is_level and -height < area.left - last.right < height
