"""Dots that stand by themselves: bullets, where the reader of letters sees a letter or nothing."""

import numpy as np
import numpy.typing as npt

from answerable.reading.ocr.figures import Box
from answerable.reading.ocr.grey import Ink

# In inches: how large a bullet is, and how much paper is around it on all sides.
_LARGEST, _LEAST, _PAPER = 0.08, 0.026, 0.03
# Of the box around a round dot; a hollow one and a star have less.
_FILLED = 0.5
_ROUND = 1.5
_MOST = 400


def dots_of(half: Ink, dots: int) -> list[Box]:
    """Return the boxes of round dots with paper around them, in pixels of the whole page.

    `half` is the page at half its size, `dots` the whole page's pixels to an inch.
    """
    size, paper = max(3, round(_LARGEST * dots / 2)), max(2, round(_PAPER * dots / 2))
    within, around = _sums(half, size, paper)
    found = (within == around) & (within >= (_LEAST * dots / 2) ** 2 * _FILLED)
    boxes: dict[Box, None] = {}
    for y, x in zip(*(one.tolist() for one in np.nonzero(found)), strict=True):
        rows, columns = np.nonzero(half[y : y + size, x : x + size])
        box = (
            2 * (x + int(columns.min())),
            2 * (y + int(rows.min())),
            2 * (x + int(columns.max()) + 1),
            2 * (y + int(rows.max()) + 1),
        )
        if box not in boxes and _is_round(box, 4 * len(rows), dots):
            boxes[box] = None
            if len(boxes) > _MOST:
                return []
    return list(boxes)


def _sums(ink: Ink, size: int, paper: int) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Return for each square of a size how much ink is in it, and how much in it and the paper around it."""
    whole = size + 2 * paper
    padded = np.pad(ink, ((paper + 1, whole), (paper + 1, whole)))
    sums = padded.cumsum(axis=0, dtype=np.int32).cumsum(axis=1)
    height, width = ink.shape

    def of(side: int, begin: int) -> npt.NDArray[np.int32]:
        end = begin + side
        rows, columns = slice(begin, begin + height), slice(begin, begin + width)
        below, beside = slice(end, end + height), slice(end, end + width)
        total: npt.NDArray[np.int32] = (
            sums[below, beside] - sums[rows, beside] - sums[below, columns] + sums[rows, columns]
        )
        return total

    return of(size, paper), of(whole, 0)


def _is_round(box: Box, ink: int, dots: int) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    is_even = max(width, height) <= _ROUND * min(width, height)
    return is_even and min(width, height) >= _LEAST * dots and ink >= _FILLED * width * height
