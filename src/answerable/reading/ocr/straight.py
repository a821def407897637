"""A scanned page made straight: how far its lines lean, found by how they stand apart, and turned back."""

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from PIL import Image

from answerable.reading.ocr.grey import Grey, Ink, halved

# A page that a feeder drew in leans less; what leans more was laid there so.
_MOST_LEAN = 6.0
_COARSE, _MIDDLE, _FINE = 0.5, 0.125, 0.03
# A lean that moves the end of a line by less than a letter's stroke is not worth drawing the page anew.
_LEAST_LEAN = 0.05
_COARSE_POINTS, _FINE_POINTS = 12_000, 60_000
_SIDEWAYS = 1.3
_FEWEST_POINTS = 200

_Places = npt.NDArray[np.int64]


def lean_of(ink: Ink) -> float:
    """Return how far a page's lines fall from left to right, in degrees; 0.0 where too little tells."""
    ys, xs = np.nonzero(ink)
    if len(ys) < _FEWEST_POINTS:
        return 0.0
    steps = int(_MOST_LEAN / _COARSE)
    some = slice(None, None, max(1, len(ys) // _COARSE_POINTS))
    best = _sharpest(ys[some], xs[some], (_COARSE * step for step in range(-steps, steps + 1)))
    more = slice(None, None, max(1, len(ys) // _FINE_POINTS))
    ys, xs = ys[more], xs[more]
    for step in (_MIDDLE, _FINE):
        near = (best + step * place for place in range(-4, 5))
        best = _sharpest(ys, xs, near)
    return best if abs(best) >= _LEAST_LEAN else 0.0


def _sharpest(ys: _Places, xs: _Places, angles: Iterable[float]) -> float:
    """Return the angle along which the ink stands in the sharpest lines; of equals the one that turns less."""
    scores = [(_sharpness(ys - xs * math.tan(math.radians(angle))), angle) for angle in angles]
    return max(scores, key=lambda one: (one[0], -abs(one[1])))[1]


def _sharpness(heights: npt.NDArray[np.float64]) -> float:
    rows = np.bincount((heights - heights.min()).astype(np.int64)).astype(np.float64)
    return float((np.diff(rows) ** 2).sum())


def is_sideways(ink: Ink) -> bool:
    """Return whether a page's lines run from the top down: its ink is in sharper columns than rows."""
    small = halved(ink)
    return _roughness(np.ascontiguousarray(small.T)) > _SIDEWAYS * _roughness(small)


def _roughness(ink: Ink) -> float:
    """Return how much more ink is in one row than in the next, along the page's own lean.

    The squares that find a lean would make a few ruling lines weigh more than all letters.
    """
    ys, xs = np.nonzero(ink)
    if len(ys) < _FEWEST_POINTS:
        return 1.0
    heights = ys - xs * math.tan(math.radians(lean_of(ink)))
    rows = np.bincount((heights - heights.min()).astype(np.int64)).astype(np.float64)
    return float(np.abs(np.diff(rows)).sum()) / len(ys)


def levelled(grey: Grey, degrees: float) -> Grey:
    """Return a page turned back by its lean, as large as before, white where nothing was."""
    if not degrees:
        return grey
    turned = Image.fromarray(grey).rotate(degrees, Image.Resampling.BILINEAR, fillcolor=255)
    return np.asarray(turned)
