"""Where frames, shapes and paragraphs of a document stand: off the page nobody sees them."""

import math
import re
from collections.abc import Iterator
from itertools import chain

from answerable.inspecting.markup import Element, attribute, is_on, local, named, text_of
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.writing.boxes import covered_boxes
from answerable.inspecting.office.writing.narrow import boxes_cut_off
from answerable.inspecting.office.writing.styles import child, children

_WIDEST_PAGE = 22 * 1440
"""Twentieths of a point: the largest page that a document may have, 22 inches."""

_EMU = 635
_NARROWEST_TEXT = 200
_LOWEST = 60
_USUAL_MARGIN = 1800
_WIDEST_MEASURE = 11_000
_BOXES = frozenset({"tc", "txbxContent"})
_SMALLEST_SHAPE = 3 * 12_700
_THIN = 60_000
_WHOLE = 100_000
# A third of a centimetre, some four words, and half a line, in English Metric Units (360,000 are a centimetre).
_AT_THE_BEGINNING, _A_FEW_WORDS, _HALF_A_LINE = 120_000, 1_440_000, 90_000
_OF_PARAGRAPHS = ("column", "character", "paragraph", "line")
_POINTS = re.compile(r"(?:left|top|margin-left|margin-top):(-?[\d.]+)(pt|in|cm|mm|px)?")
_SIDES = re.compile(r"(?:^|;)(?:width|height):(\d+\.?\d*|\.\d+)(pt|in|cm|mm|px|)(?=;|$)")
_PER_UNIT = {"pt": 20.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, "px": 15.0, "": 0.0}


_PUT_AWAY = {"subHide": "sub", "supHide": "sup", "degHide": "deg"}


def _look_at_formulas(package: Package, where: str, root: Element) -> None:
    """Find what a formula says of a limit or a degree that it does not show."""
    for switch in named(root, *_PUT_AWAY):
        for part in switch.getparent().getparent() if is_on(switch) else ():
            if local(part) == _PUT_AWAY[local(switch)] and (said := text_of(part).strip()):
                package.seen.add("docx.hidden-text", where, said)


def look_at_places(package: Package, where: str, root: Element) -> None:
    """Find frames, shapes and indented text that lie off the page, and shapes too small to be seen."""
    _look_at_formulas(package, where, root)
    for one in off_the_page(root):
        package.seen.add("docx.off-page", where, text_of(one))
    for one in boxes_cut_off(root):
        if words := "".join(each.text or "" for each in named(one, "t")).split():
            package.seen.add("docx.cut-off", where, words[-1])
    for one in (*covering(root), *covered_boxes(root)):
        package.seen.add("docx.covered", where, text_of(one))
    for one in too_small(root):
        if text_of(one).strip() or _is_a_speck(one):
            package.seen.add("docx.off-page", where, text_of(one))


def _is_a_speck(one: Element) -> bool:
    """Return whether a picture is drawn so small that nothing of it is seen."""
    extent = child(one, "extent")
    sides = (
        [_number(attribute(extent, name)) for name in ("cx", "cy")] if extent is not None else []
    )
    return any(True for _ in named(one, "pic")) and max(sides, default=0) < _SMALLEST_SHAPE


def off_the_page(root: Element) -> Iterator[Element]:
    """Yield the paragraphs and shapes of a story that lie off the page."""
    page = _page(root)
    yield from chain(
        _frames(root, *page),
        _anchored(root, *page),
        _indented(root, page[0]),
        _tables(root, page[0]),
        _without_room(root),
        _old_shapes(root, page[0]),
    )


def too_small(root: Element) -> Iterator[Element]:
    """Yield what is anchored in a story with a side too short for anything in it to be seen."""
    for extent in named(root, "extent"):
        if min(_number(attribute(extent, name)) for name in ("cx", "cy")) < _SMALLEST_SHAPE:
            yield extent.getparent()


def covering(root: Element) -> Iterator[Element]:
    """Yield what is drawn in front of a story's text, is filled, and says nothing itself."""
    for anchor in named(root, "anchor"):
        shapes = [one for one in named(anchor, "wsp") if is_filled(child(one, "spPr"))]
        if is_in_front(anchor) and (
            any(not text_of(one).strip() for one in shapes) or _is_over_its_words(anchor)
        ):
            yield anchor
    for shape in named(root, "rect", "roundrect", "oval"):
        style = attribute(shape, "style").replace(" ", "").lower()
        is_placed = "position:absolute" in style and "z-index:-" not in style
        is_empty = attribute(shape, "filled").lower() in ("f", "false")
        if is_placed and not is_empty and not text_of(shape).strip():
            yield shape


def _is_over_its_words(anchor: Element) -> bool:
    """Return whether a picture lies over the beginning of the very paragraph that it is anchored in.

    Logos and signatures lie beside words, above or below them, and are measured from the page or the margin.
    """
    if not any(True for _ in named(anchor, "pic")):
        return False
    paragraph = next((one for one in anchor.iterancestors() if local(one) == "p"), None)
    words = "" if paragraph is None else "".join(one.text or "" for one in named(paragraph, "t"))
    extent = child(anchor, "extent")
    if extent is None or not words.strip():
        return False
    across, down = (_offset(anchor, name) for name in ("positionH", "positionV"))
    right, bottom = (_number(attribute(extent, side)) for side in ("cx", "cy"))
    return (
        max(across, down) <= _AT_THE_BEGINNING
        and across + right >= _A_FEW_WORDS
        and down + bottom >= _HALF_A_LINE
    )


def _offset(anchor: Element, name: str) -> float:
    """Return how far a drawing lies from where its paragraph begins; infinity if it is measured from elsewhere."""
    position = child(anchor, name)
    offset = child(position, "posOffset")
    is_own = position is not None and attribute(position, "relativeFrom") in _OF_PARAGRAPHS
    return _number(text_of(offset)) if is_own and offset is not None else math.inf


def is_in_front(anchor: Element) -> bool:
    """Return whether a drawing lies before the text, and is thick enough to cover some."""
    if attribute(anchor, "behindDoc") in ("1", "true") or child(anchor, "wrapNone") is None:
        return False
    extent = child(anchor, "extent")
    sides = [0.0] if extent is None else [_number(attribute(extent, side)) for side in ("cx", "cy")]
    return min(sides) >= _THIN


def is_filled(properties: Element | None) -> bool:
    """Return whether nothing is seen through a shape."""
    fill = next(children(properties, "solidFill", "pattFill", "blipFill", "gradFill"), None)
    if fill is None:
        return False
    return not any(_number(attribute(one, "val")) < _WHOLE for one in named(fill, "alpha"))


def _frames(root: Element, wide: float, tall: float) -> Iterator[Element]:
    for one in named(root, "framePr"):
        is_flat = attribute(one, "hRule") == "exact" and _twips(one, "h") < _LOWEST
        if is_flat or _is_off(_twips(one, "x"), wide) or _is_off(_twips(one, "y"), tall):
            yield one.getparent().getparent()


def _anchored(root: Element, wide: float, tall: float) -> Iterator[Element]:
    for anchor in named(root, "anchor"):
        for name, most in (("positionH", wide), ("positionV", tall)):
            offsets = (each for one in named(anchor, name) for each in named(one, "posOffset"))
            if any(_is_off(_number(one.text or "") / _EMU, most) for one in offsets):
                yield anchor


def _indented(root: Element, wide: float) -> Iterator[Element]:
    margin = max((_twips(one, "left") for one in named(root, "pgMar")), default=_USUAL_MARGIN)
    for one in named(root, "ind"):
        left = max(_twips(one, name) for name in ("left", "start", "firstLine"))
        in_box = any(local(each) in _BOXES for each in one.iterancestors())
        # In a cell or a box the margin of the page says nothing.
        least = -wide if in_box else -(margin + _NARROWEST_TEXT)
        most_left = min(_twips(one, name) for name in ("left", "start"))
        first = most_left + _twips(one, "firstLine") - _twips(one, "hanging")
        if left > wide - _NARROWEST_TEXT or left < -wide or min(most_left, first) < least:
            yield one.getparent().getparent()


def _tables(root: Element, wide: float) -> Iterator[Element]:
    """Yield the tables that are moved off the page."""
    for one in named(root, "tblInd", "tblpPr", "wBefore"):
        places = [_twips(one, name) for name in ("w", "tblpX", "tblpY")]
        is_measured = attribute(one, "type") in ("", "dxa")
        if is_measured and any(abs(place) > max(wide, _WIDEST_MEASURE) for place in places):
            yield next(each for each in one.iterancestors() if local(each) in ("tbl", "style"))


def _without_room(root: Element) -> Iterator[Element]:
    """Yield the last paragraph of each section whose margins leave no room for text, or lie off the page."""
    for section in named(root, "sectPr"):
        if _has_no_column(section) or _is_all_margin(section):
            yield section.getparent()


def _has_no_column(section: Element) -> bool:
    """Return whether a section has a column in which no word has room."""
    widths = (_twips(one, "w") for one in named(section, "col"))
    return any(0 < one < _NARROWEST_TEXT for one in widths)


def _is_all_margin(section: Element) -> bool:
    margins, size = child(section, "pgMar"), child(section, "pgSz")
    wide, tall = (_twips(size, name) if size is not None else 0 for name in ("w", "h"))
    if margins is None or not wide:
        return False
    left, right = (_twips(margins, side) for side in ("left", "right"))
    above = sum(abs(_twips(margins, side)) for side in ("top", "bottom"))
    far = max(_twips(margins, side) for side in ("header", "footer"))
    if tall and (above > tall - _LOWEST or far > tall):
        return True
    return (
        left + right > wide - _NARROWEST_TEXT
        or max(left, right) > wide
        or min(left, right) < -wide / 4
    )


def _old_shapes(root: Element, wide: float) -> Iterator[Element]:
    for one in named(root, "shape", "rect", "roundrect", "group"):
        style = attribute(one, "style").replace(" ", "").lower()
        if (
            _is_flat(style)
            and text_of(one).strip()
            and "mso-fit-shape-to-text:t" not in _said_of(one)
        ):
            yield one
        if any(_is_off(float(size) * _PER_UNIT[unit], wide) for size, unit in _sizes(style)):
            yield one


def _is_flat(style: str) -> bool:
    """Return whether the style of an old drawing gives it no height or no width in which a letter could be read."""
    return any(
        float(size) * (_PER_UNIT[unit] or 1) < _LOWEST for size, unit in _SIDES.findall(style)
    )


def _said_of(shape: Element) -> str:
    """Return the styles of the boxes of words in an old drawing."""
    return "".join(attribute(one, "style") for one in named(shape, "textbox"))


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
