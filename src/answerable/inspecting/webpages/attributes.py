"""The attributes of a page's elements: addresses, files in addresses, names, and words that show under the pointer."""

import base64
import binascii
import re
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from answerable.inspecting.markup import Element
from answerable.inspecting.office.addresses import code_of_address
from answerable.inspecting.seen import Seen
from answerable.inspecting.webpages.styles import plain

Inside = Callable[[bytes, str, Seen], None]

_NAMES = frozenset(
    "id class name for headers target lang xml:lang rel action form list usemap itemid".split()
)
_ADDRESSES = ("href", "src")
_SETTINGS = re.compile(r"[\w#%.,:;/+\- ()*=]{0,80}")
_SHOWN = {
    "dir": re.compile(r"ltr|rtl|auto", re.IGNORECASE),
    "charset": re.compile(r"[\w\-]{3,20}"),
    "type": re.compile(r"[a-z]{1,20}(?:/[a-z.+\-]{1,40})?|[1AaIi]", re.IGNORECASE),
    "method": re.compile(r"get|post|dialog", re.IGNORECASE),
    "align": re.compile(r"[a-z]{3,12}", re.IGNORECASE),
    "valign": re.compile(r"[a-z]{3,12}", re.IGNORECASE),
    "role": re.compile(r"[a-z]{3,20}", re.IGNORECASE),
    "scope": re.compile(r"(?:row|col)(?:group)?", re.IGNORECASE),
    "aria-hidden": re.compile(r"true|false", re.IGNORECASE),
    "loading": re.compile(r"lazy|eager", re.IGNORECASE),
    "color": re.compile(r"#?[a-z0-9]{3,20}", re.IGNORECASE),
    "bgcolor": re.compile(r"#?[a-z0-9]{3,20}", re.IGNORECASE),
    "text": re.compile(r"#?[0-9a-f]{3,8}|black|white", re.IGNORECASE),
    "link": re.compile(r"#?[0-9a-f]{3,8}|blue", re.IGNORECASE),
    "vlink": re.compile(r"#?[0-9a-f]{3,8}|purple", re.IGNORECASE),
    "face": re.compile(r"[\w ,'\"\-]{1,80}"),
    "http-equiv": re.compile(r"content-type|x-ua-compatible|content-language", re.IGNORECASE),
    "media": re.compile(r"[a-z]+(?: and \([\w: \-]+\))?", re.IGNORECASE),
    "frame": re.compile(r"[a-z]{3,6}", re.IGNORECASE),
    "rules": re.compile(r"[a-z]{3,6}", re.IGNORECASE),
    "clear": re.compile(r"[a-z]{3,5}", re.IGNORECASE),
    "datetime": re.compile(r"[\dT:+\-Z .PWDHMS]{1,40}"),
}
_NUMBERS = frozenset(
    "colspan rowspan width height border cellpadding cellspacing size start hspace vspace span tabindex rows cols"
    " maxlength min max step value hidden open nowrap checked disabled readonly required selected".split()
)
_NUMBER = re.compile(
    r"-?[\d.]*\s*(?:px|pt|%|em)?|hidden|open|checked|disabled|readonly|required|selected|nowrap|true|\"\"",
    re.IGNORECASE,
)
_TELLING = re.compile(
    r"\s*(?:mailto|file|tel|javascript|vbscript|sms|callto|sip|cid|blob|about):|[A-Z]:\\|\\\\",
    re.IGNORECASE,
)
_PROPERTY = re.compile(
    r"-webkit-[a-z-]+|-moz-[a-z-]+|-ms-[a-z-]+|mso-[a-z0-9-]+|(?:font|text|background|border|margin|padding|list|line|word|white|overflow"
    r"|outline|column|flex|grid|align|justify|page|break|box|letter|vertical|table|caption|empty|object|tab|min|max"
    r"|layout|panose|table|punctuation|size|orphans|widows|quotes|hyphens|unicode|writing|accent|row|place|scroll|transition|animation|transform)(?:-[a-z-]+)?"
    r"|color|width|height|display|visibility|position|left|right|top|bottom|float|clear|cursor|opacity|z-index"
    r"|gap|order|clip|clip-path|zoom|filter|direction|content|behavior|tab-stops|inset|aspect-ratio|resize|user-select|fill|stroke|mask|content-visibility|mix-blend-mode|page-break-\w+",
    re.IGNORECASE,
)
_VALUE = re.compile(r"[\w#%.,/+\-() \"'!*&]*")
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif);base64,", re.IGNORECASE)
_NEUTRAL = re.compile(r"(?:(?:Picture|Image) ?\d*)?", re.IGNORECASE)
_SCHEMA = re.compile(r"xmlns(?::[a-z0-9]+)?")
_SCHEMAS = re.compile(
    r"urn:schemas-microsoft-com:[a-z:]+|https?://(?:www\.w3\.org|schemas\.microsoft\.com)/[\w./\-]*"
)
_MOST_DATA = 64 * 1024 * 1024
TEXT_INPUTS = (
    "",
    "text",
    "submit",
    "button",
    "reset",
    "email",
    "search",
    "number",
    "date",
    "tel",
    "url",
)
"""Kinds of fields whose value is shown as text."""


def look_at_attributes(one: Element, seen: Seen, inside: Inside | None) -> None:
    """Find addresses, files in addresses, scripts, names and words in the attributes of an element."""
    name = one.tag.lower()
    for key, value in one.attrib.items():
        lowered = key.lower()
        if re.match(r"\s*data:", value, re.IGNORECASE):
            is_shown = (name, lowered) == ("img", "src") and _PICTURE.match(value)
            if not is_shown:
                seen.add("html.data-address", "", value.strip()[:40])
            _look_at_file(value, seen, inside)
        elif (name, lowered) == ("img", "alt") and _NEUTRAL.fullmatch(value):
            continue
        elif lowered in _ADDRESSES:
            _look_at_address(name, lowered, value, seen)
        elif lowered == "style":
            _look_at_style(value, seen)
        else:
            _look_at_words(one, lowered, value, seen)


def _look_at_words(one: Element, key: str, value: str, seen: Seen) -> None:
    if key.startswith("on"):
        seen.add("html.script", "", value)
    elif _SCHEMA.fullmatch(key):
        if not _SCHEMAS.fullmatch(value):
            seen.add("html.attribute", "xmlns", value)
    elif key in _NAMES:
        if re.search(r"[^\W\d_]{2}", value):
            seen.add("html.name", "", value)
    elif not _is_shown(one, one.tag.lower(), key, value) and re.search(r"[^\W\d_]{2}|\d{4}", value):
        seen.add("html.attribute", key if key.isascii() else "", value)


def _is_shown(one: Element, name: str, key: str, value: str) -> bool:
    if (name, key) == ("input", "value"):
        return (one.get("type") or "").lower() in TEXT_INPUTS
    if name == "meta" and key == "content":
        return True
    if key in _NUMBERS:
        return _NUMBER.fullmatch(value.strip()) is not None
    return key in _SHOWN and _SHOWN[key].fullmatch(value.strip()) is not None


def _look_at_address(name: str, key: str, value: str, seen: Seen) -> None:
    if _TELLING.match(value) and not value.lower().startswith("cid:"):
        seen.add("html.telling-link", "", value)
    elif key == "src" and re.match(r"\s*(?:https?:)?//", value, re.IGNORECASE):
        if name not in ("script", "iframe", "embed", "frame"):
            seen.add("html.fetched", "", value)
    elif key == "href" and _gives_away(value):
        seen.add("html.telling-link", "", value)
    elif value.strip("#/ "):
        seen.add("html.web-link", "", value)


def _gives_away(address: str) -> bool:
    """Return whether an address has a key in it, or leads into an office; one of the same site does neither."""
    is_whole = "?" in address or re.match(r"https?:", address, re.IGNORECASE)
    return bool(is_whole) and code_of_address(address) != "office.web-link"


def _look_at_style(value: str, seen: Seen) -> None:
    if "/*" in value or "\\" in value:
        seen.add("html.comment", "", value)
    for one in plain(value).split(";"):
        key, _, said = one.partition(":")
        if not key.strip():
            continue
        if "url(" in said:
            seen.add("html.fetched", "", said)
        elif not _PROPERTY.fullmatch(key.strip()) or not _VALUE.fullmatch(said.strip()):
            seen.add("html.attribute", "style", one)
        elif re.search(r"[\"']", said):
            seen.add("html.name", "", said)


def _look_at_file(address: str, seen: Seen, inside: Inside | None) -> None:
    head, _, held = address.strip().partition(",")
    if inside is None or len(held) > _MOST_DATA:
        return
    raw = unquote_to_bytes(held)
    if head.lower().endswith(";base64"):
        try:
            raw = base64.b64decode(re.sub(rb"\s", b"", raw), validate=True)
        except binascii.Error:
            seen.add("html.unread", "file in an address", held[:40])
            return
    if head.lower().startswith("data:text/html"):
        # A browser takes it for a page as its address says, whatever it begins with.
        raw = b"<!DOCTYPE html>" + raw
    inside(raw, "file in an address", seen)
