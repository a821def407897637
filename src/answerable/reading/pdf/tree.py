"""A tagged PDF's structure: what its tree opens, closes and shows, in reading order, bounded."""

from collections.abc import Iterator
from typing import NamedTuple

import pikepdf

from answerable.reading.pdf.forms import mark_of
from answerable.reading.pdf.grid import Span
from answerable.reading.pdf.objects import Objects, Value, plain, text_of

MOST_ELEMENTS = 1_000_000
"""With the limit on a file's size it bounds the time of a walk to a minute."""
DEEPEST = 400
"""Elements and the lists of their children; no document nests so deep: a tree that does is damaged, or was made to do harm."""

_TOO_MUCH = "its tags nest too deep, or are too many"
_WIDEST_SPAN = 1_000
_NO_SPAN = Span()


class NoTree(Exception):
    """A PDF has no structure tree that can be followed; the message says why, and is empty if it has none."""


class Opened(NamedTuple):
    """An element begins; `role` is a standard one ("P", "TD") where the file says which it stands for.

    `instead` is what is to be read in place of what is drawn (ActualText), `alt` what a picture shows,
    `href` where a link leads; `span` is how many columns and rows a cell takes up.
    """

    role: str
    instead: str | None = None
    alt: str | None = None
    href: str | None = None
    span: Span = _NO_SPAN


class Closed(NamedTuple):
    """The element that was opened last ends."""


class Shown(NamedTuple):
    """What is drawn on a page under a mark belongs here."""

    page: int
    mark: int
    in_form: bool


Event = Opened | Closed | Shown
_CLOSED = Closed()
_Step = tuple[Value | Closed, int | None, int]


def events_of(pdf: pikepdf.Pdf) -> Iterator[Event]:
    """Yield what the structure tree of a PDF says, from its beginning to its end.

    :raises NoTree: if there is none, or it goes too deep.
    """
    objects = Objects(pdf)
    root = objects.of(_dict(plain(pdf.Root)).get("/StructTreeRoot"))
    if not isinstance(root, dict) or "/K" not in root:
        raise NoTree
    return _Walk(objects, root).events(root["/K"])


class _Walk:
    """Follows a tree without recursion, each element once."""

    def __init__(self, objects: Objects, root: Value) -> None:
        self._objects = objects
        self._pages = {page: number for number, page in enumerate(objects.pages(), start=1)}
        self._roles = _roles(objects.of(root.get("/RoleMap")))
        self._seen: set[str] = set()
        self._count = 0

    def events(self, top: Value) -> Iterator[Event]:
        """Yield the events of an element and of all below it."""
        stack: list[_Step] = [(top, None, 0)]
        while stack:
            node, page, depth = stack.pop()
            self._count += 1
            if self._count > MOST_ELEMENTS or depth > DEEPEST:
                raise NoTree(_TOO_MUCH)
            if node is _CLOSED:
                yield _CLOSED
                continue
            own = None
            if isinstance(node, str):
                own, node = node, self._objects.of(node)
            if isinstance(node, dict):
                if event := self._read(node, own, page, depth, stack):
                    yield event
            elif isinstance(node, list):
                stack += [(child, page, depth + 1) for child in reversed(node)]
            elif type(node) is int and page is not None:
                yield Shown(page, node, in_form=False)

    def _read(
        self, node: Value, own: str | None, page: int | None, depth: int, stack: list[_Step]
    ) -> Event | None:
        """Return what an element or a reference to what is drawn says, and note what stands below it."""
        page = self._pages.get(found, page) if isinstance(found := node.get("/Pg"), str) else page
        kind = node.get("/Type")
        if kind == "/MCR":
            mark = node.get("/MCID")
            if type(mark) is not int or page is None:
                return None
            return Shown(page, mark, in_form="/Stm" in node)
        if kind == "/OBJR":
            place = self._objects.place_of(node.get("/Obj"))
            if place is None or page is None:
                return None
            return Shown(page, mark_of(place), in_form=False)
        if "/S" not in node or own in self._seen:
            return None
        if own is not None:
            self._seen.add(own)
        stack.append((_CLOSED, None, depth))
        if (below := node.get("/K")) is not None:
            stack.append((below, page, depth + 1))
        return self._opened(node)

    def _opened(self, node: Value) -> Opened:
        role = _role(str(node["/S"]), self._roles)
        instead = text_of(self._objects.of(node.get("/ActualText")))
        if role == "Link":
            return Opened(role, instead, href=self._href(node))
        if role in ("TD", "TH"):
            return Opened(role, instead, span=self._span(node))
        alt = text_of(self._objects.of(node.get("/Alt"))) if role == "Figure" else None
        return Opened(role, instead, alt)

    def _href(self, node: Value) -> str | None:
        """Return where the annotation of a link leads on the web; None if it leads within the file."""
        for one in _list(self._objects.of(node.get("/K"))):
            child = self._objects.of(one)
            if isinstance(child, dict) and child.get("/Type") == "/OBJR":
                href = address_of(self._objects.of(child.get("/Obj")), self._objects)
                if href:
                    return href
        return None

    def _span(self, node: Value) -> Span:
        found: dict[str, int] = {}
        for one in _list(self._objects.of(node.get("/A"))):
            given = _dict(self._objects.of(one))
            for key in ("/ColSpan", "/RowSpan"):
                count = self._objects.of(given.get(key))
                if type(count) is int and 1 < count <= _WIDEST_SPAN:
                    found[key] = count
        return Span(found.get("/ColSpan", 1), found.get("/RowSpan", 1)) if found else _NO_SPAN


def address_of(annotation: Value, objects: Objects) -> str | None:
    """Return the web address that an annotation leads to, or None."""
    action = _dict(objects.of(_dict(annotation).get("/A")))
    return text_of(objects.of(action.get("/URI")))


def _roles(found: Value) -> dict[str, str]:
    return {name: role for name, role in _dict(found).items() if isinstance(role, str)}


def _role(name: str, roles: dict[str, str]) -> str:
    """Return the standard role that a name stands for; a map that goes in circles stops."""
    if name not in roles:
        return name[1:]
    passed: set[str] = set()
    while name in roles and name not in passed:
        passed.add(name)
        name = roles[name]
    return name.removeprefix("/")


def _dict(value: Value) -> dict[str, Value]:
    return value if isinstance(value, dict) else {}


def _list(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [value]
