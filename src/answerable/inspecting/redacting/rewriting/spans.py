"""Which pixels of a picture lie under a mark."""

from collections.abc import Iterator
from math import ceil, floor

from answerable.inspecting.redacting.plane import Area, Matrix, Point, backwards, corners, moved

Span = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels, the last two behind the last."""


def spans_under(marks: list[Area], matrix: Matrix, size: tuple[int, int]) -> list[Span]:
    """Return the rectangles of pixels that marks touch, of a picture that a matrix puts on the page."""
    back = backwards(matrix)
    if back is None:
        return [(0, 0, *size)]
    width, height = size
    found: list[Span] = []
    for mark in marks:
        units = [moved(point, back) for point in corners(mark)]
        polygon = [(x * width, (1 - y) * height) for x, y in units]
        found += _merged(_rows(polygon, width, height))
    return found


def share_of(spans: list[Span], size: tuple[int, int]) -> float:
    """Return which share of a picture the largest mark covers, at most."""
    pixels = sum((right - left) * (bottom - top) for left, top, right, bottom in spans)
    return pixels / max(1, size[0] * size[1])


def _rows(polygon: list[Point], width: int, height: int) -> Iterator[Span]:
    first = max(0, floor(min(y for _, y in polygon)))
    last = min(height, ceil(max(y for _, y in polygon)))
    for row in range(first, last):
        across = list(_crossings(polygon, row))
        if not across:
            continue
        left, right = max(0, floor(min(across))), min(width, ceil(max(across)))
        if left < right:
            yield left, row, right, row + 1


def _crossings(polygon: list[Point], row: int) -> Iterator[float]:
    """Yield the places across at which the border of a polygon enters, leaves or turns in a row."""
    for (x0, y0), (x1, y1) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        low, high = max(min(y0, y1), row), min(max(y0, y1), row + 1)
        if low > high:
            continue
        if y0 == y1:
            yield from (x0, x1)
        else:
            yield from (x0 + (x1 - x0) * (y - y0) / (y1 - y0) for y in (low, high))


def _merged(rows: Iterator[Span]) -> list[Span]:
    merged: list[Span] = []
    for left, top, right, bottom in rows:
        if merged and merged[-1][::2] == (left, right) and merged[-1][3] == top:
            merged[-1] = (left, merged[-1][1], right, bottom)
        else:
            merged.append((left, top, right, bottom))
    return merged
