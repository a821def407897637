"""Links without tags: whatever stands in the box of an annotation leads where that says."""

from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.pdf.content import Page, Piece
from answerable.reading.pdf.objects import Objects, Value
from answerable.reading.pdf.places import Box, holds
from answerable.reading.pdf.tree import address_of

_CORNERS = 4
_MOST_LINKS = 2_000
_BESIDE = 2.0


def links_on(reference: str, objects: Objects, shown: Page) -> list[tuple[Box, str]]:
    """Return the boxes on a page that lead somewhere on the web, and where; `reference` is the page's."""
    page = objects.of(reference)
    annotations = objects.of(page.get("/Annots")) if isinstance(page, dict) else None
    found: list[tuple[Box, str]] = []
    if not isinstance(annotations, list):
        return found
    for one in annotations[:_MOST_LINKS]:
        annotation = objects.of(one)
        if not isinstance(annotation, dict) or annotation.get("/Subtype") != "/Link":
            continue
        href, box = address_of(annotation, objects), objects.of(annotation.get("/Rect"))
        sides = [float(side) for side in box if _is_number(side)] if isinstance(box, list) else []
        if href and len(sides) == _CORNERS:
            left, bottom, right, top = sides
            found.append((shown.shown((left, bottom, right, top)), href))
    return found


def _is_number(side: Value) -> bool:
    return isinstance(side, int | float) and not isinstance(side, bool)


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
