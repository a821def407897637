"""Where shapes stand on a slide: which lie off it, and which lie under others."""

from collections.abc import Iterator
from dataclasses import dataclass

from answerable.inspecting.markup import Element, attribute, local, named
from answerable.inspecting.office.writing.styles import child, children

_SHAPES = ("sp", "pic", "graphicFrame", "cxnSp", "grpSp")
_TINY = 38_100
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle, in the slide's units."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_tiny(self) -> bool:
        """Return whether nothing in it can be read."""
        return min(self.right - self.left, self.bottom - self.top) < _TINY

    def covers(self, other: "Place") -> bool:
        """Return whether another rectangle lies wholly in this one."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Slide:
    """How wide and how tall slides are."""

    wide: int
    tall: int

    def is_off(self, place: Place) -> bool:
        """Return whether nothing of a rectangle is on the slide."""
        return (
            place.left >= self.wide
            or place.top >= self.tall
            or place.right <= 0
            or place.bottom <= 0
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape, its place if it says one itself, and whether what lies under it is not seen."""

    element: Element
    place: Place | None
    is_opaque: bool


@dataclass(frozen=True, slots=True)
class _Grid:
    """How the units in a group become those of the slide."""

    scale_x: float = 1
    scale_y: float = 1
    left: float = 0
    top: float = 0

    def place(self, given: Element | None) -> Place | None:
        offset, extent = child(given, "off"), child(given, "ext")
        if offset is None or extent is None:
            return None
        left = _number(offset, "x") * self.scale_x + self.left
        top = _number(offset, "y") * self.scale_y + self.top
        right = left + _number(extent, "cx") * self.scale_x
        return Place(left, top, right, top + _number(extent, "cy") * self.scale_y)

    def inside(self, given: Element | None) -> "_Grid":
        place = self.place(given)
        offset, extent = child(given, "chOff"), child(given, "chExt")
        if place is None or offset is None or extent is None:
            return self
        scale_x = (place.right - place.left) / (_number(extent, "cx") or 1)
        scale_y = (place.bottom - place.top) / (_number(extent, "cy") or 1)
        left = place.left - _number(offset, "x") * scale_x
        return _Grid(scale_x, scale_y, left, place.top - _number(offset, "y") * scale_y)


def shapes_of(slide: Element) -> Iterator[Shape]:
    """Yield the shapes of a slide, those in groups too, from the lowest to the highest."""
    tree = next(named(slide, "spTree"), None)
    if tree is not None:
        yield from _shapes_in(tree, _Grid(), _DEEPEST)


def words(element: Element) -> str:
    """Return what an element says."""
    return " ".join(one.text or "" for one in named(element, "t")).strip()


def _shapes_in(group: Element, grid: _Grid, deepest: int) -> Iterator[Shape]:
    for one in children(group, *_SHAPES):
        if local(one) == "grpSp":
            if deepest:
                given = child(child(one, "grpSpPr"), "xfrm")
                yield from _shapes_in(one, grid.inside(given), deepest - 1)
            continue
        given = child(child(one, "spPr"), "xfrm")
        given = child(one, "xfrm") if given is None else given
        yield Shape(one, grid.place(given), _is_opaque(one))


def _is_opaque(shape: Element) -> bool:
    if local(shape) == "pic":
        return True
    properties = child(shape, "spPr")
    fill = next(children(properties, "solidFill", "pattFill", "blipFill", "gradFill"), None)
    if fill is not None:
        return not any(_number(one, "val") < 100_000 for one in named(fill, "alpha"))  # noqa: PLR2004 thousandths of per cent
    is_styled = child(child(shape, "style"), "fillRef") is not None
    return is_styled and child(properties, "noFill") is None and local(shape) == "sp"


def _number(element: Element, name: str) -> float:
    try:
        return float(attribute(element, name))
    except ValueError:
        return 0
