"""The elements of a page that hold others, each with where it begins and ends, closed or not."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from answerable.reading.html_tags import ATTRIBUTES, NAME, SILENT, attributes_of, in_small_letters

_TOKEN = re.compile(rf"<!--|<(?P<close>/?)(?P<tag>{NAME})(?P<attributes>{ATTRIBUTES})>")
_HOLDERS = frozenset(
    "body center nav header footer aside main section article div form fieldset ul ol dl table tr td th li details"
    " select dialog menu figure button".split()
)
# What is cut off at the edge of these does not reach out of them.
_EDGES = frozenset(("table", "td", "th"))
_CLOSED_BY_NEXT = {"li": ("ul", "ol", "menu"), "td": ("tr", "table"), "th": ("tr", "table")}
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_MAY_HIDE = re.compile(r"hidden|display\s*:\s*none|sr-only|screen-?reader|offscreen", re.IGNORECASE)
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
    for token in _tags(text):
        closes, written, attributes = token.groups()
        tag = written.lower()
        if closes:
            _close(found, stack, tag, token.start())
            continue
        is_holder = tag in _HOLDERS or (attributes and _MAY_HIDE.search(attributes))
        if not is_holder or tag in _VOID or len(stack) >= _DEEPEST:
            continue
        if tag in _CLOSED_BY_NEXT:
            _close(found, stack, tag, token.start(), within=_CLOSED_BY_NEXT[tag])
        elif tag == "tr":
            _close(found, stack, tag, token.start(), within=("table",))
        parent = stack[-1] if stack else -1
        stack.append(len(found))
        found.append(Element(tag, attributes, token.start(), token.end(), len(text), parent))
    return Elements(found)


def _tags(text: str) -> Iterator[re.Match[str]]:
    lowered = in_small_letters(text)
    nowhere: set[str] = set()
    place = 0
    while token := _TOKEN.search(text, place):
        place = token.end()
        closes, written, _ = token.groups()
        tag = (written or "").lower()
        if tag and (closes or tag not in SILENT):
            yield token
            continue
        mark = f"</{tag}" if tag else "-->"
        end = -1 if mark in nowhere else lowered.find(mark, place)
        if end < 0:
            nowhere.add(mark)
        else:
            place = end + len(mark)


def _close(
    found: list[Element], stack: list[int], tag: str, place: int, *, within: tuple[str, ...] = ()
) -> None:
    """End the innermost open element of a name, and what is open in it; one that is not open ends nothing."""
    edges = within or (() if tag in (*_EDGES, "tr", "body") else tuple(_EDGES))
    for depth in range(len(stack) - 1, -1, -1):
        name = found[stack[depth]].tag
        if name == tag:
            for one in stack[depth:]:
                found[one].end = place
            del stack[depth:]
            return
        if name in edges:
            return
