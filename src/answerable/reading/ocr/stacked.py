"""Columns whose lines stand at other heights, laid below each other: a line is read from side to side of a page."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from answerable.reading.ocr.grey import Grey, Ink, runs_of

# In inches: what is lower is one line, and what is narrower may stand between words.
_HIGHER, _GUTTER = 0.16, 0.09
# Of the ink of a line's fullest rows: small letters have it, what reaches above or below them has not.
_FULL = 0.35
# In heights of small letters: lines nearer to each other are one line, and those further apart two.
_NEAR, _NEAR_ALONE, _FAR = 0.45, 0.8, 2.1
_FEWEST_DOTS = 3
_BETWEEN = 0.1

_Lines = tuple[npt.NDArray[np.float64], float]


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of a page by its pixels, half-open; what is beside it is left white."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Move:
    """From this row of pixels on, what is seen stands so many rows further up on its page."""

    row: int
    by: int


def strips_of(half: Ink, dots: int) -> list[Strip]:
    """Return the parts of a page to be laid below each other; none where all lines run across it.

    `half` is the page at half its size, without ruling lines, `dots` the whole page's pixels to an inch.
    """
    strips: list[Strip] = []
    height, width = half.shape
    upper = 0
    for top, bottom in runs_of(half.sum(axis=1) >= _FEWEST_DOTS):
        if bottom - top < _HIGHER * dots / 2:
            continue
        found = _columns(half[top:bottom], dots)
        if len(found) < 2:  # noqa: PLR2004 beside each other
            continue
        if top > upper:
            strips.append(Strip(0, 2 * upper, 2 * width, 2 * top))
        for left, right in found:
            rows = np.flatnonzero(half[top:bottom, left:right].any(axis=1))
            first, last = top + int(rows[0]), top + int(rows[-1]) + 1
            strips.append(Strip(2 * left, 2 * first, 2 * right, 2 * last))
        upper = bottom
    if strips and upper < height:
        strips.append(Strip(0, 2 * upper, 2 * width, 2 * height))
    return strips


def stacked(grey: Grey, strips: Sequence[Strip], dots: int) -> tuple[Grey, list[Move]]:
    """Return a page with its strips below each other, and from where each was moved."""
    if not strips:
        return grey, []
    between = int(_BETWEEN * dots)
    height = sum(strip.bottom - strip.top + between for strip in strips)
    page = np.full((height, grey.shape[1]), 255, np.uint8)
    moves, row = [], 0
    for strip in strips:
        columns = slice(strip.left, strip.right)
        inside = row + between // 2
        end = inside + strip.bottom - strip.top
        page[inside:end, columns] = grey[strip.top : strip.bottom, columns]
        moves.append(Move(row, inside - strip.top))
        row = end + between - between // 2
    return page, moves


def _columns(block: Ink, dots: int) -> list[tuple[int, int]]:
    """Return the columns of a block whose lines do not go on in the next one, from left to right."""
    gutter = _GUTTER * dots / 2
    parts: list[tuple[int, int]] = []
    for left, right in runs_of(np.asarray(block.any(axis=0))):
        if parts and left - parts[-1][1] < gutter:
            parts[-1] = (parts[-1][0], right)
        else:
            parts.append((left, right))
    columns: list[tuple[int, int]] = []
    for left, right in parts:
        beside = block[:, left:right]
        if columns and _are_level(block[:, slice(*columns[-1])], beside):
            columns[-1] = (columns[-1][0], right)
        else:
            columns.append((left, right))
    return columns


def _are_level(one: Ink, other: Ink) -> bool:
    """Return whether the lines of the column that has fewer go on in the other, or stand clear of its lines."""
    (fewer, low), (more, high) = sorted((_lines(one), _lines(other)), key=lambda two: len(two[0]))
    nearest = np.abs(fewer[:, None] - more[None, :]).min(axis=1) / max(low, high)
    # Of two single lines, one may be of capitals, or printed larger.
    near = _NEAR if len(more) > 1 else _NEAR_ALONE
    return bool(((nearest <= near) | (nearest >= _FAR)).all())


def _lines(column: Ink) -> _Lines:
    """Return the middles of a column's lines, and how high their small letters are."""
    ink = column.sum(axis=1)
    least = max(1.0, _FULL * float(np.percentile(ink[ink > 0], 90)))
    runs = runs_of(ink >= least)
    heights = [bottom - top for top, bottom in runs]
    high = float(np.median(heights))
    kept = [run for run, tall in zip(runs, heights, strict=True) if tall >= high / 2]
    return np.array([(top + bottom) / 2 for top, bottom in kept]), high
