"""A font as far as the places of its glyphs go."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import pikepdf

from answerable.inspecting.redacting.fonts.cmaps import Codes, codes_of
from answerable.inspecting.redacting.fonts.standard import standard_widths
from answerable.inspecting.redacting.fonts.type3 import band_of, draws_more, matrix_of
from answerable.inspecting.redacting.unsupported import Unsupported

_BAND = (0.05, 0.65)
_SPACE = b" "
_MOST_GLYPHS = 70_000


class Glyph(NamedTuple):
    """A glyph: its code, how far it moves on, how wide it is, and from where it is drawn, for a size of 1."""

    code: bytes
    advance: float
    width: float
    origin: tuple[float, float]
    is_space: bool


@dataclass(slots=True)
class Font:
    """A font: which glyphs a string draws, and between which heights the most of each of them is."""

    codes: Codes | None
    widths: dict[int, float]
    missing: float
    band: tuple[float, float] = _BAND
    heights: dict[int, tuple[float, float, float]] = field(default_factory=dict)
    usual_height: tuple[float, float] = (0.88, -1.0)
    is_drawn_by_more: bool = False

    @property
    def is_vertical(self) -> bool:
        """Return whether its text runs from top to bottom."""
        return self.codes is not None and self.codes.is_vertical

    def glyphs(self, text: bytes) -> Iterator[Glyph]:
        """Yield the glyphs that a string draws.

        :raises Unsupported: if it has codes that the font does not know.
        """
        if self.codes is None:
            for code in text:
                width = self.widths.get(code, self.missing)
                yield Glyph(bytes((code,)), width, width, (0.0, 0.0), code == _SPACE[0])
            return
        for letters, cid in self.codes.split(text):
            width = self.widths.get(cid, self.missing)
            if self.is_vertical:
                up = self.usual_height
                advance, across, high = self.heights.get(cid, (up[1], width / 2, up[0]))
                yield Glyph(letters, advance, width, (-across, -high), letters == _SPACE)
            else:
                yield Glyph(letters, width, width, (0.0, 0.0), letters == _SPACE)


def font_of(given: object) -> Font:
    """Return a font of a file.

    :raises Unsupported: if the places of its glyphs cannot be known.
    """
    if not isinstance(given, pikepdf.Dictionary):
        raise Unsupported("text in a font that is missing")
    kind = str(given.get("/Subtype", ""))
    try:
        if kind == "/Type0":
            return _composite(given)
        if kind == "/Type3":
            return _drawn(given)
        return _simple(given)
    except (TypeError, ValueError, OverflowError, pikepdf.PdfError):
        raise Unsupported("a damaged font") from None


def _simple(given: pikepdf.Object) -> Font:
    about = given.get("/FontDescriptor")
    missing = about.get("/MissingWidth", 0) if isinstance(about, pikepdf.Dictionary) else 0
    widths = _listed(given) or standard_widths(given)
    return Font(None, _scaled(widths, 0.001), float(missing) * 0.001)


def _drawn(given: pikepdf.Object) -> Font:
    matrix = matrix_of(given)
    font = Font(None, _scaled(_listed(given), matrix[0]), 0.0, band_of(given, matrix))
    font.is_drawn_by_more = draws_more(given)
    return font


def _listed(given: pikepdf.Object) -> dict[int, float]:
    widths, first = given.get("/Widths"), given.get("/FirstChar", 0)
    if not isinstance(widths, pikepdf.Array) or not isinstance(first, int):
        return {}
    return {first + at: float(one) for at, one in enumerate(widths.as_list()[:_MOST_GLYPHS])}


def _scaled(widths: dict[int, float], by: float) -> dict[int, float]:
    return {code: width * by for code, width in widths.items()}


def _composite(given: pikepdf.Object) -> Font:
    below = given.get("/DescendantFonts")
    if not isinstance(below, pikepdf.Array) or len(below) != 1:
        raise Unsupported("a font without its descendant")
    descendant = below[0]
    codes = codes_of(given.get("/Encoding"))
    missing = float(descendant.get("/DW", 1000)) * 0.001
    font = Font(codes, _scaled(_widths(descendant.get("/W")), 0.001), missing)
    if codes.is_vertical:
        up = descendant.get("/DW2")
        if isinstance(up, pikepdf.Array):
            font.usual_height = (float(up[0]) * 0.001, float(up[1]) * 0.001)
        font.heights = _heights(descendant.get("/W2"))
    return font


def _widths(given: object) -> dict[int, float]:
    found: dict[int, float] = {}
    for first, last, values in _runs(given, 1):
        if last is None:
            found.update({first + at: value for at, value in enumerate(values)})
        else:
            found.update(dict.fromkeys(range(first, last + 1), values[0]))
    return found


def _heights(given: object) -> dict[int, tuple[float, float, float]]:
    found: dict[int, tuple[float, float, float]] = {}
    for first, last, values in _runs(given, 3):
        scaled = [value * 0.001 for value in values]
        if last is None:
            for at in range(len(scaled) // 3):
                one = scaled[3 * at : 3 * at + 3]
                found[first + at] = (one[0], one[1], one[2])
        else:
            three = (scaled[0], scaled[1], scaled[2])
            found.update(dict.fromkeys(range(first, last + 1), three))
    return found


def _runs(given: object, each: int) -> Iterator[tuple[int, int | None, list[float]]]:
    """Yield the runs of `c [w …]` and `first last w`, of so many numbers for each glyph."""
    rest = list(given.as_list()) if isinstance(given, pikepdf.Array) else []
    at = 0
    while at + 1 < len(rest):
        first, second = int(rest[at]), rest[at + 1]
        if isinstance(second, pikepdf.Array):
            yield first, None, [float(one) for one in second.as_list()]
            at += 2
            continue
        last = int(second)
        values = [float(one) for one in rest[at + 2 : at + 2 + each]]
        if len(values) != each or not 0 <= last - first <= _MOST_GLYPHS:
            raise Unsupported("a damaged font")
        yield first, last, values
        at += 2 + each
