"""Pieces of text into words: by the gap between them, and over the end of a line."""

from collections.abc import Sequence
from itertools import pairwise

from answerable.domain.questions import leading_label
from answerable.reading.pdf.content import Piece

# A space is a quarter of the font's size wide; letters of one word stand closer than a sixth.
_NARROWEST_SPACE = 0.17
_SAME_LINE = 0.5
_FEWEST_LINES = 5
_MOST_LINES = 20_000
_HYPHENS = ("-", "\u2010", "\xad")


class Joints:
    """What stands between the pieces of a document's paragraphs.

    Most programs that make PDF draw the space at the end of a line. Where a document's lines do, one that
    ends without a space broke a word that is wider than its column.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        """Find out from a document's pieces whether its lines end in spaces."""
        ends = [
            first.text[-1:].isspace()
            for first, second in pairwise(pieces[:_MOST_LINES])
            if second.text[:1].islower()
            and first.page == second.page
            and not is_same_line(first, second)
        ]
        self._has_spaces = len(ends) >= _FEWEST_LINES and sum(ends) * 5 >= len(ends) * 4

    def between(self, before: Piece, after: Piece) -> str:
        """Return what parts two pieces of one paragraph: a space, or nothing."""
        if before.text[-1:].isspace() or after.text[:1].isspace():
            return ""
        if is_same_line(before, after):
            gap = after.box[0] - before.box[2]
            # What is drawn to the left of what came before it begins anew.
            is_near = -after.size < gap < after.size * _NARROWEST_SPACE
            return "" if is_near else " "
        return "" if self._breaks_word(before.text, after.text) else " "

    def _breaks_word(self, before: str, after: str) -> bool:
        """Return whether the end of a line stands inside a word: "long-" and "term", or an address."""
        last = before.split()[-1:]
        if last and "://" in last[0]:
            return True
        is_hyphen = before.endswith(_HYPHENS) and before[-2:-1].isalnum()
        if not self._has_spaces:
            return is_hyphen and after[:1].islower()
        is_cut = after[:1].islower() and leading_label(after) is None
        return is_hyphen or before.endswith("/") or after[:1] == "/" or is_cut


def is_same_line(first: Piece, second: Piece) -> bool:
    """Return whether two pieces stand on one line: their heights overlap by half the lesser."""
    if first.page != second.page:
        return False
    shared = min(first.box[3], second.box[3]) - max(first.box[1], second.box[1])
    height = min(first.box[3] - first.box[1], second.box[3] - second.box[1])
    middle = abs(first.box[3] - second.box[3])
    return shared > height * _SAME_LINE or middle < max(first.size, second.size) * _SAME_LINE / 2
