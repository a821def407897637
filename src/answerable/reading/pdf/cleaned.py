"""Pieces of text as a reader would copy them: without doubles, ligatures, gaps between letters, watermarks."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.places import around

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_SOFT = re.compile("\xad(?=\\S)")
_APART = re.compile(r"\s*(?:[^\W_] ){4,}[^\W_]?\s*")
_FEWEST_LETTERS = 5
_DOUBLE = 0.15
_MOST_ALIKE = 8
_TURNED = 2.2
_LONGEST_TURNED = 3
_LARGE = 2.5
_OFTEN = 0.6
_FEWEST_PAGES = 3
_SAME_FOOT = 0.5
_WORD_GAP = 1.6


def cleaned(pages: Sequence[Sequence[Piece]]) -> tuple[list[list[Piece]], list[Piece], str]:
    """Return the pieces of pages as they are to be read, the watermarks among them, and what is drawn twice."""
    stamps = _stamps(pages)
    kept: list[list[Piece]] = []
    marks: list[Piece] = []
    twice: list[str] = []
    for page in pages:
        own: list[Piece] = []
        for piece in page:
            if _is_diagonal(piece) or (stamps and _stamp(piece) in stamps):
                marks.append(piece)
            else:
                own.append(piece)
        kept.append(_spelt(_once(own, twice)))
    return kept, marks, " ".join(twice)


def _once(pieces: list[Piece], twice: list[str]) -> list[Piece]:
    """Return pieces without those that are drawn a second time, a hair's breadth beside, to look bold.

    The words of these are added to `twice`.
    """
    seen: dict[str, list[int]] = {}
    found: list[Piece] = []
    for piece in pieces:
        near = seen.get(piece.text)
        if near is None:
            seen[piece.text] = [len(found)]
            found.append(piece)
            continue
        again = next((place for place in near if _is_double(found[place], piece)), None)
        if again is None or not piece.text.strip():
            near.append(len(found))
            found.append(piece)
        else:
            twice.append(piece.text)
            if not found[again].is_bold:
                found[again] = replace(found[again], is_bold=True)
        if len(near) > _MOST_ALIKE:
            del near[0]
    return found


def _is_double(piece: Piece, other: Piece) -> bool:
    nearest = max(piece.size * _DOUBLE, 0.5)
    return (
        abs(piece.box[0] - other.box[0]) <= nearest and abs(piece.box[1] - other.box[1]) <= nearest
    )


def _spelt(pieces: list[Piece]) -> list[Piece]:
    """Return pieces with ligatures as letters, soft hyphens left out, and words drawn letter by letter whole."""
    found: list[Piece] = []
    letters: list[Piece] = []
    for piece in pieces:
        text = piece.text
        if not text.isascii():
            text = _LIGATURE.sub(lambda one: _LIGATURES[one.group()], text)
            text = _SOFT.sub("", text)
        if text[1:2] == " " and _APART.fullmatch(text):
            text = "".join(text.split()) + " " * text[-1:].isspace()
        if text != piece.text:
            piece = replace(piece, text=text)  # noqa: PLW2901 the same piece, spelt otherwise
        words = text.strip()
        is_letter = len(words) == 1 and words.isalnum()
        if letters and not (is_letter and abs(letters[-1].foot - piece.foot) <= _SAME_FOOT):
            found += _words(letters)
            letters = []
        (letters if is_letter else found).append(piece)
    return found + _words(letters)


def _words(letters: list[Piece]) -> list[Piece]:
    """Return letters that stand apart from each other as words, where the gaps between are alike."""
    if len(letters) < _FEWEST_LETTERS:
        return letters
    gaps = [after.box[0] - before.box[2] for before, after in pairwise(letters)]
    usual = median(gaps)
    if not 0 < usual < letters[0].size or min(gaps) < 0:
        return letters
    words = [letters[0]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > usual * _WORD_GAP:
            words.append(letter)
        else:
            last = words[-1]
            text = last.text.rstrip() + letter.text
            words[-1] = replace(last, text=text, box=around([last.box, letter.box]))
    return words


def _is_diagonal(piece: Piece) -> bool:
    """Return whether words run neither across nor down: a stamp over the page."""
    left, top, right, bottom = piece.box
    least = piece.size * _TURNED
    return (
        bottom - top > least and right - left > least and len(piece.text.strip()) >= _LONGEST_TURNED
    )


_Stamp = tuple[str, int, int]


def _stamps(pages: Sequence[Sequence[Piece]]) -> set[_Stamp]:
    """Return the large words that stand in the same place on most pages."""
    if len(pages) < _FEWEST_PAGES:
        return set()
    sizes: Counter[float] = Counter()
    for page in pages[:_FEWEST_PAGES]:
        for piece in page:
            sizes[piece.size] += len(piece.text)
    least = max(sizes, key=lambda size: sizes[size], default=10.0) * _LARGE
    found = Counter(
        stamp for page in pages for stamp in {_stamp(one) for one in page if one.size >= least}
    )
    return {stamp for stamp, count in found.items() if count >= len(pages) * _OFTEN}


def _stamp(piece: Piece) -> _Stamp:
    return piece.text.strip(), round(piece.box[0] / 4), round(piece.box[1] / 4)
