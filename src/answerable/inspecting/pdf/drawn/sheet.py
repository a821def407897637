"""One page open in PDFium: what is drawn on it, in which order, and pictures of it with some of that left out."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2
import pypdfium2.raw as pdfium

from answerable.inspecting.pdf.drawn import library

Pixels = npt.NDArray[np.uint8]
"""Rows, columns, and blue, green, red and nothing of each dot."""

Boxes = npt.NDArray[np.float64]
Matrix = tuple[float, float, float, float, float, float]

DOTS = 80 / 72
"""Dots for each point: letters of six points are five dots high."""

_MOST_DOTS = 2_500_000
_MOST_OBJECTS = 60_000
_DEEPEST = 24
_UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_FINE = 100


class TooMuch(Exception):
    """A page holds more than can be drawn piece by piece."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Something that is drawn: its address, what it is, how it is moved by the forms around it, and the order."""

    at: int
    kind: int
    moved: Matrix
    order: int


class Sheet:
    """One page; to be closed before the next is opened, for PDFium keeps all that it has parsed."""

    def __init__(self, document: pypdfium2.PdfDocument, number: int) -> None:
        """Open a page by its number, from 0.

        :raises TooMuch: if more is drawn on it than can be told apart.
        """
        self.page = document[number]
        self.text = pdfium.FPDFText_LoadPage(self.page.raw)
        self.width, self.height = self.page.get_size()
        dots = max(1.0, self.width * self.height * DOTS * DOTS)
        self.scale = DOTS * min(1.0, (_MOST_DOTS / dots) ** 0.5)
        self.drawn: list[Drawn] = []
        self._room = library.floats(6)
        self._places = library.places_in(self._room, 6)
        self._walk()
        self.to_dots = self._matrix_to_dots()

    def close(self) -> None:
        """Give back what PDFium keeps for the page."""
        pdfium.FPDFText_ClosePage(self.text)
        self.page.close()

    def of_kind(self, kind: int) -> list[Drawn]:
        """Return what is drawn of one kind, in order."""
        return [one for one in self.drawn if one.kind == kind]

    def picture(self) -> Pixels:
        """Return the page as it is drawn now, with all that lies on it."""
        return self.page.render(scale=self.scale, may_draw_forms=False, prefer_bgrx=True).to_numpy()  # type: ignore[no-any-return]

    @contextmanager
    def without(self, some: Iterable[Drawn]) -> Iterator[None]:
        """Leave some of what is drawn out of pictures for a while."""
        left_out = list(some)
        for one in left_out:
            library.set_active(one.at, 0)
        try:
            yield
        finally:
            for one in left_out:
                library.set_active(one.at, 1)

    def boxes_of(self, some: list[Drawn]) -> Boxes:
        """Return where some of what is drawn stands, in dots: left, top, right, bottom."""
        found = np.zeros((len(some), 4))
        left, bottom, right, top = self._places[:4]
        for number, one in enumerate(some):
            if library.bounds_of(one.at, left, bottom, right, top):
                found[number] = bounds_moved(tuple(self._room[:4]), one.moved)
        return self.in_dots(found)

    def in_dots(self, boxes: Boxes) -> Boxes:
        """Return boxes of the page's own space (left, bottom, right, top) in dots from its top left."""
        a, b, c, d, e, f = self.to_dots
        across = np.stack(
            [a * boxes[:, i] + c * boxes[:, j] + e for i, j in ((0, 1), (2, 3), (0, 3), (2, 1))]
        )
        down = np.stack(
            [b * boxes[:, i] + d * boxes[:, j] + f for i, j in ((0, 1), (2, 3), (0, 3), (2, 1))]
        )
        made = np.stack([across.min(0), down.min(0), across.max(0), down.max(0)], axis=1)
        placed: Boxes = np.nan_to_num(np.clip(made, -1e7, 1e7))
        return placed

    def clipped_to(self, one: Drawn) -> tuple[float, float, float, float] | None:
        """Return the box in dots to which something is clipped, or None."""
        clip = library.clip_of(one.at)
        count = library.clips_in(clip) if clip else 0
        found = None
        across, down = self._places[:2]
        for number in range(min(max(0, count), 16)):
            points = []
            for place in range(min(max(0, library.segments_in(clip, number)), 200)):
                library.point_of(library.segment_in(clip, number, place), across, down)
                points.append(tuple(self._room[:2]))
            if len(points) > 1:
                xs, ys = zip(*points, strict=True)
                box = bounds_moved((min(xs), min(ys), max(xs), max(ys)), one.moved)
                found = box if found is None else _both(found, box)
        return None if found is None else tuple(self.in_dots(np.array([found]))[0])

    def _walk(self) -> None:
        page = library.address(self.page.raw)
        stack: list[tuple[int, Matrix, int]] = [
            (library.page_object(page, place), _UNMOVED, 0)
            for place in reversed(range(library.page_objects(page)))
        ]
        while stack:
            at, moved, depth = stack.pop()
            kind = library.kind_of(at)
            if kind == library.FORM and depth < _DEEPEST:
                inner = times(self._matrix(at), moved)
                stack += [
                    (library.form_object(at, place), inner, depth + 1)
                    for place in reversed(range(library.form_objects(at)))
                ]
                continue
            self.drawn.append(Drawn(at, kind, moved, len(self.drawn)))
            if len(self.drawn) + len(stack) > _MOST_OBJECTS:
                raise TooMuch

    def _matrix(self, at: int) -> Matrix:
        if not library.matrix_of(at, self._room):
            return _UNMOVED
        a, b, c, d, e, f = self._room[:6]
        return a, b, c, d, e, f

    def _matrix_to_dots(self) -> Matrix:
        """Return the matrix from the page's space to dots, found from where PDFium puts three points."""
        wide, high = max(1, round(self.width * _FINE)), max(1, round(self.height * _FINE))

        def placed(x: float, y: float) -> tuple[float, float]:
            left, top = pdfium.c_int(), pdfium.c_int()
            pdfium.FPDF_PageToDevice(self.page.raw, 0, 0, wide, high, 0, x, y, left, top)
            return left.value / _FINE * self.scale, top.value / _FINE * self.scale

        (e, f), (a, b), (c, d) = placed(0, 0), placed(_FAR, 0), placed(0, _FAR)
        return (a - e) / _FAR, (b - f) / _FAR, (c - e) / _FAR, (d - f) / _FAR, e, f


_FAR = 1000.0


def times(one: Matrix, other: Matrix) -> Matrix:
    """Return the matrix that moves by one and then by the other."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def bounds_moved(box: tuple[float, ...], matrix: Matrix) -> tuple[float, float, float, float]:
    """Return the bounds of a box that a matrix moves."""
    left, bottom, right, top = box
    if matrix is _UNMOVED:
        return left, bottom, right, top
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _both(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, float, float, float]:
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )


def open_drawn(data: bytes) -> Any:
    """Return the file as PDFium opens it."""
    return pypdfium2.PdfDocument(data)
