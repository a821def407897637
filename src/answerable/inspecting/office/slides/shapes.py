"""Where shapes stand on a slide: which lie off it, and which lie under others."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from answerable.inspecting.markup import Element, attribute, local, named
from answerable.inspecting.office.overflowing import height_of_text, lines_in
from answerable.inspecting.office.rectangle import TINY, Place
from answerable.inspecting.office.writing.styles import child, children

_SHAPES = ("sp", "pic", "graphicFrame", "cxnSp", "grpSp")
_USUAL_SIZE = 1_800
_DEEPEST = 20
_LEAST_SHARED = 0.1
"""The share of a filled shape that has to lie over text before it may cover some of it."""

_MOST_COVERED, _POINTS = 0.9, 12
_PER_DEGREE = 60_000
_ON_ITS_SIDE = 45
_MOST_OFF = 0.5
"""The share of a text's box or of a picture that may lie off the slide, as what bleeds over its edge does."""

_THICK = 12 * 12_700
"""Lines as thick as letters are high hide words."""

UNFILLED = ("{2D5ABB26-0587-4C30-8999-92F81FD0307C}", "{5940675A-B579-460E-94D1-54222C63F5DA}")
"""The styles of tables through which the slide is seen."""

_THROUGH = ("AlternateContent", "Choice")


@dataclass(frozen=True, slots=True)
class Slide:
    """How wide and how tall slides are."""

    wide: int
    tall: int

    def is_mostly_off(self, place: Place) -> bool:
        """Return whether more of a rectangle lies off the slide than on it."""
        whole = Place(0, 0, self.wide, self.tall)
        return place.shared_with(whole) < place.area * _MOST_OFF

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
        if given is None or offset is None or extent is None:
            return None
        left = _number(offset, "x") * self.scale_x + self.left
        top = _number(offset, "y") * self.scale_y + self.top
        right = left + _number(extent, "cx") * self.scale_x
        place = Place(left, top, right, top + _number(extent, "cy") * self.scale_y)
        return place.turned if _is_on_its_side(given) else place

    def inside(self, given: Element | None) -> "_Grid":
        place = self.place(given)
        offset, extent = child(given, "chOff"), child(given, "chExt")
        if place is None or offset is None or extent is None:
            return self
        scale_x = (place.right - place.left) / (_number(extent, "cx") or 1)
        scale_y = (place.bottom - place.top) / (_number(extent, "cy") or 1)
        left = place.left - _number(offset, "x") * scale_x
        return _Grid(scale_x, scale_y, left, place.top - _number(offset, "y") * scale_y)


def shapes_of(slide: Element, *above: Element) -> Iterator[Shape]:
    """Yield the shapes of a slide, those in groups too, from the lowest to the highest.

    A placeholder that says no place of its own has that of its layout or master: those `above` the slide.
    """
    tree = next(named(slide, "spTree"), None)
    if tree is not None:
        for one in _shapes_in(tree, _Grid(), _DEEPEST):
            yield one if one.place is not None else replace(one, place=_inherited(one, above))


def placeholder_of(shape: Element) -> Element | None:
    """Return what says of which kind a placeholder is; None for other shapes."""
    for group in children(shape, "nvSpPr", "nvPicPr", "nvGraphicFramePr"):
        return next(named(group, "ph"), None)
    return None


def inherited_from(shape: Element, *above: Element) -> Iterator[Element]:
    """Yield the placeholders of layouts and masters from which one of a slide has what it does not say itself."""
    own = placeholder_of(shape)
    if own is None:
        return
    kind, key = _kind(own), attribute(own, "idx")
    for sheet in above:
        for one in named(sheet, "sp", "pic"):
            other = placeholder_of(one)
            if other is None:
                continue
            if (key and attribute(other, "idx") == key) or _kind(other) == kind:
                yield one
                kind = _kind(other)
                break


def _kind(placeholder: Element) -> str:
    kind = attribute(placeholder, "type") or "body"
    return {"ctrTitle": "title", "subTitle": "body", "obj": "body"}.get(kind, kind)


def _inherited(shape: Shape, above: tuple[Element, ...]) -> Place | None:
    for one in inherited_from(shape.element, *above):
        place = _Grid().place(child(child(one, "spPr"), "xfrm"))
        if place is not None:
            return place
    return None


def unseen_shapes(slide: Element, whole: "Slide", *above: Element) -> Iterator[tuple[str, Shape]]:
    """Yield the shapes of a slide that nobody sees, or not whole, each with the code under which it is found."""
    shapes = list(shapes_of(slide, *above))
    for at, shape in enumerate(shapes):
        if shape.place is None:
            continue
        said = words(shape.element)
        is_picture = local(shape.element) in ("pic", "graphicFrame")
        is_off = whole.is_off(shape.place) and (said or is_picture)
        if is_off or (shape.place.is_tiny and said):
            yield "pptx.off-slide", shape
        elif (said or local(shape.element) == "pic") and whole.is_mostly_off(shape.place):
            yield "pptx.mostly-off", shape
        if said or is_picture:
            covers = [one for one in shapes[at + 1 :] if one.is_opaque and one.place is not None]
            if _is_under(shape.place, [one.place for one in covers if one.place is not None]):
                yield "pptx.covered", shape
            elif said and any(
                _lies_over(one, shape.place) for one in [*covers, *_tables(shapes[at + 1 :])]
            ):
                yield "pptx.partly-covered", shape


def _is_under(place: Place, covers: list[Place]) -> bool:
    """Return whether a rectangle lies under others, but for a tenth of it: one of them, or some together."""
    if any(one.covers(place) for one in covers):
        return True
    near = [one for one in covers if one.shared_with(place) > 0]
    if len(near) < 2 or sum(one.shared_with(place) for one in near) < place.area * _MOST_COVERED:  # noqa: PLR2004 one alone covers it or not
        return False
    steps = [(step + 0.5) / _POINTS for step in range(_POINTS)]
    wide, tall = place.right - place.left, place.bottom - place.top
    points = [(place.left + wide * x, place.top + tall * y) for x in steps for y in steps]
    under = sum(any(one.holds(*each) for one in near) for each in points)
    return under > len(points) * _MOST_COVERED


def cells_of_no_width(table: Element) -> Iterator[Element]:
    """Yield the cells of a table on a slide whose column is too narrow for any letter, or all margin."""
    columns = [_number(one, "w") for one in children(child(table, "tblGrid"), "gridCol")]
    for row in children(table, "tr"):
        for width, cell in zip(columns, children(row, "tc"), strict=False):
            if attribute(cell, "gridSpan") not in ("", "1"):
                continue
            settings = child(cell, "tcPr")
            margin = (
                sum(_number(settings, side) for side in ("marL", "marR"))
                if settings is not None
                else 0
            )
            if 0 < width < TINY + margin:
                yield cell


def runs_off(shape: Shape, whole: Slide) -> str:
    """Return the last word of a text that goes on below the slide; nothing if it ends on it."""
    body = child(shape.element, "txBody")
    if body is None or shape.place is None or not words(body):
        return ""
    tall = height_of_text(body, usual=_USUAL_SIZE)
    line = tall / max(lines_in(body), 1)
    return words(body).split()[-1] if shape.place.top + tall > whole.tall + 2 * line else ""


def _tables(shapes: list[Shape]) -> list[Shape]:
    """Return the tables among shapes whose style fills them, as most do."""
    filled = (
        (one, attribute_of_style(one.element))
        for one in shapes
        if local(one.element) == "graphicFrame"
    )
    return [one for one, style in filled if style and style not in UNFILLED]


def attribute_of_style(frame: Element) -> str:
    """Return the style of the table in a frame; nothing if it has none."""
    return next(((one.text or "").strip() for one in named(frame, "tableStyleId")), "")


def _lies_over(cover: Shape, place: Place) -> bool:
    """Return whether a filled shape that says nothing itself, or a table, lies in part over a place."""
    is_shape = local(cover.element) in ("sp", "cxnSp") and not words(cover.element)
    if not (is_shape or local(cover.element) == "graphicFrame") or cover.place is None:
        return False
    shared = cover.place.shared_with(place)
    return shared > _LEAST_SHARED * max(cover.place.area, 1)


def words(element: Element) -> str:
    """Return what an element says."""
    return " ".join(one.text or "" for one in named(element, "t")).strip()


def _shapes_in(group: Element, grid: _Grid, deepest: int) -> Iterator[Shape]:
    for one in children(group, *_SHAPES, *_THROUGH):
        if local(one) in _THROUGH:
            yield from _shapes_in(one, grid, deepest - 1) if deepest else ()
            continue
        if local(one) == "grpSp":
            if deepest:
                given = child(child(one, "grpSpPr"), "xfrm")
                yield from _shapes_in(one, grid.inside(given), deepest - 1)
            continue
        given = child(child(one, "spPr"), "xfrm")
        given = child(one, "xfrm") if given is None else given
        place, line = grid.place(given), _thick_line(one)
        if line and place is not None and place.is_thinner_than(line):
            yield Shape(one, place.widened(line / 2), is_opaque=True)
        else:
            yield Shape(one, place, _is_opaque(one))


def _thick_line(shape: Element) -> float:
    """Return how thick a line is that hides what is under it; nothing if it is none, or thinner than letters."""
    properties = child(shape, "spPr")
    drawn = child(properties, "ln")
    form = (
        attribute(child(properties, "prstGeom"), "prst")
        if child(properties, "prstGeom") is not None
        else ""
    )
    is_line = local(shape) == "cxnSp" or form.startswith("line")
    if drawn is None or not is_line or child(drawn, "noFill") is not None:
        return 0
    thick = _number(drawn, "w")
    return thick if thick >= _THICK else 0


def _is_opaque(shape: Element) -> bool:
    if local(shape) == "pic":
        return True
    properties = child(shape, "spPr")
    fill = next(children(properties, "solidFill", "pattFill", "blipFill", "gradFill"), None)
    if fill is not None:
        return not any(_number(one, "val") < 100_000 for one in named(fill, "alpha"))  # noqa: PLR2004 thousandths of per cent
    is_styled = is_filled_by_style(shape)
    return is_styled and child(properties, "noFill") is None and local(shape) == "sp"


def is_filled_by_style(shape: Element) -> bool:
    """Return whether a shape is filled by the style that it has."""
    filled = child(child(shape, "style"), "fillRef")
    return filled is not None and attribute(filled, "idx") != "0"


def _is_on_its_side(given: Element) -> bool:
    """Return whether a shape is turned so far that its width runs down the slide."""
    return abs(_number(given, "rot") / _PER_DEGREE % 180 - 90) < _ON_ITS_SIDE


def _number(element: Element, name: str) -> float:
    try:
        return float(attribute(element, name))
    except ValueError:
        return 0
