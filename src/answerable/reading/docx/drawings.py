"""Pictures and text boxes in a paragraph: what is drawn, and the words that stand in it."""

import re
from dataclasses import dataclass

from answerable.reading.docx.elements import Element, alternative, name_of

_PICTURES = frozenset(("pic", "imagedata", "chart", "relIds", "OLEObject"))
# Word writes this below a description that nobody wrote.
_BY_MACHINE = re.compile(
    r"\s*(?:Description automatically generated|AI-generated content may be incorrect\.?)"
    r"(?: with \w+ confidence)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture with its description, or the box whose words are to be read."""

    description: str
    box: Element | None = None


def drawn_in(element: Element) -> list[Drawn]:
    """Return the picture of a drawing, if it has one, and the text boxes in it."""
    boxes: list[Drawn] = []
    found = _Found()
    _look_into(element, boxes, found)
    pictures = [Drawn(" ".join(found.description.split()))] if found.is_picture else []
    return [*pictures, *boxes]


@dataclass(slots=True)
class _Found:
    is_picture: bool = False
    description: str = ""


def _look_into(element: Element, boxes: list[Drawn], found: _Found) -> None:
    name = name_of(element)
    if name == "txbxContent":
        boxes.append(Drawn("", element))
        return
    if name == "AlternateContent":
        _look_into(alternative(element), boxes, found)
        return
    found.is_picture = found.is_picture or name in _PICTURES
    said = element.get("descr") or element.get("alt") or ""
    found.description = found.description or _BY_MACHINE.sub("", said)
    for inner in element:
        _look_into(inner, boxes, found)
