"""The pages of a PDF, one after the other: which letters are seen, and what else is not."""

import io
from collections.abc import Iterator

import numpy as np
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.pdf.drawn import library
from answerable.inspecting.pdf.drawn.difference import Difference
from answerable.inspecting.pdf.drawn.hidden import Look, hidden_letters
from answerable.inspecting.pdf.drawn.letters import Letters
from answerable.inspecting.pdf.drawn.pictures import look_at_pictures, look_under_shapes
from answerable.inspecting.pdf.drawn.shapes import look_at_shapes
from answerable.inspecting.pdf.drawn.sheet import Sheet, TooMuch
from answerable.inspecting.pdf.drawn.shown import Shown
from answerable.inspecting.seen import Seen

_WHITE = 255
_LINK, _POPUP, _WIDGET = pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_WIDGET
_LEAST_MARGIN = 1.0


def look_at_pages(data: bytes, pdf: pikepdf.Pdf, seen: Seen, *, has_hidden_layers: bool) -> Shown:
    """Return what the pages show, and find what they hold and do not show.

    :raises CannotSay: if they cannot be drawn.
    """
    shown = Shown()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        raise CannotSay(
            "It is a PDF that cannot be drawn: save it anew, and inspect that"
        ) from None
    with document:
        if len(document) != len(pdf.pages):
            raise CannotSay("It is a PDF of which programs show different pages: save it anew")
        for number in range(len(document)):
            _look_at_page(document, number, seen, shown, has_hidden_layers=has_hidden_layers)
        _tell_outside(shown, seen)
    return shown


def shown_on(data: bytes) -> Shown:
    """Return what the pages of a PDF show that was made here.

    :raises CannotSay: if they cannot be drawn.
    """
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return look_at_pages(data, pdf, Seen(), has_hidden_layers=False)
    except pikepdf.PdfError:
        raise CannotSay("Its pages were not drawn to the end") from None


def _tell_outside(shown: Shown, seen: Seen) -> None:
    """Tell text outside of a page from that of a drawing which goes on upon the next."""
    for where, text in shown.outside:
        seen.add("pdf.cropped-page" if shown.has_words(text) else "pdf.text-outside", where, text)


def _look_at_page(
    document: pypdfium2.PdfDocument,
    number: int,
    seen: Seen,
    shown: Shown,
    *,
    has_hidden_layers: bool,
) -> None:
    where = f"page {number + 1}"
    try:
        sheet = Sheet(document, number)
    except (pypdfium2.PdfiumError, TooMuch):
        raise CannotSay(
            f"Its {where} cannot be drawn, or has too much on it to be looked at"
        ) from None
    try:
        look = _looked_at(sheet, is_covered=has_hidden_layers)
        hidden, is_seen = hidden_letters(look)
        for one in hidden:
            if one.code == "pdf.text-outside":
                shown.outside.append((where, one.text))
            else:
                seen.add(one.code, where, one.text)
        letters = look.letters
        shown.take(
            sign
            for sign, is_there, stands_in in zip(
                letters.signs, is_seen, letters.stands_in, strict=True
            )
            if is_there and not stands_in
        )
        if look.others:
            _look_at_others(look, where, seen)
    finally:
        sheet.close()
    _look_beyond(document, number, seen)


def _looked_at(sheet: Sheet, *, is_covered: bool) -> Look:
    texts = sheet.of_kind(library.TEXT)
    others = [one for one in sheet.drawn if one.kind != library.TEXT]
    letters = Letters(sheet, texts)
    picture = sheet.picture()
    lies = list(_lies_on(sheet))
    if others or lies:
        with sheet.without(texts):
            bare = sheet.picture()
    else:
        bare = np.full_like(picture, _WHITE)
    return Look(
        sheet,
        texts,
        letters,
        picture,
        bare,
        others,
        sheet.boxes_of(others),
        is_covered or bool(lies),
    )


def _lies_on(sheet: Sheet) -> Iterator[int]:
    """Yield what lies on a page and is drawn with it."""
    for place in range(min(pdfium.FPDFPage_GetAnnotCount(sheet.page.raw), 10_000)):
        one = pdfium.FPDFPage_GetAnnot(sheet.page.raw, place)
        if one:
            kind = pdfium.FPDFAnnot_GetSubtype(one)
            pdfium.FPDFPage_CloseAnnot(one)
            if kind not in (_LINK, _POPUP):
                yield kind


def _look_at_others(look: Look, where: str, seen: Seen) -> None:
    for code in look_at_pictures(look):
        seen.add(code, where)
    for code in look_at_shapes(look):
        seen.add(code, where)
    if look_under_shapes(look):
        seen.add("pdf.covered", where)


def _look_beyond(document: pypdfium2.PdfDocument, number: int, seen: Seen) -> None:
    """Find what is drawn on a part of the paper that the page does not show."""
    page = document[number]
    media, crop = page.get_mediabox(), page.get_cropbox()
    is_whole = max(abs(one - other) for one, other in zip(media, crop, strict=True)) < _LEAST_MARGIN
    if not is_whole:
        page.set_cropbox(*media)
    page.close()
    if is_whole:
        return
    sheet = Sheet(document, number)
    try:
        picture = sheet.picture()
        box = sheet.in_dots(np.array([crop]))[0]
        left, top, right, bottom = (max(0, round(float(one))) for one in box)
        picture[top:bottom, left:right] = _WHITE
        if Difference(picture, np.full_like(picture, _WHITE)).any():
            seen.add("pdf.cropped-page", f"page {number + 1}")
    finally:
        sheet.close()
