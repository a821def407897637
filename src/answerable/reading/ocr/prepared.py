"""A page made ready for reading: upright, level, without grain, figures and the lines around its cells."""

import json
from dataclasses import dataclass
from typing import Any

import numpy as np

from answerable.reading.ocr.dots import dots_of
from answerable.reading.ocr.drawn import Drawn
from answerable.reading.ocr.figures import blanked, figures_of
from answerable.reading.ocr.grey import halved, paper_of, threshold_of, without_grain
from answerable.reading.ocr.lit import evenly_lit
from answerable.reading.ocr.ruling import Ruling, erased, ruling_of
from answerable.reading.ocr.stacked import Move, stacked, strips_of
from answerable.reading.ocr.straight import is_sideways, lean_of, levelled
from answerable.reading.pdf.places import Box

_POINTS = 72
_THIN = 0.5


@dataclass(frozen=True, slots=True)
class Prepared:
    """A page as a picture in the form PGM, and what was found on it besides letters.

    `dots` are its pixels to an inch, `turned` by how many quarters it was turned, with the clock. `size`
    (width, height), `rules`, `figures` and `bullets` (boxes) are in points from the top left of the page as it is read.
    `moves` say where parts of it stand in the picture, and their rows on the page.
    """

    page: int
    dots: int
    turned: int
    size: tuple[float, float]
    rules: list[Box]
    figures: list[Box]
    bullets: list[Box]
    moves: list[Move]
    picture: bytes = b""


def prepared(drawn: Drawn, *, page: int, turned: int | None = None) -> Prepared:
    """Return a page made ready; it is turned so that its lines run across, or as is said."""
    grey, dots = evenly_lit(drawn.grey), drawn.dots
    threshold = threshold_of(grey)
    half = halved(grey <= threshold)
    if turned is None:
        turned = int(is_sideways(half))
    if turned:
        grey, half = np.rot90(grey, -turned), np.rot90(half, -turned)
    lean = lean_of(half)
    grey = levelled(np.ascontiguousarray(grey), lean)
    paper = paper_of(grey)
    figures = figures_of(grey, paper, dots)
    grey = blanked(grey, figures, paper)
    ink = grey <= threshold
    rulings = ruling_of(ink, dots)
    clean = erased(grey, ink, rulings, paper)
    strips = strips_of(halved(clean <= threshold), dots)
    picture, moves = stacked(without_grain(clean, threshold), strips, dots)
    height, width = grey.shape
    scale = _POINTS / dots
    return Prepared(
        page,
        dots,
        turned,
        (width * scale, height * scale),
        [_thin(one, scale) for one in rulings],
        [_in_points(box, scale) for box in figures],
        [_in_points(box, scale) for box in dots_of(halved(ink), dots)],
        moves,
        b"P5 %d %d 255\n" % (width, len(picture)) + picture.tobytes(),
    )


def _in_points(box: tuple[int, int, int, int], scale: float) -> Box:
    left, top, right, bottom = box
    return left * scale, top * scale, right * scale, bottom * scale


def _thin(ruling: Ruling, scale: float) -> Box:
    """Return a line's box in points, as thin as a drawn one: what leans a little is thick in pixels."""
    left, top, right, bottom = _in_points(ruling.box, scale)
    if ruling.is_across:
        middle = (top + bottom) / 2
        return left, middle - _THIN, right, middle + _THIN
    middle = (left + right) / 2
    return middle - _THIN, top, middle + _THIN, bottom


def as_bytes(page: Prepared) -> bytes:
    """Return a page as bytes that can be carried: a line of JSON, and its picture."""
    said = [page.page, page.dots, page.turned, page.size, page.rules, page.figures, page.bullets]
    said.append([[move.row, move.by] for move in page.moves])
    return json.dumps(said).encode() + b"\n" + page.picture


def from_bytes(data: bytes) -> Prepared:
    """Return a page that was carried."""
    end = data.index(b"\n")
    fields: list[Any] = json.loads(data[:end])
    number, dots, turned, size, rules, figures, bullets, moves = fields
    return Prepared(
        int(number),
        int(dots),
        int(turned),
        (float(size[0]), float(size[1])),
        [_box(rule) for rule in rules],
        [_box(box) for box in figures],
        [_box(box) for box in bullets],
        [Move(int(row), int(by)) for row, by in moves],
        data[end + 1 :],
    )


def _box(given: list[Any]) -> Box:
    left, top, right, bottom = map(float, given)
    return left, top, right, bottom
