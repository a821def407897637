"""What stands on a PDF's pages, through PDFium: pieces of text in one font, each with its place and mark."""

import ctypes
import math
import re
import struct
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from answerable.reading.pdf import library
from answerable.reading.pdf.places import Box, Matrix, moved, times
from answerable.reading.pdf.rules import is_whole, sides_of
from answerable.reading.pdf.words import Words

MOST_RULES = 1_500
"""A page of more lines is a drawing; looking for cells among them would take too long."""

_ITALIC = re.compile(r"ital|obli", re.IGNORECASE)
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
# ISO 32000-1 table 123: the bits of a font descriptor's flags.
_IS_ITALIC = 1 << 6
_IS_FORCED_BOLD = 1 << 18
_SIDEWAYS = (90, 270)
_MOST_LOOKED_AT = 200
_FEW_LOOKED_AT = 8
_LONGEST_NAME = 256
# Forms stand in forms; one that holds itself must end.
_DEEPEST_FORM = 16
_ARTIFACT = "Artifact".encode("utf-16-le")
# A hundredth of a point is less than any printer shows.
_PARTS = 100
_MOST_KEPT = 100_000
_NOWHERE = (0.0, 0.0, 0.0, 0.0)
_PLAIN = (False, False)
_UNMOVED = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_UNMARKED = -1
_FURNITURE = -2
# What PDFium writes of a text: where it stands, the size of its font, and its own matrix.
_NUMBERS = 11
_read = struct.Struct(f"{_NUMBERS}f").unpack_from


# Hundreds are made for each page: to make one that is frozen takes four times as long.
@dataclass(slots=True, unsafe_hash=True)
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


class _Same(dict[int, float]):
    """Places by their hundredths of a point, each kept once: they repeat from line to line and page to page."""

    def __missing__(self, parts: int) -> float:
        place = parts / _PARTS
        if len(self) < _MOST_KEPT:
            self[parts] = place
        return place


_same = _Same()


class _Drawn(NamedTuple):
    """A text as it is drawn: its address, its numbers, the matrix of its form, and its mark."""

    place: int
    numbers: tuple[float, ...]
    form: Matrix | None
    mark: int
    in_form: bool


class Page:
    """One open page; to be closed before the next is opened, for PDFium keeps all that it has parsed."""

    def __init__(self, document: pypdfium2.PdfDocument, number: int) -> None:
        """Open a page by its number, from 1."""
        self.number = number
        self.raw = ""
        """What PDFium says of the page as a whole, once its pieces have been asked for."""
        self._page = document[number - 1]
        self._text = pdfium.FPDFText_LoadPage(self._page.raw)
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._floats = library.Floats(_NUMBERS)
        self._texts: list[_Drawn] = []
        self._paths: list[tuple[int, Matrix | None]] = []
        self._walk()
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
        words = Words(library.address(self._text))
        self.raw = words.text
        found = []
        words_of = words.of
        for drawn in self._texts:
            text = words_of(drawn.place)
            if not text:
                if drawn.numbers[1] != drawn.numbers[3]:
                    # It has neither ink nor place.
                    continue
                # A blank leaves no ink; PDFium leaves it out where it ends a line.
                text = " "
            found.append(self._piece(text, drawn))
        return found

    def untold(self) -> tuple[int, int]:
        """Return how many of some of the page's characters no font says the meaning of, and of how many."""
        text = library.address(self._text)
        count = max(0, library.characters(text))
        places = range(0, count, max(1, count // _MOST_LOOKED_AT))
        wrong = sum(library.is_untold(text, place) == 1 for place in places)
        return wrong, len(places)

    def is_unseen(self) -> bool:
        """Return whether the page's text is not shown, but laid behind a picture by a reader of pictures."""
        some = self._texts[:_FEW_LOOKED_AT]
        unseen = sum(library.render_mode(one.place) == library.INVISIBLE for one in some)
        return bool(unseen * 2 > len(some))

    def rules(self) -> list[Box]:
        """Return the straight lines on the page, across and down; none if it is full of drawings."""
        found: list[Box] = []
        for drawn, form in self._paths:
            matrix = times(form, self._to_page) if form else self._to_page
            box = moved(self._bounds(drawn), matrix)
            if is_whole(drawn, box):
                found.append(_rounded(box))
            else:
                found += map(_rounded, sides_of(drawn, times(self._matrix(drawn), matrix)))
            if len(found) > MOST_RULES:
                return []
        return [box for box in found if box is not _NOWHERE]

    def shown(self, box: Box) -> Box:
        """Return where a box of the page's own space stands on the page as it is read."""
        return moved(box, self._to_page)

    def _turned(self) -> int:
        """Return how far the page's text is turned against the clock, in degrees: as most of it is."""
        for _, numbers, form, _, _ in self._texts[:_MOST_LOOKED_AT]:
            if form is not None or not numbers[6] == 0 < numbers[5]:
                break
        else:
            return 0
        found: Counter[int] = Counter()
        for drawn in self._texts[:_MOST_LOOKED_AT]:
            a, b, c, d, e, f = drawn.numbers[5:]
            if drawn.form:
                a, b, *_ = times((a, b, c, d, e, f), drawn.form)
            is_level = b == 0 < a
            found[0 if is_level else round(math.degrees(math.atan2(b, a)) / 90) * 90 % 360] += 1
        return found.most_common(1)[0][0] if found else 0

    def _walk(self) -> None:
        """Note what is drawn on the page and in its forms: texts and paths, in order."""
        page = library.address(self._page.raw)
        stack: list[tuple[int, Matrix | None, int, int]] = [
            (library.page_object(page, place), None, _UNMARKED, 0)
            for place in reversed(range(library.page_objects(page)))
        ]
        while stack:
            drawn, form, mark, depth = stack.pop()
            kind = library.kind_of(drawn)
            if kind == library.PATH:
                self._paths.append((drawn, form))
                continue
            if kind not in (library.TEXT, library.FORM):
                continue
            own = library.mark_of(drawn)
            if own < 0:
                own = _FURNITURE if mark != _FURNITURE and _is_artifact(drawn) else mark
            if kind == library.TEXT:
                numbers = self._numbers(drawn)
                self._texts.append(_Drawn(drawn, numbers, form, own, depth > 0 and own != mark))
            elif depth < _DEEPEST_FORM:
                matrix = self._matrix(drawn)
                inner = times(matrix, form) if form else matrix
                stack += [
                    (library.form_object(drawn, place), inner, own, depth + 1)
                    for place in reversed(range(library.form_objects(drawn)))
                ]

    def _piece(self, text: str, drawn: _Drawn) -> Piece:
        """Return a text as a piece."""
        place, numbers, form, mark, in_form = drawn
        matrix = times(form, self._to_page) if form else self._to_page
        box, size, foot = _placed(numbers, matrix)
        is_italic, is_bold = self._style(place)
        return Piece(
            self.number,
            text,
            box,
            size,
            is_italic,
            is_bold,
            mark if mark >= 0 else None,
            in_form,
            mark == _FURNITURE,
            foot,
        )

    def _numbers(self, text: int) -> tuple[float, ...]:
        floats = self._floats
        left, bottom, right, top, size, matrix, *_ = floats.at
        library.bounds_of(text, left, bottom, right, top)
        library.font_size_of(text, size)
        if library.matrix_of(text, matrix):
            return _read(floats.written)
        return (*_read(floats.written)[:5], *_UNMOVED)

    def _bounds(self, drawn: int) -> Box:
        left, bottom, right, top, *_ = self._floats.at
        library.bounds_of(drawn, left, bottom, right, top)
        return _read(self._floats.written)[:4]

    def _matrix(self, drawn: int) -> Matrix:
        if not library.matrix_of(drawn, self._floats.at[0]):
            return _UNMOVED
        return _read(self._floats.written)[:6]

    def _style(self, drawn: int) -> tuple[bool, bool]:
        """Return whether a piece's font is italic, and whether it is bold."""
        font = library.font_of(drawn)
        known = self._fonts.get(font) if font else _PLAIN
        if known is None:
            known = self._fonts[font] = _style_of(font)
        return known


def _placed(numbers: tuple[float, ...], matrix: Matrix) -> tuple[Box, float, float]:
    """Return where a text stands, the size of its letters there, and the foot of its line."""
    left, bottom, right, top, size, a, b, c, d, e, f = numbers
    # Thousands are placed for each page: what `moved` and `_rounded` do is done here without asking them.
    g, h, i, j, k, m = matrix
    x, y = g * left + i * bottom + k, h * left + j * bottom + m
    other_x, other_y = g * right + i * top + k, h * right + j * top + m
    if x > other_x:
        x, other_x = other_x, x
    if y > other_y:
        y, other_y = other_y, y
    large, foot = size * math.sqrt(abs(a * d - b * c)), h * e + j * f + m
    same, parts = _same, _PARTS
    try:
        box = (
            same[round(x * parts)],
            same[round(y * parts)],
            same[round(other_x * parts)],
            same[round(other_y * parts)],
        )
        return box, same[round(large * parts)], same[round(foot * parts)]
    except (ValueError, OverflowError):
        return _NOWHERE, *_size_and_foot(large, foot)


def _size_and_foot(large: float, foot: float) -> tuple[float, float]:
    """Return them, rounded, of a text whose box no number reaches, or which are out of reach themselves."""
    try:
        return _same[round(large * _PARTS)], _same[round(foot * _PARTS)]
    except (ValueError, OverflowError):
        return 0.0, 0.0


def _rounded(box: Box) -> Box:
    left, top, right, bottom = box
    try:
        return (
            _same[round(left * _PARTS)],
            _same[round(top * _PARTS)],
            _same[round(right * _PARTS)],
            _same[round(bottom * _PARTS)],
        )
    except (ValueError, OverflowError):
        # What a damaged file puts where no number reaches stands nowhere.
        return _NOWHERE


def _is_artifact(drawn: int) -> bool:
    """Return whether a mark around what is drawn calls it an artifact."""
    count = library.marks_around(drawn)
    if count <= 0:
        return False
    buffer, length = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_ulong()
    start, said = ctypes.addressof(buffer), ctypes.addressof(length)
    for place in range(min(count, _DEEPEST_FORM)):
        around = library.mark_around(drawn, place)
        library.name_of_mark(around, start, _LONGEST_NAME, said)
        size = min(length.value, _LONGEST_NAME)
        if ctypes.string_at(start, size).startswith(_ARTIFACT):
            return True
    return False


def _style_of(font: int) -> tuple[bool, bool]:
    """Return whether a font is italic, and whether it is bold, as its name or its flags say."""
    buffer = ctypes.create_string_buffer(_LONGEST_NAME)
    start = ctypes.addressof(buffer)
    length = library.font_name(font, start, _LONGEST_NAME)
    own = ctypes.string_at(start, max(0, min(length, _LONGEST_NAME) - 1))
    name = own.decode("utf-8", errors="replace")
    flags = max(0, library.font_flags(font))
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
