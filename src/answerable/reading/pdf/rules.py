"""Straight lines that are drawn on a page: the borders of cells, among underlines and ornaments."""

import ctypes
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from answerable.reading.pdf import library
from answerable.reading.pdf.places import Box, Matrix, moved, moved_point

# A border is thinner than a line of text is high.
_THICKEST = 3.0
_SHORTEST = 5.0
_LEAST_DOT, _MOST_DOT = 1.2, 5.0
_MOST_SEGMENTS = 1_000


def is_whole(path: int, box: Box) -> bool:
    """Return whether a path with such a box is one line, one dot or one ground, and not some lines.

    A dot may be a bullet, and a filled shape the ground of a row. `path` is its address: see `library`.
    """
    return is_rule(box) or is_dot(box) or not _is_stroked(path)


def is_rule(box: Box) -> bool:
    """Return whether a box is a line across or down."""
    return is_across(box) or is_down(box)


def is_dot(box: Box) -> bool:
    """Return whether a box is as small as a bullet, and about as wide as it is high."""
    wide, high = box[2] - box[0], box[3] - box[1]
    return _LEAST_DOT <= wide <= _MOST_DOT and abs(wide - high) <= wide / 4


def is_across(box: Box) -> bool:
    """Return whether a box is a line from left to right."""
    return box[3] - box[1] <= _THICKEST and box[2] - box[0] > _SHORTEST


def is_down(box: Box) -> bool:
    """Return whether a box is a line from the top down."""
    return box[2] - box[0] <= _THICKEST and box[3] - box[1] > _SHORTEST


def _is_stroked(path: int) -> bool:
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    library.draw_mode(path, ctypes.addressof(filled), ctypes.addressof(stroked))
    return bool(stroked.value)


def sides_of(path: int, matrix: Matrix) -> Iterator[Box]:
    """Yield the straight lines across or down in a path, as thin boxes."""
    point = library.Floats(2)
    begun = last = (0.0, 0.0)
    for place in range(min(library.segments_of(path), _MOST_SEGMENTS)):
        segment = library.segment_of(path, place)
        library.point_of(segment, *point.at)
        x, y = point.all()
        here = moved_point(x, y, matrix)
        kind = library.kind_of_segment(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begun = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _straight(last, here)
        last = here
        if library.closes(segment):
            yield from _straight(here, begun)
            last = begun


def _straight(first: tuple[float, float], second: tuple[float, float]) -> Iterator[Box]:
    box = moved((*first, *second), (1, 0, 0, 1, 0, 0))
    if is_rule(box):
        yield box
