"""The letters of a page: which they are, where they stand, and what draws them."""

from functools import cached_property

import numpy as np
import numpy.typing as npt

from answerable.inspecting.pdf.drawn import library
from answerable.inspecting.pdf.drawn.sheet import Boxes, Drawn, Sheet

MOST = 400_000
_SURROGATES, _PRIVATE = 0xD800, 0xDFFF
Places = npt.NDArray[np.int64]
_LIGATURE = 4
_LIGATURES = frozenset("ff fi fl ffi ffl st ft tt fj ffj ij th ct".split())
"""What one sign of a font often stands for: PDFium gives its letters one box."""

_SAME = 1e-3


class Letters:
    """The letters of a page in order, each with its box in dots."""

    def __init__(self, sheet: Sheet, texts: list[Drawn]) -> None:
        """Ask for the letters of a page; `texts` are the texts that are drawn on it."""
        self._text = library.address(sheet.text)
        self._places = {one.at: number for number, one in enumerate(texts)}
        count = min(max(0, library.letters_in(self._text)), MOST)
        self.signs = _signs(self._text, count)
        boxes = _boxes(self._text, count)
        self.boxes: Boxes = sheet.in_dots(boxes)
        self.is_read = np.fromiter(map(str.isalnum, self.signs), dtype=np.bool_, count=count)
        """Whether each is a letter or a digit."""
        self.stands_in = _standing_in(boxes)
        """Whether each shares a box with others: such a text is said to be there, and need not be drawn."""

    @cached_property
    def glyphs(self) -> Places:
        """A number for each letter; those of one ligature share theirs. Asked for on few pages."""
        count, boxes = len(self.signs), self.boxes
        made = np.arange(count, dtype=np.int64)
        same = (boxes[1:] == boxes[:-1]).all(axis=1) & (self.of[1:] == self.of[:-1])
        for one in np.flatnonzero(same).tolist():
            begun = int(made[one])
            if self.signs[begun : one + 2].casefold() in _LIGATURES:
                made[one + 1] = begun
        return made

    @cached_property
    def of(self) -> Places:
        """The place of what draws each letter among the page's texts, or -1; asked for on few pages."""
        count, of, places = len(self.signs), library.object_of_letter, self._places
        return np.fromiter(
            (places.get(of(self._text, number), -1) for number in range(count)),
            dtype=np.int64,
            count=count,
        )


def _signs(text: int, count: int) -> str:
    signs = library.signs_of(text, count)
    if len(signs) == count:
        return signs
    codes = (library.letter_at(text, number) for number in range(count))
    return "".join(
        chr(code) if 0 < code < _SURROGATES or code > _PRIVATE else "\0" for code in codes
    )


def _boxes(text: int, count: int) -> Boxes:
    """Return the boxes of letters in the page's own space: left, bottom, right, top."""
    room = library.doubles(4 * max(1, count))
    left, right, bottom, top = library.places_in(room, 4)
    box_of, step = library.box_of_letter, 4 * library.DOUBLE
    for number in range(count):
        box_of(text, number, left, right, bottom, top)
        left, right, bottom, top = left + step, right + step, bottom + step, top + step
    made: Boxes = np.frombuffer(room, dtype=np.float64)[: 4 * count].reshape(count, 4)
    return made[:, [0, 2, 1, 3]]


def _standing_in(boxes: Boxes) -> npt.NDArray[np.bool_]:
    """Return which letters share one box in equal parts with more letters than a ligature has.

    So PDFium places a text that the file says to be there instead of what is drawn.
    """
    count = len(boxes)
    made = np.zeros(count, dtype=np.bool_)
    if count <= _LIGATURE:
        return made
    left, bottom, right, top = boxes.T
    wide = right - left
    follows = (left[1:] == right[:-1]) & (bottom[1:] == bottom[:-1]) & (top[1:] == top[:-1])
    is_equal = (wide[1:] > 0) & (np.abs(wide[1:] - wide[:-1]) < _SAME)
    shares = np.concatenate([[False], follows & is_equal, [False]])
    starts = np.flatnonzero(~shares)
    for start, end in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True):
        made[start:end] = end - start > _LIGATURE
    return made
