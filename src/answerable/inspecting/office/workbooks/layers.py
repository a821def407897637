"""What is drawn on a sheet one upon the other: which words lie under other things, whatever number of them."""

from collections.abc import Iterator

from answerable.inspecting.markup import Element, local, named, text_of
from answerable.inspecting.office.writing.styles import child

_FILLS = ("solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")
_ROW, _COLUMN = 190_500, 609_600
"""How tall and wide rows and columns are for what is compared here: beyond its own, an offset ends at the next."""

_POINTS = 12
_MOST_COVERED = 0.9
_MOST_LOOKED_AT = 400

_Area = tuple[float, float, float, float]
"""From which column and row to which, with the share of them in which it begins and ends."""


def covered_words(drawing: Element) -> Iterator[str]:
    """Yield the words of boxes that what is drawn later covers, all together but for a tenth."""
    anchors = [one for one in drawing if local(one) in _ANCHORS][:_MOST_LOOKED_AT]
    areas = [_area_of(one) for one in anchors]
    covers = [_covers(one) for one in anchors]
    for at, one in enumerate(anchors):
        area = areas[at]
        words = next((text_of(each).strip() for each in named(one, "txBody")), "")
        if not words or area is None:
            continue
        later = [
            each
            for each, is_one in zip(areas[at + 1 :], covers[at + 1 :], strict=True)
            if is_one and each is not None
        ]
        if later and _share_under(area, later) > _MOST_COVERED:
            yield words


def _share_under(area: _Area, covers: list[_Area]) -> float:
    """Return how much of an area lies under others, by the points of a grid on it."""
    left, top, right, bottom = area
    steps = [(step + 0.5) / _POINTS for step in range(_POINTS)]
    points = [(left + (right - left) * x, top + (bottom - top) * y) for x in steps for y in steps]
    under = sum(
        any(one[0] <= x <= one[2] and one[1] <= y <= one[3] for one in covers) for x, y in points
    )
    return under / len(points)


def _area_of(anchor: Element) -> _Area | None:
    begin = corners_of(anchor, "from")
    left, top = (
        place + min(off / size, 1)
        for (place, off), size in zip(begin, (_COLUMN, _ROW), strict=True)
    )
    if local(anchor) == "twoCellAnchor":
        end = corners_of(anchor, "to")
        right, bottom = (
            place + min(off / size, 1)
            for (place, off), size in zip(end, (_COLUMN, _ROW), strict=True)
        )
        return left, top, right, bottom
    extent = child(anchor, "ext")
    if extent is None or local(anchor) == "absoluteAnchor":
        return None
    wide, tall = (extent.get(side, "") for side in ("cx", "cy"))
    if not (wide.isdigit() and tall.isdigit()):
        return None
    return left, top, left + int(wide) / _COLUMN, top + int(tall) / _ROW


def _covers(anchor: Element) -> bool:
    """Return whether nothing is seen through what an anchor holds: a picture, a chart, or a filled shape."""
    if any(True for _ in named(anchor, "pic", "chart")):
        return True
    shapes = list(named(anchor, "sp"))
    return any(is_filled(box) for box in shapes) and not any(True for _ in named(anchor, "alpha"))


def corners_of(anchor: Element, side: str) -> list[tuple[int, int]]:
    """Return in which column and row a corner of an anchor lies, each with how far in it."""
    corner = child(anchor, side)
    told = {local(part): text_of(part) for part in corner} if corner is not None else {}
    numbers = {name: int(text) for name, text in told.items() if text.lstrip("-").isdigit()}
    return [(numbers.get(name, 0), numbers.get(f"{name}Off", 0)) for name in ("col", "row")]


def is_filled(box: Element) -> bool:
    """Return whether nothing is seen through a box, by itself or by its style."""
    properties = child(box, "spPr")
    has_fill = properties is not None and any(local(one) in _FILLS for one in properties)
    is_styled = child(child(box, "style"), "fillRef") is not None
    return has_fill or (is_styled and child(properties, "noFill") is None)
