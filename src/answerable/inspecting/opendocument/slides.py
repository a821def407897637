"""The slides of an OpenDocument presentation: hidden ones, notes, and what lies off them."""

from answerable.inspecting.markup import Element, attribute, local, named, text_of
from answerable.inspecting.opendocument.covered import covers_text_of_a_page
from answerable.inspecting.opendocument.styles import Styles, centimetres, places_of
from answerable.inspecting.seen import Seen

_LARGEST = 28.0
"""Centimetres beyond which nothing is on a slide of the usual sizes, where the file does not say its own."""

_DRAWN = (
    "frame custom-shape rect ellipse g path line connector measure polyline polygon regular-polygon circle caption"
).split()


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
        if covers_text_of_a_page(page, styles):
            seen.add("odf.covered", where)
        for shape in page:
            if local(shape) in _DRAWN and is_off_the_slide(shape):
                seen.add("odf.off-slide", where, text_of(shape).strip())
            if local(shape) in _DRAWN and is_hidden_shape(shape, styles):
                seen.add("office.hidden-shape", where, text_of(shape).strip())
    for one in named(content, "show"):
        seen.add("pptx.custom-show", "", attribute(one, "name"))


def is_hidden_shape(shape: Element, styles: Styles) -> bool:
    """Return whether a shape is not drawn on a screen, by itself or with all of its layer."""
    is_hidden = attribute(shape, "display") in ("none", "printer")
    return is_hidden or attribute(shape, "layer") in styles.put_away


def is_off_the_slide(shape: Element) -> bool:
    """Return whether nothing of a shape is on a slide."""
    places = places_of(shape)
    wide, tall = (centimetres(attribute(shape, name)) or 0 for name in ("width", "height"))
    return bool(places) and any(
        all(place >= _LARGEST for place in one) or all(place + size <= 0 for place in one)
        for one, size in zip(zip(*places, strict=True), (wide, tall), strict=True)
    )
