"""The elements of OpenDocument: their namespaces, and the words in them."""

from collections.abc import Iterator
from functools import cache
from typing import Any

# The parser's library brings no types of its own.
Element = Any

_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{_NAMES}office:1.0}}"
TEXT = f"{_NAMES}text:1.0}}"
STYLE = f"{_NAMES}style:1.0}}"
TABLE = f"{_NAMES}table:1.0}}"
XML = "{http://www.w3.org/XML/1998/namespace}"
FO = f"{_NAMES}xsl-fo-compatible:1.0}}"
SVG = f"{_NAMES}svg-compatible:1.0}}"
XLINK = "{http://www.w3.org/1999/xlink}"

_MOST_SPACES = 1_000
_LARGEST = 1_000_000
_SILENT = frozenset(("annotation", "annotation-end", "note", "tracked-changes", "ruby-text"))


class TooDeep(Exception):
    """Tables, lists and frames stand in each other deeper than they are read."""


@cache
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def name_of(element: Element) -> str:
    """Return an element's name without its namespace; an empty one for what is no element."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


def number_of(element: Element, name: str, *, otherwise: int) -> int:
    """Return a whole number that an attribute says, within a million of zero."""
    try:
        return max(-_LARGEST, min(int(element.get(name) or ""), _LARGEST))
    except ValueError:
        return otherwise


def is_silent(element: Element) -> bool:
    """Return whether what stands in an element is no part of the words around it."""
    return name_of(element) in _SILENT


def sign_of(element: Element) -> str:
    """Return what an element stands for: spaces, a tab; nothing if it stands for no sign."""
    name = name_of(element)
    if name == "s":
        return " " * min(_MOST_SPACES, max(1, number_of(element, f"{TEXT}c", otherwise=1)))
    return "\t" if name == "tab" else ""


def words_of(element: Element) -> str:
    """Return the words in an element, without comments and notes; a line's end as a new line."""
    return "".join(_words(element))


def _words(element: Element) -> Iterator[str]:
    if is_silent(element):
        return
    yield element.text or ""
    for one in element:
        yield "\n" if name_of(one) == "line-break" else sign_of(one)
        yield from _words(one)
        yield one.tail or ""
