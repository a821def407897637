"""The elements of WordprocessingML: their names, their values, and what stands inside what only wraps."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

# The parser's library brings no types of its own.
Element = Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
VALUE = f"{W}val"
PARAGRAPH, TABLE, RUN, TEXT = f"{W}p", f"{W}tbl", f"{W}r", f"{W}t"
OF_PARAGRAPH, OF_RUN, OF_CELL = f"{W}pPr", f"{W}rPr", f"{W}tcPr"

OFF = frozenset(("0", "false", "off"))
"""What a property says that is switched off; it is on where it says nothing."""

_LARGEST_NUMBER = 1_000_000
# Far more than there are; a file may be full of others.
_MOST_NAMES = 5_000
_WRAPPERS = frozenset(
    ("sdtContent", "customXml", "ins", "moveTo", "smartTag", "Choice", "Fallback")
)
_TAKEN_OUT = frozenset(("del", "moveFrom"))
_NONE: Mapping[str, Element] = {}


class _Names(dict[Any, str]):
    """Names without their namespaces, by tags; what is no element has a function for a tag."""

    def __missing__(self, tag: Any) -> str:
        name = tag.rpartition("}")[2] if isinstance(tag, str) else ""
        if len(self) < _MOST_NAMES:
            self[tag] = name
        return name


NAMES = _Names()


def name_of(element: Element) -> str:
    """Return an element's name without its namespace; an empty one for what is no element."""
    return NAMES[element.tag]


def child(element: Element, name: str) -> Element | None:
    """Return the first child of a name in Word's namespace; None if there is none, or no element."""
    # Twice as fast as `find`, which takes a path.
    return None if element is None else next(element.iterchildren(W + name), None)


def named(element: Element | None) -> Mapping[str, Element]:
    """Return the children of an element by their names: one walk where several are asked for."""
    return _NONE if element is None else {NAMES[one.tag]: one for one in element}


def firsts(element: Element) -> dict[str, Element]:
    """Return the first child of each tag: one walk where several are asked for, and the last do not count."""
    found: dict[str, Element] = {}
    for one in element:
        found.setdefault(one.tag, one)
    return found


def first_of(parts: Sequence[Element], tag: str) -> Element | None:
    """Return the first of some children that has a tag: properties are written first, where there are any.

    The children are listed once by whoever walks them next: lxml makes an element anew each time it is asked
    for it, and its tag with it.
    """
    if parts and parts[0].tag == tag:
        return parts[0]
    for one in parts:
        if one.tag == tag:
            return one
    return None


def value(element: Element, name: str) -> str | None:
    """Return the value of a child: `<w:ilvl w:val="1"/>` gives "1"."""
    return value_of(child(element, name))


def value_of(element: Element | None) -> str | None:
    """Return an element's own value; None if there is no element."""
    text: str | None = None if element is None else element.get(VALUE)
    return text


def number(text: str | None, *, otherwise: int) -> int:
    """Return a whole number within a million of zero; `otherwise` if the text is none."""
    try:
        return max(-_LARGEST_NUMBER, min(int(text or ""), _LARGEST_NUMBER))
    except ValueError:
        return otherwise


def switch(element: Element, name: str) -> bool | None:
    """Return whether a property is switched on; None where nothing says so."""
    return is_on(child(element, name))


def is_on(element: Element | None) -> bool | None:
    """Return whether a property is switched on; None if it is not there."""
    return None if element is None else element.get(VALUE) not in OFF


def unwrapped(elements: Iterable[Element]) -> Iterator[Element]:
    """Yield elements in their order; of content controls, tags and insertions what stands inside them.

    What a tracked change took out, and what only invites to write something, is left out.
    """
    for element in elements:
        name = name_of(element)
        if name == "sdt":
            if not is_invitation(element):
                yield from unwrapped(element.findall(f"{W}sdtContent"))
        elif name == "AlternateContent":
            yield from unwrapped([alternative(element)])
        elif name in _WRAPPERS:
            yield from unwrapped(element)
        elif name and name not in _TAKEN_OUT:
            yield element


def is_invitation(control: Element) -> bool:
    """Return whether a content control holds only its invitation: "Click here to enter text"."""
    return switch(child(control, "sdtPr"), "showingPlcHdr") is True


def alternative(element: Element) -> Element:
    """Return the one of several forms of the same content that is read: the first."""
    return next(iter(element), element) if len(element) else element
