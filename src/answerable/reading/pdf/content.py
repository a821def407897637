"""What stands on a PDF's pages, through PDFium: pieces of text in one font, each with its place and mark."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from answerable.reading.pdf.places import Box, Matrix, moved, moved_point, times
from answerable.reading.pdf.rules import rules_in

MOST_RULES = 1_500
"""A page of more lines is a drawing; looking for cells among them would take too long."""

_ITALIC = re.compile(r"ital|obli", re.IGNORECASE)
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
# ISO 32000-1 table 123: the bits of a font descriptor's flags.
_IS_ITALIC = 1 << 6
_IS_FORCED_BOLD = 1 << 18
_SIDEWAYS = (90, 270)
_MOST_LOOKED_AT = 200
_LONGEST_PIECE = 32_768
_LONGEST_NAME = 256
# Forms stand in forms; one that holds itself must end.
_DEEPEST_FORM = 16
_ARTIFACT = "Artifact".encode("utf-16-le")
_UNMARKED = -1
_FURNITURE = -2
# PDFium gives a hyphen at the end of a line as one of these.
_HYPHENS = re.compile("[\x02\ufffe]")
_UNPRINTED = re.compile("[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\uffff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that is drawn at once, in one font: half a word, or a line.

    `box` is in points from the top left of the page as it is read; `size` is the font's, in points.
    `foot` is how far down the line stands that its letters stand on; `href` where a link leads. `sure` is
    how surely it was read, from 0 to 1, where it was read from a picture; `aside` why it belongs to no field.
    `mark` is the number of the marked content that it belongs to, or None; `in_form` says that the
    number was given in a form that is drawn on the page, where numbers begin anew. `is_furniture` says
    that the file itself calls it an artifact: a page number, a running head.
    """

    page: int
    text: str
    box: Box
    size: float
    is_italic: bool
    is_bold: bool
    mark: int | None
    in_form: bool
    is_furniture: bool
    foot: float
    href: str | None = None
    sure: float | None = None
    aside: str | None = None


@dataclass(slots=True)
class _Buffers:
    """Memory that PDFium writes to, allotted once."""

    text: ctypes.Array[ctypes.c_char]
    numbers: tuple[ctypes.c_float, ...]
    matrix: Any


class Page:
    """One open page; to be closed before the next is opened, for PDFium keeps all that it has parsed."""

    def __init__(self, document: pypdfium2.PdfDocument, number: int) -> None:
        """Open a page by its number, from 1."""
        self.number = number
        self._page = document[number - 1]
        self._text = pdfium.FPDFText_LoadPage(self._page.raw)
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._buffers = _Buffers(
            ctypes.create_string_buffer(_LONGEST_PIECE * 2),
            tuple(ctypes.c_float() for _ in range(4)),
            pdfium.FS_MATRIX(),
        )
        left, bottom, right, top = corners = self._page.get_bbox()
        turned = self._turned()
        self._to_page = _read_upright(corners, turned)
        self.height = right - left if turned in _SIDEWAYS else top - bottom

    def close(self) -> None:
        """Give back what PDFium keeps for the page."""
        pdfium.FPDFText_ClosePage(self._text)
        self._page.close()

    def pieces(self) -> list[Piece]:
        """Return the page's text in the order in which it is drawn."""
        pieces = (self._piece(*drawn) for drawn in self._drawn(pdfium.FPDF_PAGEOBJ_TEXT))
        return [piece for piece in pieces if piece.text]

    def untold(self) -> tuple[int, int]:
        """Return how many of some of the page's characters no font says the meaning of, and of how many."""
        count = max(0, pdfium.FPDFText_CountChars(self._text))
        places = range(0, count, max(1, count // _MOST_LOOKED_AT))
        wrong = sum(pdfium.FPDFText_HasUnicodeMapError(self._text, place) == 1 for place in places)
        return wrong, len(places)

    def rules(self) -> list[Box]:
        """Return the straight lines on the page, across and down; none if it is full of drawings."""
        found: list[Box] = []
        left, bottom, right, top = self._buffers.numbers
        for drawn, matrix, _, _ in self._drawn(pdfium.FPDF_PAGEOBJ_PATH):
            pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
            box = moved((left.value, bottom.value, right.value, top.value), matrix)
            found += rules_in(drawn, times(self._matrix(drawn), matrix), box)
            if len(found) > MOST_RULES:
                return []
        return found

    def _turned(self) -> int:
        """Return how far the page's text is turned against the clock, in degrees: as most of it is."""
        page = self._page.raw
        found: Counter[int] = Counter()
        for place in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_LOOKED_AT)):
            drawn = pdfium.FPDFPage_GetObject(page, place)
            if pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_TEXT:
                a, b, *_ = self._matrix(drawn)
                found[round(math.degrees(math.atan2(b, a)) / 90) * 90 % 360] += 1
        return found.most_common(1)[0][0] if found else 0

    def shown(self, box: Box) -> Box:
        """Return where a box of the page's own space stands on the page as it is read."""
        return moved(box, self._to_page)

    def _drawn(self, wanted: int) -> Iterator[tuple[Any, Matrix, int, bool]]:
        """Yield what is drawn of one kind: its matrix to the page, its mark, and whether a form gave that."""
        page = self._page.raw
        stack = [
            (pdfium.FPDFPage_GetObject(page, place), self._to_page, _UNMARKED, 0)
            for place in reversed(range(pdfium.FPDFPage_CountObjects(page)))
        ]
        while stack:
            drawn, matrix, mark, depth = stack.pop()
            kind = pdfium.FPDFPageObj_GetType(drawn)
            if kind not in (wanted, pdfium.FPDF_PAGEOBJ_FORM):
                continue
            own = pdfium.FPDFPageObj_GetMarkedContentID(drawn)
            if own < 0:
                own = _FURNITURE if mark != _FURNITURE and self._is_artifact(drawn) else mark
            if kind == wanted:
                yield drawn, matrix, own, depth > 0 and own != mark
            elif depth < _DEEPEST_FORM:
                inner = times(self._matrix(drawn), matrix)
                stack += [
                    (pdfium.FPDFFormObj_GetObject(drawn, place), inner, own, depth + 1)
                    for place in reversed(range(pdfium.FPDFFormObj_CountObjects(drawn)))
                ]

    def _piece(self, drawn: Any, matrix: Matrix, mark: int, in_form: bool) -> Piece:  # noqa: FBT001 as it is drawn
        left, bottom, right, top = self._buffers.numbers
        text = self._words(drawn)
        pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
        if not text and bottom.value == top.value:
            # A blank leaves no ink; PDFium leaves it out where it ends a line.
            text = " "
        box = moved((left.value, bottom.value, right.value, top.value), matrix)
        pdfium.FPDFTextObj_GetFontSize(drawn, left)
        a, b, c, d, e, f = self._matrix(drawn)
        size = left.value * math.sqrt(abs(a * d - b * c))
        is_italic, is_bold = self._style(drawn)
        number = mark if mark >= 0 else None
        return Piece(
            self.number,
            text,
            box,
            size,
            is_italic,
            is_bold,
            number,
            in_form,
            is_furniture=mark == _FURNITURE,
            foot=moved_point(e, f, matrix)[1],
        )

    def _is_artifact(self, drawn: Any) -> bool:
        """Return whether a mark around what is drawn calls it an artifact."""
        buffer = self._buffers.text
        room = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        length = ctypes.c_ulong()
        for place in range(min(pdfium.FPDFPageObj_CountMarks(drawn), _DEEPEST_FORM)):
            around = pdfium.FPDFPageObj_GetMark(drawn, place)
            pdfium.FPDFPageObjMark_GetName(around, room, _LONGEST_NAME, length)
            size = min(length.value, _LONGEST_NAME)
            if ctypes.string_at(buffer, size).startswith(_ARTIFACT):
                return True
        return False

    def _words(self, drawn: Any) -> str:
        buffer = self._buffers.text
        room = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        length = pdfium.FPDFTextObj_GetText(drawn, self._text, room, _LONGEST_PIECE)
        if not 2 < length <= _LONGEST_PIECE * 2:  # noqa: PLR2004 the two bytes of the NUL at the end
            return ""
        text = ctypes.string_at(buffer, length - 2).decode("utf-16-le", errors="replace")
        return _UNPRINTED.sub("", _HYPHENS.sub("-", text))

    def _matrix(self, drawn: Any) -> Matrix:
        matrix = self._buffers.matrix
        if not pdfium.FPDFPageObj_GetMatrix(drawn, matrix):
            return (1, 0, 0, 1, 0, 0)
        return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)

    def _style(self, drawn: Any) -> tuple[bool, bool]:
        """Return whether a piece's font is italic, and whether it is bold."""
        font = pdfium.FPDFTextObj_GetFont(drawn)
        if not font:
            return False, False
        address = ctypes.addressof(font.contents)
        if address not in self._fonts:
            buffer = self._buffers.text
            length = pdfium.FPDFFont_GetBaseFontName(font, buffer, _LONGEST_NAME)
            name = ctypes.string_at(buffer, max(0, min(length, _LONGEST_NAME) - 1))
            self._fonts[address] = _style_of(
                name.decode("utf-8", errors="replace"), pdfium.FPDFFont_GetFlags(font)
            )
        return self._fonts[address]


def _style_of(name: str, flags: int) -> tuple[bool, bool]:
    flags = max(0, flags)
    is_italic = _ITALIC.search(name) is not None or bool(flags & _IS_ITALIC)
    return is_italic, _BOLD.search(name) is not None or bool(flags & _IS_FORCED_BOLD)


def _read_upright(corners: Box, turned: int) -> Matrix:
    """Return the matrix from a page's own space to points from the top left of the page as it is read.

    `turned` is how far its text runs from left to right, in degrees against the clock.
    """
    left, bottom, right, top = corners
    matrices: dict[int, Matrix] = {
        0: (1, 0, 0, -1, -left, top),
        90: (0, 1, 1, 0, -bottom, -left),
        180: (-1, 0, 0, 1, right, -bottom),
        270: (0, -1, -1, 0, top, right),
    }
    return matrices[turned]
