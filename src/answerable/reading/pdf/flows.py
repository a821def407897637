"""Newspaper columns: text that runs down one column and on at the top of the next."""

import re
from collections.abc import Sequence
from itertools import pairwise

from answerable.domain.questions import leading_label
from answerable.reading.pdf.bands import Band, Segment
from answerable.reading.pdf.gutters import Span
from answerable.reading.pdf.layout import Line
from answerable.reading.pdf.rows import loose_of
from answerable.reading.pdf.strips import Strip

_FEWEST_LINES = 4
_FEWEST_WORDS = 2.3
_FULL = 0.25
# How many lines of text go on in the next one: of all, or of those that are full and end no sentence. Lists of
# short questions wrap seldom.
_WRAPPED = 0.2
_WRAPPED_SELDOM, _WRAPPED_WHERE_FULL = 0.1, 0.6
_MOSTLY = 0.6
_HALF = 0.5
_PITCH = 2.2
_SAME_FOOT = 1.0
_SELDOM_LEVEL = 0.34
_FEWEST_LABELS = 3
_ENDS = re.compile(r"[.?!:;][\"'\u201d\u2019)\]]*$")

_Column = list[Segment]


def is_flow(bands: Sequence[Band], strip: Strip) -> bool:
    """Return whether each column of a stretch is text that runs on by itself, without rows across."""
    within = [band for band in bands[strip.first : strip.last + 1] if band.segments]
    columns: list[_Column] = [[] for _ in range(len(strip.gutters) + 1)]
    for band in within:
        for segment in band.segments:
            columns[strip.column(segment.left)].append(segment)
    are_prose = [_is_prose(column, len(within)) for column in columns]
    is_prose = all(are_prose) or (are_prose[0] and _is_askew(columns))
    return is_prose and not (_has_rows(columns) or _answers_beside(columns))


def _is_askew(columns: Sequence[_Column]) -> bool:
    """Return whether hardly a line of a second column stands on one with a line of the first.

    The last page of a newspaper is full on its left alone; cells beside each other begin on one line.
    """
    first, *others = columns
    if len(others) > 1 or len(others[0]) < _FEWEST_LINES:
        return False
    level = sum(any(abs(one.foot - two.foot) <= _SAME_FOOT for two in first) for one in others[0])
    return level <= len(others[0]) * _SELDOM_LEVEL


def reach_of(bands: Sequence[Band], strip: Strip, low: int, high: int) -> tuple[int, int]:
    """Return the first and the last band of text in columns, with what only one of them goes on with."""
    first, last = strip.first, strip.last
    start = strip.gutters[0].right
    while (
        first > low
        and _is_near(bands, first - 1, first)
        and bands[first - 1].spans[0][0] >= start - 1
    ):
        first -= 1
    while (
        last + 1 < high
        and _is_near(bands, last, last + 1)
        and all(
            right <= one.left + 1 or left >= one.right - 1
            for left, right in bands[last + 1].spans
            for one in strip.gutters
        )
    ):
        last += 1
    return first, last


def _is_near(bands: Sequence[Band], above: int, below: int) -> bool:
    part = bands[below].part
    size = part.size if isinstance(part, Line) else 0.0
    return bool(bands[above].spans) and bands[below].foot - bands[above].foot <= size * _PITCH


def _is_prose(column: _Column, bands: int) -> bool:
    """Return whether words run on from line to line in a column."""
    if len(column) < max(_FEWEST_LINES, bands * _HALF):
        return False
    left = min(one.left for one in column)
    right = max(one.right for one in column)
    full = right - (right - left) * _FULL
    texts = [one.text for one in column]
    wraps = [
        after[:1].islower()
        for one, text, after in zip(column, texts, texts[1:], strict=False)
        if one.right >= full and not _ENDS.search(text)
    ]
    wrapped = sum(wraps)
    often = wrapped >= len(column) * _WRAPPED
    seldom = wrapped >= max(len(column) * _WRAPPED_SELDOM, len(wraps) * _WRAPPED_WHERE_FULL)
    words = sum(len(text.split()) for text in texts)
    return (often or seldom) and words >= len(column) * _FEWEST_WORDS


def _has_rows(columns: Sequence[_Column]) -> bool:
    """Return whether blanks stand beside each other in all columns, as those between rows do."""
    blanks = [_blanks(column) for column in columns]
    most = max(blanks, key=len)
    shared = [one for one in most if all(_meets(one, others) for others in blanks)]
    if len(shared) < len(most) * _MOSTLY or not shared:
        return False
    return len(shared) > 1 or all(_ends_above(column, shared[0]) for column in columns)


def _answers_beside(columns: Sequence[_Column]) -> bool:
    """Return whether words begin beside each label of the first column, and hardly one is a label: they are its answers."""
    labelled = [one.foot for one in columns[0] if leading_label(one.text)]
    others = sum(leading_label(one.text) is not None for column in columns[1:] for one in column)
    if len(labelled) < _FEWEST_LABELS or others * 3 > len(labelled):
        return False
    # What heads a column ends no sentence.
    begun = [
        one.foot
        for column in columns[1:]
        for place, one in enumerate(column)
        if (place < 2 or _stops(column, place - 1)) and not one.text[:1].islower()  # noqa: PLR2004
    ]
    return all(any(abs(foot - one) <= _SAME_FOOT for one in begun) for foot in labelled)


def _stops(column: _Column, place: int) -> bool:
    """Return whether a line ends a sentence, or stops short of the edge that others reach."""
    left, right = min(one.left for one in column), max(one.right for one in column)
    is_short = column[place].right < right - (right - left) * _FULL
    return is_short or _ENDS.search(column[place].text) is not None


def _blanks(column: _Column) -> list[Span]:
    feet = [one.foot for one in column]
    loose = loose_of(feet, [one.pieces[0].size for one in column])
    return [pair for pair, is_loose in zip(pairwise(feet), loose[1:], strict=True) if is_loose]


def _meets(one: Span, others: Sequence[Span]) -> bool:
    return any(
        abs(one[1] - other[1]) <= _SAME_FOOT and one[0] < other[1] and other[0] < one[1]
        for other in others
    )


def _ends_above(column: _Column, blank: Span) -> bool:
    last = [one.text for one in column if one.foot <= blank[0] + 1]
    return not last or _ENDS.search(last[-1]) is not None
