"""Pictures and boxes in a document: those that are seen, in their order."""

import re
from collections.abc import Iterator

from answerable.inspecting.archive import DAMAGED
from answerable.inspecting.markup import MOST_BYTES, Element, attribute, local, named
from answerable.inspecting.office.drawn import has_white_letters
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.writing.places import is_filled, is_in_front
from answerable.inspecting.office.writing.styles import child, children
from answerable.inspecting.rebuilding.documents.blocks import Paragraph, Picture, Run
from answerable.inspecting.rebuilding.documents.pictures import Cut
from answerable.inspecting.rebuilding.documents.signs import readable
from answerable.inspecting.rebuilding.documents.writing.shared import Shared

_LINE = 5_731_510
"""How wide the text of a usual page is, in the units of drawings."""

_PROPERTIES = ("docPr", "cNvPr")
_CHARTS = ("chart", "relIds")
_OLD_SIDES = ("left", "top", "right", "bottom")


def boxes_and_pictures(
    drawing: Element, shared: Shared, part: str, unseen: set[Element]
) -> Iterator[Element | Picture | Paragraph]:
    """Yield the pictures of a drawing, made anew, and the elements that hold the text of its boxes."""
    for anchor in children(drawing, "anchor"):
        _count_what_lies_over(anchor, shared)
    share = _share(drawing)
    for one in _seen(drawing, unseen):
        name = local(one)
        if name == "txbxContent":
            yield one
        elif name in _CHARTS:
            shared.left.add("charts")
        elif name == "textpath":
            words = readable(attribute(one, "string"), shared.left).strip()
            yield Paragraph((Run(words),), is_quiet=True)
        else:
            made = _picture(one, shared, part, share)
            if made is not None:
                yield made


def _seen(element: Element, unseen: set[Element]) -> Iterator[Element]:
    """Yield what is shown in a drawing: texts, pictures and charts, but nothing of a hidden shape."""
    for one in element:
        name = local(one)
        if not name or one in unseen or _is_hidden(one):
            continue
        if name == "AlternateContent":
            yield from _seen(
                child(one, "Choice") if child(one, "Choice") is not None else [], unseen
            )
        elif name in ("txbxContent", "pic", "imagedata", "textpath", *_CHARTS):
            yield one
        else:
            yield from _seen(one, unseen)


def _is_hidden(one: Element) -> bool:
    if "visibility:hidden" in attribute(one, "style").replace(" ", "").lower():
        return True
    if child(one, "textpath") is not None and has_white_letters(one):
        return True
    told = [*children(one, *_PROPERTIES)]
    for group in children(one, "nvPicPr", "nvGrpSpPr", "nvSpPr", "nvGraphicFramePr", "nvCxnSpPr"):
        told += children(group, *_PROPERTIES)
    return any(attribute(each, "hidden").lower() in ("1", "true", "on") for each in told)


def _count_what_lies_over(anchor: Element, shared: Shared) -> None:
    """Count boxes and pictures in front of the text: whether they cover some, only the page tells."""
    filled = any(is_filled(child(one, "spPr")) for one in named(anchor, "wsp"))
    if is_in_front(anchor) and (filled or any(True for _ in named(anchor, "pic"))):
        shared.left.add("over-text")


def _picture(one: Element, shared: Shared, part: str, share: float) -> Picture | None:
    blip = next(named(one, "blip"), None) if local(one) == "pic" else one
    key = "" if blip is None else _key(blip)
    data = _bytes(shared.package, part, key)
    if not data:
        shared.left.add("pictures")
        return None
    return shared.pictures.picture(data, cut=_cut(one), share=share)


def _key(blip: Element) -> str:
    return next(
        (value for key, value in blip.attrib.items() if key.endswith(("}embed", "}id", "}pict"))),
        "",
    )


def _bytes(package: Package, part: str, key: str) -> bytes:
    relation = package.by_key(part).get(key)
    if relation is None or relation.is_outside or relation.target not in package.archive.members:
        return b""
    try:
        return package.archive.unpacked(relation.target, most=MOST_BYTES)
    except DAMAGED:
        return b""


def _cut(one: Element) -> Cut:
    if local(one) == "imagedata":
        return Cut(*(_old_share(attribute(one, f"crop{side}")) for side in _OLD_SIDES))
    source = next(named(one, "srcRect"), None)
    if source is None:
        return Cut()
    return Cut(*(_thousandths(attribute(source, side)) for side in "ltrb"))


def _thousandths(told: str) -> float:
    if told.endswith("%"):
        return _number(told[:-1]) / 100
    return _number(told) / 100_000


def _old_share(told: str) -> float:
    if told.endswith("f"):
        return _number(told[:-1]) / 65_536
    return _number(told)


def _share(drawing: Element) -> float:
    extent = next(named(drawing, "extent"), None)
    if extent is not None:
        return min(max(_number(attribute(extent, "cx")) / _LINE, 0.05), 1.0)
    found = re.search(r"width:([\d.]+)pt", attribute(next(iter(drawing), drawing), "style"))
    return min(max(_number(found[1]) * 12_700 / _LINE, 0.05), 1.0) if found else 1.0


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0
