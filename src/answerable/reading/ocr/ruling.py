"""Ruling lines in a picture of a page: long thin runs of ink, found, and erased where they frame cells."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from answerable.reading.ocr.grey import Grey, Ink, halved

# In inches: shorter runs are strokes of letters. A row of a small table is higher than a capital letter.
_SHORTEST_ACROSS, _SHORTEST_DOWN = 0.4, 0.17
# Letters that touch a line from above and below look like a short line that it crosses.
_SHORTEST_CROSSED = 0.4
_THICKEST = 0.07
_NEAR = 0.045
_GAP = 0.08
# Noise may have bitten holes into a line.
_FULL = 0.94
_MOST_RUNS = 60_000
_MOST_LINES = 1_500


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line: its box in pixels of the page (left, top, right, bottom, half-open), and its runs.

    Each run is a row (or for a line downwards a column) of the page at half its size, and where the ink
    begins and ends in it.
    """

    box: tuple[int, int, int, int]
    is_across: bool
    runs: tuple[tuple[int, int, int], ...]

    @property
    def ends(self) -> tuple[int, int]:
        """Return where it begins and ends, in the direction that it runs."""
        left, top, right, bottom = self.box
        return (left, right) if self.is_across else (top, bottom)

    @property
    def along(self) -> int:
        """Return where it stands, across the direction that it runs."""
        left, top, right, bottom = self.box
        return (top + bottom) // 2 if self.is_across else (left + right) // 2


@dataclass(slots=True)
class _Open:
    first: int
    last: int
    start: int
    end: int
    runs: list[tuple[int, int, int]]


def ruling_of(ink: Ink, dots: int) -> list[Ruling]:
    """Return the lines that frame cells; none on a page full of drawings.

    Underlines and the strokes of large letters frame nothing: no others meet both their ends, and none
    crosses them. `dots` are the page's pixels to an inch.
    """
    half = halved(ink)
    across = [
        _ruling(one, is_across=True) for one in _lines(half, int(_SHORTEST_ACROSS * dots / 2), dots)
    ]
    turned = np.ascontiguousarray(half.T)
    down = [
        _ruling(one, is_across=False)
        for one in _lines(turned, int(_SHORTEST_DOWN * dots / 2), dots)
    ]
    if len(across) + len(down) > _MOST_LINES:
        return []
    near = int(_NEAR * dots)
    crossed = int(_SHORTEST_CROSSED * dots)
    for _ in range(2):
        across = [one for one in across if _frames(one, down, near, crossed)]
        down = [one for one in down if _frames(one, across, near, crossed)]
    return [*across, *down]


def _frames(one: Ruling, others: Sequence[Ruling], near: int, crossed: int) -> bool:
    """Return whether lines that run the other way meet both ends of one, or one crosses it between them."""
    start, end = one.ends
    met = [other.along for other in others if _meet(one, other, near)]
    is_crossed = end - start >= crossed and any(start + near < place < end - near for place in met)
    at_ends = any(place <= start + near for place in met) and any(
        place >= end - near for place in met
    )
    return is_crossed or at_ends


def _meet(one: Ruling, other: Ruling, near: int) -> bool:
    (left, top, right, bottom), box = one.box, other.box
    return (
        left - near <= box[2]
        and box[0] <= right + near
        and top - near <= box[3]
        and box[1] <= bottom + near
    )


def _lines(ink: Ink, length: int, dots: int) -> list[_Open]:
    """Return the thin lines of a page from left to right, made of the runs that are at least so long."""
    if ink.shape[1] <= length:
        return []
    sums = np.zeros((ink.shape[0], ink.shape[1] + 1), np.int32)
    np.cumsum(ink, axis=1, out=sums[:, 1:])
    rows, starts, ends = _runs((sums[:, length:] - sums[:, :-length]) >= _FULL * length)
    if len(rows) > _MOST_RUNS:
        return []
    found: list[_Open] = []
    near: list[_Open] = []
    gap = int(_GAP * dots / 2)
    for row, begun, ended in zip(rows, starts, ends, strict=True):
        start, end = _trimmed(ink[row], begun, ended + length - 1)
        near = [one for one in near if row - one.last <= 2]  # noqa: PLR2004 a run may be broken by one row
        for one in near:
            if start <= one.end + gap and end >= one.start - gap:
                one.last, one.start, one.end = row, min(one.start, start), max(one.end, end)
                one.runs.append((row, start, end))
                break
        else:
            found.append(_Open(row, row, start, end, [(row, start, end)]))
            near.append(found[-1])
    return [one for one in found if one.last - one.first < _THICKEST * dots / 2]


def _trimmed(row: Ink, start: int, end: int) -> tuple[int, int]:
    """Return a run from its first ink to its last: a window that is nearly full may reach beyond the ends."""
    places = np.flatnonzero(row[start:end])
    return start + int(places[0]), start + int(places[-1]) + 1


def _runs(full: Ink) -> tuple[list[int], list[int], list[int]]:
    """Return the rows of unbroken runs, and where they begin and end, half-open."""
    edged = np.zeros((full.shape[0], full.shape[1] + 2), np.int8)
    edged[:, 1:-1] = full
    changes = np.diff(edged, axis=1)
    rows, starts = np.nonzero(changes == 1)
    _, ends = np.nonzero(changes == -1)
    return rows.tolist(), starts.tolist(), ends.tolist()


def _ruling(line: _Open, *, is_across: bool) -> Ruling:
    left, top, right, bottom = line.start * 2, line.first * 2, line.end * 2, line.last * 2 + 2
    box = (left, top, right, bottom) if is_across else (top, left, bottom, right)
    return Ruling(box, is_across, tuple(line.runs))


def erased(grey: Grey, ink: Ink, rulings: Sequence[Ruling], paper: int) -> Grey:
    """Return a page without these lines; where a letter's stroke crosses one, the stroke stays whole."""
    mask = np.zeros(ink.shape, np.bool_)
    for one in rulings:
        within = mask if one.is_across else mask.T
        for row, start, end in one.runs:
            within[max(0, 2 * row - 1) : 2 * row + 3, max(0, 2 * start - 1) : 2 * end + 2] = True
    left = grey.copy()
    rest = ink & ~mask
    for one in rulings:
        _erase(left, mask, rest, one, paper)
    return left


def _erase(left: Grey, mask: Ink, rest: Ink, ruling: Ruling, paper: int) -> None:
    if ruling.is_across:
        page, lines, letters = left, mask, rest
        start, first, end, last = ruling.box
    else:
        page, lines, letters = left.T, mask.T, rest.T
        first, start, last, end = ruling.box
    rows, columns = slice(max(0, first - 4), last + 4), slice(max(0, start - 2), end + 2)
    near = letters[rows, columns]
    crossed = np.logical_or.accumulate(near, axis=0)
    crossed &= np.logical_or.accumulate(near[::-1], axis=0)[::-1]
    page[rows, columns][lines[rows, columns] & ~crossed] = paper
