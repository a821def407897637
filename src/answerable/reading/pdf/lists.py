"""List items: what is drawn in front of them, and what they say."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Run, after
from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.places import Box
from answerable.reading.pdf.rules import is_dot

# What word processors draw in front of list items, some in the private letters of symbol fonts.
_SIGNS = "•●▪▫◦○■□◆◇❖‣►▶▸➢➤➔→✓✔✗✘☐☑\u2043\u2219\u25aa\ue000-\uf8ff"
_BULLET = re.compile(rf"\s*([·–—*»\-{_SIGNS}]|o(?=\s))(?:\s+(?=\S)|\s*$)")
_BULLET_AT_WORD = re.compile(rf"\s*([{_SIGNS}])\s*(?=\S|$)")
_MOST_DOTS = 200
_WIDEST_GAP = 2.0
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def with_dots(pieces: Sequence[Piece], rules: Sequence[Box]) -> list[Piece]:
    """Return a page's pieces, with a bullet before the words that a dot is drawn in front of, as browsers do."""
    dots = [box for box in rules if is_dot(box)]
    if not 0 < len(dots) <= _MOST_DOTS:
        return list(pieces)
    found = list(pieces)
    for dot in dots:
        beside = [piece for piece in pieces if _is_before(dot, piece)]
        if beside:
            first = min(beside, key=lambda piece: piece.box[0])
            found.append(replace(first, text="• ", box=dot, href=None))
    return found


def _is_before(dot: Box, piece: Piece) -> bool:
    gap = piece.box[0] - dot[2]
    height = (dot[1] + dot[3]) / 2
    is_level = piece.foot - piece.size <= height <= piece.foot
    return is_level and 0 < gap < piece.size * _WIDEST_GAP and bool(piece.text.strip())


def has_bullet(text: str) -> bool:
    """Return whether a bullet stands in front of words."""
    first = text[:1]
    if first.isalnum() and first != "o":
        return False
    return bool(_BULLET_AT_WORD.match(text) or _BULLET.match(text))


def is_bullet(text: str) -> bool:
    """Return whether a bullet stands alone, and its words elsewhere."""
    if text[:1].isalnum():
        return False
    bullet = _BULLET_AT_WORD.match(text)
    return bullet is not None and bullet.end() == len(text)


def draws_item(text: str) -> bool:
    """Return whether a sign that is nothing but a bullet stands in front of words."""
    if text[:1].isalnum():
        return False
    bullet = _BULLET_AT_WORD.match(text)
    return bullet is not None and bullet.end() < len(text)


def item_of(runs: tuple[Run, ...]) -> tuple[str | None, tuple[Run, ...]]:
    """Return a list item's bullet and its words; a printed label stays with the words."""
    text = "".join(run.text for run in runs)
    if leading_label(text):
        return None, runs
    bullet = _BULLET_AT_WORD.match(text) or _BULLET.match(text)
    if bullet is None:
        return "•", runs
    return _PRIVATE.sub("•", bullet[1]), after(runs, bullet.end())
