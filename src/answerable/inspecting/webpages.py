"""Web pages: what stands in them and is not shown."""

import re
from typing import Any

from lxml import etree

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.markup import MOST_BYTES, Element, text_of
from answerable.inspecting.office.addresses import code_of_address
from answerable.inspecting.seen import Seen
from answerable.inspecting.text import unseen_signs

_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0*(?:\.0+|0|[0-3](?:\.\d+)?px)\b"
    r"|opacity\s*:\s*0?(?:\.0\d*)?\s*(?:;|$)|(?:left|top|text-indent)\s*:\s*-\d{3,}|color\s*:\s*transparent"
    r"|(?:width|height)\s*:\s*0(?:px)?\s*(?:;|$)|clip(?:-path)?\s*:|content-visibility\s*:\s*hidden",
    re.IGNORECASE,
)
_COLOUR = re.compile(
    r"(?<![\w-])color\s*:\s*(?:#f{3}(?:f{3})?\b|white\b|rgba?\(\s*255\s*,\s*255\s*,\s*255)",
    re.IGNORECASE,
)
_NOT_SHOWN = frozenset("template noscript datalist select object iframe audio video canvas".split())
_FETCHES = frozenset(("script", "link", "iframe", "object", "embed", "frame", "base"))
_SHOWN_ATTRIBUTES = frozenset(
    "id class style href src lang dir colspan rowspan scope width height type charset http-equiv rel media align"
    " valign border cellpadding cellspacing bgcolor target headers for action method start name content viewbox"
    " role xmlns aria-hidden datetime".split()
)
_TELLING = re.compile(r"\s*(?:mailto|file|tel|javascript):|[A-Z]:\\|\\\\", re.IGNORECASE)
_MOST_TAGS = 1_000_000


def look_at_page(data: bytes, seen: Seen) -> None:
    """Find what a web page holds and does not show.

    :raises CannotSay: if it is too large to be looked at.
    """
    if len(data) > MOST_BYTES or data.count(b"<") > _MOST_TAGS:
        raise CannotSay("It is a web page larger than what can be inspected")
    root = etree.fromstring(data, etree.HTMLParser(no_network=True, huge_tree=False))
    if root is None:
        raise CannotSay("It is a web page without anything in it")
    for one in root.iter():
        if isinstance(one.tag, str):
            _look_at_element(one, seen)
        elif (one.text or "").strip():
            seen.add("html.comment", "", one.text)
    for sample in unseen_signs("".join(root.itertext()).replace("\x00", "")):
        seen.add("csv.unseen-signs", "", sample)


def _look_at_element(one: Element, seen: Seen) -> None:
    name, style = one.tag.lower(), one.get("style") or ""
    said = " ".join(text_of(one).split()) if name not in ("html", "body") else ""
    if one.get("hidden") is not None or _HIDES.search(style):
        seen.add("html.hidden-text", "", said)
    if _COLOUR.search(style) and "background" not in style:
        seen.add("html.pale-text", "", said)
    if name == "input" and (one.get("type") or "").lower() == "hidden":
        seen.add("html.hidden-field", "", one.get("value") or "")
    elif name == "script":
        seen.add("html.script", "", said)
    elif name == "style" and (_HIDES.search(said) or _COLOUR.search(said)):
        seen.add("html.hiding-style", "", "")
    elif name == "meta" and one.get("content") and one.get("name", "").lower() != "viewport":
        seen.add("html.metadata", "", one.get("content"))
    elif name in _NOT_SHOWN or (name == "details" and one.get("open") is None):
        seen.add("html.not-shown", "", said)
    if name in _FETCHES and (one.get("src") or one.get("href") or one.get("data")):
        seen.add("html.fetched", "", one.get("src") or one.get("href") or one.get("data"))
    _look_at_attributes(name, one, seen)


def _look_at_attributes(name: str, one: Any, seen: Seen) -> None:
    for key, value in one.attrib.items():
        lowered = key.lower()
        if lowered.startswith("on"):
            seen.add("html.script", "", value)
        elif lowered in ("href", "src") and value.strip().lower().startswith("data:"):
            seen.add("html.data-address", "", value[:40])
        elif lowered in ("href", "src") and _gives_away(value, is_link=lowered == "href"):
            seen.add("html.telling-link", "", value)
        elif (name, lowered) == ("input", "value") or lowered in _SHOWN_ATTRIBUTES:
            continue
        elif re.search(r"[^\W\d_]{2}", value):
            seen.add("html.attribute", key if key.isascii() else "", value)


def _gives_away(address: str, *, is_link: bool) -> bool:
    """Return whether an address names a mailbox, a telephone or a machine, or holds a key."""
    if _TELLING.match(address):
        return True
    return is_link and "?" in address and code_of_address(address) != "office.web-link"


_NEVER_SHOWN = _NOT_SHOWN | {"script", "style", "head", "title", "input", "textarea"}
_GROUND = re.compile(r"background", re.IGNORECASE)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"[.#]([\w-]+)\s*$")


def is_unseen(one: Element, hiding: frozenset[str] = frozenset()) -> bool:
    """Return whether nobody sees what is in an element; `hiding` are the classes and names of rules that hide."""
    if not isinstance(one.tag, str):
        return True
    style = one.get("style") or ""
    if one.tag.lower() in _NEVER_SHOWN or one.get("hidden") is not None or _HIDES.search(style):
        return True
    named_so = {*(one.get("class") or "").split(), one.get("id") or ""}
    if named_so & hiding:
        return True
    is_pale = _COLOUR.search(style) or (one.get("color") or "").lower() in (
        "white",
        "#ffffff",
        "#fff",
    )
    return bool(is_pale) and not any(
        each.get("bgcolor") or _GROUND.search(each.get("style") or "")
        for each in (one, *one.iterancestors())
    )


def hiding_names(root: Element) -> frozenset[str]:
    """Return the classes and names of elements that the rules of a page hide."""
    found: set[str] = set()
    for style in root.iter("style"):
        for selectors, said in _RULE.findall(text_of(style)):
            if _HIDES.search(said) or (_COLOUR.search(said) and not _GROUND.search(said)):
                found.update(
                    one[1] for part in selectors.split(",") if (one := _CLASS.search(part.strip()))
                )
    return frozenset(found)
