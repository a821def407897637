"""What leaves letters no width: cells narrower than their margins, runs fitted into less than they need, ruby."""

import re
from collections.abc import Callable, Iterator

from answerable.inspecting.markup import Element, attribute, is_on, local, named
from answerable.inspecting.office.writing.styles import child, children

_USUAL_MARGIN = 108
"""Twentieths of a point, left and right in a cell for which nothing else is said."""

_FITTED = 0.15
_USUAL_HALF_POINTS = 20.0
# A letter is about half as wide as it is high; a half point has ten twentieths of a point.
_PER_HALF_POINT = 5.0
_PER_LINE = 12.0
_PER_TWIP = 635
_HIGHEST_LINE, _MOST_OF_A_LINE = 4_000.0, 0.6
_LOWEST, _LEAST_APART = 60, 0.1
_ON_END = ("btLr", "tbRl", "tbRlV", "tbLrV", "rl", "lr")


def cells_without_width(row: Element) -> Iterator[Element]:
    """Yield the cells of a row in which no letter has room: LibreOffice draws nothing of them.

    A width of nothing says that it is not known; a width of the cell counts as well as that of its columns.
    """
    table = next((one for one in row.iterancestors() if local(one) == "tbl"), None)
    grid = [_number(one, "w") for one in children(child(table, "tblGrid"), "gridCol")]
    at = sum(_number(one, "val") for one in children(child(row, "trPr"), "gridBefore"))
    for cell in named(row, "tc"):
        if next(one for one in cell.iterancestors() if local(one) == "tr") is not row:
            continue
        properties = child(cell, "tcPr")
        across = max([1, *(_number(one, "val") for one in children(properties, "gridSpan"))])
        own = [one for one in children(properties, "tcW") if attribute(one, "type") == "dxa"]
        widths = [*(_number(one, "w") for one in own), sum(grid[at : at + across])]
        if 0 < min((one for one in widths if one), default=0) <= _margins(properties, table):
            yield cell
        at += across


def cells_cut_off(row: Element, size_of: Callable[[Element], float | None]) -> Iterator[Element]:
    """Yield the cells whose last line, or more, stands below a row of which the height is exact."""
    height = _exact_height(row)
    for cell in children(row, "tc") if height else ():
        sizes = [size for one in named(cell, "r") if (size := size_of(one))]
        exact = [
            _number(one, "line")
            for one in named(cell, "spacing")
            if attribute(one, "lineRule") == "exact"
        ]
        line = min(
            (min(sizes, default=0) or _USUAL_HALF_POINTS) * _PER_LINE,
            *(one for one in exact if one),
            _HIGHEST_LINE,
        )
        if _lines_in(cell) * line > height + _MOST_OF_A_LINE * line:
            yield cell


def _lines_in(cell: Element) -> int:
    """Return how many lines somebody ended or began in a cell, up to the last that says anything."""
    count = last = 0
    for one in named(cell, "p", "br", "t"):
        if local(one) != "t":
            count += 1
        elif (one.text or "").strip():
            last = count
    return last


def cells_without_height(row: Element) -> Iterator[Element]:
    """Yield the cells of a row of exact height in which margins, or letters set on end, leave next to no room."""
    table = next((one for one in row.iterancestors() if local(one) == "tbl"), None)
    height = _exact_height(row)
    for cell in children(row, "tc") if height else ():
        properties = child(cell, "tcPr")
        said = (child(properties, "tcMar"), child(child(table, "tblPr"), "tblCellMar"))
        margin = sum(
            next((_number(one, "w") for each in said for one in children(each, side)), 0)
            for side in ("top", "bottom")
        )
        sizes = [_number(one, "val") for one in named(cell, "sz")]
        size = min(sizes, default=0) or _USUAL_HALF_POINTS
        letters = max(
            (sum(len(one.text or "") for one in named(p, "t")) for p in named(cell, "p")), default=0
        )
        on_end = any(
            attribute(one, "val") in _ON_END for one in children(properties, "textDirection")
        )
        wide = next((_number(one, "w") for one in children(properties, "tcW")), 0)
        lines = max(1.0, wide / (size * _PER_LINE))
        # Letters that are set on end begin new lines across their cell, as many as have room.
        is_lost_on_end = on_end and letters * size * _PER_HALF_POINT > lines * height
        if margin > height - _LOWEST or is_lost_on_end or (on_end and height < size * _PER_LINE):
            yield cell


def is_drawn_together(run: Element, half_points: float | None, stretch: float | None) -> bool:
    """Return whether the letters of a run stand on each other, for their size, their width and their distance."""
    spacing = child(child(run, "rPr"), "spacing")
    told = attribute(spacing, "val") if spacing is not None else ""
    if not re.fullmatch(r"-\d{1,5}", told):
        return False
    size = half_points or _USUAL_HALF_POINTS
    wide = size * _PER_HALF_POINT * min((stretch or 100) / 100, 1)
    return wide + int(told) < wide * _LEAST_APART


def _exact_height(row: Element) -> int:
    """Return how high a row is that grows with nothing; 0 if it does."""
    return next(
        (
            _number(one, "val")
            for one in children(child(row, "trPr"), "trHeight")
            if attribute(one, "hRule") == "exact"
        ),
        0,
    )


def boxes_cut_off(root: Element) -> Iterator[Element]:
    """Yield the boxes of a story whose lines go on below their edge, where they do not grow with their words."""
    for box in named(root, "wsp"):
        body, extent = child(box, "bodyPr"), next(named(box, "ext"), None)
        tall = _number(extent, "cy") if extent is not None else 0
        if not tall or child(body, "spAutoFit") is not None:
            continue
        sizes = [_number(one, "val") for one in named(box, "sz")]
        line = (min(sizes, default=0) or _USUAL_HALF_POINTS) * _PER_LINE * _PER_TWIP
        if sum(1 for _ in named(box, "p", "br")) * line > tall + 2 * line:
            yield box


def is_phantom(element: Element) -> bool:
    """Return whether something in a formula keeps its room and is not drawn."""
    above = (one for one in element.iterancestors() if local(one) == "phant")
    shows = (each for one in above for each in children(child(one, "phantPr"), "show"))
    return any(not is_on(one) for one in shows)


def is_pressed_together(run: Element, half_points: float | None) -> bool:
    """Return whether a run, with those that it is fitted with, has a small part of the width that it needs."""
    fit = child(child(run, "rPr"), "fitText")
    if fit is None or not attribute(fit, "val").isdigit():
        return False
    key = attribute(fit, "id")
    together = [run]
    if key:
        fitted = (child(child(one, "rPr"), "fitText") for one in children(run.getparent(), "r"))
        together = [
            one.getparent().getparent()
            for one in fitted
            if one is not None and attribute(one, "id") == key
        ]
    letters = sum(len(text.text or "") for one in together for text in children(one, "t"))
    height = half_points or _USUAL_HALF_POINTS
    return _number(fit, "val") < _FITTED * letters * height * _PER_HALF_POINT


def ruby_half_points(run: Element) -> int | None:
    """Return the size that ruby gives a run which stands above another, or below it; None if it gives none."""
    above = run.getparent()
    name = {"rt": "hps", "rubyBase": "hpsBaseText"}.get("" if above is None else local(above))
    if name is None:
        return None
    size = child(child(above.getparent(), "rubyPr"), name)
    return None if size is None or not attribute(size, "val").isdigit() else _number(size, "val")


def _margins(properties: Element | None, table: Element | None) -> int:
    """Return how much of a cell's width is margin."""
    said = (child(properties, "tcMar"), child(child(table, "tblPr"), "tblCellMar"))
    return sum(
        next((_number(one, "w") for each in said for one in children(each, *side)), _USUAL_MARGIN)
        for side in (("left", "start"), ("right", "end"))
    )


def _number(element: Element, name: str) -> int:
    told = attribute(element, name)
    return int(told) if told.isdecimal() and len(told) < 8 else 0  # noqa: PLR2004 more is no measure
