"""Drawings of which nothing is seen: in the colour of their ground, off the page, or too small."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from answerable.inspecting.pdf.drawn import library
from answerable.inspecting.pdf.drawn.difference import Difference
from answerable.inspecting.pdf.drawn.hidden import Look
from answerable.inspecting.pdf.drawn.sheet import Boxes

Mask = npt.NDArray[np.bool_]

_WINDING = 6
"""Pieces that a shape has at least to be more than a box or a line."""

_FEWEST_WINDING, _FEWEST_BOXES, _FEWEST_SPECKS = 8, 30, 20
_THIN, _LARGE = 1.5, 24.0
"""Points: lines of tables are thinner than the first, their cells are larger than the second."""

_SPECK, _SPECKS = 0.5, 8.0
_MOST = 20_000


def look_at_shapes(look: Look) -> Iterator[str]:
    """Yield the codes of drawings that change nothing on a page, and are enough to say something."""
    numbers = [number for number, one in enumerate(look.others) if one.kind == library.PATH][:_MOST]
    if len(numbers) < _FEWEST_WINDING:
        return
    boxes = look.boxes[numbers] / look.sheet.scale
    sides = boxes[:, 2:] - boxes[:, :2]
    least, most = sides.min(axis=1), sides.max(axis=1)
    winding = np.array([library.pieces_of(look.others[one].at) >= _WINDING for one in numbers])
    small = (least >= _THIN) & (most <= _LARGE) & ~winding
    specks = most < _SPECK
    if specks.sum() >= _FEWEST_SPECKS and _is_one_speck(boxes[specks]):
        yield "pdf.unseen-drawing"
    some = (winding | small) & ~specks
    if winding.sum() < _FEWEST_WINDING and small.sum() < _FEWEST_BOXES:
        return
    off = some & _off_the_page(look, boxes)
    if _are_enough(winding & off, small & off):
        yield "pdf.cropped-page"
    rest = some & ~off
    if not _are_enough(winding & rest, small & rest):
        return
    with look.sheet.without([look.others[numbers[one]] for one in np.flatnonzero(rest)]):
        without = look.sheet.picture()
    unseen = rest & (Difference(look.shown, without).share(look.boxes[numbers]) == 0)
    if _are_enough(winding & unseen, small & unseen):
        yield "pdf.unseen-drawing"


def _are_enough(winding: Mask, small: Mask) -> bool:
    return bool(winding.sum() >= _FEWEST_WINDING or small.sum() >= _FEWEST_BOXES)


def _is_one_speck(boxes: Boxes) -> bool:
    """Return whether many small shapes stand together in a place that is hardly larger than they are."""
    whole = boxes[:, 2:].max(axis=0) - boxes[:, :2].min(axis=0)
    return bool(whole.max() < _SPECKS)


def _off_the_page(look: Look, boxes: Boxes) -> Mask:
    height, width = (one / look.sheet.scale for one in look.shown.shape[:2])
    made: Mask = (
        (boxes[:, 2] <= 0) | (boxes[:, 0] >= width) | (boxes[:, 3] <= 0) | (boxes[:, 1] >= height)
    )
    return made
