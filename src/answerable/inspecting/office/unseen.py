"""Text in a part's XML that no program shows: in elements and attributes that are not made for text to be seen."""

import re
from collections.abc import Iterator
from functools import lru_cache

from answerable.inspecting.formats.words import has_long_number, is_of_the_format
from answerable.inspecting.markup import Element, attribute, local, text_of
from answerable.inspecting.office.attributes import code_of, code_of_format
from answerable.inspecting.office.listed import look_at_listed
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.packed_drawings import PackedDrawings
from answerable.inspecting.symbols import words_by_their_signs

_OFFICE_NAMESPACES = (
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/",
    "http://purl.oclc.org/ooxml/",
    "http://purl.org/dc/",
    "urn:schemas-microsoft-com:",
    "http://schemas.libreoffice.org/",
    "http://www.w3.org/",
)
# Elements whose text is shown, or that a reader of its own looks at.
_TEXT = frozenset(
    "t v f delText instrText delInstrText formula formula1 formula2 definedName author text sqref"
    " oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter formatCode s is phoneticPr"
    # The properties of the file, which have their own reader.
    " creator lastModifiedBy title subject description keywords category language contentStatus identifier"
    " lpstr lpwstr bstr Application Company Manager Template HyperlinkBase AppVersion created modified"
    " lastPrinted revision version PresentationFormat filetime"
    # What is plotted or run where, in numbers and words of the program.
    " attrName cond relId dispUnitsLbl separator".split()
)
# These have their own reader.
_PROPERTIES = ("core-properties+xml", "extended-properties+xml", "custom-properties+xml")
_VALUES = re.compile(
    r"[\d\s.,;:%$+\-]*|\{[0-9A-Fa-f\-]+\}|True|False|auto|none|page|margin|column|left|right|center|top|bottom|inside|outside"
    r"|inline|line|paragraph|Pict|Picture|CF|lin|ppt_[xywh]|style\.\w+|fillcolor|r|xshear|yshear"
)
_TAG_SIGNS = re.compile(
    # Tags, selectors of variants, rows of signs without width, and what runs backwards against its letters.
    "[\U000e0000-\U000e007f\U000e0100-\U000e01ef]|[\u200b-\u200d\u2060-\u2064\ufeff]{4}"
    "|[\u202d\u202e]"
)
_PACKED = "}gfxdata"


def look_at_tree(package: Package, part: str, root: Element) -> None:
    """Find in one part markup of strangers, text out of its place, and alternatives that say something else."""
    seen, where = package.seen, f"“{part}”"
    drawings = PackedDrawings(root, package.archive)
    is_of_properties = package.type_of(part).endswith(_PROPERTIES)
    for one in root.iter("*"):
        attributes = tuple(one.items())
        name, is_of_an_office = _element_of(one.tag)
        if not is_of_an_office:
            seen.add("office.foreign-markup", where, text_of(one) or name)
        text, tail = one.text, one.tail
        if text and not is_of_properties and not text.isspace():
            _look_at_text(package, where, name, text)
        if tail and not tail.isspace():
            seen.add("office.unread-text", where, tail)
        for code, place, said_there in _told_in(name, attributes, drawings):
            seen.add(code, f"{place}{where}", said_there)
        if name == "AlternateContent":
            _look_at_alternatives(package, where, one)
        look_at_listed(package, where, one, attributes)


def _look_at_text(package: Package, where: str, name: str, text: str) -> None:
    if name == "formatCode" and (code := code_of_format(text)):
        package.seen.add(code, f"{name} in {where}", text)
    is_value = _VALUES.fullmatch(text.strip()) and not has_long_number(text)
    if name not in _TEXT and not is_value:
        package.seen.add("office.unread-text", f"{name} in {where}", text)
    if has_unseen_signs(text):
        package.seen.add("office.invisible-signs", where, text)


def has_unseen_signs(text: str) -> bool:
    """Return whether a text has signs that nobody sees and that could say something, or that turn it round."""
    return _TAG_SIGNS.search(text) is not None or bool(words_by_their_signs(text))


# A part says the same few things thousands of times.
@lru_cache(maxsize=65_536)
def _element_of(tag: str) -> tuple[str, bool]:
    """Return an element's name without its namespace, and whether an office writes such elements."""
    name = tag.rpartition("}")[2]
    return name, _is_of_an_office(tag) and is_of_the_format(name)


def _told_in(
    element: str, attributes: tuple[tuple[str, str], ...], drawings: PackedDrawings
) -> Iterator[tuple[str, str, str]]:
    """Yield what is told by the attributes of an element; of a packed drawing only what the page does not say."""
    if not attributes:
        return
    yield from _told_of(element, attributes)
    for key, value in attributes:
        if key.endswith(_PACKED) and drawings.says_more(value):
            yield from _told_by(element, key, value)


@lru_cache(maxsize=16_384)
def _told_of(
    element: str, attributes: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str, str], ...]:
    """Return what is told by all attributes of an element but packed drawings, which are unpacked first."""
    return tuple(
        told
        for key, value in attributes
        if not key.endswith(_PACKED)
        for told in _told_by(element, key, value)
    )


@lru_cache(maxsize=65_536)
def _told_by(element: str, key: str, value: str) -> tuple[tuple[str, str, str], ...]:
    """Return under which codes an attribute is found, each with its place in the part and the words found."""
    if "}" in key and not _is_of_an_office(key):
        return (("office.foreign-markup", "", value),)
    name, told = key.rpartition("}")[2], []
    if not is_of_the_format(name):
        told.append(("office.foreign-markup", "", name))
    if code := code_of(element, name, value):
        place = element if code == "office.style-name" else f"{element} {name}"
        told.append((code, f"{place} in ", value))
    return tuple(told)


def _is_of_an_office(tag: str) -> bool:
    return not tag.startswith("{") or tag[1:].startswith(_OFFICE_NAMESPACES)


def _look_at_alternatives(package: Package, where: str, one: Element) -> None:
    """Compare what is shown by programs of today with what older ones show instead."""
    choices = [said(each) for each in one if local(each) == "Choice"]
    fallbacks = [said(each) for each in one if local(each) == "Fallback"]
    for fallback in fallbacks:
        if fallback and fallback not in choices:
            package.seen.add("office.other-text-for-old-programs", where, fallback)
    if len(set(choices)) > 1:
        package.seen.add("office.other-text-for-old-programs", where, choices[-1])


def said(element: Element) -> str:
    """Return the words that an element shows, without the blanks between them."""
    texts = (one.text or "" for one in element.iter() if local(one) in ("t", "v", "delText"))
    return "".join("".join(texts).split()) + "".join(
        attribute(one, "string") for one in element.iter() if local(one) == "textpath"
    )
