"""Text in the XML of an OpenDocument file that no program shows."""

import re

from answerable.inspecting.markup import Element, local, text_of
from answerable.inspecting.seen import Seen
from answerable.inspecting.text import unseen_signs

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
_A_TEXT = re.compile(r"[^\W\d_]{2,}\s+[^\W\d_]{2,}|@")
# Names, styles and formulas, or what readers of their own look at.
_NAMED_FOR_TEXT = re.compile(
    r"(?:.*-)?(?:name|names|family|adjustments|formula|condition|title|href|value|label|comment|expression)$"
    r"|border|font|text-|padding|margin|background|shadow|style|num-|stroke|fill|wrap|enhanced-path|path|d$"
    r"|transform|viewBox|points|.*-address|.*-range|.*-ranges|help-message|message|hint|list-label|script"
    r"|.*-properties|.*-position|vertical-|horizontal-|anchor|color|clip|format-source|separator|dde-|equation"
    r"|modifiers|type$|class|usage|about|resource|generator|country|language|rel-"
)


def look_at_tree(root: Element, part: str, seen: Seen) -> None:
    """Find markup of strangers, text out of its place, and signs that nobody sees."""
    where = f"“{part}”"
    for one in root.iter():
        if not isinstance(one.tag, str):
            continue
        if not _is_known(one.tag) or any(not _is_known(key) for key in one.attrib):
            seen.add("office.foreign-markup", where, text_of(one))
        _look_at_attributes(one, where, seen)
        text = (one.text or "") + "".join(each.tail or "" for each in one)
        if not text.strip():
            continue
        is_of_math = "math" in one.tag.lower()
        if local(one) not in _TEXT and not is_of_math and re.search(r"[^\W_]", text):
            seen.add("office.unread-text", f"{local(one)} in {where}", text)
        for sample in unseen_signs(text):
            seen.add("office.invisible-signs", where, sample)


def _look_at_attributes(one: Element, where: str, seen: Seen) -> None:
    is_of_others = one.tag.startswith(_OTHERS)
    for key, value in one.attrib.items():
        if "}" not in key and not is_of_others:
            seen.add("office.foreign-markup", where, value)
        elif _A_TEXT.search(value) and not _NAMED_FOR_TEXT.match(key.rpartition("}")[2]):
            seen.add("office.unread-text", f"{local(one)} in {where}", value)


def _is_known(tag: str) -> bool:
    return not tag.startswith("{") or tag[1:].startswith(_NAMESPACES)
