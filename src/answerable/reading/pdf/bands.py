"""Bands of a page: its lines and grids from the top down, and the words in them that a gap could part."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.frames import chained
from answerable.reading.pdf.gutters import Span
from answerable.reading.pdf.layout import Grid, Line
from answerable.reading.pdf.places import Box
from answerable.reading.pdf.rules import is_across, is_dot, is_down, is_rule

LEAST_GAP = 0.4
"""How wide a gap between columns is at least, in sizes of the font; one in justified text may be wider."""

_INDENT = 3.0
# What stands before a list item is no column of its own.
_LABEL = re.compile(
    r"[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})(?:\.\d{1,2})*[.)\]:]+|Q\d{1,3}[.:)]*|[(\[]\w{1,4}[)\]]"
)
_BULLET = re.compile("[•·●▪◦■□‣\u2043–—*\\-\ue000-\uf8ffo»]")
_MOST_WORDS = 2
_NEAR = 3.0
_AROUND = (-1, 0, 1)
_WIDEST_LABEL_GAP, _WIDEST_BULLET_GAP = 4.0, 2.6


@dataclass(frozen=True, slots=True)
class Marks:
    """What is drawn on a page beside words: thin lines across and down, and filled boxes."""

    across: Sequence[Box] = ()
    down: Sequence[Box] = ()
    shades: Sequence[Box] = ()


def marks_of(rules: Sequence[Box]) -> Marks:
    """Return what is drawn on a page, sorted."""
    across = chained([one for one in rules if is_across(one)], 0)
    down = [one for one in rules if is_down(one)]
    return Marks(across, down, [one for one in rules if not is_rule(one) and not is_dot(one)])


@dataclass(slots=True)
class Segment:
    """Words beside each other, without a gap that could part columns."""

    left: float
    right: float
    pieces: list[Piece]

    @property
    def foot(self) -> float:
        """Return how far down it stands."""
        return self.pieces[0].foot

    @property
    def text(self) -> str:
        """Return its words."""
        return " ".join(" ".join(piece.text for piece in self.pieces).split())


@dataclass(slots=True)
class Band:
    """A line or a grid of the page, with the segments that it is made of, and all that stands beside it."""

    part: Line | Grid
    segments: list[Segment]
    spans: list[Span]

    @property
    def foot(self) -> float:
        """Return how far down it stands."""
        return self.part.foot if isinstance(self.part, Line) else self.part.box[3]


def bands_of(parts: Sequence[Line | Grid], marks: Marks) -> list[Band]:
    """Return the bands of a page, or of a cell, from the top down."""
    grids = [part for part in parts if isinstance(part, Grid)]
    bands = []
    heads: set[tuple[int, int]] = set()
    down = marks.down
    for part in parts:
        if isinstance(part, Grid):
            bands.append(Band(part, [], [(part.box[0], part.box[2])]))
            continue
        segments = _parted_labels(_segments(part, down), heads)
        heads |= _heads_in(segments)
        spans = [(one.left, one.right) for one in segments]
        if grids:
            spans = _merged([*spans, *_beside(part, grids)])
        bands.append(Band(part, segments, spans))
    return bands


def _heads_in(segments: Sequence[Segment]) -> set[tuple[int, int]]:
    """Return where a word or two begin, and where what stands beside them does: such words may head a column of labels."""
    if len(segments) < 2:  # noqa: PLR2004 nothing stands beside one
        return set()
    return {
        (round(one.left / _NEAR), round(other.left / _NEAR))
        for one, other in pairwise(segments)
        if len(one.text.split()) <= _MOST_WORDS
    }


def _parted_labels(segments: list[Segment], heads: Set[tuple[int, int]]) -> list[Segment]:
    """Return segments; a label is one of its own where it stands below the head of a column, and its words beside that."""
    if not heads:
        return segments
    found: list[Segment] = []
    for one in segments:
        first, *others = one.pieces
        if others and _LABEL.fullmatch(first.text.strip()):
            places = [(round(x[0].box[0] / _NEAR)) for x in ((first,), others)]
            if any((places[0] + a, places[1] + b) in heads for a in _AROUND for b in _AROUND):
                found.append(Segment(one.left, first.box[2], [first]))
                found.append(Segment(others[0].box[0], one.right, others))
                continue
        found.append(one)
    return found


def _beside(line: Line, grids: Sequence[Grid]) -> list[Span]:
    return [(grid.box[0], grid.box[2]) for grid in grids if grid.box[1] < line.foot < grid.box[3]]


def _merged(spans: list[Span]) -> list[Span]:
    found: list[Span] = []
    for left, right in sorted(spans):
        if found and left <= found[-1][1]:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        else:
            found.append((left, right))
    return found


def _segments(line: Line, down: Sequence[Box]) -> list[Segment]:
    if len(line.pieces) == 1:
        piece = line.pieces[0]
        left, _, right, _ = piece.box
        return [Segment(left, right, [piece])] if piece.text.strip() else []
    found: list[Segment] = []
    middle = (line.box[1] + line.box[3]) / 2
    for piece in line.pieces:
        left, _, right, _ = piece.box
        last = found[-1] if found else None
        if last is None:
            if piece.text.strip():
                found.append(Segment(left, right, [piece]))
            continue
        if not piece.text.strip():
            last.pieces.append(piece)
            continue
        ruled = _ruled(last.right, left, middle, down) if down else None
        if ruled is None and _is_one(last, piece):
            last.pieces.append(piece)
            last.right = max(last.right, right)
            continue
        if ruled is not None:
            # A drawn line parts words however near to it they stand.
            room = piece.size * LEAST_GAP / 2
            last.right = max(last.left, min(last.right, ruled - room))
            left = max(left, ruled + room)
        found.append(Segment(left, max(left, right), [piece]))
    return found


def _is_one(last: Segment, piece: Piece) -> bool:
    """Return whether a piece belongs to the words before it."""
    gap = piece.box[0] - last.right
    if gap < piece.size * LEAST_GAP:
        return True
    if gap >= piece.size * _WIDEST_LABEL_GAP or last.right - last.left > piece.size * _INDENT:
        return False
    text = last.text
    return bool(
        _LABEL.fullmatch(text)
        or (gap < piece.size * _WIDEST_BULLET_GAP and _BULLET.fullmatch(text))
    )


def _ruled(left: float, right: float, height: float, down: Sequence[Box]) -> float | None:
    """Return where a line that is drawn down stands between two words."""
    return next(
        (
            one[0]
            for one in down
            if left - 1 <= one[0] and one[2] <= right + 1 and one[1] <= height <= one[3]
        ),
        None,
    )
