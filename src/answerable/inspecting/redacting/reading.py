"""What PDFium reads on a page, and how it draws one."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from answerable.inspecting.redacting.characters import Character
from answerable.inspecting.redacting.plane import Area

_FIRST_OF_PAIR, _LAST_OF_PAIR = 0xD800, 0xDBFF
_POINTS = 72


def characters_of(page: pypdfium2.PdfPage) -> list[Character]:
    """Return the characters that are drawn on a page, without those that PDFium puts between."""
    return list(_characters(page))


def picture_of(page: pypdfium2.PdfPage, *, dots: int) -> Image.Image:
    """Return the page as it is shown, at so many dots an inch, in grey or in colours."""
    picture = page.render(scale=dots / _POINTS, may_draw_forms=True).to_pil()
    assert isinstance(picture, Image.Image)  # noqa: S101 it has no types
    return picture


def _characters(page: pypdfium2.PdfPage) -> Iterator[Character]:
    text = page.get_textpage()
    box = pdfium.FS_RECTF()
    pending = 0
    for at in range(pdfium.FPDFText_CountChars(text)):
        unit = pdfium.FPDFText_GetUnicode(text, at)
        if _FIRST_OF_PAIR <= unit <= _LAST_OF_PAIR:
            pending = unit
            continue
        if pdfium.FPDFText_IsGenerated(text, at) == 1:
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box)):
            continue
        sign = _sign(pending, unit)
        pending = 0
        left, right = sorted((box.left, box.right))
        bottom, top = sorted((box.bottom, box.top))
        yield Character(sign, Area(left, bottom, right, top))
    text.close()


def _sign(first: int, unit: int) -> str:
    if first:
        return (first.to_bytes(2, "little") + unit.to_bytes(2, "little")).decode(
            "utf-16-le", "replace"
        )
    return chr(unit) if unit else "\ufffd"
