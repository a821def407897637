"""The characters of a page as pdfminer.six reads them: a second opinion that shares no code with the first."""

import io
from collections.abc import Iterator

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException
from pdfminer.utils import Matrix, Point, translate_matrix

from answerable.inspecting.redacting.characters import Character
from answerable.inspecting.redacting.plane import around, moved

_BLANK = 32
_FAILURES = (
    *(PDFException, PSException, TypeError, ValueError, LookupError, AttributeError),
    *(AssertionError, RecursionError, ArithmeticError),
)
"""What the library ends with where a file is not as it expects."""


class CannotMine(Exception):
    """This reader cannot read the file to its end."""


class _Listener(PDFTextDevice):
    """Writes down which characters are drawn where, in the coordinates of the page's content."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.characters: list[Character] = []

    def render_string_horizontal(  # noqa: PLR0913, PLR0917 the library's own form
        self,
        seq: PDFTextSeq,
        matrix: Matrix,
        pos: Point,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        charspace: float,
        wordspace: float,
        rise: float,
        dxscale: float,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> Point:
        """Write the characters of a string down: the library forgets the space behind the last one of each."""
        x, y = pos
        for item in seq:
            if not isinstance(item, bytes):
                x -= item * dxscale
                continue
            for cid in font.decode(item):
                at = translate_matrix(matrix, (x, y))
                x += charspace + self.render_char(
                    at, font, fontsize, scaling, rise, cid, ncs, graphicstate
                )
                x += wordspace if cid == _BLANK else 0
        return x, y

    def render_char(  # noqa: PLR0913, PLR0917 the library's own form
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,  # noqa: ARG002 the library's own form
        graphicstate: PDFGraphicState,  # noqa: ARG002
    ) -> float:
        """Write one character down, and return how far it moves on."""
        try:
            sign = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            sign = "\ufffd"
        width = font.char_width(cid) * fontsize * scaling
        if font.is_vertical():
            area = (-fontsize / 2, width, fontsize / 2, 0.0)
        else:
            low = font.get_descent() * fontsize + rise
            area = (0.0, low, width, low + fontsize)
        left, bottom, right, top = area
        points = [(left, bottom), (right, bottom), (right, top), (left, top)]
        self.characters.append(Character(sign, around([moved(one, matrix) for one in points])))
        return width


def mined(data: bytes, pages: set[int] | None) -> Iterator[tuple[int, list[Character] | None]]:
    """Yield pages (from 1) with the characters that are drawn on them, or nothing if it cannot read one.

    `None` asks for all pages.

    :raises CannotMine: if the file itself cannot be read to the end.
    """
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        manager = PDFResourceManager(caching=True)
        for number, page in enumerate(PDFPage.create_pages(document), start=1):
            if pages is None or number in pages:
                yield number, _characters(manager, page)
    except _FAILURES:
        raise CannotMine from None


def _characters(manager: PDFResourceManager, page: PDFPage) -> list[Character] | None:
    listener = _Listener(manager)
    interpreter = PDFPageInterpreter(manager, listener)
    try:
        interpreter.render_contents(page.resources, page.contents)
    except _FAILURES:
        return None
    return listener.characters
