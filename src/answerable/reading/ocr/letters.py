"""How large the letters of a word are, told by how high its ink reaches: an "a" is lower than a "b"."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from answerable.reading.ocr.hocr import Word

# In sizes of the font, as usual faces have them.
_LOW, _HIGH, _BELOW = 0.53, 0.73, 0.21
_LOW_LETTERS = frozenset("acemnorsuvwxzgpqy")
_BELOW_LETTERS = frozenset("gpqyQj,;")
_REACHING_BELOW = frozenset("gpqyjQ")
_NO_LETTERS = frozenset("gpqyjQ,;()[]{}|/\\@$_")
# Sizes that differ by less are one size, read with a rough edge.
_ONE_SIZE = 1.13
_USUAL = 11.0


def size_of(words: Iterable[Word]) -> tuple[float, int]:
    """Return the size of most of the words' letters, in points, and how many letters tell it."""
    told = []
    for word in words:
        letters = [one for one in word.text if one.isalnum()]
        if not letters:
            continue
        top = _LOW if all(one in _LOW_LETTERS for one in letters) else _HIGH
        below = _BELOW if any(one in _REACHING_BELOW for one in letters) else 0.0
        told.append(((word.box[3] - word.box[1]) / (top + below), len(letters)))
    return _middle(told), sum(weight for _, weight in told)


def foot_of(words: Sequence[Word]) -> float:
    """Return how far down words stand: where most of those end that have no letter which reaches lower."""
    feet = [
        (word.box[3], len(word.text))
        for word in words
        if any(one.isalnum() for one in word.text) and not set(word.text) & _NO_LETTERS
    ]
    return _middle(feet) if feet else words[0].foot


def sizes_told(told: Sequence[tuple[float, int]]) -> list[float]:
    """Return the sizes that a document is printed in, from those that its lines tell and their letters.

    The most frequent comes first.
    """
    left: defaultdict[float, int] = defaultdict(int)
    for size, letters in told:
        if size:
            left[round(size, 1)] += letters
    found = []
    while left:
        best = max(left, key=lambda size: _near(left, size))
        near = {size: count for size, count in left.items() if _is_one(size, best)}
        found.append(_middle(list(near.items())))
        for size in near:
            del left[size]
    return found or [_USUAL]


def _near(left: dict[float, int], size: float) -> int:
    return sum(count for other, count in left.items() if _is_one(size, other))


def _is_one(size: float, other: float) -> bool:
    return max(size, other) <= _ONE_SIZE * min(size, other)


def _middle(told: Sequence[tuple[float, int]]) -> float:
    """Return the middle value by weight; 0.0 of none."""
    half = sum(weight for _, weight in told) / 2
    for value, weight in sorted(told):
        half -= weight
        if half <= 0:
            return value
    return 0.0
