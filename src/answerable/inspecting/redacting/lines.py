"""Marks made as wide as the lines that they are on, so that no width tells which name stood there."""

from collections.abc import Iterable
from dataclasses import replace

from answerable.inspecting.redacting.marks import Box, Mark

_MOST_OF = 0.5


def whole_line(mark: Mark, words: Iterable[Box]) -> Mark:
    """Return a mark as wide as the words that stand on its lines; one without a box stays as it is.

    `words` are the boxes of the words, or the letters, of its page.
    """
    if mark.box is None:
        return mark
    left, top, right, bottom = mark.box
    level = [one for one in words if _is_level(one, top, bottom)]
    lefts, rights = [one[0] for one in level], [one[2] for one in level]
    return replace(mark, box=(min([left, *lefts]), top, max([right, *rights]), bottom))


def _is_level(word: Box, top: float, bottom: float) -> bool:
    common = min(word[3], bottom) - max(word[1], top)
    return common >= _MOST_OF * min(word[3] - word[1], bottom - top) > 0
