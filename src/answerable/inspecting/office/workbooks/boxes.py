"""Boxes that lie on a sheet: their words below their edge, and white on nothing."""

from collections.abc import Sequence
from dataclasses import replace

from answerable.inspecting.colours import WHITE
from answerable.inspecting.markup import Element, local, named, text_of
from answerable.inspecting.office.overflowing import height_of_text, lines_in
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.slides.text import Scheme, unseen_text
from answerable.inspecting.office.workbooks.layers import corners_of, covered_words, is_filled
from answerable.inspecting.office.writing.styles import child

_USUAL_SIZE = 1_100
_SPECK = 38_100

Hidden = Sequence[tuple[int, int]]
"""Columns or rows from one to another, each counted from one."""


def look_at_boxes(
    package: Package,
    drawing: Element,
    where: str,
    hidden: tuple[Hidden, Hidden],
    scheme: Scheme,
) -> None:
    """Find words in the boxes of a sheet that their box cuts off, or that stand white on an empty sheet.

    `hidden` are the columns and the rows that are hidden: what lies on nothing else is hidden with them.
    """
    on_paper = replace(scheme, ground=WHITE)
    for words in covered_words(drawing):
        package.seen.add("xlsx.covered-cells", where, words)
    for anchor in named(drawing, "twoCellAnchor", "oneCellAnchor"):
        if _is_gone(anchor, hidden):
            package.seen.add("office.hidden-shape", where, _words_on(anchor))
    for box in named(drawing, "sp"):
        _look_at_box(package, box, where, on_paper)


def _look_at_box(package: Package, box: Element, where: str, on_paper: Scheme) -> None:
    body = child(box, "txBody")
    if body is None or not text_of(body).strip():
        return
    if _is_a_speck(box):
        package.seen.add("office.hidden-shape", where, text_of(body).strip())
    if _cuts_off(box, body):
        package.seen.add("xlsx.pushed-out-of-sight", where, text_of(body).split()[-1])
    if not is_filled(box):
        for run in named(body, "r", "fld"):
            if unseen_text(run, on_paper)[1] and text_of(run).strip():
                package.seen.add("xlsx.pale-text", where, text_of(run))


def _is_gone(anchor: Element, hidden: tuple[Hidden, Hidden]) -> bool:
    """Return whether an anchor leaves what it holds no room, or none but on hidden columns or rows."""
    if local(anchor) == "oneCellAnchor":
        size = child(anchor, "ext")
        sides = [] if size is None else [size.get("cx", ""), size.get("cy", "")]
        return any(one.isdigit() and int(one) < _SPECK for one in sides)
    for begin, end, unseen in zip(
        corners_of(anchor, "from"), corners_of(anchor, "to"), hidden, strict=True
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
