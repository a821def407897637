"""What single keys of a PDF hold that need a reader of their own: metadata, colours, layers, names, attached files."""

import re
from collections.abc import Iterator
from typing import Any

from answerable.inspecting.office.properties import is_called_a_remark
from answerable.inspecting.pdf.layers import look_at_layers, look_at_policy, look_at_visibility
from answerable.inspecting.pdf.parts import is_known, is_known_font, is_known_glyph, is_known_role
from answerable.inspecting.pdf.values import (
    Kind,
    as_list,
    first_read,
    is_read,
    kind_of,
    name_of,
    said,
    spelled,
    string_of,
)
from answerable.inspecting.pdf.walking import Look, Walk

_NODES = 200_000
_MEANT = ("/Data", "/Source", "/Alternative", "/Supplement")
_WRITTEN = re.compile(r">([^<>]*[^\W\d_]{2}[^<>]*)<")
_OF_FORMS = frozenset(
    "Helv HeBo HeOb HeBO TiRo TiBo TiIt TiBI Cour CoBo CoOb CoBO ZaDb Symb".split()
)
"""What fonts are called in every form, by their families and styles."""

_NEUTRAL = re.compile(r"(?:Picture|Image|Figure) ?\d{0,4}", re.IGNORECASE)


def look_at_info(walk: Walk, value: Any, where: str) -> None:
    """Find what the file says of itself."""
    if kind_of(value) is not Kind.dictionary:
        walk.unknown("Info", value, where)
        return
    for key, one in value.items():
        text = said(one)
        if kind_of(one) not in (Kind.string, Kind.name_, None):
            walk.unknown(key[1:], one, "Info")
        elif text or key != "/Trapped":
            walk.reach(one)
            code = "office.remark" if is_called_a_remark(key[1:]) and text else "pdf.property"
            walk.seen.add(code, key[1:] if is_known(key[1:]) else "", text or key[1:])
    walk.mark(value)


def look_at_metadata(walk: Walk, value: Any, where: str) -> None:
    """Find what the file, or a picture in it, says of itself as XML."""
    found = _WRITTEN.search(said(value))
    walk.seen.add("pdf.metadata", where, found[1] if found else "")
    walk.mark(value)


def look_at_colour(walk: Walk, value: Any, where: str) -> None:
    """Look at a space of colours: the names of its inks, its table and its profile."""
    stack = [value]
    while stack:
        one = stack.pop()
        kind = kind_of(one)
        if kind is Kind.name_:
            walk.name(name_of(one)[1:], where)
        elif kind is Kind.string:
            tell_spelled(walk, bytes(one), where)
        elif kind is Kind.stream:
            _stream_of("profile" if "/N" in one else "table", walk, one, where)
        elif kind is Kind.dictionary:
            _look_at_kept(walk, one, where)
        elif kind is Kind.array:
            if one.is_indirect:
                if one.objgen in walk.reached:
                    continue
                walk.reached.add(one.objgen)
            stack += _gone_into(walk, one, where)


def _gone_into(walk: Walk, one: Any, where: str) -> list[Any]:
    members = list(one)
    if members and str(members[0]) in ("/Separation", "/DeviceN") and len(members) > 3:  # noqa: PLR2004 its function
        walk.later(members[3], "function", where)
        del members[3]
    return members


def _look_at_kept(walk: Walk, value: Any, where: str) -> None:
    """Look at a dictionary among colours: white points, or what is said of inks."""
    if value.is_indirect:
        walk.reached.add(value.objgen)
    for key, one in value.items():
        if key in ("/WhitePoint", "/BlackPoint", "/Gamma", "/Matrix", "/Range"):
            walk.plain(one, where, key[1:])
        elif key in (
            "/Subtype",
            "/Process",
            "/Colorants",
            "/MixingHints",
            "/Components",
            "/ColorSpace",
            "/Solidities",
        ):
            look_at_colour(walk, one, where)
        else:
            walk.name(key[1:], where)
            look_at_colour(walk, one, where)


def look_at_colours(walk: Walk, value: Any, where: str) -> None:
    """Look at a page's spaces of colours, by their names."""
    if kind_of(value) is not Kind.dictionary:
        walk.plain(value, where, "ColorSpace")
        return
    if value.is_indirect:
        walk.reached.add(value.objgen)
    for key, one in value.items():
        walk.name(key[1:], where)
        look_at_colour(walk, one, where)


def tell_spelled(walk: Walk, data: bytes, where: str) -> None:
    """Find words in bytes that should be numbers."""
    word = spelled(data)
    if word:
        walk.seen.add("pdf.text-in-data", where, word)


def pairs_of(walk: Walk, tree: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the names and values of a tree of names."""
    stack, count = [tree], 0
    visited: set[tuple[int, int]] = set()
    while stack and count < _NODES:
        node = stack.pop()
        count += 1
        if kind_of(node) is not Kind.dictionary or (node.is_indirect and node.objgen in visited):
            continue
        if node.is_indirect:
            visited.add(node.objgen)
            walk.reached.add(node.objgen)
        held = node.get("/Names")
        for key, one in node.items():
            if key not in ("/Names", "/Kids", "/Limits"):
                walk.unknown(key[1:], one, "a tree of names")
        if kind_of(held) is Kind.array:
            if held.is_indirect:
                walk.reached.add(held.objgen)
            members = list(held)
            yield from zip(members[::2], members[1::2], strict=False)
        stack += as_list(node.get("/Kids"))


def look_at_named(walk: Walk, value: Any, where: str) -> None:
    """Find the names of places in the file."""
    for name, target in pairs_of(walk, value):
        _look_at_place(walk, said(name), target, where)


def look_at_destinations(walk: Walk, value: Any, where: str) -> None:
    """Find the names of places in the file, as older files keep them."""
    if kind_of(value) is not Kind.dictionary:
        walk.plain(value, where, "Dests")
        return
    walk.reached.add(value.objgen)
    for key, target in value.items():
        _look_at_place(walk, key[1:], target, where)


def _look_at_place(walk: Walk, name: str, target: Any, where: str) -> None:
    _tell_name_of_a_place(walk, name, where)
    look_at_destination(walk, target, where)


def _tell_name_of_a_place(walk: Walk, name: str, where: str) -> None:
    if is_read(name) and not is_known(name):
        walk.seen.add("pdf.place-name", where, name)


def look_at_destination(walk: Walk, value: Any, where: str) -> None:
    """Look at where something leads in the file: a page and a place on it, or the name of one."""
    kind = kind_of(value)
    if value is not None and kind is not None and value.is_indirect:
        walk.reached.add(value.objgen)
    if kind is Kind.dictionary:
        for key, one in value.items():
            if key == "/D":
                look_at_destination(walk, one, where)
            elif key != "/SD":
                walk.unknown(key[1:], one, where)
    elif kind is Kind.array:
        for one in list(value)[1:]:
            walk.plain(one, where, "Dest")
    elif kind is Kind.string:
        _tell_name_of_a_place(walk, string_of(value), where)


def look_at_ids(walk: Walk, value: Any, where: str) -> None:
    """Look at the names that parts of the text have among themselves."""
    members = as_list(value)
    for name, one in zip(members[::2], members[1::2], strict=False):
        _tell_name_of_a_place(walk, said(name), where)
        walk.later(one, "structelem", where)


def look_at_roles(walk: Walk, value: Any, where: str) -> None:
    """Find what somebody calls the styles of a text."""
    if kind_of(value) is not Kind.dictionary:
        walk.plain(value, where, "RoleMap")
        return
    if value.is_indirect:
        walk.reached.add(value.objgen)
    for key, one in value.items():
        if not is_known_role(key[1:]):
            walk.seen.add("pdf.style-name", where, key[1:])
        for each in as_list(one):
            if kind_of(each) in (Kind.string, Kind.stream):
                walk.unknown(key[1:], each, where)
            elif kind_of(each) is Kind.name_ and not is_known_role(str(each)[1:]):
                walk.seen.add("pdf.style-name", where, str(each)[1:])


def look_at_bookmark(walk: Walk, value: Any, where: str) -> None:
    """Keep a bookmark's title, to be compared with the pages."""
    walk.tell("pdf.bookmark", where, said(value))


def look_at_label(walk: Walk, value: Any, where: str) -> None:
    """Keep what stands before the numbers of pages, to be compared with them."""
    walk.tell("pdf.page-label", where, said(value))


def look_at_description(walk: Walk, value: Any, where: str) -> None:
    """Keep a description, to be compared with the pages; "Picture 1" describes nothing."""
    text = said(value)
    if not _NEUTRAL.fullmatch(text):
        walk.tell("pdf.description", where, text)


def look_at_other_text(walk: Walk, value: Any, where: str) -> None:
    """Keep a text that stands for what is shown, to be compared with the pages."""
    walk.tell("pdf.other-text", where, said(value))


def look_at_mask(walk: Walk, value: Any, where: str) -> None:
    """Go into the drawing that says what can be seen of another."""
    walk.later(value, "form", where)
    if kind_of(value) is Kind.stream:
        walk.streams.append((value, "mask", where))


def look_at_glyphs(walk: Walk, value: Any, where: str) -> None:
    """Go into the drawings of a font's signs."""
    if kind_of(value) is not Kind.dictionary:
        walk.plain(value, where, "CharProcs")
        return
    if value.is_indirect:
        walk.reached.add(value.objgen)
    for key, one in value.items():
        if not is_known_glyph(key[1:]):
            walk.seen.add("pdf.glyph-name", where, key[1:])
        walk.later(one, "glyph", where)


def look_at_style(walk: Walk, value: Any, where: str) -> None:
    """Look at how the words of a form are set: a font, its size and a colour."""
    for word in re.findall(r"[A-Za-z]{3,}", said(value)):
        if word not in _OF_FORMS and not is_known_font(word):
            walk.seen.add("pdf.unknown-text", where, said(value))


def look_at_attached(walk: Walk, value: Any, where: str) -> None:
    """Find files that belong to a part of the file."""
    for one in as_list(value):
        attach(walk, one, "", where)


def look_at_files(walk: Walk, value: Any, where: str) -> None:
    """Find the files that are attached."""
    for name, one in pairs_of(walk, value):
        attach(walk, one, said(name), where)


def attach(walk: Walk, value: Any, name: str, where: str) -> None:
    """Find a file in the file, to be looked into; or that another one is named."""
    if kind_of(value) is not Kind.dictionary:
        walk.unknown("AF", value, where)
        return
    called = said(value.get("/UF")) or said(value.get("/F")) or name or "attached"
    held = value.get("/EF")
    files = (
        [one for _, one in held.items() if kind_of(one) is Kind.stream]
        if kind_of(held) is Kind.dictionary
        else []
    )
    if not files:
        walk.seen.add("pdf.linked-file", where, called)
    code = "pdf.attached-data" if value.get("/AFRelationship") in _MEANT else "pdf.attached-file"
    for one in files:
        if one.objgen not in walk.reached:
            walk.seen.add(code, where, called)
            walk.streams.append((one, f"file:{called}", where))
    if kind_of(value.get("/CI")) is Kind.dictionary:
        walk.seen.add("pdf.portfolio", where, first_read(value.get("/CI")))
    walk.mark(value)


def _font_program(walk: Walk, value: Any, where: str) -> None:
    _stream_of("fontprogram", walk, value, where)


def _profile(walk: Walk, value: Any, where: str) -> None:
    _stream_of("profile", walk, value, where)


def _letters(walk: Walk, value: Any, where: str) -> None:
    if kind_of(value) is Kind.name_:
        walk.name(name_of(value)[1:], where)
    else:
        _stream_of("letters", walk, value, where)


def _stream_of(role: str, walk: Walk, value: Any, where: str) -> None:
    if kind_of(value) is not Kind.stream:
        walk.unknown(role, value, where)
    elif value.objgen not in walk.reached:
        walk.reached.add(value.objgen)
        _look_at_stream_keys(walk, value, where)
        walk.streams.append((value, role, where))


_OF_STREAMS = (
    "/Length /Filter /DecodeParms /Length1 /Length2 /Length3 /Subtype /Type /N /Range /CMapName /WMode"
    " /CIDSystemInfo /UseCMap"
).split()


def _look_at_stream_keys(walk: Walk, value: Any, where: str) -> None:
    for key, one in value.items():
        if key == "/Metadata":
            look_at_metadata(walk, one, where)
        elif key == "/Alternate":
            look_at_colour(walk, one, where)
        elif key == "/CIDSystemInfo":
            walk.later(one, "system", where)
        elif key == "/DecodeParms":
            walk.later(one, "decoding", where)
        elif key in _OF_STREAMS:
            walk.plain(one, where, key[1:])
        else:
            walk.unknown(key[1:], one, where)


LOOKS: dict[str, Look] = {
    "info": look_at_info,
    "metadata": look_at_metadata,
    "colour": look_at_colour,
    "colours": look_at_colours,
    "named": look_at_named,
    "destinations": look_at_destinations,
    "destination": look_at_destination,
    "ids": look_at_ids,
    "roles": look_at_roles,
    "layers": look_at_layers,
    "policy": look_at_policy,
    "visibility": look_at_visibility,
    "bookmark": look_at_bookmark,
    "label": look_at_label,
    "description": look_at_description,
    "othertext": look_at_other_text,
    "mask": look_at_mask,
    "glyphs": look_at_glyphs,
    "style": look_at_style,
    "attached": look_at_attached,
    "files": look_at_files,
    "font": _font_program,
    "profile": _profile,
    "letters": _letters,
}
"""The readers of single keys, by what parts.toml calls them."""
