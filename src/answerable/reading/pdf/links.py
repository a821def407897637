"""Links without tags: whatever stands in the box of an annotation leads where that says."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pikepdf

from answerable.reading.pdf.content import Page, Piece
from answerable.reading.pdf.places import Box, holds
from answerable.reading.pdf.tree import address_of

_CORNERS = 4
_MOST_LINKS = 2_000
_BESIDE = 2.0


def links_on(page: pikepdf.Page, shown: Page) -> list[tuple[Box, str]]:
    """Return the boxes on a page that lead somewhere on the web, and where."""
    annotations: Any = page.obj.get("/Annots")
    found: list[tuple[Box, str]] = []
    if not isinstance(annotations, pikepdf.Array):
        return found
    for one in list(annotations)[:_MOST_LINKS]:
        if not isinstance(one, pikepdf.Dictionary) or one.get("/Subtype") != "/Link":
            continue
        href, box = address_of(one), one.get("/Rect")
        sides = [float(side) for side in _numbers(box)]
        if href and len(sides) == _CORNERS:
            left, bottom, right, top = sides
            found.append((shown.shown((left, bottom, right, top)), href))
    return found


def _numbers(box: Any) -> list[int | Decimal]:
    # pikepdf gives numbers in arrays as plain ones, though its types say that all are objects.
    sides: list[Any] = list(box) if isinstance(box, pikepdf.Array) else []
    return [side for side in sides if isinstance(side, int | Decimal)]


def with_links(pieces: Sequence[Piece], links: Sequence[tuple[Box, str]]) -> list[Piece]:
    """Return the pieces with their links; a piece that a link begins or ends in is cut there."""
    if not links:
        return list(pieces)
    return [part for piece in pieces for part in _cut(piece, links)]


def _cut(piece: Piece, links: Sequence[tuple[Box, str]]) -> list[Piece]:
    left, top, right, bottom = piece.box
    height = (top + bottom) / 2
    for box, href in links:
        if not box[1] <= height <= box[3] or box[2] <= left or box[0] >= right:
            continue
        if (
            holds(box, ((left + right) / 2, height))
            and box[0] - _BESIDE <= left
            and right <= box[2] + _BESIDE
        ):
            return [replace(piece, href=href)]
        first, last = _at_word(piece, box[0]), _at_word(piece, box[2])
        if first < last:
            parts = ((0, first, None), (first, last, href), (last, len(piece.text), None))
            return [_part(piece, *part) for part in parts if part[0] < part[1]]
    return [piece]


def _at_word(piece: Piece, x: float) -> int:
    """Return the place in a piece's text where a word begins nearest to a place across the page."""
    left, _, right, _ = piece.box
    text = piece.text
    wanted = (x - left) / max(right - left, 1.0) * len(text)
    starts = [0, len(text), *(place + 1 for place, one in enumerate(text) if one == " ")]
    return min(starts, key=lambda place: abs(place - wanted))


def _part(piece: Piece, start: int, end: int, href: str | None) -> Piece:
    left, top, right, bottom = piece.box
    wide = (right - left) / max(1, len(piece.text))
    box = (left + start * wide, top, left + end * wide, bottom)
    return replace(piece, text=piece.text[start:end], box=box, href=href)
