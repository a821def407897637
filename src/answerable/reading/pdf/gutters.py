"""Blank strips that run down between words: what parts columns where no line is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

Span = tuple[float, float]
"""Where something begins and ends from left to right, in points."""

_MOST_OPEN = 60


@dataclass(slots=True)
class Gutter:
    """A blank strip between words on its left and on its right.

    `at` are the places of the bands with words on both sides of it. `now` is what the bands below leave blank
    of it, while they are looked at.
    """

    left: float
    right: float
    at: list[int] = field(default_factory=list)
    now: Span = (0.0, 0.0)

    @property
    def width(self) -> float:
        """Return how wide it is, in points."""
        return self.right - self.left

    @property
    def first(self) -> int:
        """Return the place of the first band with words on both sides."""
        return self.at[0]

    @property
    def last(self) -> int:
        """Return the place of the last band with words on both sides."""
        return self.at[-1]


def gutters_in(bands: Sequence[Sequence[Span]], least: float) -> list[Gutter]:
    """Return the gutters at least so wide; each band has the spans of its words, from the left."""
    found: list[Gutter] = []
    going: list[Gutter] = []
    for place, spans in enumerate(bands):
        if not spans:
            continue
        still: dict[tuple[int, int], Gutter] = {}
        for one in going:
            blanks = _blanks(one.now, spans, least)
            if not blanks:
                found.append(one)
            owns = [replace(one, at=[*one.at]) for _ in blanks[1:]]
            for own, blank in zip((one, *owns), blanks, strict=False):
                _go_on(own, blank, spans, place)
                _keep(still, own)
        for before, behind in pairwise(spans):
            gap = before[1], behind[0]
            if gap[1] - gap[0] >= least and not any(
                _shared(one.now, gap) >= least for one in still.values()
            ):
                _keep(still, Gutter(*gap, [place], gap))
        going = list(still.values())[:_MOST_OPEN]
    return found + going


def _blanks(strip: Span, spans: Sequence[Span], least: float) -> list[Span]:
    """Return what stays blank of a strip beside a band's words."""
    left, right = strip
    blanks: list[Span] = []
    for start, end in spans:
        if end <= left:
            continue
        if start >= right:
            break
        if start - left >= least:
            blanks.append((left, start))
        left = end
    if right - left >= least:
        blanks.append((left, right))
    return blanks


def _go_on(one: Gutter, blank: Span, spans: Sequence[Span], place: int) -> None:
    one.now = blank
    if spans[0][1] <= blank[0] and spans[-1][0] >= blank[1]:
        one.left, one.right = blank
        one.at.append(place)


def _keep(still: dict[tuple[int, int], Gutter], one: Gutter) -> None:
    """Keep a strip; of two that have become one the better supported."""
    key = round(one.now[0]), round(one.now[1])
    other = still.get(key)
    if other is None or len(other.at) < len(one.at):
        still[key] = one


def _shared(one: Span, other: Span) -> float:
    return min(one[1], other[1]) - max(one[0], other[0])
