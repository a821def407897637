"""What a shape or picture is made to look like: turned edge-on, pushed out of its frame, recoloured until it is gone."""

import math
from collections.abc import Iterator

from answerable.inspecting.colours import WHITE, colour_of, contrast
from answerable.inspecting.markup import Element, attribute, local, named, text_of
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.writing.styles import child

_PER_DEGREE = 60_000
_LEAST_SEEN = 0.05
"""The share of a shape's width or height that is left to be seen when it is turned away."""

_WHOLE = 100_000
_BRIGHTEST, _CLEAREST = 60_000, 40_000
_ONLY_OTHERWISE = frozenset(
    "grayscl alphaCeiling alphaFloor extLst fillOverlay hsl tint blur".split()
)
"""Effects that leave everything of a picture to be seen, or that no program writes into one."""

_FARTHEST = 9_144_000
"""Ten inches: nobody leaves as much room in a box before its words."""

_SMALLEST_SEEN = 10_000
"""A tenth of its size, in thousandths of per cent."""

_NEAR_WHITE = 1.2
_PLAIN_FRAMES = frozenset(
    "rect roundRect ellipse round1Rect round2SameRect round2DiagRect snip1Rect snip2SameRect snip2DiagRect"
    " snipRoundRect plaque octagon bevel flowChartAlternateProcess".split()
)
"""Frames that take no more than corners from a picture."""


def look_at_altered(package: Package, where: str, root: Element) -> None:
    """Find shapes that are turned or moved out of sight, and pictures whose program shows other colours than they have."""
    for _, said in out_of_sight(root):
        package.seen.add("office.hidden-shape", where, said)
    _look_at_pictures(package, where, root)
    for layout in named(root, "manualLayout"):
        if any(abs(_share(layout, side)) > 1 for side in ("x", "y")):
            package.seen.add("office.chart-words", where, _words(layout.getparent().getparent()))


def _look_at_pictures(package: Package, where: str, root: Element) -> None:
    for blip in named(root, "blip"):
        if any(_alters(one) for one in blip):
            package.seen.add("office.altered-picture", where)
    for picture in named(root, "pic"):
        if _is_cut_to_a_shape(picture):
            package.seen.add("office.cropped-picture", where)
    for one in named(root, "fillRect"):
        if any(_number(one, side) < -_WHOLE / 100 for side in "ltrb"):
            package.seen.add("office.cropped-picture", where)


def out_of_sight(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield the shapes of which nothing is seen for how they are turned, or for the room before their words, with these."""
    for camera in named(root, "camera"):
        if (is_edge_on(camera) or _is_far_off(camera)) and (shape := _shape_of(camera)) is not None:
            yield shape, text_of(shape).strip()
    for depth in named(root, "sp3d"):
        if abs(_number(depth, "z")) > _FARTHEST and (shape := _shape_of(depth)) is not None:
            yield shape, text_of(shape).strip()
    for body in named(root, "bodyPr"):
        shape = _shape_of(body)
        if (
            (_pushes_out(body) or _is_shrunk_away(body, shape))
            and shape is not None
            and (said := _words(shape))
        ):
            yield shape, said


def is_edge_on(camera: Element) -> bool:
    """Return whether a shape is turned until nothing but its edge is seen."""
    turned = child(camera, "rot")
    if turned is None:
        return False
    angles = (math.radians(_number(turned, name) / _PER_DEGREE) for name in ("lat", "lon"))
    return any(abs(math.cos(one)) < _LEAST_SEEN for one in angles)


def _is_far_off(camera: Element) -> bool:
    """Return whether a shape is seen from so far that nothing of it can be read."""
    return 0 < _number(camera, "zoom") < _SMALLEST_SEEN


def _is_shrunk_away(body: Element, shape: Element | None) -> bool:
    """Return whether a box in a document makes its words so small to fit; for those of slides it counts to their size."""
    fitted = child(body, "normAutofit")
    is_small = fitted is not None and 0 < _number(fitted, "fontScale") < _SMALLEST_SEEN
    return is_small and shape is not None and local(shape) == "wsp"


def _shape_of(inside: Element) -> Element | None:
    """Return the shape in which an element stands."""
    shapes = (one for one in inside.iterancestors() if local(one) in ("sp", "wsp", "pic", "grpSp"))
    return next(shapes, None)


def _pushes_out(body: Element) -> bool:
    """Return whether a box leaves so much room before its words, or between them, that they stand nowhere near it."""
    return any(
        _number(body, side) > _FARTHEST for side in ("lIns", "tIns", "rIns", "bIns", "spcCol")
    )


def _alters(effect: Element) -> bool:
    """Return whether an effect can take something in a picture out of sight."""
    name = local(effect)
    if name == "lum":
        return max(abs(_number(effect, one)) for one in ("bright", "contrast")) > _BRIGHTEST
    if name == "alphaModFix":
        return bool(attribute(effect, "amt")) and _number(effect, "amt") < _CLEAREST
    if name == "clrChange":
        return not _is_of_white(effect)
    return name not in _ONLY_OTHERWISE


def _is_of_white(change: Element) -> bool:
    """Return whether a colour is changed that is the white of paper: nothing was drawn in it."""
    said = next((attribute(one, "val") for one in named(change, "srgbClr")), "")
    colour = colour_of(said)
    return colour is not None and contrast(colour, WHITE) < _NEAR_WHITE


def _is_cut_to_a_shape(picture: Element) -> bool:
    properties = child(picture, "spPr")
    frame = child(properties, "prstGeom")
    if child(properties, "custGeom") is not None:
        return True
    return frame is not None and attribute(frame, "prst") not in _PLAIN_FRAMES


def _words(element: Element) -> str:
    return " ".join(one.text or "" for one in named(element, "t", "v")).strip()


def _share(layout: Element, side: str) -> float:
    given = child(layout, side)
    return 0.0 if given is None else _number(given, "val")


def _number(element: Element, name: str) -> float:
    try:
        number = float(attribute(element, name).removesuffix("%"))
    except ValueError:
        return 0.0
    return number if math.isfinite(number) else 0.0
