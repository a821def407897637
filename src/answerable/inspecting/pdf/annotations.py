"""What lies on pages: notes, marks, links, stamps, attached files, fields of forms, redactions that were not applied."""

from typing import Any

from answerable.inspecting.pdf.actions import look_at_action, look_at_actions
from answerable.inspecting.pdf.looks import attach, look_at_destination, look_at_metadata
from answerable.inspecting.pdf.values import (
    Kind,
    as_list,
    first_read,
    is_date,
    is_read,
    kind_of,
    said,
)
from answerable.inspecting.pdf.walking import Walk

_HIDDEN = 0x02 | 0x20 | 0x01
_MARKS = frozenset(
    "/Text /FreeText /Line /Square /Circle /Polygon /PolyLine /Highlight /Underline /Squiggly /StrikeOut /Stamp"
    " /Caret /Ink /Popup /Watermark /PrinterMark /TrapNet /Projection".split()
)
_MEDIA = frozenset("/Sound /Movie /Screen /3D /RichMedia".split())
_PLAIN = frozenset(
    "/Type /Subtype /Rect /F /AS /Border /C /StructParent /ca /CA /BM /H /QuadPoints /IC /BE /LE /Vertices /InkList"
    " /L /LL /LLE /LLO /Cap /CP /CL /RD /Sy /Name /Open /Q /IT /RT /State /StateModel /Repeat /RO".split()
)
_TEXTS = ("/Contents", "/RC", "/Subj", "/T", "/OverlayText", "/TU", "/TM", "/RV")
_SKIPPED = frozenset(("/P", "/Parent", "/Popup", "/IRT", "/Kids"))
_FIELD = frozenset("/FT /Ff /MaxLen /TI /I /Q /V /DV /Opt /Lock /SV".split())
_LOOK = frozenset("/BC /BG /R /TP /IF".split())
_BORDERS = frozenset("/Type /W /S /D".split())
_DRAWN = frozenset(("/FreeText", "/Stamp"))
"""Marks that show their words where they lie; others open a note, or are drawn through others' words."""

_LEAST_SIDE = 1
_MOST_FIELDS = 100_000
NOT_CHOSEN = ", in a state that it is not in"
"""How a place ends that is shown when something is ticked or pressed, and not before."""


def look_at_annotations(walk: Walk, value: Any, where: str) -> None:
    """Find all that lies on a page."""
    if kind_of(value) is Kind.array and value.is_indirect:
        walk.reached.add(value.objgen)
    for one in as_list(value):
        if kind_of(one) is not Kind.dictionary:
            walk.plain(one, where, "Annots")
        else:
            _look_at_annotation(walk, one, where)


def look_at_fields(walk: Walk, value: Any, where: str) -> None:
    """Find what the fields of a form hold, whether a page shows them or not."""
    stack, count = as_list(value), 0
    visited: set[tuple[int, int]] = set()
    while stack and count < _MOST_FIELDS:
        one = stack.pop()
        count += 1
        if kind_of(one) is not Kind.dictionary or (one.is_indirect and one.objgen in visited):
            continue
        if one.is_indirect:
            visited.add(one.objgen)
        _look_at_annotation(walk, one, where or "its form")
        stack += as_list(one.get("/Kids"))


def _look_at_annotation(walk: Walk, one: Any, where: str) -> None:
    if one.is_indirect:
        if one.objgen in walk.annotations:
            return
        walk.annotations.add(one.objgen)
        walk.reached.add(one.objgen)
    kind = str(one.get("/Subtype"))
    is_field = kind == "/Widget" or "/FT" in one or ("/T" in one and kind == "None")
    if kind == "/Redact":
        walk.seen.add("pdf.redaction-not-applied", where, first_read(one))
    elif kind == "/FileAttachment":
        attach(walk, one.get("/FS"), "", where)
        _tell_mark(walk, one, where)
    elif kind in _MEDIA:
        walk.seen.add("pdf.media", where, first_read(one))
    elif kind in _MARKS:
        _tell_mark(walk, one, where)
    elif kind == "/Link":
        _tell_link(walk, one, where)
    elif not is_field:
        walk.seen.add("pdf.unknown-annotation", where, first_read(one))
    if is_field:
        _tell_field(walk, one, where)
    _tell_hidden(walk, one, kind, where)
    _look_at_keys(walk, one, kind, where, is_field=is_field)


def _tell_mark(walk: Walk, one: Any, where: str) -> None:
    said_of_it = [text for key in _TEXTS if is_read(text := said(one.get(key)))]
    if said_of_it and one.get("/Subtype") == "/FreeText":
        walk.seen.add("pdf.annotation", where, said_of_it[0])
    elif said_of_it:
        walk.seen.add("pdf.comment", where, said_of_it[0])
    elif one.get("/Subtype") != "/Popup":
        walk.seen.add("pdf.annotation", where)


def _tell_link(walk: Walk, one: Any, where: str) -> None:
    address = kind_of(one.get("/A")) is Kind.dictionary and said(one.A.get("/URI"))
    for key in _TEXTS:
        text = said(one.get(key))
        if text and text != address:
            walk.tell("pdf.description", f"a link on {where}", text)


def _tell_hidden(walk: Walk, one: Any, kind: str, where: str) -> None:
    flags = one.get("/F", 0)
    is_hidden = isinstance(flags, int) and flags & _HIDDEN
    said_of_it = next((text for key in _TEXTS if is_read(text := said(one.get(key)))), "")
    if is_hidden and kind not in ("/Popup", "/Link") and (first_read(one) or "/AP" in one):
        walk.seen.add("pdf.hidden-annotation", where, said_of_it or first_read(one))
    elif said_of_it and kind in _DRAWN and is_off(as_list(one.get("/Rect")), walk.page):
        walk.seen.add("pdf.hidden-annotation", where, said_of_it)


def is_off(corners: list[Any], page: tuple[float, ...]) -> bool:
    """Return whether a mark has no area, or none of it is on its page."""
    try:
        first, second, third, fourth = map(float, corners)
    except (ValueError, TypeError):
        return False
    left, right, low, high = *sorted((first, third)), *sorted((second, fourth))
    has_none = right - left < _LEAST_SIDE or high - low < _LEAST_SIDE
    is_beyond = bool(page) and (
        right <= page[0] or left >= page[2] or high <= page[1] or low >= page[3]
    )
    return has_none or is_beyond


def _tell_field(walk: Walk, one: Any, where: str) -> None:
    place = f"a field on {where}"
    for key in ("/V", "/DV", "/RV"):
        held = one.get(key)
        if kind_of(held) is Kind.dictionary:
            walk.seen.add("pdf.signature", where, first_read(held))
            walk.mark(held)
            continue
        for each in as_list(held):
            text = said(each)
            if text.strip("\0 "):
                walk.values.append((place, text))
                walk.seen.add("pdf.form-field", where, text)
            if kind_of(each) is Kind.name_:
                walk.name(str(each)[1:], place)
            walk.mark(each)
    for each in as_list(one.get("/Opt")):
        for text in as_list(each):
            walk.tell("pdf.list-item", place, said(text))
    walk.tell("pdf.tooltip", place, said(one.get("/TU")))
    for key in ("/T", "/TM"):
        if is_read(said(one.get(key))):
            walk.seen.add("pdf.field-name", where, said(one.get(key)))


def _look_at_keys(walk: Walk, one: Any, kind: str, where: str, *, is_field: bool) -> None:
    for key, held in one.items():
        if key in _PLAIN or (is_field and key in ("/FT", "/Ff", "/MaxLen", "/TI", "/I")):
            walk.plain(held, where, key[1:])
        elif key in _SKIPPED or key in _TEXTS or (is_field and key in _FIELD):
            if key in ("/Lock", "/SV") or kind_of(held) is Kind.stream:
                walk.mark(held)
        elif key == "/FS" and kind == "/FileAttachment":
            continue
        elif key == "/AP":
            _appearance(walk, held, where, str(one.get("/AS")))
        elif key in _RULES:
            _RULES[key](walk, held, where)
        else:
            walk.unknown(key[1:], held, where)


def _appearance(walk: Walk, held: Any, where: str, chosen: str) -> None:
    """Go into how an annotation looks: of several states the chosen one is shown."""
    if kind_of(held) is not Kind.dictionary:
        walk.unknown("AP", held, where)
        return
    if held.is_indirect:
        walk.reached.add(held.objgen)
    for key, one in held.items():
        if key not in ("/N", "/R", "/D"):
            walk.unknown(key[1:], one, where)
        elif kind_of(one) is Kind.dictionary:
            _states(walk, one, where, chosen)
        else:
            walk.later(one, "form", f"an annotation on {where}")
        if key == "/R":
            walk.seen.add("pdf.other-appearance", where)


def _states(walk: Walk, held: Any, where: str, chosen: str) -> None:
    if held.is_indirect:
        walk.reached.add(held.objgen)
    for state, look in held.items():
        place = f"an annotation on {where}"
        walk.name(state[1:], place)
        walk.later(look, "form", place if state == chosen else f"{place}{NOT_CHOSEN}")


def _colours(walk: Walk, held: Any, where: str) -> None:
    """Look at how a field is framed, and what is written on a button."""
    if kind_of(held) is not Kind.dictionary:
        walk.unknown("MK", held, where)
        return
    if held.is_indirect:
        walk.reached.add(held.objgen)
    for key, one in held.items():
        if key in ("/CA", "/RC", "/AC"):
            walk.tell("pdf.tooltip", f"a field on {where}", said(one))
        elif key in ("/I", "/RI", "/IX"):
            walk.later(one, "form", where)
        elif key in _LOOK:
            walk.mark(one)
        else:
            walk.unknown(key[1:], one, where)


def _border(walk: Walk, held: Any, where: str) -> None:
    if kind_of(held) is Kind.dictionary and set(held.keys()) <= _BORDERS:
        walk.mark(held)
    else:
        walk.plain(held, where, "BS")


def _date(walk: Walk, held: Any, where: str) -> None:
    if is_read(said(held)) and not is_date(said(held)):
        walk.seen.add("pdf.unknown-text", where, said(held))


def _number(walk: Walk, held: Any, where: str) -> None:
    walk.identifier(held, where)


def _layer(walk: Walk, held: Any, where: str) -> None:
    walk.later(held, "property", where)


def _style(walk: Walk, held: Any, where: str) -> None:
    walk.looks["style"](walk, held, where)


def _data(walk: Walk, held: Any, where: str) -> None:
    walk.seen.add("pdf.private-data", where, first_read(held))
    walk.mark(held)


def _attached(walk: Walk, held: Any, where: str) -> None:
    walk.looks["attached"](walk, held, where)


def _language(walk: Walk, held: Any, where: str) -> None:
    walk.language(said(held), where)


_RULES = {
    "/A": look_at_action,
    "/PA": look_at_action,
    "/AA": look_at_actions,
    "/Dest": look_at_destination,
    "/MK": _colours,
    "/BS": _border,
    "/M": _date,
    "/CreationDate": _date,
    "/NM": _number,
    "/OC": _layer,
    "/DA": _style,
    "/DS": _style,
    "/AF": _attached,
    "/Lang": _language,
    "/ExData": _data,
    "/Measure": _data,
    "/FixedPrint": _data,
    "/Metadata": look_at_metadata,
}
