"""What any OpenDocument file may hold besides the text that it shows."""

import math
import re
from collections.abc import Iterator

from answerable.inspecting.colours import WHITE, is_lost
from answerable.inspecting.markup import Element, attribute, local, named, text_of
from answerable.inspecting.office.addresses import code_of_address
from answerable.inspecting.office.writing.styles import children
from answerable.inspecting.opendocument.sheets import hidden_columns, why_row_hidden
from answerable.inspecting.opendocument.styles import Styles, centimetres, places_of
from answerable.inspecting.seen import Seen
from answerable.inspecting.symbols import are_words_as_signs

_NAMED = {
    "tracked-changes": "odf.tracked-change",
    "annotation": "odf.comment",
    "hidden-text": "odf.hidden-text",
    "hidden-paragraph": "odf.hidden-text",
    "conditional-text": "odf.field",
    "database-display": "odf.field",
    "database-row-select": "odf.field",
    "dde-connection-decl": "odf.outside",
    "dde-source": "odf.outside",
    "cell-range-source": "odf.outside",
    "table-source": "odf.outside",
    "section-source": "odf.outside",
    "user-field-decl": "odf.variable",
    "variable-set": "odf.variable",
    "placeholder": "odf.field",
    "bibliography-mark": "odf.field",
    "script": "office.macro",
    "event-listener": "office.macro",
    "scenario": "odf.scenario",
    "data-pilot-table": "odf.pivot",
    "content-validation": "odf.validation",
    "filter-condition": "odf.filter",
    "named-expression": "odf.name",
    "named-range": "odf.name",
    "plugin": "office.media",
    "applet": "office.control",
    "ruby-text": "odf.field",
    "expression": "odf.field",
    "alphabetical-index-mark": "odf.field",
    "toc-mark": "odf.field",
    "user-index-mark": "odf.field",
}
# A place in the layout of slides, which LibreOffice writes into every presentation.
_OF_LAYOUTS = "{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}placeholder"
_FAMILIES = {"span": "text", "a": "text", "p": "paragraph", "h": "paragraph", "section": "section"}
_PLACED = (
    "frame custom-shape rect line connector measure polyline polygon regular-polygon path circle ellipse caption"
).split()
_WITH_WORDS = ("frame", "rect", "custom-shape", "ellipse", "circle", "caption")
_SMALLEST = 0.1
_FLAT, _LEAST_SHARE = 0.02, 2
_SCALED = re.compile(r"scale\s*\(\s*(-?\d*\.?\d+)(?:[\s,]+(-?\d*\.?\d+))?\s*\)")
_SKEWED = re.compile(r"skew[XY]\s*\(\s*(-?\d*\.?\d+)\s*\)")
_EDGE_ON = 0.05
_CONTENTS = (
    "text-box",
    "image",
    "object",
    "object-ole",
    "applet",
    "plugin",
    "table",
    "floating-frame",
)
_DESCRIBED = ("title", "desc")
_OPEN = "{urn:oasis:names:tc:opendocument:xmlns:"
_DRAWN_OR_TABLE = (f"{_OPEN}svg", f"{_OPEN}table")
_CELL = re.compile(r"\$?[A-Z]{1,3}\$?\d+")
_WIDEST_PAGE = 60


def look_at_content(root: Element, part: str, styles: Styles, seen: Seen) -> None:
    """Find in one part what is hidden, tracked, noted, linked or named."""
    where = f"“{part}”"
    for one in root.iter():
        name = local(one)
        if name in _NAMED and one.tag != _OF_LAYOUTS and not _is_of_charts(one):
            code = "xlsx.name-with-value" if '"' in attribute(one, "expression") else _NAMED[name]
            seen.add(code, where, text_of(one).strip() or _told(one))
        elif name in _FAMILIES:
            _look_at_style(one, name, where, styles, seen)
        elif name == "note-citation":
            _look_at_label(one, where, seen)
        elif name in _DESCRIBED and one.tag.startswith(_DRAWN_OR_TABLE):
            seen.add("office.description", where, text_of(one))
        if name in (
            "frame",
            "custom-shape",
            "rect",
            "g",
            "page",
            "section",
            "bookmark",
            "bookmark-start",
        ):
            _look_at_name(one, name, where, seen)
    _look_at_places(root, where, styles, seen)
    _look_at_addresses(root, where, seen)
    _look_at_forms(root, where, seen)
    if count := sum(1 for one in root.iter() for key in one.attrib if key.endswith("}rsid")):
        seen.add("docx.revision-ids", where, count=count)


def _look_at_places(root: Element, where: str, styles: Styles, seen: Seen) -> None:
    """Find what stands where nobody sees it: off the page, in rows that are too low, and in formulas that keep room."""
    for one in named(root, "mphantom"):
        seen.add("odf.hidden-text", where, text_of(one).strip())
    for one in named(root, "frame"):
        for said in beside_what_is_shown(one):
            seen.add("odf.hidden-text", where, said)
        if said := below_the_end_of(one, styles):
            seen.add("odf.hidden-text", where, said)
    for one in named(root, *_PLACED):
        if is_off_the_page(one):
            seen.add("odf.off-slide", where, text_of(one).strip())
    _look_at_tables(root, where, styles, seen)


def is_off_the_page(one: Element) -> bool:
    """Return whether a frame or shape lies where no page reaches, or is a frame without any room for its words."""
    is_far = any(abs(place) > _WIDEST_PAGE for each in places_of(one) for place in each)
    sides = [centimetres(attribute(one, side)) for side in ("width", "height")]
    has_no_room = any(side is not None and side < _SMALLEST for side in sides)
    boxes = list(children(one, "text-box"))
    for box in boxes:
        most = (centimetres(attribute(box, side)) for side in ("max-height", "max-width"))
        has_no_room = has_no_room or any(side is not None and side < _SMALLEST for side in most)
    shares = (attribute(one, side).removesuffix("%") for side in ("rel-width", "rel-height"))
    has_no_room = has_no_room or any(one.isdigit() and int(one) < _LEAST_SHARE for one in shares)
    has_no_room = has_no_room or is_flattened(one)
    return is_far or (local(one) in _WITH_WORDS and has_no_room and bool(text_of(one).strip()))


def is_flattened(shape: Element) -> bool:
    """Return whether a shape is scaled until nothing of it can be read."""
    moved = attribute(shape, "transform")
    found = _SCALED.search(moved)
    if any(abs(math.cos(float(one))) < _EDGE_ON for one in _SKEWED.findall(moved)):
        return True
    return found is not None and any(abs(float(one)) < _FLAT for one in found.groups() if one)


def beside_what_is_shown(frame: Element) -> Iterator[str]:
    """Yield the words of boxes that a frame holds besides the first thing in it, which is all that is shown."""
    contents = [one for one in frame if local(one) in _CONTENTS]
    for one in contents[1:]:
        if local(one) == "text-box" and (said := text_of(one).strip()):
            yield said


def below_the_end_of(frame: Element, styles: Styles) -> str:
    """Return the words of a frame in a text that no longer have room in it; frames that grow have room for all."""
    if not any(local(one) == "text" for one in frame.iterancestors()):
        return ""
    height = centimetres(attribute(frame, "height"))
    box = next((one for one in frame if local(one) == "text-box"), None)
    grows = styles.said("graphic", attribute(frame, "style-name"), "auto-grow-height") == "true"
    if height is None or box is None or grows or attribute(box, "min-height"):
        return ""
    lines = [one for one in box if local(one) in ("p", "h")]
    return " ".join(text_of(one) for one in lines[1 + int(height / _LOWEST_LINE) :]).strip()


_LOWEST_LINE = 0.25
"""Centimetres: letters of seven points."""


def _look_at_tables(root: Element, where: str, styles: Styles, seen: Seen) -> None:
    """Find rows and columns of tables among a text that are too low or narrow to be read."""
    for table in named(root, "table"):
        if local(table.getparent()) == "spreadsheet":
            continue
        narrow = dict(hidden_columns(table, styles))
        for row in named(table, "table-row"):
            if (code := why_row_hidden(row, styles)) and (said := text_of(row).strip()):
                seen.add(code, where, said)
            for number, cell in enumerate(children(row, "table-cell"), 1) if narrow else ():
                if number in narrow and (said := text_of(cell).strip()):
                    seen.add(narrow[number], where, said)


def _look_at_label(citation: Element, where: str, seen: Seen) -> None:
    """Find what a note is called in the file, where something else is shown for it."""
    label = attribute(citation, "label")
    if label and label != text_of(citation).strip():
        seen.add("office.unread-text", where, label)


def _is_of_charts(one: Element) -> bool:
    return any(local(above) == "chart" for above in one.iterancestors())


def _look_at_style(one: Element, name: str, where: str, styles: Styles, seen: Seen) -> None:
    text = text_of(one).strip()
    if not text:
        return
    family, style = _FAMILIES[name], attribute(one, "style-name")
    if name == "section":
        if (
            attribute(one, "display") in ("none", "condition")
            or attribute(one, "is-hidden") == "true"
        ):
            seen.add("odf.hidden-text", where, text)
        return
    if styles.is_hidden(family, style):
        seen.add("odf.hidden-text", where, text)
    if styles.is_tiny(family, style):
        seen.add("odf.tiny-text", where, text)
    if are_words_as_signs(text, styles.font_of_signs(family, style)):
        seen.add("office.symbol-font", where, text)
    if styles.is_off_the_page(family, style):
        seen.add("odf.off-slide", where, text)
    ink = styles.ink(family, style) if style else None
    if ink is not None and _is_lost(one, family, style, styles):
        seen.add("odf.invisible-text", where, text)


def _is_lost(one: Element, family: str, style: str, styles: Styles) -> bool:
    """Return whether a text's colour is that of its ground: its own, its paragraph's or cell's, or the page's."""
    ground = styles.ground(family, style)
    for above in one.iterancestors():
        if ground is not None:
            break
        family = {
            "p": "paragraph",
            "h": "paragraph",
            "table-cell": "table-cell",
            "span": "text",
        }.get(local(above), "")
        if local(above) in ("frame", "text-box", "custom-shape", "rect", "page"):
            # What a shape is filled with, a picture of the page tells.
            return False
        if family:
            ground = styles.ground(family, attribute(above, "style-name"))
    ink = styles.ink(_FAMILIES[local(one)], style)
    return ink is not None and is_lost(ink, ground or WHITE)


_OF_PROGRAMS = (
    "page",
    "Slide",
    "Frame",
    "Object",
    "Image",
    "Picture",
    "Shape",
    "Section",
    "Table",
    "_",
    "graphics",
    "Notes",
)


def _look_at_name(one: Element, name: str, where: str, seen: Seen) -> None:
    given = attribute(one, "name")
    if given and not given.startswith(_OF_PROGRAMS):
        code = "docx.bookmark" if name.startswith("bookmark") else "office.shape-name"
        seen.add(code, where, given)


def leads_somewhere(address: str, names: set[str]) -> bool:
    """Return whether a link within a file leads to something that is called so: a sheet, a mark, a heading."""
    target = address[1:].replace("%7C", "|").partition("|")[0]
    sheet = target.rpartition(".")[0].strip("$'")
    is_cell = _CELL.fullmatch(target) is not None
    heading = target.lstrip("0123456789.")
    return not target or is_cell or bool({target, sheet, heading} & names)


def _look_at_addresses(root: Element, where: str, seen: Seen) -> None:
    names = {
        value for one in root.iter() for key, value in one.attrib.items() if key.endswith("}name")
    }
    names |= {text_of(one).strip() for one in named(root, "h")}
    for one in root.iter():
        address = next(
            (value for key, value in one.attrib.items() if key.endswith("/xlink}href")), ""
        )
        if address.startswith("#") and local(one) == "a" and not leads_somewhere(address, names):
            seen.add("office.unread-text", where, address[1:])
        if not address or address.startswith(
            ("#", "Pictures/", "./", "ObjectReplacements/", "Object ", "media/")
        ):
            continue
        if local(one) == "a":
            seen.add(code_of_address(address), where, address)
        elif local(one) == "image":
            seen.add("office.linked-picture", where, address)
        elif local(one) not in ("template", "namespace"):
            seen.add("office.linked-file", where, address)


def _look_at_forms(root: Element, where: str, seen: Seen) -> None:
    for forms in named(root, "forms"):
        for one in forms.iter():
            if local(one) not in ("forms", "form", "properties", "property"):
                seen.add("odf.form", where, _told(one))


def _told(element: Element) -> str:
    values = (value for one in element.iter() for value in one.attrib.values())
    return next((value for value in values if any(sign.isalpha() for sign in value)), "")
