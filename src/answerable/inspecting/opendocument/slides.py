"""The slides of an OpenDocument presentation: hidden ones, notes, and what lies off them."""

from answerable.inspecting.markup import Element, attribute, local, named, text_of
from answerable.inspecting.opendocument.styles import Styles, centimetres
from answerable.inspecting.seen import Seen

_LARGEST = 28.0
"""Centimetres beyond which nothing is on a slide of the usual sizes, where the file does not say its own."""

_DRAWN = ("frame", "custom-shape", "rect", "ellipse", "g", "path")


def look_at_slides(content: Element, styles: Styles, seen: Seen) -> None:
    """Find hidden slides, notes and shapes off the slides."""
    pages = [one for one in named(content, "page") if local(one.getparent()) == "presentation"]
    for number, page in enumerate(pages, 1):
        where = f"slide {number}"
        if styles.said("drawing-page", attribute(page, "style-name"), "visibility") == "hidden":
            seen.add("odf.hidden-slide", where, text_of(page).strip())
        for notes in named(page, "notes"):
            if text := "".join(text_of(one) for one in named(notes, "text-box")).strip():
                seen.add("odf.notes", where, text)
        for shape in page:
            if local(shape) in _DRAWN and _is_off(shape):
                seen.add("odf.off-slide", where, text_of(shape).strip())
            if local(shape) in _DRAWN and attribute(shape, "display") in ("none", "printer"):
                seen.add("office.hidden-shape", where, text_of(shape).strip())
    for one in named(content, "show"):
        seen.add("pptx.custom-show", "", attribute(one, "name"))


def _is_off(shape: Element) -> bool:
    places = [centimetres(attribute(shape, name)) for name in ("x", "y")]
    sizes = [centimetres(attribute(shape, name)) for name in ("width", "height")]
    for place, size in zip(places, sizes, strict=True):
        if place is not None and (place >= _LARGEST or place + (size or 0) <= 0):
            return True
    return False
