"""A tagged PDF's structure: what its tree opens, closes and shows, in reading order, bounded."""

from typing import NamedTuple

import pikepdf

from answerable.reading.pdf.forms import mark_of
from answerable.reading.pdf.grid import NO_SPAN, Span
from answerable.reading.pdf.objects import Objects, Value, plain, text_of

MOST_ELEMENTS = 1_000_000
"""With the limit on a file's size it bounds the time of a walk to a minute."""
DEEPEST = 400
"""Elements and the lists of their children; no document nests so deep: a tree that does is damaged, or was made to do harm."""

_TOO_MUCH = "its tags nest too deep, or are too many"
_WIDEST_SPAN = 1_000
_CELLS = frozenset(("TD", "TH"))
_SPANS = b"Span"


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
    span: Span = NO_SPAN


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


def events_of(pdf: pikepdf.Pdf) -> list[Event]:
    """Return what the structure tree of a PDF says, from its beginning to its end.

    :raises NoTree: if there is none, or it goes too deep.
    """
    objects = Objects(pdf)
    root = objects.of(_dict(plain(pdf.Root)).get("/StructTreeRoot"))
    if not isinstance(root, dict) or "/K" not in root:
        raise NoTree
    walk = _Walk(objects, root)
    walk.follow(root["/K"])
    return walk.events


class _Walk:
    """Follows a tree without recursion, each element once."""

    def __init__(self, objects: Objects, root: Value) -> None:
        self.events: list[Event] = []
        self._objects = objects
        self._pages = {page: number for number, page in enumerate(objects.pages(), start=1)}
        self._roles = _roles(objects.of(root.get("/RoleMap")))
        self._bare: dict[str, Opened] = {}
        self._seen: set[str] = set()
        self._stack: list[_Step] = []
        self._count = 0

    def follow(self, top: Value) -> None:
        """Note the events of an element and of all below it.

        :raises NoTree: if they are too many, or nest too deep.
        """
        stack, events = self._stack, self.events
        stack.append((top, None, 0))
        while stack:
            node, page, depth = stack.pop()
            self._count += 1
            if self._count > MOST_ELEMENTS or depth > DEEPEST:
                raise NoTree(_TOO_MUCH)
            if node is _CLOSED:
                events.append(_CLOSED)
                continue
            own = None
            if type(node) is str:
                own, node = node, self._objects.of(node)
            kind = type(node)
            if kind is dict:
                self._read(node, own, page, depth)
            elif kind is list:
                stack += [(child, page, depth + 1) for child in reversed(node)]
            elif type(node) is int and page is not None:
                events.append(Shown(page, node, False))  # noqa: FBT003 a name would take half of the time again

    def _count_to(self, more: int, depth: int) -> None:
        self._count += more
        if self._count > MOST_ELEMENTS or depth > DEEPEST:
            raise NoTree(_TOO_MUCH)

    def _read(self, node: Value, own: str | None, page: int | None, depth: int) -> None:
        """Note what an element or a reference to what is drawn says, and what stands below it."""
        if type(found := node.get("/Pg")) is str:
            page = self._pages.get(found, page)
        kind = node.get("/Type")
        if kind == "/MCR":
            mark = node.get("/MCID")
            if type(mark) is int and page is not None:
                self.events.append(Shown(page, mark, in_form="/Stm" in node))
        elif kind == "/OBJR":
            place = self._objects.place_of(node.get("/Obj"))
            if place is not None and page is not None:
                self.events.append(Shown(page, mark_of(place), in_form=False))
        elif "/S" in node and own not in self._seen:
            if own is not None:
                self._seen.add(own)
            self.events.append(self._opened(node))
            self._go_below(node.get("/K"), page, depth + 1)

    def _go_below(self, below: Value, page: int | None, depth: int) -> None:
        """Note what stands below an element, and that it ends; what is drawn before all else at once."""
        events, counted = self.events, 0
        children = [] if below is None else [below]
        if type(below) is list:
            # The list counts, and goes as deep as an element.
            children, counted = below, 1
            if self._count + len(children) > MOST_ELEMENTS:
                raise NoTree(_TOO_MUCH)
        drawn = 0
        for child in children:
            if type(child) is not int:
                break
            if page is not None:
                events.append(Shown(page, child, False))  # noqa: FBT003 a name would take half of the time again
            drawn += 1
        if counted or drawn:
            self._count_to(counted + drawn, depth + min(counted, drawn))
        if drawn == len(children):
            self._count_to(1, 0)
            events.append(_CLOSED)
            return
        depth += counted
        self._stack.append((_CLOSED, None, 0))
        self._stack += [(child, page, depth) for child in reversed(children[drawn:])]

    def _opened(self, node: Value) -> Opened:
        name = str(node["/S"])
        # Most elements say no more than their role: one event stands for all of these.
        bare = self._bare.get(name)
        if bare is None:
            bare = self._bare[name] = Opened(_role(name, self._roles))
        role, instead = bare.role, None
        if "/ActualText" in node:
            instead = text_of(self._objects.of(node["/ActualText"]))
        if role == "Link":
            return Opened(role, instead, href=self._href(node))
        if role in _CELLS:
            span = self._span(node["/A"]) if "/A" in node else NO_SPAN
            is_bare = span is NO_SPAN and instead is None
            return bare if is_bare else Opened(role, instead, span=span)
        if role == "Figure":
            return Opened(role, instead, text_of(self._objects.of(node.get("/Alt"))))
        return bare if instead is None else Opened(role, instead)

    def _href(self, node: Value) -> str | None:
        """Return where the annotation of a link leads on the web; None if it leads within the file.

        A reference to an annotation is left in the node as what it leads to, which is asked for again below.
        """
        below = self._objects.of(node.get("/K"))
        children = below if isinstance(below, list) else [below]
        for place, one in enumerate(children):
            child = self._objects.of(one)
            if isinstance(child, dict) and child.get("/Type") == "/OBJR":
                children[place] = child
                href = address_of(self._objects.of(child.get("/Obj")), self._objects)
                if href:
                    return href
        return None

    def _span(self, given: Value) -> Span:
        found: dict[str, int] = {}
        for one in _list(self._objects.naming(given, _SPANS)):
            own = _dict(self._objects.naming(one, _SPANS))
            for key in ("/ColSpan", "/RowSpan"):
                count = self._objects.of(own.get(key))
                if type(count) is int and 1 < count <= _WIDEST_SPAN:
                    found[key] = count
        return Span(found.get("/ColSpan", 1), found.get("/RowSpan", 1)) if found else NO_SPAN


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
