"""Words of placeholders whose colour or size a layout or a master says, and words that run out of their slide."""

from collections.abc import Iterator

from answerable.inspecting.colours import is_lost
from answerable.inspecting.markup import Element, attribute, local, named, text_of
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.slides.shapes import (
    Shape,
    inherited_from,
    placeholder_of,
    shapes_of,
)
from answerable.inspecting.office.slides.text import SMALLEST_SIZE, Scheme
from answerable.inspecting.office.writing.styles import child, children

_STYLES = {"title": "titleStyle", "ctrTitle": "titleStyle"}
_FILLS = ("solidFill", "gradFill", "blipFill", "pattFill", "noFill", "grpFill")
_USUAL_SIZE = 1_800
_PER_POINT, _WIDE_LETTER, _BEYOND = 12_700, 0.4, 1.3


def look_at_inherited(
    package: Package, slide: Element, where: str, above: list[Element], scheme: Scheme
) -> None:
    """Find words of placeholders that what they are made from makes tiny, or white on white."""
    for run, code in unseen_by_inheritance(slide, above, scheme):
        package.seen.add(code, where, text_of(run).strip())


def unseen_by_inheritance(
    slide: Element, above: list[Element], scheme: Scheme
) -> Iterator[tuple[Element, str]]:
    """Yield the runs of placeholders that what they are made from makes tiny, or white on white, each with its code.

    Where the layout, the master or the slide draws anything filled there, what they stand on is not known here.
    """
    shapes = list(shapes_of(slide, *above))
    beneath = [one for sheet in above for one in shapes_of(sheet) if placeholder_of(one.element) is None]  # fmt: skip
    for at, shape in enumerate(shapes):
        if placeholder_of(shape.element) is None or not text_of(shape.element).strip():
            continue
        said = list(_said(shape.element, above))
        grounds = [*beneath, *shapes[:at]]
        for run in named(shape.element, "r", "fld"):
            text = "".join(one.text or "" for one in children(run, "t")).strip()
            if text and _is_tiny(run, said):
                yield run, "pptx.tiny-text"
            elif text and _is_lost(run, shape, said, scheme) and not _has_ground(shape, grounds):
                yield run, "pptx.invisible-text"


def _said(shape: Element, above: list[Element]) -> Iterator[Element]:
    """Yield what is said of the letters of a placeholder, from the nearest to the farthest."""
    for one in (shape, *inherited_from(shape, *above)):
        styles = child(child(one, "txBody"), "lstStyle")
        yield from children(child(styles, "lvl1pPr"), "defRPr")
    kind = attribute(placeholder_of(shape), "type")
    for sheet in above:
        styles = child(child(sheet, "txStyles"), _STYLES.get(kind, "bodyStyle"))
        yield from children(child(styles, "lvl1pPr"), "defRPr")


def _is_tiny(run: Element, said: list[Element]) -> bool:
    own = child(run, "rPr")
    if own is not None and attribute(own, "sz"):
        return False
    sizes = (attribute(one, "sz") for one in said)
    size = next((one for one in sizes if one.isdigit()), "")
    return bool(size) and int(size) <= SMALLEST_SIZE


def _is_lost(run: Element, shape: Shape, said: list[Element], scheme: Scheme) -> bool:
    own = child(run, "rPr")
    properties = child(shape.element, "spPr")
    is_told = own is not None and any(local(one) in _FILLS for one in own)
    if is_told or scheme.ground is None or next(children(properties, *_FILLS), None) is not None:
        return False
    fill = next((one for each in said for one in children(each, "solidFill")), None)
    ink = scheme.colour(fill)
    return ink is not None and is_lost(ink, scheme.ground)


def _has_ground(shape: Shape, beneath: list[Shape]) -> bool:
    """Return whether anything that is drawn may lie under a shape."""
    if shape.place is None:
        return True
    return any(
        local(one.element) != "cxnSp"
        and one.element is not shape.element
        and (one.place is None or one.place.shared_with(shape.place) > 0)
        and (one.is_opaque or local(one.element) == "graphicFrame")
        for one in beneath
    )


def words_off_the_side(shape: Shape, wide: int) -> str:
    """Return the last word of a box that does not break its lines, where one runs far beyond the slide."""
    body = child(shape.element, "txBody")
    if body is None or shape.place is None or not wide:
        return ""
    settings = child(body, "bodyPr")
    if settings is None or attribute(settings, "wrap") != "none":
        return ""
    for paragraph in children(body, "p"):
        text = text_of(paragraph)
        sizes = [attribute(one, "sz") for one in named(paragraph, "rPr")]
        size = min((int(one) for one in sizes if one.isdigit()), default=_USUAL_SIZE)
        length = len(text) * size / 100 * _PER_POINT * _WIDE_LETTER
        if shape.place.left + length > wide * _BEYOND and text.split():
            return text.split()[-1]
    return ""
