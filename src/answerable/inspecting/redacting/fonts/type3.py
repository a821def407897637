"""Fonts whose glyphs are little drawings (Type 3)."""

import pikepdf

from answerable.inspecting.redacting.plane import Area, Matrix, around, corners, moved
from answerable.inspecting.redacting.unsupported import Unsupported

_MATRIX_SIZE, _BOX_SIZE = 6, 4
_MORE = frozenset(("Tj", "TJ", "'", '"', "Do"))


def matrix_of(font: pikepdf.Object) -> Matrix:
    """Return the matrix that takes a font's glyphs to a size of 1.

    :raises Unsupported: if it has none.
    """
    given = font.get("/FontMatrix")
    if not isinstance(given, pikepdf.Array) or len(given) != _MATRIX_SIZE:
        raise Unsupported("a font of drawings without its matrix")
    a, b, c, d, e, f = (float(one) for one in given.as_list())
    return a, b, c, d, e, f


def band_of(font: pikepdf.Object, matrix: Matrix) -> tuple[float, float]:
    """Return between which heights the most of its glyphs is, for a size of 1.

    :raises Unsupported: if nothing says how high they are.
    """
    box = _box(font.get("/FontBBox")) or _drawn_box(font)
    if box is None:
        raise Unsupported("a font of drawings that does not say how high they are")
    area = around([moved(one, matrix) for one in corners(box)])
    high = area.top - area.bottom
    return area.bottom + 0.1 * high, area.top - 0.1 * high


def draws_more(font: pikepdf.Object) -> bool:
    """Return whether a glyph of it draws text or pictures of its own."""
    return any(
        str(one.operator) in _MORE
        for drawing in _drawings(font)
        for one in pikepdf.parse_content_stream(drawing)
    )


def _drawings(font: pikepdf.Object) -> list[pikepdf.Stream]:
    drawings = font.get("/CharProcs")
    if not isinstance(drawings, pikepdf.Dictionary):
        return []
    return [one for one in drawings.as_dict().values() if isinstance(one, pikepdf.Stream)]


def _box(given: object) -> Area | None:
    if not isinstance(given, pikepdf.Array) or len(given) != _BOX_SIZE:
        return None
    left, bottom, right, top = (float(one) for one in given.as_list())
    return Area(left, bottom, right, top) if left < right and bottom < top else None


def _drawn_box(font: pikepdf.Object) -> Area | None:
    """Return the box that holds the boxes which the drawings begin with (d1)."""
    first = [pikepdf.parse_content_stream(one)[:1] for one in _drawings(font)]
    boxes = [
        _box(pikepdf.Array(one.operands[2:6]))
        for some in first
        for one in some
        if str(one.operator) == "d1"
    ]
    found = [box for box in boxes if box is not None]
    if not found:
        return None
    return around([point for box in found for point in corners(box)])
