"""The elements of a page that hold others, each with where it begins and ends, closed or not."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from answerable.reading.hints import has_any
from answerable.reading.html_tags import ATTRIBUTES, NAME, SILENT, attributes_of, in_small_letters

_TOKEN = re.compile(rf"<!--|<(?P<close>/?)(?P<tag>{NAME})(?P<attributes>{ATTRIBUTES})>")
_HOLDERS = frozenset(
    "body center nav header footer aside main section article div form fieldset ul ol dl table tr td th li details"
    " select dialog menu figure button".split()
)
# What is cut off at the edge of these does not reach out of them.
_EDGES = ("table", "td", "th")
_REACHING = (*_EDGES, "tr", "body")
_CLOSED_BY_NEXT = {
    "li": ("ul", "ol", "menu"),
    "td": ("tr", "table"),
    "th": ("tr", "table"),
    "tr": ("table",),
}
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_MAY_HIDE = re.compile(r"hidden|display\s*:\s*none|sr-only|screen-?reader|offscreen", re.IGNORECASE)
# What stands in any of its forms, in small letters: without one nothing on a page is hidden.
_SIGNS_OF_HIDING = ("hidden", "display", "sr-only", "reader", "offscreen")
_DEEPEST = 200


@dataclass(slots=True)
class Element:
    """An element: `start` and `end` are where its tags begin, `parent` the place of the one around it, or -1."""

    tag: str
    written: str
    start: int
    inner: int
    end: int
    parent: int

    @property
    def said(self) -> dict[str, str]:
        """Return its attributes."""
        return attributes_of(self.written)


@dataclass(slots=True)
class Elements:
    """The elements of a page in their order."""

    all: list[Element]
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._starts = [one.start for one in self.all]

    def around(self, place: int) -> Iterator[int]:
        """Yield which elements a place stands in, the innermost first."""
        at = bisect_right(self._starts, place) - 1
        while at >= 0:
            if self.all[at].end > place:
                yield at
            at = self.all[at].parent

    def holds(self, element: int, place: int) -> bool:
        """Return whether a place stands in an element; -1 is no element, and holds none."""
        return element >= 0 and self.all[element].start <= place < self.all[element].end


def elements_of(text: str) -> Elements:
    """Return the elements of a page."""
    found: list[Element] = []
    stack: list[int] = []
    # The names of what is open, in the order of the stack: most tags that end something end nothing of it.
    names: list[str] = []
    lowered = in_small_letters(text)
    may_hide = has_any(lowered, _SIGNS_OF_HIDING)
    for token, tag in _tags(text, lowered):
        if token["close"]:
            if tag in names:
                _end(found, stack, names, _closed(names, tag), token.start())
            continue
        attributes = token["attributes"]
        is_holder = tag in _HOLDERS or (may_hide and attributes and _MAY_HIDE.search(attributes))
        if not is_holder or tag in _VOID or len(stack) >= _DEEPEST:
            continue
        if tag in names and (within := _CLOSED_BY_NEXT.get(tag)):
            _end(found, stack, names, _closed(names, tag, within), token.start())
        parent = stack[-1] if stack else -1
        stack.append(len(found))
        names.append(tag)
        found.append(Element(tag, attributes, token.start(), token.end(), len(text), parent))
    return Elements(found)


def _tags(text: str, lowered: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the tags of a page, each with its name in small letters."""
    nowhere: set[str] = set()
    place = 0
    while token := _TOKEN.search(text, place):
        place = token.end()
        tag = (token["tag"] or "").lower()
        if tag and (tag not in SILENT or token["close"]):
            yield token, tag
            continue
        mark = f"</{tag}" if tag else "-->"
        end = -1 if mark in nowhere else lowered.find(mark, place)
        if end < 0:
            nowhere.add(mark)
        else:
            place = end + len(mark)


def _closed(names: list[str], tag: str, within: tuple[str, ...] = ()) -> int:
    """Return how deep the innermost open element of a name is, where no edge stands around what is open in it; or -1."""
    edges = within or (() if tag in _REACHING else _EDGES)
    for depth in range(len(names) - 1, -1, -1):
        name = names[depth]
        if name == tag:
            return depth
        if name in edges:
            break
    return -1


def _end(found: list[Element], stack: list[int], names: list[str], depth: int, place: int) -> None:
    """End the open element of a depth, and what is open in it; -1 ends nothing."""
    if depth < 0:
        return
    for one in stack[depth:]:
        found[one].end = place
    del stack[depth:], names[depth:]
