"""XML of strangers: parsed without entities and without the network, and searched for what no program shows."""

import codecs
import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.formats.namespaces import unknown_in
from answerable.inspecting.seen import Seen

Element = Any
"""An element of lxml, which has no types of its own."""

MOST_BYTES = 64 * 1024 * 1024
"""The largest part that is held in memory as a tree; sheets and their strings are read as they come."""

MOST_TAGS = 3_000_000
_HEAD = 200

_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.\-]+)[\"'][^>]*\?>")
_NAMESPACE = re.compile(rb"""xmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ODD = re.compile(rb"<!--|<!\[CDATA\[|<\?(?!xml[\s?]|mso-contentType ?\?>)")
"""Office and SharePoint write no other instruction than that a part keeps forms of a type of content."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD_MANIFEST = re.compile(
    rb"(?<=\?>)\s{0,9}<!DOCTYPE manifest:manifest PUBLIC"
    rb' "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">'
)
"""What OpenOffice 2 wrote into every manifest: it names a file that is not fetched, and declares nothing."""

_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, strip_cdata=False
)


def root_of(data: bytes, where: str, seen: Seen) -> Element:
    """Return the root of a part, and find comments and the like in it.

    :raises CannotSay: if it is no XML, declares entities, or has too many elements.
    """
    data = as_utf8(data, where)
    if data.count(b"<") > MOST_TAGS:
        raise CannotSay(f"“{where}” in it has more elements than can be inspected: split the file")
    look_at_markup(data, where, seen)
    try:
        return etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as problem:
        raise not_well_formed(where, problem) from None


def look_at_markup(data: bytes, where: str, seen: Seen) -> None:
    """Find what stands in XML beside elements and their text; an office writes none of it.

    :raises CannotSay: if it declares a document type, and so perhaps entities.
    """
    if b"<!DOCTYPE" in data:
        data = _OLD_MANIFEST.sub(b"", data, count=1)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise CannotSay(f"“{where}” in it declares entities, as no office file does")
    if b"<!" not in data and data.count(b"<?") == data.count(b"<?xml "):
        return
    for found in _ODD.finditer(data):
        sample = data[found.end() : found.end() + 120].decode("utf-8", "replace")
        seen.add("office.odd-markup", f"“{where}”", sample)


def look_at_namespaces(data: bytes, where: str, seen: Seen) -> None:
    """Find namespaces that no office declares in a part, and of which nobody sees the prefix or the address.

    :raises CannotSay: if it is no XML.
    """
    data = as_utf8(data, where)
    written = {
        (one[1] or b"", one[2] or one[3] or b"") for one in _NAMESPACE.finditer(data)
    }  # In a text such words are none: what is not known is looked for by a parser.
    if not any(unknown_in(_decoded(prefix), _decoded(uri)) for prefix, uri in written):
        return
    parser = etree.XMLPullParser(
        events=("start-ns",), resolve_entities=False, no_network=True, huge_tree=False
    )
    try:
        parser.feed(data)
        parser.close()
    except etree.XMLSyntaxError as problem:
        raise not_well_formed(where, problem) from None
    for _, declared in parser.read_events():
        look_at_namespace(declared, where, seen)


def look_at_namespace(declared: tuple[str, str], where: str, seen: Seen) -> None:
    """Find a namespace, given as its prefix and address, that no office declares."""
    unknown = unknown_in(*declared)
    if unknown:
        seen.add("office.foreign-markup", f"“{where}”", unknown)


def _decoded(written: bytes) -> str:
    return written.decode("utf-8", "replace")


def not_well_formed(where: str, problem: Exception) -> CannotSay:
    """Return why a part could not be parsed."""
    if "depth" in str(problem):
        return CannotSay(f"“{where}” in it has elements in each other too deep to be inspected")
    return CannotSay(
        f"“{where}” in it is damaged: open the file with its program, and save it again"
    )


def as_utf8(data: bytes, where: str) -> bytes:
    """Return XML in UTF-8, so that what is searched for in its bytes is found.

    :raises CannotSay: if its encoding is not known, or its bytes are not in it.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :] if name == "utf-8" else _recoded(data, name, where)
    if data[:4] in (b"<\0?\0", b"\0<\0?"):
        raise CannotSay(f"“{where}” in it is XML in an encoding that is not inspected")
    declared = _DECLARED.match(data[:200])
    if declared and declared[1].lower() not in (b"utf-8", b"utf8", b"us-ascii"):
        return _recoded(data, declared[1].decode("ascii"), where)
    return data


def _recoded(data: bytes, encoding: str, where: str) -> bytes:
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        raise CannotSay(f"“{where}” in it is XML in an encoding that is not inspected") from None
    return re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", "", text, count=1).encode()


def elements_of(
    pieces: Iterable[bytes], tags: tuple[str, ...], where: str, seen: Seen
) -> Iterator[Element]:
    """Yield a large part's elements of these names as its bytes come, and forget each behind the next; last its root.

    :raises CannotSay: if it is no XML, or declares entities.
    """
    parser = etree.XMLPullParser(
        events=("end", "start-ns"),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
    )
    before = b""
    try:
        for piece in pieces:
            if not before:
                piece = piece.removeprefix(codecs.BOM_UTF8)  # noqa: PLW2901 the mark is no part of it
                check_is_utf8(piece, where)
            look_at_markup(before[-16:] + piece if before else piece, where, seen)
            before = piece
            parser.feed(piece)
            yield from _forgotten(parser, where, seen)
        root = parser.close()
        yield from _forgotten(parser, where, seen)
        yield root
    except etree.XMLSyntaxError as problem:
        raise not_well_formed(where, problem) from None


def check_is_utf8(data: bytes, where: str) -> None:
    """Do nothing if a large part begins as UTF-8 does.

    :raises CannotSay: if it is in another encoding.
    """
    head = data[:_HEAD]
    if as_utf8(head, where) != head:
        raise CannotSay(f"“{where}” in it is XML in an encoding that is not inspected")


def _forgotten(parser: Any, where: str, seen: Seen) -> Iterator[Element]:
    for event, element in parser.read_events():
        if event == "start-ns":
            look_at_namespace(element, where, seen)
        elif element.getparent() is not None:
            yield element
            forget(element, where, seen)


def forget(element: Element, where: str, seen: Seen) -> None:
    """Let go of an element and of those before it, and find what stood between them."""
    element.clear(keep_tail=True)
    above = element.getparent()
    while (before := element.getprevious()) is not None:
        if (before.tail or "").strip():
            seen.add("office.unread-text", f"“{where}”", before.tail)
        above.remove(before)


def local(element: Element) -> str:
    """Return an element's name without its namespace; nothing for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """Return an attribute by its name without a namespace; an empty string if there is none."""
    value = element.get(name)
    if value is not None:
        return str(value)
    for key, held in element.items():
        if key.endswith(name) and key.rpartition("}")[2] == name:
            return str(held)
    return ""


def is_on(element: Element, name: str = "val") -> bool:
    """Return whether a switch is on, as it is where its element stands without a value."""
    return attribute(element, name).lower() not in ("0", "false", "off", "none")


def named(root: Element, *names: str) -> Iterator[Element]:
    """Yield elements by their names without a namespace, in the order of the document."""
    return root.iter(*(f"{{*}}{name}" for name in names))  # type: ignore[no-any-return] # lxml has no types


def text_of(element: Element) -> str:
    """Return all the text in an element."""
    return "".join(element.itertext()) if isinstance(element.tag, str) else ""
