"""Words of a page that nobody is shown, of which nothing was told, and that the language of pages does not have."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import resources

from answerable.inspecting.formats.namespaces import unknown_in
from answerable.inspecting.formats.words import (
    has_number_of_somebody,
    is_of_the_format,
    is_usual_font,
)
from answerable.inspecting.markup import Element
from answerable.inspecting.seen import Seen
from answerable.inspecting.standing import Standing
from answerable.inspecting.webpages.styles import plain

_TOKENS = re.compile(r"[\W_]+")
_HEXADECIMAL = re.compile(r"(?=.*\d)[0-9a-fA-F]{2,12}|[0-9a-f]{3}|[0-9A-F]{6}|[0-9a-f]{6}")
_COLOUR = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b")
_MEASURE = re.compile(r"\d{1,5}(?:px|r?em|pt|vh|vw|fr|deg|m?s|cm|mm|pc|ex|ch|x)?")
_LONG_NUMBER = re.compile(r"\d{6,}")
_COUNTED = re.compile(r"\d{1,6}$")
_DAYS = re.compile(r"(?<!\d)(?:19|20)\d\d(-?)[01]\d\1[0-3]\d(?!\d)")
_BEFORE_A_NUMBER = re.compile(r"(?<![^\W_])[a-z]+\.?(?=\d)")
# The sides of a box without a unit, as mails have them: margin:10 10 10 10. Three digits may be a part of somebody's number.
_SIDES = re.compile(
    r"(?<=margin|adding|radius):\s*(?:0|[1-9]\d?)(?: (?:0|[1-9]\d?)){1,3}(?![\s.]*\d)"
)
_DRAWN = frozenset(
    "viewbox d points values transform stroke-dasharray tablevalues kernelmatrix".split()
)
_DAY = re.compile(r"(\d{4})-\d{2}-(\d{2})(?:[T ][\d:.]{4,15}(?:Z|[+\-]\d{2}:?\d{2})?)?")
_FONT = r"(?:mso-[a-z]{1,20}-)?font(?:-family|-alt)?"
# Each alternative takes what it began with, so that nothing of a sheet is gone through twice: a string ends at its
# quotes, at the end of its line if no backslash stands there, or with the sheet.
_STRING = r"\"(?:[^\"\\\n\r\f]|\\.)*+\"?|'(?:[^'\\\n\r\f]|\\.)*+'?"
_OF_SHEETS = re.compile(
    rf"/\*.*?(?:\*/|\Z)|url\(\s*+(?:{_STRING}|[^)]*+)|(?P<string>{_STRING})"
    rf"|(?<![\w-])(?P<font>{_FONT})\s*+:|(?P<end>[{{}};])",
    re.IGNORECASE | re.DOTALL,
)
_GOES_ON = re.compile(r"\\(?:\r\n|[\n\r\f])")
_FONTS = re.compile(_FONT, re.IGNORECASE)
_ADDRESS = re.compile(r"url\([^)]{0,4000}\)", re.IGNORECASE)
_DECLARED = re.compile(r"<!doctype[^>]{0,2000}>|<\?xml[^>]{0,2000}>", re.IGNORECASE)
_OF_OFFICES = ("o:", "v:", "w:", "x:", "st1:")
_OF_PAGES = re.compile(
    r"http://www\.w3\.org/(?:1999/xhtml|TR/REC-html40|2000/svg|1999/xlink|1998/Math/MathML|XML/1998/namespace)"
)


def look_for_left_over(source: str, root: Element, told: Iterable[str], seen: Seen) -> None:
    """Find words in the marks of a page that nothing shows, of which none of the findings `told` says anything."""
    heard = Standing(told)
    shown = cache(lambda: Standing(["\n".join(_shown(root))]))
    for code, where, words in _unheard(source, root):
        if not heard.have(words) and not shown().have(words):
            seen.add(code, where, words)
    # A sheet of styles is told as one name, so that all of it is heard: its strings are asked about by themselves.
    for one in root.iter("style"):
        for words in _strings_of(one.text or ""):
            if not shown().have(words):
                seen.add("html.attribute", "style", words)


def _shown(root: Element) -> Iterator[str]:
    for one in root.iter("*"):
        if one.tag not in ("script", "style"):
            yield one.text or ""
        yield one.tail or ""
        if one.tag == "input":
            yield one.get("value") or ""


def _unheard(source: str, root: Element) -> Iterator[tuple[str, str, str]]:
    """Yield what may say something that the language of pages does not: as what, where it stands, and the words."""
    for found in _DECLARED.finditer(source):
        if not _is_of_pages(found[0]):
            yield "html.unread", "", found[0]
    for one in root.getroottree().iter():
        if not isinstance(one.tag, str):
            if not _is_of_pages(one.text or ""):
                yield "html.comment", "", one.text or ""
            continue
        prefix, _, name = one.tag.rpartition(":")
        if f"{prefix}:" in _OF_OFFICES and not _is_of_an_office(name):
            yield "html.unknown-element", "", one.tag
        for key, value in one.attrib.items():
            yield from _of_an_attribute(one, key, value)


def _of_an_attribute(one: Element, key: str, value: str) -> Iterator[tuple[str, str, str]]:
    declares, _, prefix = key.partition(":")
    if declares == "xmlns":
        is_known = not unknown_in(prefix, value) or _OF_PAGES.fullmatch(value)
        if not is_known or unknown_in(prefix, ""):
            yield "html.attribute", "xmlns", f"{prefix} {value}"
    elif not (_is_of_pages(key) or _is_of_an_office(key)):
        yield "html.attribute", "", key
    if value.lstrip()[:5].lower() == "data:":
        return
    if key == "style":
        yield from _of_a_style(value)
    elif key == "face":
        fonts = (font for font in value.split(",") if not is_usual_font(font.strip()))
        yield from (("html.name", "", font.strip()) for font in fonts)
    elif day := _DAY.fullmatch(value.strip()):
        # A day for machines that the page says itself, in whatever way, is told as its year and its day of the month.
        yield from (("html.attribute", key, each.lstrip("0")) for each in day.groups())
    elif declares != "xmlns" and not (_is_of_pages(value) or _is_of_a_drawing(one, key, value)):
        yield "html.attribute", key if key.isascii() else "", value


def _of_a_style(style: str) -> Iterator[tuple[str, str, str]]:
    """Yield declarations of an element's own style that say what no style does, and fonts that nobody has."""
    for said in plain(_ADDRESS.sub("", style)).split(";"):
        name, _, value = said.partition(":")
        if _FONTS.fullmatch(name.strip()):
            fonts = (font.strip(" \t\n\"'") for font in value.split(","))
            yield from (("html.name", "", font) for font in fonts if not is_usual_font(font))
        elif not _is_of_pages(said) and not _is_of_an_office(said):
            yield "html.attribute", "style", said.strip()


def _strings_of(sheet: str) -> Iterator[str]:
    """Yield the strings of a sheet of styles that name no font, nor an address."""
    is_font = False
    for found in _OF_SHEETS.finditer(sheet):
        if found["font"] or found["end"]:
            is_font = not found["end"]
        elif found["string"] and not is_font:
            quote = found["string"][0]
            words = plain(_GOES_ON.sub("", found["string"].removeprefix(quote).removesuffix(quote)))
            if not _is_of_pages(words):
                yield words


def _is_of_a_drawing(one: Element, key: str, value: str) -> bool:
    """Return whether a value is what a drawing says, of an office or of the web: their places are lists of numbers."""
    if one.tag.startswith(_OF_OFFICES):
        return _is_of_an_office(value)
    is_drawn = one.tag == "svg" or next(one.iterancestors("svg"), None) is not None
    return is_drawn and key.lower() in _DRAWN and _are_of_pages(value)


def _is_of_an_office(words: str) -> bool:
    is_usual = is_of_the_format(words) and not _LONG_NUMBER.search(words)
    return is_usual and not has_number_of_somebody(words)


@lru_cache(maxsize=65_536)
def _is_of_pages(words: str) -> bool:
    """Return whether all of some words are of the language of pages and of its styles, or short numbers."""
    bare = _SIDES.sub("/", _DAYS.sub("/", _COLOUR.sub("/", words.lower())))
    # A letter or a word before a number is no part of it: p07700 900123, no.1234567.
    numbers = _BEFORE_A_NUMBER.sub("/", bare)
    return _are_of_pages(words) and not has_number_of_somebody(numbers)


def _are_of_pages(words: str) -> bool:
    return all(map(_is_known, _TOKENS.split(_COLOUR.sub(" ", words.lower()))))


def _is_known(token: str) -> bool:
    return (
        len(token) < 2  # noqa: PLR2004 a letter says nothing
        or token in _words()
        or _COUNTED.sub("", token) in _words()
        or _MEASURE.fullmatch(token) is not None
        or (_HEXADECIMAL.fullmatch(token) is not None and not token.isdigit())
    )


@cache
def _words() -> frozenset[str]:
    place = resources.files("answerable.inspecting.formats").joinpath("webpages.txt")
    return frozenset(place.read_text("utf-8").split())
