"""Words of a picture into the pieces that a page of a PDF has: what stands beside each other in one cell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from answerable.reading.ocr.hocr import Word
from answerable.reading.ocr.letters import foot_of, size_of, sizes_told
from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.places import Box, around, holds, middle
from answerable.reading.pdf.rules import is_across, is_down

_FACES_NO_LETTER = re.compile(r"[\W_]+")
# What is left of a line or a speck is read as a sign, and not surely.
_LEAST_SURE = 0.5
_LEFT_OF_LINES = frozenset("|_~")
_LEAST_SURE_SIGN = 0.75
_COLUMN_GAP = 1.6
_BULLET = "•"
_KNOWN_BULLETS = frozenset("•·●▪◦■□‣")
# In sizes of the line's letters: how far before them a bullet stands, and how high its middle is.
_LEAST_GAP, _MOST_GAP, _HIGHEST = 0.35, 3.5, 0.65
_RINGS, _LOWEST_DIGIT = frozenset("0O"), 0.64
# A letter that looks like a dot is larger.
_LARGEST, _LARGEST_SPECKED = 0.46, 0.6
_AS_LARGE = 2.5
_HALF = 0.5
# In sizes of the line's letters: how high a capital I is, and how far from the line's foot it ends.
_BAR, _CAPITAL, _OFF_FOOT = "|", (0.55, 0.85), 0.15


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as it was seen: its size in points, its words, its ruling lines, its figures and its bullets."""

    page: int
    size: tuple[float, float]
    words: tuple[Word, ...]
    rules: tuple[Box, ...]
    figures: tuple[Box, ...]
    bullets: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """A seen page as pieces; `bullets` are the signs that were read where a bullet is, "" for none."""

    page: int
    pieces: list[Piece]
    bullets: list[str]


def laid_out(pages: Sequence[Seen]) -> list[Laid]:
    """Return the pieces of pages, in the sizes that the pages are printed in."""
    parted = [_parted(page) for page in pages]
    told = [[size_of(words) for words in groups] for groups in parted]
    sizes = sizes_told([one for sizes in told for one in sizes])
    laid = []
    for page, groups, own in zip(pages, parted, told, strict=True):
        found = Laid(page.page, [], [])
        for words, (size, letters) in zip(groups, own, strict=True):
            _add(found, words, _nearest(sizes, size) if letters else sizes[0], page.bullets)
        laid.append(found)
    return laid


def _nearest(sizes: Sequence[float], size: float) -> float:
    return min(sizes, key=lambda one: max(one, size) / min(one, size))


def _parted(page: Seen) -> list[list[Word]]:
    """Return the words of each line, parted where another cell or another column begins."""
    down = [rule for rule in page.rules if is_down(rule)]
    across = [rule for rule in page.rules if is_across(rule)]
    groups: list[list[Word]] = []
    for _, line in groupby(page.words, key=lambda word: word.line):
        words = list(line)
        tall = size_of(words)[0]
        words = [
            word for word in words if _is_tall_bar(word, tall) or not _is_speck(word, page.figures)
        ]
        for word in sorted(words, key=lambda word: word.box[0]):
            last = groups[-1] if groups else None
            if last and last[-1].line == word.line and _goes_on(last, word, down, across):
                last.append(word)
            else:
                groups.append([word])
    return groups


def _is_speck(word: Word, figures: Sequence[Box]) -> bool:
    if any(holds(box, middle(word.box)) for box in figures):
        return True
    is_sign = _FACES_NO_LETTER.fullmatch(word.text) is not None
    if is_sign and set(word.text) & _KNOWN_BULLETS:
        return False
    return is_sign and (word.sure < _LEAST_SURE or set(word.text) <= _LEFT_OF_LINES)


def _is_tall_bar(word: Word, size: float) -> bool:
    """Return whether a bar is a capital I: as high as one, and standing where the line stands."""
    height, low = word.box[3] - word.box[1], abs(word.box[3] - word.foot)
    least, most = _CAPITAL
    return word.text == _BAR and least * size < height < most * size and low < _OFF_FOOT * size


def _goes_on(words: Sequence[Word], word: Word, down: Sequence[Box], across: Sequence[Box]) -> bool:
    last = words[-1]
    size = size_of([*words, word])[0] or word.box[3] - word.box[1]
    if word.box[0] - last.box[2] > size * _COLUMN_GAP:
        # A bullet or a number stands far from the words that it heads.
        is_label = len(words) == 1 and len(last.text) <= 4  # noqa: PLR2004 "10.", "(iv)"
        if not is_label or word.box[0] - last.box[2] > size * 2 * _COLUMN_GAP:
            return False
    between = (middle(last.box)[0], middle(word.box)[0])
    height = (max(last.box[1], word.box[1]) + min(last.box[3], word.box[3])) / 2
    if any(between[0] < rule[0] < between[1] and rule[1] < height < rule[3] for rule in down):
        return False
    first, second = middle(last.box)[1], middle(word.box)[1]
    low, high = min(first, second), max(first, second)
    return not any(
        low < rule[1] < high and rule[0] < between[1] and between[0] < rule[2] for rule in across
    )


def _add(found: Laid, words: list[Word], size: float, dots: Sequence[Box]) -> None:
    """Add the pieces of words that stand beside each other: a bullet by itself, and the rest."""
    foot = foot_of(words[1:] or words)
    words = _with_ring(found, words, size)
    is_read = _is_bullet(words, size, dots)
    dot = words[0].box if is_read else _dot_before(words, size, foot, dots)
    if dot:
        read = words[0].text if is_read else ""
        if read != _BULLET:
            found.bullets.append(read)
        words = words[1:] if is_read else words
        if len(words) > 1 and _is_doubt(words[0]):
            words = words[1:]
        found.pieces.append(_piece([Word(_BULLET, dot, 1.0, foot, 0)], found.page, size, foot))
    found.pieces.append(_piece(words, found.page, size, foot))


def _with_ring(found: Laid, words: list[Word], size: float) -> list[Word]:
    """Return words with a hollow bullet as an "o": it is read as a nought, and is lower than one."""
    first = words[0]
    if len(words) < 2 or first.text not in _RINGS:  # noqa: PLR2004 a bullet, and what it heads
        return words
    is_low = first.box[3] - first.box[1] < size * _LOWEST_DIGIT
    if not is_low or words[1].box[0] - first.box[2] < size * _LEAST_GAP:
        return words
    found.bullets.append(first.text)
    return [replace(first, text="o"), *words[1:]]


def _is_doubt(word: Word) -> bool:
    return _FACES_NO_LETTER.fullmatch(word.text) is not None and word.sure < _LEAST_SURE_SIGN


def _is_bullet(words: Sequence[Word], size: float, dots: Sequence[Box]) -> bool:
    """Return whether the first of a line's words is a bullet: known as one, or a dot of its size."""
    first = words[0]
    if len(words) < 2 or len(first.text) > 2:  # noqa: PLR2004 a bullet, and what it heads
        return False
    if set(first.text) <= _KNOWN_BULLETS:
        return True
    is_apart = words[1].box[0] - first.box[2] > size * _LEAST_GAP
    return is_apart and any(
        holds(first.box, middle(dot))
        and first.box[2] - first.box[0] < _AS_LARGE * (dot[2] - dot[0])
        and _is_small(dot, size)
        for dot in dots
    )


def _is_small(dot: Box, size: float) -> bool:
    """Return whether a dot is smaller than a letter; a speck beside it may make one side longer."""
    sides = sorted((dot[2] - dot[0], dot[3] - dot[1]))
    return sides[0] < size * _LARGEST and sides[1] < size * _LARGEST_SPECKED


def _dot_before(words: Sequence[Word], size: float, foot: float, dots: Sequence[Box]) -> Box | None:
    """Return the dot that stands before a line, at the height of its small letters."""
    left = words[0].box[0]
    for dot in dots:
        gap = left - dot[2]
        height = foot - middle(dot)[1]
        is_near = size * _LEAST_GAP < gap < size * _MOST_GAP
        if _is_small(dot, size) and is_near and 0 < height < size * _HIGHEST:
            return dot
    return None


def _piece(words: Sequence[Word], page: int, size: float, foot: float) -> Piece:
    letters = sum(len(word.text) for word in words)
    sure = sum(word.sure * len(word.text) for word in words) / letters
    left, top, right, bottom = around([word.box for word in words])
    return Piece(
        page,
        " ".join(word.text for word in words),
        (left, min(top, foot - size * _HALF), right, max(bottom, foot)),
        size,
        is_italic=False,
        is_bold=False,
        mark=None,
        in_form=False,
        is_furniture=False,
        foot=foot,
        sure=sure,
    )
