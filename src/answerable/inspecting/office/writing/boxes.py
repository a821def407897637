"""The boxes of a document that are drawn on each other, and what their words stand on."""

from collections.abc import Iterator
from dataclasses import dataclass

from answerable.inspecting.colours import Colour, colour_of
from answerable.inspecting.markup import Element, attribute, local, named, text_of
from answerable.inspecting.office.rectangle import Place
from answerable.inspecting.office.writing.styles import child, children

_MOST_SHARED = 0.5
"""The share of a box with words that another may lie over."""

_FILLS = ("solidFill", "pattFill", "blipFill", "gradFill")


@dataclass(frozen=True, slots=True)
class _Box:
    """A box, what its place is measured from, and above how many others it is drawn."""

    anchor: Element
    measured: tuple[str, ...]
    place: Place
    height: int


def covered_boxes(root: Element) -> Iterator[Element]:
    """Yield the boxes with words over which another that is filled, or a picture, is drawn."""
    boxes = dict[Element, list[_Box]]()
    for anchor in named(root, "anchor"):
        box = _box_of(anchor)
        paragraph = next((one for one in anchor.iterancestors() if local(one) == "p"), None)
        if box is not None and paragraph is not None:
            boxes.setdefault(paragraph, []).append(box)
    for some in boxes.values():
        for one in some:
            if text_of(one.anchor).strip() and any(_covers(other, one) for other in some):
                yield one.anchor


def ground_of_box(content: Element) -> Colour | None:
    """Return the colour that the box around some words is filled with; None if that is not one, or not known."""
    box = next((one for one in content.iterancestors() if local(one) == "wsp"), None)
    fill = child(child(box, "spPr"), "solidFill")
    colour = child(fill, "srgbClr")
    # What makes it lighter, darker or clearer is reckoned by those who draw it.
    return None if colour is None or len(colour) else colour_of(attribute(colour, "val"))


def _box_of(anchor: Element) -> _Box | None:
    sides = [child(anchor, name) for name in ("positionH", "positionV")]
    offsets = [child(one, "posOffset") for one in sides]
    extent = child(anchor, "extent")
    if extent is None or None in offsets:
        return None
    left, top = (_number(text_of(one)) for one in offsets)
    wide, tall = (_number(attribute(extent, name)) for name in ("cx", "cy"))
    measured = tuple(attribute(one, "relativeFrom") for one in sides)
    place = Place(left, top, left + wide, top + tall)
    return _Box(anchor, measured, place, int(_number(attribute(anchor, "relativeHeight"))))


def _covers(cover: _Box, box: _Box) -> bool:
    is_above = cover.height > box.height and cover.measured == box.measured
    if not is_above or attribute(cover.anchor, "behindDoc") in ("1", "true"):
        return False
    shared = cover.place.shared_with(box.place)
    return shared > _MOST_SHARED * max(box.place.area, 1) and _is_filled(cover.anchor)


def _is_filled(anchor: Element) -> bool:
    if any(True for _ in named(anchor, "pic")):
        return True
    filled = (next(children(child(one, "spPr"), *_FILLS), None) for one in named(anchor, "wsp"))
    return any(one is not None and not any(True for _ in named(one, "alpha")) for one in filled)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0
