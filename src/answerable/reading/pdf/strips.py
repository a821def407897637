"""Stretches of a page whose words stand in columns: bands from the top down, and where they are cut."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from answerable.reading.pdf.bands import LEAST_GAP, Band
from answerable.reading.pdf.gutters import Gutter, gutters_in
from answerable.reading.pdf.reach import (
    before_caption,
    column_end,
    first_label,
    with_loose_ends,
    within_table,
)

# How wide a gutter is, in sizes of the font: one that is narrower than the first is sure only where all that
# stands right of it begins in one place.
_SURE_GAP = 0.55
_WIDE_GAP = 1.5
_KNOWN_GAP = 0.8
_FEWEST, _FEWEST_WIDE = 3, 2
_NEAR = 3.0
_ALIGNED = 1.5
_SIBLINGS = 0.6


@dataclass(slots=True)
class Strip:
    """Bands from `first` to `last` that the same gutters cut into columns."""

    first: int
    last: int
    gutters: list[Gutter] = field(default_factory=list)

    cuts: list[float] = field(init=False)
    """Where the columns are cut, in points from the left."""

    def __post_init__(self) -> None:
        self.cuts = [(one.left + one.right) / 2 for one in self.gutters]

    def column(self, left: float) -> int:
        """Return the number of the column that something beginning here stands in."""
        return bisect_right(self.cuts, left)


def strips_of(
    bands: Sequence[Band], gutters: Sequence[Gutter], size: float, known: frozenset[int]
) -> list[Strip]:
    """Return the stretches that gutters cut into columns, from the top down.

    `known` are the places, in units of `_NEAR`, where columns of the document begin.
    """
    found: list[Strip] = []
    waiting = [(0, len(bands), gutters)]
    while waiting:
        start, end, own = waiting.pop()
        within = bands[start:end]
        real = [one for one in own if _is_real(one, size, known, within)]
        made = [_strip(one, real, within, size, known) for one in real]
        if not made:
            continue
        best = min(made, key=lambda strip: (strip.first - strip.last, strip.gutters[0].left))
        gutters = _with_weak(best, own, within, size)
        found.append(Strip(start + best.first, start + best.last, gutters))
        # What the best strip is cut off from may have columns of its own.
        for low, high in ((start, start + best.first), (start + best.last + 1, end)):
            if low < high:
                waiting.append((low, high, gutters_of(bands[low:high], size)))
    return sorted(found, key=lambda strip: strip.first)


def _strip(
    one: Gutter,
    others: Sequence[Gutter],
    bands: Sequence[Band],
    size: float,
    known: frozenset[int],
) -> Strip:
    gutters = _siblings(one, others)
    first = min(each.first for each in gutters)
    last = max(each.last for each in gutters)
    is_known = _is_known(one, known)
    if len(gutters) == 1:
        first, last = (
            first_label(one, bands, is_known=is_known),
            column_end(one, bands, size, is_known=is_known),
        )
    else:
        first, last = within_table(gutters, first, last, bands)
        first, last = with_loose_ends(gutters, first, last, bands)
    return Strip(first, before_caption(gutters[0], first, last, bands), gutters)


def _with_weak(
    strip: Strip, gutters: Sequence[Gutter], bands: Sequence[Band], size: float
) -> list[Gutter]:
    """Return the gutters of a stretch, with those that part its head too, and that no word of it stands in.

    A column that is empty in most rows has words on both sides of its gutter in few bands.
    """
    found = [*strip.gutters]
    within = bands[strip.first : strip.last + 1]
    for one in gutters:
        is_near = one.width >= size * _SURE_GAP or _is_aligned(one, bands)
        if (
            len(one.at) >= _FEWEST_WIDE
            and strip.first in one.at
            and is_near
            and not any(_overlap(one, other) for other in found)
            and _is_blank(one, within)
        ):
            found.append(one)
    return sorted(found, key=lambda each: each.left)


def _is_blank(one: Gutter, bands: Sequence[Band]) -> bool:
    return all(
        right <= one.left + 1 or left >= one.right - 1
        for band in bands
        for left, right in band.spans
    )


def gutters_of(bands: Sequence[Band], size: float) -> list[Gutter]:
    """Return the gutters between the words of bands."""
    if sum(len(band.spans) > 1 for band in bands) < 1:
        return []
    return gutters_in([band.spans for band in bands], size * LEAST_GAP)


def starts_of(gutters: Sequence[Gutter], size: float) -> set[int]:
    """Return where the columns right of well supported gutters begin, in units of `_NEAR`."""
    return {
        round(one.right / _NEAR)
        for one in gutters
        if len(one.at) >= _FEWEST and one.width >= size * _SURE_GAP
    }


def _is_real(one: Gutter, size: float, known: frozenset[int], bands: Sequence[Band]) -> bool:
    count = len(one.at)
    is_sure = one.width >= size * _SURE_GAP
    if (count >= _FEWEST and is_sure) or (count >= _FEWEST_WIDE and one.width >= size * _WIDE_GAP):
        return True
    if is_sure:
        return one.width >= size * _KNOWN_GAP and _is_known(one, known)
    return count > _FEWEST and _is_aligned(one, bands)


def _is_aligned(one: Gutter, bands: Sequence[Band]) -> bool:
    """Return whether all that stands right of a gutter begins at its edge."""
    starts = [
        min(left for left, _ in bands[place].spans if left >= one.right - 1) for place in one.at
    ]
    return all(abs(left - one.right) <= _ALIGNED for left in starts)


def _is_known(one: Gutter, known: frozenset[int]) -> bool:
    start = round(one.right / _NEAR)
    return not known.isdisjoint((start - 1, start, start + 1))


def _siblings(one: Gutter, others: Sequence[Gutter]) -> list[Gutter]:
    """Return the gutters that cut the same bands as one does, from the left, with it among them.

    Those of a table within a column stand beside few of its own bands.
    """
    found = [one]
    for other in others:
        if other is one or any(_overlap(other, taken) for taken in found):
            continue
        shared = sum(other.first <= place <= other.last for place in one.at)
        core = min(one.last, other.last) - max(one.first, other.first) + 1
        if shared >= len(one.at) * _SIBLINGS and core >= (other.last - other.first + 1) * 0.5:
            found.append(other)
    return sorted(found, key=lambda each: each.left)


def _overlap(one: Gutter, other: Gutter) -> bool:
    return min(one.right, other.right) > max(one.left, other.left)
