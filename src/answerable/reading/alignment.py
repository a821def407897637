"""Two readings of the same words, aligned: where they differ, in time that grows with their length."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_GRAM = 3
# Between two anchors the usual comparison is quick; without anchors, a longer stretch is told as a whole.
_LONGEST_GAP = 600

Stretch = tuple[int, int, int, int]
"""Where one text differs from another: start and end in the first, start and end in the second."""


def differences(one: Sequence[str], other: Sequence[str]) -> Iterator[Stretch]:
    """Yield the stretches in which two lists of words differ, in their order."""
    start = 0
    shortest = min(len(one), len(other))
    while start < shortest and one[start] == other[start]:
        start += 1
    end = 0
    while end < shortest - start and one[-1 - end] == other[-1 - end]:
        end += 1
    last_one, last_other = len(one) - end, len(other) - end
    place_one, place_other = start, start
    for anchor_one, anchor_other in _anchors(one, other, (start, last_one, start, last_other)):
        yield from _in_gap(one, other, (place_one, anchor_one, place_other, anchor_other))
        place_one, place_other = anchor_one, anchor_other
    yield from _in_gap(one, other, (place_one, last_one, place_other, last_other))


def _in_gap(one: Sequence[str], other: Sequence[str], gap: Stretch) -> Iterator[Stretch]:
    a_start, a_end, b_start, b_end = gap
    first, second = one[a_start:a_end], other[b_start:b_end]
    if first == second:
        return
    if max(len(first), len(second)) > _LONGEST_GAP:
        yield gap
        return
    for kind, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind != "equal":
            yield a_start + a, a_start + b, b_start + c, b_start + d


def _anchors(one: Sequence[str], other: Sequence[str], gap: Stretch) -> list[tuple[int, int]]:
    """Return where three words stand that both have once, in the longest order that both keep."""
    firsts, seconds = _once(one, gap[0], gap[1]), _once(other, gap[2], gap[3])
    pairs = sorted((place, seconds[words]) for words, place in firsts.items() if words in seconds)
    return _rising(pairs)


def _once(words: Sequence[str], start: int, end: int) -> dict[tuple[str, ...], int]:
    grams = [tuple(words[place : place + _GRAM]) for place in range(start, end - _GRAM + 1)]
    times = Counter(grams)
    return {gram: start + place for place, gram in enumerate(grams) if times[gram] == 1}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest list of pairs whose second numbers rise as their first do."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int | None] = []
    for number, (_, second) in enumerate(pairs):
        place = bisect_left(ends, second)
        before.append(at[place - 1] if place else None)
        if place == len(ends):
            ends.append(second)
            at.append(number)
        else:
            ends[place], at[place] = second, number
    kept = []
    step = at[-1] if at else None
    while step is not None:
        kept.append(pairs[step])
        step = before[step]
    return kept[::-1]
