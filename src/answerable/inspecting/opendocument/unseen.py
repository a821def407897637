"""Text in the XML of an OpenDocument file that no program shows."""

import re
from itertools import chain

from answerable.inspecting.allowed.lists import allowed_in
from answerable.inspecting.formats.words import (
    formula_says_something,
    has_number_of_somebody,
    is_number_in_groups,
    is_of_the_format,
    is_usual_font,
    is_usual_style,
)
from answerable.inspecting.markup import Element, local, text_of
from answerable.inspecting.seen import Seen
from answerable.inspecting.text import unseen_signs

_LISTS = ("open", "open_parts")
_NAMESPACES = (
    "urn:oasis:names:tc:opendocument:",
    "urn:org:documentfoundation:",
    "http://openoffice.org/",
    "http://www.w3.org/",
    "http://purl.org/dc/",
    "http://docs.oasis-open.org/",
)
# Elements that hold text which is shown, or which readers of their own look at.
_TEXT = frozenset(
    "p h span a s tab line-break title desc text number note-citation sequence date time page-number page-count"
    " initial-creator creator generator keyword subject description language user-defined editing-duration"
    " editing-cycles creation-date printed-by print-date config-item formula annotation script string"
    " sheet-name author-name author-initials file-name chapter bookmark-ref reference-ref sequence-ref"
    " variable-get user-field-get expression text-content ruby-base ruby-text month day year placeholder"
    " bibliography-mark meta meta-field hidden-text conditional-text database-display measure word-count"
    " paragraph-count character-count subject index-title-template embedded-text fill-character".split()
)

# Attributes of formulas and of forms have no namespace; all others have one.
_OTHERS = ("{http://www.w3.org/1998/Math", "{http://www.w3.org/2002/xforms")
# LibreOffice's own, of which the lists name hardly an attribute; its numbers there are short, but for what it draws by
# chance to tell controls apart, in 32 bits, and days.
_OF_LIBREOFFICE = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:"
_LONG_IN_LIBREOFFICE = re.compile(r"id -?[0-4]?\d{1,9}|[a-z\-]+ \d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?")
# LibreOffice numbers controls and shapes by chance, in 32 bits.
_DRAWN_BY_CHANCE = re.compile(r"(?:control|id|shape|object)-?[0-4]?\d{1,9}")
_CELL = r"\$?(?:'[^']*'|\w*)\.?\$?[A-Z]{1,3}\$?\d{1,7}"
_RANGE = rf"{_CELL}(?::{_CELL})?"
_CELLS = re.compile(rf"(?:{_RANGE}(?: {_RANGE})* ?)?")
_MEDIA = re.compile(r"(?:(?:application|image|text)/[\w.+\-]+(?:;windows_formatname=.{1,30})?)?")
_OF_METADATA = re.compile(r"http://docs\.oasis-open\.org/[\w/.#\-]+|\w+\.xml|")
_CURRENCY = re.compile(r"[^\W\d_]{1,3}[^\w\s]?")
_PLACES = re.compile(r"(?:language|country|script|rfc-language-tag)(?:-asian|-complex)?")
_PLACE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?|[A-Z]{2}|none|zxx|Latn|")
_DRAWN = re.compile(r"[\d\s.,+\-eEMmLlHhVvCcSsQqTtAaZzXxYyUuBbWwNnFfKPRIJGDO?$]*")
# What readers of their own look at, and formulas.
LEFT_TO_READERS = frozenset(
    "title href label comment expression formula string-value help-message message hint list-label"
    " full-path url author creator initials description content-validation-name".split()
)
# Names that somebody gives to things: those of which no reader makes a finding are notes.
_NAMES = (
    "name",
    "display-name",
    "id",
    "range-name",
    "section-name",
    "ref-name",
    "names",
    "idref",
    "change-id",
)
_FONTS = re.compile(r"font-(?:name|family)(?:-asian|-complex)?|font-style-name(?:-asian|-complex)?")
_STYLES = re.compile(
    r".*style-names?|master-page-name|use-[a-z\-]+-name|.*page-layout-name|fill-\w+-name|dash|dash-names|marker-(?:start|end)"
)
_GIVEN_BY_OFFICES = re.compile(
    r"[A-Za-z]{1,4}\d+\w{0,6}|[A-Za-z]+\d*\.[A-Z]?\d*|\w*__?anonymous__?\w*"
)
_EXPECTED = {
    "time-value": re.compile(r"-?P[\dYMDTHS.]+"),
    "value": re.compile(r"[+\-]?[\d.]+(?:[eE][+\-]?\d+)?%?"),
    # Possessive, for letters that run on could be parted in any number of ways.
    "condition": re.compile(r"(?:[a-z]++|[A-Z]{1,3}\d++|[\W\d_])*+"),
    "cell-range-address": _CELLS,
    "base-cell-address": _CELLS,
    "values-cell-range-address": _CELLS,
    "label-cell-address": _CELLS,
    "control-implementation": re.compile(r"ooo:com\.sun\.star\.form\.component\.[A-Za-z]{1,30}"),
    "target-range-address": _CELLS,
    "generator": re.compile(r"LibreOffice/.*"),
    "media-type": _MEDIA,
    "mime-type": _MEDIA,
    "resource": _OF_METADATA,
    "about": _OF_METADATA,
    "transformation": re.compile(r"http://docs\.oasis-open\.org/office/1\.2/xslt/odf2rdf\.xsl"),
    "d": _DRAWN,
    "path": _DRAWN,
    "enhanced-path": _DRAWN,
    "points": _DRAWN,
    "viewBox": _DRAWN,
    "equation": re.compile(r"[\w\s?$+\-*/(),.]*"),
    "bullet-char": re.compile(r"[^\w\s]|[\ue000-\uf8ff]|[o§]"),
    "num-prefix": re.compile(r"[^\w]*"),
    "num-suffix": re.compile(r"[^\w]*"),
    "num-list-format": re.compile(r"(?:%\d+%|[^\w])*"),
}


_LIMITS_OF_AXES = ("maximum", "minimum", "interval-major", "origin")


def look_at_tree(root: Element, part: str, seen: Seen) -> None:
    """Find markup of strangers, text out of its place, and signs that nobody sees."""
    where = f"“{part}”"
    for one in root.iter():
        if not isinstance(one.tag, str):
            continue
        if not _is_known(one.tag) or any(not _is_known(key) for key in one.attrib):
            seen.add("office.foreign-markup", where, text_of(one))
        _look_at_attributes(one, where, seen)
        for unknown in chain.from_iterable(allowed_in(each).unknown_in(one) for each in _LISTS):
            seen.add("odf.unknown-property", f"{unknown} in {where}", text_of(one).strip())
        text = (one.text or "") + "".join(each.tail or "" for each in one)
        if not text.strip():
            continue
        is_of_math = "math" in one.tag.lower()
        is_currency = local(one) == "currency-symbol" and _CURRENCY.fullmatch(text)
        is_expected = local(one) in _TEXT or is_of_math or is_currency
        if not is_expected and re.search(r"[^\W_]", text):
            seen.add("office.unread-text", f"{local(one)} in {where}", text)
        for sample in unseen_signs(text):
            seen.add("office.invisible-signs", where, sample)


def _look_at_attributes(one: Element, where: str, seen: Seen) -> None:
    is_of_others = one.tag.startswith(_OTHERS)
    element = local(one)
    for key, value in one.attrib.items():
        if "}" not in key and not is_of_others:
            seen.add("office.foreign-markup", where, value)
            continue
        name = key.rpartition("}")[2]
        code = _code_of(name, value)
        if key.startswith(_OF_LIBREOFFICE) and has_number_of_somebody(value):
            code = "" if _LONG_IN_LIBREOFFICE.fullmatch(f"{name} {value}") else "office.unread-text"
        if code:
            seen.add(code, f"{element} in {where}", value)


def _code_of(name: str, value: str) -> str:
    """Return as what an attribute's value is found: as nothing if it is what the format says, or read elsewhere."""
    if name in LEFT_TO_READERS:
        return ""
    is_name = _STYLES.fullmatch(name) is not None or name in _NAMES
    if is_name and has_number_of_somebody(value) and not _DRAWN_BY_CHANCE.fullmatch(value):
        return "office.style-name"
    if is_number_in_groups(value) or (name in _LIMITS_OF_AXES and formula_says_something(value)):
        return "office.unread-text"
    return "" if is_of_the_format(value) else _code_of_words(name, value, is_name=is_name)


def _code_of_words(name: str, value: str, *, is_name: bool) -> str:
    if _FONTS.fullmatch(name):
        return "" if is_usual_font(value) else "office.style-name"
    if is_name:
        is_usual = _GIVEN_BY_OFFICES.fullmatch(value) or is_usual_style(value)
        return "" if is_usual else "office.style-name"
    expected = _PLACE if _PLACES.fullmatch(name) else _EXPECTED.get(name)
    if expected and expected.fullmatch(value):
        return ""
    return "office.unread-text"


def _is_known(tag: str) -> bool:
    return not tag.startswith("{") or tag[1:].startswith(_NAMESPACES)
