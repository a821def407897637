"""Boxes that lie on a sheet: their words below their edge, and white on nothing."""

from collections.abc import Sequence

from answerable.inspecting.colours import WHITE
from answerable.inspecting.markup import Element, local, named, text_of
from answerable.inspecting.office.overflowing import height_of_text, lines_in
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.slides.text import Scheme, unseen_text
from answerable.inspecting.office.writing.styles import child

_FILLS = ("solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_USUAL_SIZE = 1_100
_SPECK = 38_100

Hidden = Sequence[tuple[int, int]]
"""Columns or rows from one to another, each counted from one."""


def look_at_boxes(
    package: Package, drawing: Element, where: str, hidden: tuple[Hidden, Hidden]
) -> None:
    """Find words in the boxes of a sheet that their box cuts off, or that stand white on an empty sheet.

    `hidden` are the columns and the rows that are hidden: what lies on nothing else is hidden with them.
    """
    _look_for_covers(package, drawing, where)
    for anchor in named(drawing, "twoCellAnchor", "oneCellAnchor"):
        if _is_gone(anchor, hidden):
            package.seen.add("office.hidden-shape", where, _words_on(anchor))
    for box in named(drawing, "sp"):
        body = child(box, "txBody")
        if body is None or not text_of(body).strip():
            continue
        if _is_a_speck(box):
            package.seen.add("office.hidden-shape", where, text_of(body).strip())
        if _cuts_off(box, body):
            package.seen.add("xlsx.pushed-out-of-sight", where, text_of(body).split()[-1])
        if not _is_filled(box):
            for run in named(body, "r", "fld"):
                if unseen_text(run, Scheme({}, WHITE))[1] and text_of(run).strip():
                    package.seen.add("xlsx.pale-text", where, text_of(run))


def _is_gone(anchor: Element, hidden: tuple[Hidden, Hidden]) -> bool:
    """Return whether an anchor leaves what it holds no room, or none but on hidden columns or rows."""
    if local(anchor) == "oneCellAnchor":
        size = child(anchor, "ext")
        sides = [] if size is None else [size.get("cx", ""), size.get("cy", "")]
        return any(one.isdigit() and int(one) < _SPECK for one in sides)
    for begin, end, unseen in zip(
        _corners(anchor, "from"), _corners(anchor, "to"), hidden, strict=True
    ):
        if begin[0] == end[0] and end[1] - begin[1] < _SPECK:
            return True
        last = end[0] if end[1] > 0 else end[0] - 1
        # Programs count the columns and rows of anchors from nought.
        if any(first <= begin[0] + 1 and last + 1 <= until for first, until in unseen):
            return True
    return False


def _words_on(anchor: Element) -> str:
    return " ".join(text_of(one).strip() for one in named(anchor, "txBody"))


def _look_for_covers(package: Package, drawing: Element, where: str) -> None:
    """Find boxes with words that lie whole under a filled shape or a picture, which is drawn later."""
    anchors = [one for one in drawing if local(one) == "twoCellAnchor"]
    for at, one in enumerate(anchors):
        words = next((text_of(each).strip() for each in named(one, "txBody")), "")
        if words and any(_lies_in(one, each) for each in anchors[at + 1 :] if _covers(each)):
            package.seen.add("xlsx.covered-cells", where, words)


def _corners(anchor: Element, side: str) -> list[tuple[int, int]]:
    """Return in which column and row a corner of an anchor lies, each with how far in it."""
    corner = child(anchor, side)
    told = {local(part): text_of(part) for part in corner} if corner is not None else {}
    numbers = {name: int(text) for name, text in told.items() if text.lstrip("-").isdigit()}
    return [(numbers.get(name, 0), numbers.get(f"{name}Off", 0)) for name in ("col", "row")]


def _lies_in(one: Element, cover: Element) -> bool:
    begins = zip(_corners(cover, "from"), _corners(one, "from"), strict=True)
    ends = zip(_corners(cover, "to"), _corners(one, "to"), strict=True)
    return all(outer <= inner for outer, inner in begins) and all(
        outer >= inner for outer, inner in ends
    )


def _covers(anchor: Element) -> bool:
    """Return whether nothing is seen through what an anchor holds: a picture, or a filled shape."""
    if any(True for _ in named(anchor, "pic")):
        return True
    shapes = list(named(anchor, "sp"))
    return any(_is_filled(box) for box in shapes) and not any(True for _ in named(anchor, "alpha"))


def _is_a_speck(box: Element) -> bool:
    """Return whether a box has no room in which a letter could be read."""
    properties = child(box, "spPr")
    extent = next(named(properties, "ext"), None) if properties is not None else None
    sides = [extent.get(side, "") for side in ("cx", "cy")] if extent is not None else []
    return any(side.isdigit() and int(side) < _SPECK for side in sides)


def _cuts_off(box: Element, body: Element) -> bool:
    """Return whether a box shows nothing beyond its edge, and has more lines than it is tall."""
    settings = child(body, "bodyPr")
    if settings is None or settings.get("vertOverflow") not in ("clip", "ellipsis"):
        return False
    extent = next(named(child(box, "spPr") if child(box, "spPr") is not None else box, "ext"), None)
    tall = int(extent.get("cy", "0")) if extent is not None else 0
    line = height_of_text(body, usual=_USUAL_SIZE) / max(lines_in(body), 1)
    return bool(tall) and height_of_text(body, usual=_USUAL_SIZE) > tall + 2 * line


def _is_filled(box: Element) -> bool:
    properties = child(box, "spPr")
    has_fill = properties is not None and any(local(one) in _FILLS for one in properties)
    is_styled = child(child(box, "style"), "fillRef") is not None
    return has_fill or (is_styled and child(properties, "noFill") is None)
