"""Boxes that lie on a sheet: their words below their edge, and white on nothing."""

from answerable.inspecting.colours import WHITE
from answerable.inspecting.markup import Element, local, named, text_of
from answerable.inspecting.office.overflowing import height_of_text, lines_in
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.slides.text import Scheme, unseen_text
from answerable.inspecting.office.writing.styles import child

_FILLS = ("solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_USUAL_SIZE = 1_100


def look_at_boxes(package: Package, drawing: Element, where: str) -> None:
    """Find words in the boxes of a sheet that their box cuts off, or that stand white on an empty sheet."""
    for box in named(drawing, "sp"):
        body = child(box, "txBody")
        if body is None or not text_of(body).strip():
            continue
        if _cuts_off(box, body):
            package.seen.add("xlsx.pushed-out-of-sight", where, text_of(body).split()[-1])
        if not _is_filled(box):
            for run in named(body, "r", "fld"):
                if unseen_text(run, Scheme({}, WHITE))[1] and text_of(run).strip():
                    package.seen.add("xlsx.pale-text", where, text_of(run))


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
