"""Text that is drawn: glyphs under marks are taken out, and the others stay exactly where they are."""

from decimal import Decimal
from math import hypot

import pikepdf

from answerable.inspecting.redacting.fonts.font import Font, Glyph
from answerable.inspecting.redacting.plane import Area, Matrix, Point, moved, times
from answerable.inspecting.redacting.rewriting.state import State, TextPlace
from answerable.inspecting.redacting.rewriting.work import Work
from answerable.inspecting.redacting.unsupported import Unsupported

_ACROSS = (0.35, 0.5, 0.65)
_UP = (0.0, 0.25, 0.5, 0.75, 1.0)
_ENOUGH = 2
_CLIPS = 4
_TINIEST = 1.5
"""Points of a letter's size below which nobody reads it."""

Item = pikepdf.Object | Decimal | int | float


def written_text(
    items: list[Item], state: State, place: TextPlace, work: Work
) -> list[Item] | None:
    """Return the items of a `TJ` without the glyphs under marks, or nothing if there are none there.

    Where a glyph was stands its advance as a number. The place is where the text ends afterwards.

    :raises Unsupported: if the places of the glyphs cannot be known.
    """
    if state.font is None:
        raise Unsupported("text without a font")
    font = state.font
    kept: list[Item] = []
    is_changed = False
    for item in items:
        if not isinstance(item, pikepdf.Object):
            kept.append(item)
            _go_on(state, place, -float(item) / 1000 * state.size, is_vertical=font.is_vertical)
        elif isinstance(item, pikepdf.String):
            is_changed |= _string(bytes(item), state, place, work, kept)
    if is_changed and state.drawn_as >= _CLIPS:
        raise Unsupported("text that what is drawn later is cut out by")
    return _joined(kept) if is_changed else None


def _string(text: bytes, state: State, place: TextPlace, work: Work, kept: list[Item]) -> bool:
    font = state.font
    assert font is not None  # noqa: S101 told apart by the caller
    letters = bytearray()
    is_changed = False
    work.steps.take(len(text))
    scaling = _scaling(state)
    for glyph in font.glyphs(text):
        spaced = state.between_letters + (state.between_words if glyph.is_space else 0)
        advance = glyph.advance * state.size + spaced
        if _is_taken(glyph, state, times(scaling, times(place.at, state.matrix)), work):
            if font.is_drawn_by_more:
                raise Unsupported("glyphs that are drawn by other glyphs")
            if letters:
                kept.append(pikepdf.String(bytes(letters)))
                letters = bytearray()
            kept.append(-advance / state.size * 1000 if state.size else 0)
            is_changed = True
        else:
            letters += glyph.code
        _go_on(state, place, advance, is_vertical=font.is_vertical)
    if letters:
        kept.append(pikepdf.String(bytes(letters)))
    return is_changed


def _scaling(state: State) -> Matrix:
    return state.size * state.stretched, 0.0, 0.0, state.size, 0.0, state.rise


def _go_on(state: State, place: TextPlace, by: float, *, is_vertical: bool) -> None:
    if is_vertical:
        place.advance(0.0, by)
    else:
        place.advance(by * state.stretched, 0.0)


def _is_taken(glyph: Glyph, state: State, to_page: Matrix, work: Work) -> bool:
    font = state.font
    assert font is not None  # noqa: S101 told apart by the caller
    if (
        state.is_off
        or (work.is_anew and _is_tiny(to_page))
        or (work.unseen and _is_unseen(glyph, font, to_page, work))
    ):
        work.taken_out += 1
        return True
    return _is_marked(glyph, font, to_page, work)


def _is_tiny(to_page: Matrix) -> bool:
    a, b, c, d, _, _ = to_page
    return min(hypot(a, b), hypot(c, d)) < _TINIEST


def _is_unseen(glyph: Glyph, font: Font, to_page: Matrix, work: Work) -> bool:
    left, bottom = glyph.origin
    low, high = bottom + font.band[0], bottom + font.band[1]
    return work.is_unseen(_around(to_page, left, low, left + glyph.width, high))


def _is_marked(glyph: Glyph, font: Font, to_page: Matrix, work: Work) -> bool:
    left, bottom = glyph.origin
    low, high = bottom + font.band[0], bottom + font.band[1]
    right = left + glyph.width
    if not work.is_near(_around(to_page, left, low, right, high)):
        return False
    return any(
        sum(work.holds(point) for point in _column(left + glyph.width * share, low, high, to_page))
        >= _ENOUGH
        for share in _ACROSS
    )


def _around(to_page: Matrix, left: float, low: float, right: float, high: float) -> Area:
    """Return the rectangle on the page around one of a glyph: it is asked for each of them, and so is in one piece."""
    a, b, c, d, e, f = to_page
    x0, x1, x2, x3 = a * left, a * right, c * low, c * high
    y0, y1, y2, y3 = b * left, b * right, d * low, d * high
    return Area(
        e + min(x0, x1) + min(x2, x3),
        f + min(y0, y1) + min(y2, y3),
        e + max(x0, x1) + max(x2, x3),
        f + max(y0, y1) + max(y2, y3),
    )


def _column(across: float, low: float, high: float, to_page: Matrix) -> list[Point]:
    return [moved((across, low + (high - low) * share), to_page) for share in _UP]


def _joined(items: list[Item]) -> list[Item]:
    """Return the items with numbers that follow each other as one, written no longer than need be."""
    joined: list[Item] = []
    for item in items:
        if isinstance(item, pikepdf.Object):
            joined.append(item)
        elif joined and not isinstance(joined[-1], pikepdf.Object):
            joined[-1] = round(Decimal(str(float(joined[-1]) + float(item))), 4)
        else:
            joined.append(round(Decimal(str(float(item))), 4))
    return joined
