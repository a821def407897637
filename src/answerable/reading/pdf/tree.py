"""A tagged PDF's structure: what its tree opens, closes and shows, in reading order, bounded."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from answerable.reading.pdf.grid import Span

MOST_ELEMENTS = 1_000_000
"""With the limit on a file's size it bounds the time of a walk to a minute."""
DEEPEST = 400
"""Elements and the lists of their children; no document nests so deep: a tree that does is damaged, or was made to do harm."""

_TOO_MUCH = "its tags nest too deep, or are too many"
_LONGEST_TEXT = 100_000
_WIDEST_SPAN = 1_000


class NoTree(Exception):
    """A PDF has no structure tree that can be followed; the message says why, and is empty if it has none."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An element begins; `role` is a standard one ("P", "TD") where the file says which it stands for.

    `instead` is what is to be read in place of what is drawn (ActualText), `alt` what a picture shows,
    `href` where a link leads; `span` is how many columns and rows a cell takes up.
    """

    role: str
    instead: str | None = None
    alt: str | None = None
    href: str | None = None
    span: Span = field(default_factory=Span)


@dataclass(frozen=True, slots=True)
class Closed:
    """The element that was opened last ends."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is drawn on a page under a mark belongs here."""

    page: int
    mark: int
    in_form: bool


Event = Opened | Closed | Shown
# pikepdf gives numbers and null in arrays as plain ones, though its types say that all are objects.
_Node = Any
_Step = tuple[_Node, int | None, int]


def events_of(pdf: pikepdf.Pdf) -> Iterator[Event]:
    """Yield what the structure tree of a PDF says, from its beginning to its end.

    :raises NoTree: if there is none, or it goes too deep.
    """
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary) or "/K" not in root:
        raise NoTree
    return _Walk(pdf, root).events(root["/K"])


class _Walk:
    """Follows a tree without recursion, each element once."""

    def __init__(self, pdf: pikepdf.Pdf, root: _Node) -> None:
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        self._roles = _roles(root)
        self._seen: set[tuple[int, int]] = set()
        self._count = 0

    def events(self, top: _Node) -> Iterator[Event]:
        """Yield the events of an element and of all below it."""
        stack: list[_Step] = [(top, None, 0)]
        while stack:
            node, page, depth = stack.pop()
            self._count += 1
            if self._count > MOST_ELEMENTS or depth > DEEPEST:
                raise NoTree(_TOO_MUCH)
            if isinstance(node, Closed):
                yield node
            elif isinstance(node, pikepdf.Array):
                stack += [(child, page, depth + 1) for child in reversed(list(node))]
            elif isinstance(node, int):
                if page is not None:
                    yield Shown(page, node, in_form=False)
            elif isinstance(node, pikepdf.Dictionary):
                yield from self._read(node, page, depth, stack)

    def _read(
        self, node: _Node, page: int | None, depth: int, stack: list[_Step]
    ) -> Iterator[Event]:
        page = self._page(node, page)
        kind = node.get("/Type")
        if kind == "/MCR":
            mark = node.get("/MCID")
            if isinstance(mark, int) and page is not None:
                yield Shown(page, mark, in_form="/Stm" in node)
        elif kind != "/OBJR" and "/S" in node and self._is_new(node):
            yield self._opened(node)
            stack.append((Closed(), None, depth))
            if (below := node.get("/K")) is not None:
                stack.append((below, page, depth + 1))

    def _is_new(self, node: _Node) -> bool:
        if not node.is_indirect:
            return True
        if node.objgen in self._seen:
            return False
        self._seen.add(node.objgen)
        return True

    def _page(self, node: _Node, page: int | None) -> int | None:
        own: Any = node.get("/Pg")
        return self._pages.get(own.objgen, page) if isinstance(own, pikepdf.Dictionary) else page

    def _opened(self, node: _Node) -> Opened:
        role = _role(str(node["/S"]), self._roles)
        href = _href(node) if role == "Link" else None
        span = _span(node) if role in ("TD", "TH") else Span()
        alt = _text(node, "/Alt") if role == "Figure" else None
        return Opened(role, _text(node, "/ActualText"), alt, href, span)


def _roles(root: _Node) -> dict[str, str]:
    found = root.get("/RoleMap")
    if not isinstance(found, pikepdf.Dictionary):
        return {}
    return {name: str(role) for name, role in found.items() if isinstance(role, pikepdf.Name)}


def _role(name: str, roles: dict[str, str]) -> str:
    """Return the standard role that a name stands for; a map that goes in circles stops."""
    passed: set[str] = set()
    while name in roles and name not in passed:
        passed.add(name)
        name = roles[name]
    return name.removeprefix("/")


def _text(node: _Node, key: str) -> str | None:
    text = node.get(key)
    return str(text)[:_LONGEST_TEXT] if isinstance(text, pikepdf.String) else None


def _href(node: _Node) -> str | None:
    """Return where the annotation of a link leads on the web; None if it leads within the file."""
    children = node.get("/K")
    for child in children if isinstance(children, pikepdf.Array) else (children,):
        if isinstance(child, pikepdf.Dictionary) and child.get("/Type") == "/OBJR":
            target = child.get("/Obj")
            if isinstance(target, pikepdf.Dictionary) and (href := address_of(target)):
                return href
    return None


def address_of(annotation: pikepdf.Dictionary) -> str | None:
    """Return the web address that an annotation leads to, or None."""
    action = annotation.get("/A")
    address = action.get("/URI") if isinstance(action, pikepdf.Dictionary) else None
    return str(address)[:_LONGEST_TEXT] if isinstance(address, pikepdf.String) else None


def _span(node: _Node) -> Span:
    attributes: Any = node.get("/A")
    found: dict[str, int] = {}
    for one in attributes if isinstance(attributes, pikepdf.Array) else (attributes,):
        if isinstance(one, pikepdf.Dictionary):
            for key in ("/ColSpan", "/RowSpan"):
                count: Any = one.get(key)
                if isinstance(count, int) and 1 < count <= _WIDEST_SPAN:
                    found[key] = count
    return Span(found.get("/ColSpan", 1), found.get("/RowSpan", 1)) if found else Span()
