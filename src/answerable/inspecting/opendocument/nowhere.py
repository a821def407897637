"""What an OpenDocument file says and uses nowhere: parts that are not there, edges of pages that no page has, formats."""

import re
from collections.abc import Collection, Iterable, Mapping

from answerable.inspecting.formats.words import has_number_of_somebody, is_of_the_format
from answerable.inspecting.markup import Element, attribute, local, named, text_of
from answerable.inspecting.seen import Seen

_HELD = ("object", "object-ole", "image", "plugin", "applet")
_EDGES = tuple(f"{edge}{kind}" for edge in ("header", "footer") for kind in ("", "-left", "-first"))
_DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_MOVES = "{urn:oasis:names:tc:opendocument:xmlns:animation:1.0}"
_MOVING = (
    "set",
    "animate",
    "animateMotion",
    "animateColor",
    "animateTransform",
    "transitionFilter",
)
_CORNERS = 4
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d+)?")
_USUAL = ("Standard", "Default", "")
# LibreOffice writes a page for reports into every workbook, of which the edges say no more than this in its language.
_OF_PROGRAMS = re.compile(
    r"\b(?:Page|of|Tudalen|Seite|Pagina|Página|Oldal|Side|Sida|Sivu|Strona|Stránka|Strana|Страница|Leathanach)\b"
)
_WORD = re.compile(r"[^\W\d_]{2}")
_FORMATS = tuple(
    f"{kind}-style" for kind in "number currency percentage date time boolean text".split()
)
_LETTER = re.compile(r"[^\W\d_]")
# A side of more than nothing: "rect(0cm, 0cm, 4.5cm, 0cm)".
_CUT = re.compile(r"[1-9]")
_SHORT_UNIT = 4


def look_for_nowhere(roots: Mapping[str, Element], members: Collection[str], seen: Seen) -> None:
    """Find words that a file has for something that is not there, or that nothing in it uses."""
    content = [roots[name] for name in ("content.xml", "styles.xml") if name in roots]
    for root in content:
        for one in named(root, *_HELD):
            _look_at_held(one, members, seen)
        for one in named(root, *_FORMATS):
            printed = "".join(text_of(each) for each in named(one, "text"))
            if len(_LETTER.findall(printed)) > _SHORT_UNIT or has_number_of_somebody(printed):
                seen.add("office.free-text", "format of numbers", printed)
    _look_at_pages(content, seen)
    for root in content:
        _look_at_what_is_put_away(root, seen)
        for one in named(root, "graphic-properties"):
            if _CUT.search(attribute(one, "clip")):
                seen.add("office.cropped-picture", "style of a picture")


def _says_something(text: str) -> bool:
    return _WORD.search(text) is not None or has_number_of_somebody(text)


def _look_at_what_is_put_away(root: Element, seen: Seen) -> None:
    """Find edges of pages that are switched off, cells of texts that others cover, and what moves."""
    for edge in named(root, *_EDGES):
        if attribute(edge, "display") == "false" and _says_something(said := _written_in(edge)):
            seen.add("odf.hidden-text", "edge of a page", said)
    is_sheet = any(True for _ in named(root, "spreadsheet"))
    for cell in named(root, "covered-table-cell") if not is_sheet else ():
        if said := text_of(cell).strip():
            seen.add("odf.under-merged", "table", said)
    for form in named(root, "enhanced-geometry"):
        if _writes_beside(form) and (said := text_of(form.getparent()).strip()):
            seen.add("office.unusual-measure", "text-areas of a shape", said)
    for one in root.iter(*(f"{_MOVES}{name}" for name in _MOVING)):
        seen.add("pptx.animation", "slides", attribute(one, "to"))


def _written_in(edge: Element) -> str:
    """Return what somebody wrote in the edge of a page: without its fields, and what a program writes beside those."""
    said = "".join(
        (one.text or "") + "".join(each.tail or "" for each in one)
        for one in named(edge, "p", "span", "a")
    )
    return _OF_PROGRAMS.sub("", said).strip()


def _writes_beside(form: Element) -> bool:
    """Return whether a shape has its words to the right of itself or below it, by numbers alone."""
    box, room = (attribute(form, name).split() for name in ("viewBox", "text-areas"))
    if len(box) != _CORNERS or len(room) < _CORNERS or not all(map(_NUMBER.fullmatch, box + room)):
        return False
    left, top, width, height = map(float, box)
    return float(room[0]) > left + width or float(room[1]) > top + height


def _look_at_held(one: Element, members: Collection[str], seen: Seen) -> None:
    address = attribute(one, "href")
    place = address.removeprefix("./").rstrip("/")
    is_inside = address.startswith("./") or ("/" in address and ":" not in address[:20])
    is_there = place in members or any(name.startswith(f"{place}/") for name in members)
    if is_inside and not address.startswith("..") and not is_there and not is_of_the_format(place):
        seen.add("office.unread-text", f"{local(one)} that is not there", place)


def _look_at_pages(content: Iterable[Element], seen: Seen) -> None:
    pages = [one for root in content for one in named(root, "master-page")]
    used = {
        value
        for root in content
        for one in root.iter()
        for key, value in one.attrib.items()
        if key.endswith(("}master-page-name", "}next-style-name"))
    }
    for page in pages:
        if attribute(page, "name") in used or attribute(page, "name") in _USUAL:
            continue
        for edge in named(page, *_EDGES):
            said = _written_in(edge)
            if _says_something(said):
                seen.add("docx.unused-header", f"page “{attribute(page, 'name')}”", said)
        for shape in page:
            is_of_layout = attribute(shape, "class")
            if (
                shape.tag.startswith(_DRAWN)
                and not is_of_layout
                and (said := text_of(shape).strip())
            ):
                seen.add("pptx.unused-layout", "“styles.xml”", said)
