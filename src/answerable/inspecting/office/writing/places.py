"""Where frames, shapes and paragraphs of a document stand: off the page nobody sees them."""

import re
from collections.abc import Iterator
from itertools import chain

from answerable.inspecting.markup import Element, attribute, named, text_of
from answerable.inspecting.office.package import Package

_WIDEST_PAGE = 22 * 1440
"""Twentieths of a point: the largest page that a document may have, 22 inches."""

_EMU = 635
_NARROWEST_TEXT = 200
_SMALLEST_SHAPE = 3 * 12_700
_POINTS = re.compile(r"(?:left|top|margin-left|margin-top):(-?[\d.]+)(pt|in|cm|mm|px)?")
_PER_UNIT = {"pt": 20.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, "px": 15.0, "": 0.0}


def look_at_places(package: Package, where: str, root: Element) -> None:
    """Find frames, shapes and indented text that lie off the page, and shapes too small to be seen."""
    page = _page(root)
    for text in chain(
        _frames(root, *page),
        _anchored(root, *page),
        _indented(root, page[0]),
        _old_shapes(root, page[0]),
    ):
        package.seen.add("docx.off-page", where, text)
    for extent in named(root, "extent"):
        size = [_number(attribute(extent, name)) for name in ("cx", "cy")]
        text = text_of(extent.getparent())
        if min(size) < _SMALLEST_SHAPE and text.strip():
            package.seen.add("docx.off-page", where, text)


def _frames(root: Element, wide: float, tall: float) -> Iterator[str]:
    for one in named(root, "framePr"):
        if _is_off(_twips(one, "x"), wide) or _is_off(_twips(one, "y"), tall):
            yield text_of(one.getparent().getparent())


def _anchored(root: Element, wide: float, tall: float) -> Iterator[str]:
    for anchor in named(root, "anchor"):
        for name, most in (("positionH", wide), ("positionV", tall)):
            offsets = (each for one in named(anchor, name) for each in named(one, "posOffset"))
            if any(_is_off(_number(one.text or "") / _EMU, most) for one in offsets):
                yield text_of(anchor)


def _indented(root: Element, wide: float) -> Iterator[str]:
    for one in named(root, "ind"):
        left = max(_twips(one, name) for name in ("left", "start", "firstLine"))
        if left > wide - _NARROWEST_TEXT or left < -wide:
            yield text_of(one.getparent().getparent())


def _old_shapes(root: Element, wide: float) -> Iterator[str]:
    for one in named(root, "shape", "rect", "roundrect", "group"):
        style = attribute(one, "style").replace(" ", "").lower()
        if any(_is_off(float(size) * _PER_UNIT[unit], wide) for size, unit in _sizes(style)):
            yield text_of(one)


def _page(root: Element) -> tuple[float, float]:
    """Return how wide and how tall the largest page is."""
    sizes = [(_twips(one, "w"), _twips(one, "h")) for one in named(root, "pgSz")]
    if not sizes:
        return _WIDEST_PAGE, _WIDEST_PAGE
    return max(one[0] for one in sizes), max(one[1] for one in sizes)


def _is_off(place: float, most: float) -> bool:
    return place > most or place < -most


def _sizes(style: str) -> list[tuple[str, str]]:
    return [
        (size, unit)
        for size, unit in _POINTS.findall(style)
        if re.fullmatch(r"-?\d+\.?\d*|-?\.\d+", size)
    ]


def _twips(element: Element, name: str) -> float:
    return _number(attribute(element, name))


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0
