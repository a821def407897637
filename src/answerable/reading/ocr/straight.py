"""A scanned page made straight: how far its lines lean, found by how they stand apart, and turned back."""

import math
from typing import Any

import numpy as np
from PIL import Image

from answerable.reading.ocr.grey import Grey, Ink

# A page that a feeder drew in leans less; what leans more was laid there so.
_MOST_LEAN = 6.0
_COARSE, _FINE = 0.5, 0.05
# A lean that moves a line's end by less than half a letter's stroke is not worth drawing the page anew.
_LEAST_LEAN = 0.06
_MOST_POINTS = 60_000
_COARSE_POINTS = 12_000
_SIDEWAYS = 1.15


def lean_of(ink: Ink) -> float:
    """Return how far a page's lines fall from left to right, in degrees; 0.0 where it has none to tell by."""
    ys, xs = np.nonzero(ink)
    if len(ys) < 2:  # noqa: PLR2004 one point has no direction
        return 0.0
    coarse = slice(None, None, max(1, len(ys) // _COARSE_POINTS))
    angles = np.arange(-_MOST_LEAN, _MOST_LEAN + _COARSE / 2, _COARSE)
    best = _sharpest(ys[coarse], xs[coarse], angles)
    fine = slice(None, None, max(1, len(ys) // _MOST_POINTS))
    for step in (_COARSE / 4, _FINE):
        near = best + step * np.arange(-4, 5)
        best = _sharpest(ys[fine], xs[fine], near)
    return best if abs(best) >= _LEAST_LEAN else 0.0


def _sharpest(ys: "np.ndarray[Any, Any]", xs: "np.ndarray[Any, Any]", angles: Any) -> float:
    """Return the angle along which the ink stands in the sharpest lines."""
    scores = [(_sharpness(ys - xs * math.tan(math.radians(angle))), angle) for angle in angles]
    # Of equals the one that turns less.
    return float(max(scores, key=lambda one: (one[0], -abs(one[1])))[1])


def _sharpness(heights: "np.ndarray[Any, Any]") -> float:
    rows = np.bincount((heights - heights.min()).astype(np.int64))
    return float((np.diff(rows.astype(np.float64)) ** 2).sum())


def is_sideways(ink: Ink) -> bool:
    """Return whether a page's lines run from the top down: its ink is sharper in columns than in rows."""
    across = np.diff(ink.sum(axis=1).astype(np.float64))
    down = np.diff(ink.sum(axis=0).astype(np.float64))
    return float((down**2).mean()) > _SIDEWAYS * float((across**2).mean())


def turned_back(grey: Grey, degrees: float) -> Grey:
    """Return a page with its lines level, as large as before, white where nothing was."""
    if not degrees:
        return grey
    turned = Image.fromarray(grey).rotate(degrees, Image.Resampling.BILINEAR, fillcolor=255)
    return np.asarray(turned)
