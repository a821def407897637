"""Filled shapes that lie over text in an OpenDocument file."""

from dataclasses import dataclass

from answerable.inspecting.markup import Element, attribute, local, named, text_of
from answerable.inspecting.office.rectangle import Place
from answerable.inspecting.opendocument.styles import Styles, centimetres

_FILLED = ("custom-shape", "rect", "ellipse", "circle", "polygon", "path")
_DRAWN = (*_FILLED, "frame", "g")
_LEAST_SHARED = 0.1
_THICKEST_LINE = 0.15
_MOST_OF_A_TEXT = 0.8
# Centimetres: where words begin, some four of them, and half a line.
_AT_THE_BEGINNING, _A_FEW_WORDS, _HALF_A_LINE = 0.33, 4.0, 0.25
_OF_PARAGRAPHS = (
    "",
    "paragraph",
    "paragraph-content",
    "paragraph-start-margin",
    "char",
    "line",
    "baseline",
    "text",
)


@dataclass(frozen=True, slots=True)
class _Drawn:
    element: Element
    place: Place


def covers_text_of_a_page(page: Element, styles: Styles) -> bool:
    """Return whether a filled shape of a slide that says nothing lies over one that says something."""
    return _covers_one(list(page), styles)


def covers_on_pages(root: Element, styles: Styles) -> bool:
    """Return whether of what is bound to the pages of a text a filled shape lies over one that says something."""
    pages = dict[str, list[Element]]()
    for one in named(root, *_DRAWN):
        if attribute(one, "anchor-type") == "page":
            pages.setdefault(attribute(one, "anchor-page-number"), []).append(one)
    return any(_covers_one(sorted(shapes, key=_height_of), styles) for shapes in pages.values())


def _height_of(shape: Element) -> int:
    """Return above how many others a shape is drawn, where it says so."""
    told = attribute(shape, "z-index")
    return int(told) if told.isdigit() else 0


def _covers_one(drawn: list[Element], styles: Styles) -> bool:
    shapes = [
        _Drawn(one, place)
        for one in drawn
        if local(one) in _DRAWN and (place := _place(one)) is not None
    ]
    for at, shape in enumerate(shapes):
        if not text_of(shape.element).strip():
            continue
        for one in shapes[at + 1 :]:
            shared = one.place.shared_with(shape.place)
            is_over = shared > _LEAST_SHARED * max(one.place.area, 0.01)
            hides_most = shared > _MOST_OF_A_TEXT * max(shape.place.area, 0.01)
            if (is_over and is_filled(one.element, styles)) or (
                hides_most and is_picture(one.element)
            ):
                return True
    return False


def covers_text(root: Element, styles: Styles) -> bool:
    """Return whether a filled shape that says nothing, or a picture, lies in front of a text."""
    return any(
        is_filled(one, styles) and _is_in_front(one, styles) for one in named(root, *_FILLED)
    ) or any(
        is_picture(one) and _is_in_front(one, styles) and _is_over_its_words(one, styles)
        for one in named(root, "frame")
    )


def is_picture(shape: Element) -> bool:
    """Return whether a frame has a picture in it, and no words."""
    kinds = {local(one) for one in shape}
    return local(shape) == "frame" and "image" in kinds and "text-box" not in kinds


def _is_over_its_words(frame: Element, styles: Styles) -> bool:
    """Return whether a picture lies over the beginning of the very paragraph that it is anchored in.

    Logos and signatures lie beside words, above or below them, and are measured from the page or the margin.
    """
    paragraph = next((one for one in frame.iterancestors() if local(one) in ("p", "h")), None)
    style = attribute(frame, "style-name")
    rules = {styles.said("graphic", style, name) for name in ("vertical-rel", "horizontal-rel")}
    if paragraph is None or not _words_of(paragraph).strip() or not rules <= set(_OF_PARAGRAPHS):
        return False
    left, top, wide, tall = (
        centimetres(attribute(frame, name)) or 0.0 for name in ("x", "y", "width", "height")
    )
    is_aside = styles.said("graphic", style, "horizontal-pos") in ("center", "right")
    return (
        not is_aside
        and max(left, top) <= _AT_THE_BEGINNING
        and left + wide >= _A_FEW_WORDS
        and top + tall >= _HALF_A_LINE
    )


def _words_of(paragraph: Element) -> str:
    """Return what a paragraph says itself, without what is drawn in it."""
    said = [paragraph.text or ""]
    for one in paragraph:
        said.append(_words_of(one) if local(one) in ("span", "a") else "")
        said.append(one.tail or "")
    return "".join(said)


def is_filled(shape: Element, styles: Styles) -> bool:
    """Return whether a shape says nothing, and nothing is seen through it."""
    style = attribute(shape, "style-name")
    fill = styles.said("graphic", style, "fill") or styles.said("presentation", style, "fill")
    is_clear = styles.said("graphic", style, "opacity") not in ("", "100%")
    is_solid = fill in ("solid", "gradient", "bitmap", "hatch", "")
    return local(shape) in _FILLED and is_solid and not is_clear and not text_of(shape).strip()


def _is_in_front(shape: Element, styles: Styles) -> bool:
    style = attribute(shape, "style-name")
    is_small = any(
        (centimetres(attribute(shape, side)) or 9) < _THICKEST_LINE for side in ("width", "height")
    )
    wraps = styles.said("graphic", style, "wrap") == "run-through"
    return wraps and styles.said("graphic", style, "run-through") != "background" and not is_small


def _place(shape: Element) -> Place | None:
    sides = [centimetres(attribute(shape, name)) for name in ("x", "y", "width", "height")]
    left, top, wide, tall = (0.0 if one is None else one for one in sides)
    return None if None in sides else Place(left, top, left + wide, top + tall)
