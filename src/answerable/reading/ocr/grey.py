"""Pages as grey pixels: which of them are ink, and the same pages without the grain of their paper."""

import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
"""Rows of pixels from the top down, 0 black to 255 white."""

Ink = npt.NDArray[np.bool_]
"""Rows of pixels, true where there is ink."""

_WHITE = 255
_SAMPLED = 2
# How much of the way from ink to paper is made white: noise stays on that side, the edges of letters do not.
_KEPT_GREYS = 0.55
_DARKEST = 0.2
# Four deviations, told by how far the lower quarter lies below the middle.
_GRAIN = 4 / 0.674
_LEAST_CONTRAST = 12


def threshold_of(grey: Grey) -> int:
    """Return the darkest shade that is still paper, by Otsu's method: where the two kinds differ most.

    0 for a page of one shade: nothing on it is ink.
    """
    counts = np.bincount(grey[::_SAMPLED, ::_SAMPLED].ravel(), minlength=_WHITE + 1).astype(float)
    below = counts.cumsum()
    weight = (counts * np.arange(_WHITE + 1)).cumsum()
    sides = below * (below[-1] - below)
    apart = (weight[-1] * below / below[-1] - weight) ** 2
    found = int(np.argmax(np.divide(apart, sides, out=np.zeros_like(apart), where=sides > 0)))
    paper = paper_of(grey)
    # On a page of few words the two kinds that differ most are both grain of the paper.
    quarter = int(np.searchsorted(below, below[-1] / 4))
    grain = _GRAIN * max(0, paper - quarter)
    return max(0, min(found, int(paper - max(grain, _LEAST_CONTRAST))))


def paper_of(grey: Grey) -> int:
    """Return the shade of the paper: the middle one of all, for a page is mostly blank."""
    return int(np.median(grey[::8, ::8]))


def halved(ink: Ink) -> Ink:
    """Return a page at half its size; a pixel is ink where any of its four was, so that no thin line is lost."""
    height, width = (side // 2 * 2 for side in ink.shape)
    whole = ink[:height, :width]
    return whole[::2, ::2] | whole[1::2, ::2] | whole[::2, 1::2] | whole[1::2, 1::2]


def without_grain(grey: Grey, threshold: int) -> Grey:
    """Return a page with white paper and black ink, and as many shades between as the edges of letters need."""
    paper = max(float(paper_of(grey)), threshold + 1.0)
    counts = np.bincount(grey[::2, ::2].ravel(), minlength=_WHITE + 1).cumsum()
    # Of ink, not of the page: a page of few words is as black as a full one.
    black = min(float(np.searchsorted(counts, counts[threshold] * _DARKEST)), threshold - 1.0)
    white = threshold + (paper - threshold) * _KEPT_GREYS
    shades = (np.arange(_WHITE + 1) - black) * (_WHITE / (white - black))
    clean: Grey = np.clip(shades, 0, _WHITE).astype(np.uint8)[grey]
    return clean


def runs_of(full: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return where unbroken runs begin and end, half-open."""
    edged = np.zeros(len(full) + 2, np.int8)
    edged[1:-1] = full
    changes = np.diff(edged)
    starts, ends = np.flatnonzero(changes == 1), np.flatnonzero(changes == -1)
    return list(zip(starts.tolist(), ends.tolist(), strict=True))
