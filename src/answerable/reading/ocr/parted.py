"""Words that were read as one, parted where the paper between two of their letters is as wide as a space."""

from itertools import pairwise
from statistics import median

import numpy as np

from answerable.reading.ocr.grey import Grey, runs_of

_DARK = 128
# Of the usual space of its line, and of the usual gap between its letters; a font's own gaps may come near it,
# so that what is no short word by itself must stand a whole space apart.
_SPACE, _WHOLE_SPACE, _AS_WIDE = 0.7, 1.0, 1.6
_SHORT = frozenset("aAI")
_PARTED = range(2, 31)

Pixels = tuple[int, int, int, int]
"""Left, top, right and bottom in a picture, half-open."""


def picture_of(pgm: bytes) -> Grey:
    """Return the pixels of a picture in the form that `prepared` writes."""
    head, _, pixels = pgm.partition(b"\n")
    width, height = (int(side) for side in head.split()[1:3])
    return np.frombuffer(pixels, np.uint8).reshape(height, width)


def parted(text: str, box: Pixels, page: Grey, *, space: float) -> list[tuple[str, Pixels]]:
    """Return the words that a word is made of: itself, or two where a gap and its letters agree; `space` is its line's.

    Only letters are parted, and only where each stands apart from the next, so that they can be counted.
    """
    whole = [(text, box)]
    if len(text) not in _PARTED:
        return whole
    left, top, right, bottom = box
    ink = page[top:bottom, left:right] < _DARK
    letters = runs_of(np.asarray(ink.any(axis=0)))
    if len(letters) != len(text):
        return whole
    gaps = [after[0] - before[1] for before, after in pairwise(letters)]
    widest = max(gaps)
    place = gaps.index(widest) + 1
    if not _is_between_words(text[place - 1], text[place]):
        return whole
    others = [gap for number, gap in enumerate(gaps, start=1) if number != place] or [1]
    is_short = {text[:place], text[place:]} & _SHORT or text[:place].isdigit()
    if widest < (_SPACE if is_short else _WHOLE_SPACE) * space or widest < _AS_WIDE * median(
        others
    ):
        return whole
    return [
        (text[:place], (left, top, left + letters[place - 1][1], bottom)),
        (text[place:], (left + letters[place][0], top, right, bottom)),
    ]


def _is_between_words(before: str, after: str) -> bool:
    """Return whether a space may be lost between two characters: figures stand wide apart in many fonts."""
    return (before.isalnum() and after.isalpha()) or (before.isalpha() and after.isdigit())
