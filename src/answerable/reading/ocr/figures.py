"""Photographs and drawings on a scanned page: dark all over, where letters leave paper between them."""

import numpy as np
import numpy.typing as npt

from answerable.reading.ocr.grey import Grey

Box = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels, half-open."""

# In inches: the side of a square whose darkness is one figure, and how many of them must be dark together.
_SIDE = 0.08
_TOGETHER = 5
_DARK = 0.22
_GREY = 0.1
_MOST = 40
_PAGE = 0.9


def figures_of(grey: Grey, paper: int, dots: int) -> list[Box]:
    """Return the boxes of what is dark over half an inch and more, where no line of letters is.

    A page that is dark all over has none: it is badly scanned, and no photograph.
    """
    side = max(4, int(_SIDE * dots))
    shades = _shades(grey, paper, side)
    solid = _eroded(shades > _DARK)
    if not solid.any():
        return []
    near = shades > _GREY
    boxes = [_box(ys, xs, side) for ys, xs in _groups(_grown(solid, near))[:_MOST]]
    whole = grey.shape[0] * grey.shape[1]
    return [box for box in boxes if (box[2] - box[0]) * (box[3] - box[1]) < _PAGE * whole]


def blanked(grey: Grey, boxes: list[Box], paper: int) -> Grey:
    """Return a page with nothing where its figures are."""
    if not boxes:
        return grey
    left = grey.copy()
    for x0, y0, x1, y1 in boxes:
        left[y0:y1, x0:x1] = paper
    return left


def _shades(grey: Grey, paper: int, side: int) -> npt.NDArray[np.float64]:
    """Return how dark each square is, from 0 for paper to 1 for black."""
    height, width = (length // side * side for length in grey.shape)
    squares = grey[:height, :width].reshape(height // side, side, width // side, side)
    mean = squares[:, ::2, :, ::2].mean(axis=(1, 3))
    shades: npt.NDArray[np.float64] = np.clip((paper - mean) / max(1, paper), 0, 1)
    return shades


def _eroded(dark: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return the squares that are the middle of many dark ones."""
    reach = _TOGETHER // 2
    padded = np.pad(dark, reach)
    left = dark.copy()
    for y in range(_TOGETHER):
        for x in range(_TOGETHER):
            left &= padded[y : y + dark.shape[0], x : x + dark.shape[1]]
    return left


def _grown(solid: npt.NDArray[np.bool_], near: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return the middles with the grey squares around them, no further than they were eroded, and two."""
    grown = solid
    for _ in range(_TOGETHER // 2 + 2):
        padded = np.pad(grown, 1)
        wider = grown.copy()
        for y, x in ((0, 1), (2, 1), (1, 0), (1, 2)):
            wider |= padded[y : y + grown.shape[0], x : x + grown.shape[1]]
        grown = wider & (near | grown)
    return grown


def _groups(marked: npt.NDArray[np.bool_]) -> list[tuple[list[int], list[int]]]:
    """Return the squares that touch, as their rows and columns."""
    left = set(zip(*(one.tolist() for one in np.nonzero(marked)), strict=True))
    groups = []
    while left:
        stack, ys, xs = [left.pop()], [], []
        while stack:
            y, x = stack.pop()
            ys.append(y)
            xs.append(x)
            beside = {(y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)} & left
            left -= beside
            stack += beside
        groups.append((ys, xs))
    return sorted(groups, key=lambda group: -len(group[0]))


def _box(ys: list[int], xs: list[int], side: int) -> Box:
    return min(xs) * side, min(ys) * side, (max(xs) + 1) * side, (max(ys) + 1) * side
