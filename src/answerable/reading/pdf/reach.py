"""How far down and up the page columns go: what belongs to them though it stands in one of them alone."""

import re
from collections.abc import Sequence

from answerable.reading.pdf.bands import Band
from answerable.reading.pdf.gutters import Gutter

_APART = 1.2
_CAPTION = re.compile(r"(?:table|figure|chart|source|note)s?\b", re.IGNORECASE)
_INDENT = 3.0
_LABEL_PITCH = 1.45
_MOST_LABEL_LINES = 4
_NEAR = 3.0
_SAME_PITCH = 1.15


def column_end(one: Gutter, bands: Sequence[Band], size: float, *, is_known: bool) -> int:
    """Return the last band that a gutter's right column goes down to, with nothing on its left."""
    last = _label_end(one, bands, size)
    for place in range(last + 1, len(bands)):
        spans = bands[place].spans
        if spans and spans[0][0] < one.right - _NEAR:
            return last
        if spans and spans[0][0] <= one.right + size * _INDENT:
            last = place
    return len(bands) - 1 if is_known else last


def _label_end(one: Gutter, bands: Sequence[Band], size: float) -> int:
    """Return the last band of the last label: its second line may stand below all that is beside it."""
    last = one.last
    left = bands[last].spans[0][0]
    while (
        last + 1 < len(bands)
        and (spans := bands[last + 1].spans)
        and spans[-1][1] <= one.left + 1
        and abs(spans[0][0] - left) <= _NEAR
        and bands[last + 1].foot - bands[last].foot <= size * _LABEL_PITCH
    ):
        last += 1
    return last


def first_label(one: Gutter, bands: Sequence[Band], *, is_known: bool) -> int:
    """Return the first band of a page if only words of a left column stand above; else the gutter's first."""
    lefts = [spans[0][0] for band in bands[: one.last + 1] if (spans := band.spans)]
    own = bands[one.first].spans[0][0]
    is_label = (
        is_known
        and one.first <= _MOST_LABEL_LINES
        and all(abs(left - own) <= _NEAR for left in lefts[: one.first])
        and all(spans[-1][1] <= one.left for band in bands[: one.first] if (spans := band.spans))
        and not _is_head(bands, one.first)
    )
    return 0 if is_label else one.first


def _is_head(bands: Sequence[Band], place: int) -> bool:
    """Return whether a band is all bold, and the one above it is not: it heads a table, and nothing above is of it."""
    return place > 0 and _is_bold(bands[place]) and not _is_bold(bands[place - 1])


def _is_bold(band: Band) -> bool:
    return bool(band.segments) and all(
        piece.is_bold for one in band.segments for piece in one.pieces if piece.text.strip()
    )


def before_caption(one: Gutter, first: int, last: int, bands: Sequence[Band]) -> int:
    """Return the last band before words that stand apart and alone, and reach further than any label does."""
    feet = [band.foot for band in bands]
    gaps = sorted(feet[place] - feet[place - 1] for place in range(first + 1, last + 1))
    if not gaps:
        return last
    widest = max(bands[place].spans[0][1] for place in one.at)
    apart = gaps[len(gaps) // 2] * _APART
    for place in range(first + 1, last):
        spans = bands[place].spans
        is_alone = len(spans) == 1 and spans[0][0] < one.left and spans[0][1] > widest
        if is_alone and feet[place] - feet[place - 1] > apart < feet[place + 1] - feet[place]:
            return place - 1
    return last


def within_table(
    gutters: Sequence[Gutter], first: int, last: int, bands: Sequence[Band]
) -> tuple[int, int]:
    """Return where a table begins and ends, without lines above and below it that run across its columns."""
    while last > first and _crosses(bands[last], gutters):
        last -= 1
    while first < last and _crosses(bands[first], gutters):
        first += 1
    return first, last


def _crosses(band: Band, gutters: Sequence[Gutter]) -> bool:
    crossed = sum(
        left < one.left and right > one.right for left, right in band.spans for one in gutters
    )
    return crossed > 1 or (crossed > 0 and len(band.spans) < len(gutters))


def with_loose_ends(
    gutters: Sequence[Gutter], first: int, last: int, bands: Sequence[Band]
) -> tuple[int, int]:
    """Return where a table begins and ends, with what only one of its cells goes on with."""
    feet = [band.foot for band in bands]
    gaps = sorted(feet[place] - feet[place - 1] for place in range(first + 1, last + 1))
    if not gaps:
        return first, last
    while (
        last + 1 < len(bands)
        and _is_within(bands[last + 1], gutters)
        and feet[last + 1] - feet[last]
        <= gaps[-1 if _is_beside(bands[last + 1], gutters) else 0] * _SAME_PITCH
    ):
        last += 1
    while (
        first > 0
        and feet[first] - feet[first - 1] <= gaps[-1] * _SAME_PITCH
        and bands[first - 1].spans
        and bands[first - 1].spans[0][0] >= gutters[0].right - _NEAR
        and not _CAPTION.match(
            bands[first - 1].segments[0].text if bands[first - 1].segments else ""
        )
    ):
        first -= 1
    return first, last


def _is_beside(band: Band, gutters: Sequence[Gutter]) -> bool:
    """Return whether a band begins where a column does that is not the first."""
    return any(abs(band.spans[0][0] - one.right) <= _NEAR for one in gutters)


def _is_within(band: Band, gutters: Sequence[Gutter]) -> bool:
    """Return whether each of a band's words stands in one column, and one column at least is empty."""
    return (
        bool(band.segments)
        and len(band.spans) <= len(gutters)
        and all(
            right <= max(one.left + 1, one.right - _NEAR) or left >= one.right - 1
            for left, right in band.spans
            for one in gutters
        )
    )
