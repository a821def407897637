"""Pieces of text into words: by the gaps between them, and over the ends of lines."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from answerable.domain.questions import leading_label
from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.places import around

# PDFium tells of a blank by the letters' widths; ink alone stands further apart than they do.
_NARROWEST_SPACE = 0.25
_WIDEST_BLANK = 0.6
_SAME_FOOT = 0.5
_SAME_LINE = 0.5
_INDENT = 3.0
_FEWEST_LINES = 5
MOST_LINES = 20_000
"""How many of a document's pieces say whether its lines end in spaces."""
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_HYPHENS = ("-", "\u2010", "\xad")


def together(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces with those made one that stand on one line in one style: letters drawn each by itself."""
    found: list[Piece] = []
    first: Piece | None = None
    line: _Growing | None = None
    for piece in pieces:
        if first is not None:
            # Most pieces are lines: only what stands on one with others grows.
            if abs(first.foot - piece.foot) <= _SAME_FOOT:
                line = line or _Growing(first)
                if line.takes(piece):
                    continue
            found.append(line.whole() if line else first)
        first, line = piece, None
    if first is not None:
        found.append(line.whole() if line else first)
    return found


class _Growing:
    """Pieces of one line that become one."""

    __slots__ = ("_boxes", "_first", "_right", "_texts")

    def __init__(self, first: Piece) -> None:
        self._first = first
        self._texts = [first.text]
        self._boxes = [first.box]
        self._right = first.box[2]

    def takes(self, piece: Piece) -> bool:
        """Take a piece that stands as low, if it goes on in the line and its style; return whether it does."""
        first, text = self._first, piece.text
        if not text.isascii() and _FROM_RIGHT.search(text):
            # What is drawn first is read last there: its place on the line says which goes on in which.
            return False
        if not _is_kin(first, piece):
            return False
        gap = piece.box[0] - self._right
        if not text.strip() and abs(gap) < max(first.size, 1.0):
            # The blank at the end of a full line hangs over its edge, and into the next column.
            self._texts[-1] = f"{self._texts[-1].rstrip()} "
            return True
        if (first.is_italic, first.is_bold) != (piece.is_italic, piece.is_bold):
            return False
        widest = first.size * (
            _WIDEST_BLANK if self._texts[-1][-1:].isspace() else _NARROWEST_SPACE
        )
        if abs(first.size - piece.size) >= _SAME_FOOT or not -first.size / 2 < gap < widest:
            return False
        self._texts.append(text)
        self._boxes.append(piece.box)
        self._right = max(self._right, piece.box[2])
        return True

    def whole(self) -> Piece:
        """Return the one piece that they are."""
        if len(self._texts) == 1 and self._texts[0] is self._first.text:
            return self._first
        return replace(self._first, text="".join(self._texts), box=around(self._boxes))


def _is_kin(one: Piece, other: Piece) -> bool:
    return (
        one.mark == other.mark
        and one.in_form == other.in_form
        and one.is_furniture == other.is_furniture
        and one.href == other.href
    )


class Joints:
    """What stands between the pieces of a document's paragraphs.

    Most programs that make PDF draw the space at the end of a line. Where a document's lines do, a word
    alone on its line and without a space behind it was broken, for it is wider than its column.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        """Find out from a document's pieces whether its lines end in spaces."""
        ends = [
            first.text[-1:].isspace()
            for first, second in pairwise(pieces[:MOST_LINES])
            if second.text[:1].islower()
            and len(first.text.split(None, 1)) > 1
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
        return "" if self._breaks_word(before, after) else " "

    def _breaks_word(self, before: Piece, after: Piece) -> bool:
        """Return whether the end of a line stands inside a word: "long-" and "term", or an address."""
        text, more = before.text, after.text
        words = text.split()
        if words and "://" in words[-1]:
            return True
        is_hyphen = text.endswith(_HYPHENS) and text[-2:-1].isalnum()
        if is_hyphen or not self._has_spaces:
            return is_hyphen
        is_alone = len(words) == 1 and abs(before.box[0] - after.box[0]) < before.size * _INDENT
        is_cut = is_alone and more[:1].islower() and leading_label(more) is None
        return text.endswith("/") or more[:1] == "/" or is_cut


def is_same_line(first: Piece, second: Piece) -> bool:
    """Return whether two pieces stand on one line: their heights overlap by half the lesser."""
    if first.page != second.page:
        return False
    shared = min(first.box[3], second.box[3]) - max(first.box[1], second.box[1])
    height = min(first.box[3] - first.box[1], second.box[3] - second.box[1])
    middle = abs(first.box[3] - second.box[3])
    return shared > height * _SAME_LINE or middle < max(first.size, second.size) * _SAME_LINE / 2
