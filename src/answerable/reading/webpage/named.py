"""What the elements of a page say that they are: its menu, its foot, a notice, something hidden, its main part."""

import re
from collections.abc import Mapping
from functools import lru_cache

from answerable.reading.html_tags import attributes_of
from answerable.reading.webpage.elements import Element

_TAGS = frozenset(("nav", "footer", "aside", "select", "dialog"))
_SURE = frozenset(("nav", "footer", "select", "dialog"))
_SURE_ROLES = frozenset(("navigation", "contentinfo", "search", "dialog", "alertdialog"))
_ROLES = frozenset(
    "navigation contentinfo complementary search banner dialog alertdialog menu menubar".split()
)
# As systems for the content of sites call their parts, each a word of a class or an id.
_NOTICES = frozenset(
    "cookie cookies consent gdpr breadcrumb breadcrumbs crumbs crumbtrail skip skiplink skiplinks colophon".split()
)
_WORDS = frozenset(
    "share sharing social addthis addtoany related sidebar sidenav leftnav rightnav subnav topnav menu nav navbar"
    " navigation masthead foot footer sitefooter feedback pagination pager toolbar popup newsletter copyright languages".split()
)
_PAIRS = (
    "page-helpful was-helpful last-updated last-modified back-to-top language-switcher site-header"
    " global-header page-tools see-also rate-this this-page-useful"
).split()
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z0-9]+")
# These hold whole pages, and their names tell of what is somewhere in them.
_WHOLE = frozenset(("html", "body", "main", "article", "table", "td", "tr"))
_UNSEEN = re.compile(
    r"(?:^|\s)(?:(?:govuk-|nhsuk-|u-|is-)?visually-?hidden|sr-only|screen-?reader(?:-text|-only)?|element-invisible|offscreen)(?:\s|$)",
    re.IGNORECASE,
)
_NOTES = frozenset(("footnotes", "endnotes"))
_NOTE_ROLES = ("doc-endnotes", "doc-footnote")
_NO_DISPLAY = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)\b", re.IGNORECASE
)
INLINE = frozenset("span small em strong b i u label abbr font sup sub".split())
"""Elements inside of lines: where they are hidden, the words around them are not."""
_MAIN = frozenset(("main", "content", "maincontent", "main-content", "page-content"))


def is_named_around(element: Element) -> bool:
    """Return whether an element says that it stands around the text of its page."""
    return _is_named_around(element.tag, element.written)


# Hundreds of elements of a page have the same attributes, each cell of its tables with them.
@lru_cache(maxsize=1024)
def _is_named_around(tag: str, written: str) -> bool:
    said = attributes_of(written)
    if tag in _TAGS or said.get("role", "").lower() in _ROLES:
        return True
    if tag in _WHOLE or said.get("role") == "main":
        return False
    words = _words(said)
    joined = "-".join(words)
    is_one = not (_WORDS | _NOTICES).isdisjoint(words)
    return is_one or any(pair in joined for pair in _PAIRS)


def is_surely_around(element: Element) -> bool:
    """Return whether nothing but a site's own words stands in an element that has its name."""
    is_part = element.tag in _SURE or element.said.get("role", "").lower() in _SURE_ROLES
    return is_part or not _NOTICES.isdisjoint(_words(element.said))


def _words(said: Mapping[str, str]) -> tuple[str, ...]:
    return _words_of(f"{said.get('class', '')} {said.get('id', '')}")


@lru_cache(maxsize=1024)
def _words_of(names: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _CAMEL.split(names) if word)


def holds_notes(element: Element) -> bool:
    """Return whether an element holds the footnotes of its page."""
    return _holds_notes(element.written)


@lru_cache(maxsize=1024)
def _holds_notes(written: str) -> bool:
    said = attributes_of(written)
    return said.get("role") in _NOTE_ROLES or not _NOTES.isdisjoint(_words(said))


def is_hidden(element: Element) -> bool:
    """Return whether an element is not shown: or is spoken, and not seen."""
    return _is_hidden(element.written)


@lru_cache(maxsize=1024)
def _is_hidden(written: str) -> bool:
    said = attributes_of(written)
    is_off = "hidden" in said and said["hidden"].lower() != "until-found"
    return (
        is_off
        or _NO_DISPLAY.search(said.get("style", "")) is not None
        or _UNSEEN.search(said.get("class", "")) is not None
    )


def is_named_main(element: Element) -> bool:
    """Return whether an element says that it holds the text of its page."""
    said = element.said
    return (
        element.tag == "main" or said.get("role") == "main" or said.get("id", "").lower() in _MAIN
    )
