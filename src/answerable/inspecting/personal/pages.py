"""The pages of a PDF as texts with boxes, read by PDFium. For the process apart."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from answerable.inspecting.findings import Box
from answerable.inspecting.personal.pieces import Piece, Stretch, Unread

_TENTHS = 10
_MOST_LETTERS = 400_000


def pages_of(data: bytes, inside: str) -> Iterator[Piece | Unread]:
    """Yield the text of each page; of one that is a picture, that nobody read it."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        yield Unread(inside, "it is a PDF that cannot be opened")
        return
    with document:
        for number in range(len(document)):
            where = " > ".join(filter(None, (inside, f"page {number + 1}")))
            try:
                page = document[number]
            except pypdfium2.PdfiumError:
                yield Unread(where, "it cannot be opened")
                continue
            try:
                yield from _read(page, number + 1, where)
            finally:
                page.close()


def _read(page: pypdfium2.PdfPage, number: int, where: str) -> Iterator[Piece | Unread]:
    """Yield the text of a page; its boxes are told as long as nobody asks for the next page."""
    text = page.get_textpage()
    try:
        count = min(max(0, text.count_chars()), _MOST_LETTERS)
        signs = "".join(map(_sign, (pdfium.FPDFText_GetUnicode(text, at) for at in range(count))))
        if not signs.strip() and _has_picture(page):
            yield Unread(where, "it is a picture, and words in pictures are not looked for")
            return
        yield Piece(
            where,
            signs.replace("\r\n", " \n").replace("\r", " "),
            tuple(Stretch(at, row, 0) for row, at in enumerate(_lines(signs))),
            page=number,
            box_of=lambda start, end: _around(page, text, signs, start, end),
        )
    finally:
        text.close()


def _sign(code: int) -> str:
    is_letter = 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF  # noqa: PLR2004 halves of a letter
    return chr(code) if is_letter else " "


def _lines(signs: str) -> Iterator[int]:
    yield 0
    yield from (at + 1 for at, one in enumerate(signs) if one == "\n")


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]))


def _box(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, at: int) -> Box:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top)
    return _shown(page, (left.value, bottom.value, right.value, top.value))


def _shown(page: pypdfium2.PdfPage, box: Box) -> Box:
    """Return a box of the page's own space as the page is seen: turned and cut, in points from the top left."""
    width, height = (max(1, round(one * _TENTHS)) for one in page.get_size())
    corners = []
    for across, up in ((box[0], box[1]), (box[2], box[3])):
        right, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, across, up, right, down)
        corners.append((right.value / _TENTHS, down.value / _TENTHS))
    (one, two), (three, four) = corners
    return min(one, three), min(two, four), max(one, three), max(two, four)


def _around(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, signs: str, start: int, end: int
) -> Box | None:
    """Return the box around the letters of a span: of one that goes on on the next line, around its first line."""
    first = signs[start:end].split("\n", maxsplit=1)[0]
    places = range(start, start + len(first))
    found = [_box(page, text, at) for at in places if not signs[at].isspace()]
    if not found:
        return None
    lefts, tops, rights, feet = zip(*found, strict=True)
    return min(lefts), min(tops), max(rights), max(feet)
