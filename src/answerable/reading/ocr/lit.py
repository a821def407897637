"""A page lit evenly: a photograph is darker at one side, and shows the desk around the paper."""

import numpy as np
import numpy.typing as npt
from PIL import Image

from answerable.reading.ocr.grey import Grey

# In pixels: the side of a square that is larger than a letter, so that most of it is paper.
_SIDE = 32
_FEWEST_SQUARES = 4
"""Along each side: of fewer nobody can tell light from print."""
_PAPER_OF_SQUARE = 85
# Scanners light a page so evenly that nothing needs to be done.
_UNEVEN, _SHARE = 1.1, 10
_MOST_ROUNDS = 8
# Squares darker than this share of the paper around them are no paper.
_NO_PAPER, _DOUBTFUL = 0.8, 0.93
_MIDDLE, _MIDDLE_PAPER = 0.6, 0.6
_WHITE, _LEFT_OF_WHITE = 255, 245

_Shades = npt.NDArray[np.float64]
_Marked = npt.NDArray[np.bool_]


def evenly_lit(grey: Grey) -> Grey:
    """Return a page with paper of one shade, and white where a desk is seen around it; as it is if it is even."""
    if min(grey.shape) < _FEWEST_SQUARES * _SIDE:
        return grey
    squares = _squares(grey)
    low, high = np.percentile(squares, [_SHARE, 100 - _SHARE])
    if high <= _UNEVEN * max(low, 1.0):
        return grey
    paper = _paper_under(squares)
    is_paper = squares >= _NO_PAPER * paper
    around = _grown(_from_the_edge(~is_paper))
    light = np.where(is_paper, squares, paper).astype(np.float32)
    shape = (squares.shape[1] * _SIDE, squares.shape[0] * _SIDE)
    drawn = Image.fromarray(light).resize(shape, Image.Resampling.BILINEAR)
    whole = np.pad(np.asarray(drawn), ((0, _SIDE), (0, _SIDE)), mode="edge")
    whole = whole[: grey.shape[0], : grey.shape[1]]
    even: Grey = np.clip(grey * (_LEFT_OF_WHITE / np.maximum(whole, 1.0)), 0, _WHITE).astype(
        np.uint8
    )
    edge = np.kron(around, np.ones((_SIDE, _SIDE), np.bool_))
    edge = np.pad(edge, ((0, _SIDE), (0, _SIDE)), mode="edge")[: grey.shape[0], : grey.shape[1]]
    even[edge] = _LEFT_OF_WHITE
    return even


def _squares(grey: Grey) -> _Shades:
    """Return the shade of the paper in each square."""
    height, width = (length // _SIDE for length in grey.shape)
    some = grey[: height * _SIDE, : width * _SIDE][::4, ::4]
    side = _SIDE // 4
    parts = some.reshape(height, side, width, side).swapaxes(1, 2).reshape(height, width, -1)
    found: _Shades = np.percentile(parts, _PAPER_OF_SQUARE, axis=2)
    return found


def _paper_under(squares: _Shades) -> _Shades:
    """Return how light the paper would be everywhere: a bow through the squares that are not darker than it."""
    height, width = squares.shape
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    terms = np.stack([np.ones_like(x), x, y, x * y, x * x, y * y], axis=-1).reshape(-1, 6)
    shades = squares.ravel()
    # Most of a picture is its page, and its middle surely is.
    within = ((np.abs(x) < _MIDDLE) & (np.abs(y) < _MIDDLE)).ravel()
    kept = shades >= np.median(shades[within]) * _MIDDLE_PAPER
    paper = shades
    for _ in range(_MOST_ROUNDS):
        factors = np.linalg.lstsq(terms[kept], shades[kept], rcond=None)[0]
        paper = np.clip(terms @ factors, 1.0, _WHITE)
        closer = shades >= _DOUBTFUL * paper
        if closer.sum() < len(terms[0]) * 4 or (closer == kept).all():
            break
        kept = closer
    return paper.reshape(squares.shape)


def _from_the_edge(dark: _Marked) -> _Marked:
    """Return the dark squares that reach the edge of the picture."""
    found = np.zeros_like(dark)
    found[[0, -1], :], found[:, [0, -1]] = dark[[0, -1], :], dark[:, [0, -1]]
    while True:
        wider = _grown(found) & dark
        if (wider == found).all():
            return found
        found = wider


def _grown(marked: _Marked) -> _Marked:
    """Return the marked squares and those that touch them."""
    padded = np.pad(marked, 1)
    height, width = marked.shape
    grown = marked.copy()
    for down in range(3):
        for right in range(3):
            grown |= padded[down : down + height, right : right + width]
    return grown
