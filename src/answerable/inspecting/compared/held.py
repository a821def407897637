"""Every text that can be taken out of an office file: of all its parts, whatever they are for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from lxml import etree

from answerable.inspecting.archive import Archive
from answerable.inspecting.markup import MOST_BYTES, Element, local, root_of
from answerable.inspecting.rich.tokens import Token, sign_of, tokens_of
from answerable.inspecting.seen import Seen

PIECE = "\x1f"
"""Stands in a text where one piece of it ends and another begins, which may be one word or two."""


class Kind(Enum):
    """What a text is in its part: words, a number as a cell stores it, an instruction, or an attribute."""

    WORDS = "words"
    NUMBER = "number"
    INSTRUCTION = "instruction"
    ATTRIBUTE = "attribute"


@dataclass(frozen=True, slots=True)
class Held:
    """A text that a file holds: in which part, as what, and what it says."""

    where: str
    kind: Kind
    text: str


# What is within one of these belongs together: a word may be parted by its looks.
_BLOCKS = frozenset("p h si is rPh f v annotation desc".split())
_JOINED = frozenset("t delText span a".split())
_PARAGRAPHS = frozenset("p h si is rPh".split())
_NUMBERS = frozenset(["v", "val"])
_INSTRUCTIONS = frozenset("instrText delInstrText f formula formula1 formula2 sqref".split())
_BLANKS = frozenset("tab br cr s line-break noBreakHyphen softHyphen lastRenderedPageBreak".split())
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_INDEXED = frozenset(["s", "b"])
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[?!\w]")
_LARGEST = MOST_BYTES


def texts_of_archive(archive: Archive) -> Iterator[Held]:
    """Yield the texts of every part that is XML.

    :raises CannotSay: if a part cannot be read.
    """
    for name in sorted(archive.members):
        if not name.endswith((".xml", ".rels", ".vml", ".rdf")):
            continue
        data = archive.unpacked(name, most=_LARGEST)
        if _XML.match(data[:200]):
            yield from _texts_of_part(root_of(data, name, Seen()), name)


def texts_of_rtf(data: bytes) -> Iterator[Held]:
    """Yield what the groups of an RTF document say, whatever they are for.

    :raises CannotSay: if it has more in it than can be inspected.
    """
    said: list[str] = []
    depth, looks_from = 0, 0
    for token in tokens_of(data):
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        is_end = token.name in _ENDS_OF_LINES and token.kind == "word"
        if token.kind == "word" and token.name in _TABLES_OF_LOOKS and not looks_from:
            yield Held("", Kind.WORDS, "".join(said))
            said, looks_from = [], depth
        elif looks_from and depth < looks_from:
            for name in "".join(said).replace(PIECE, "").split(";"):
                yield Held("", Kind.ATTRIBUTE, name.strip())
            said, looks_from = [], 0
        elif is_end and not looks_from:
            yield Held("", Kind.WORDS, "".join(said))
            said = []
        said.append(_said(token))
    yield Held("", Kind.WORDS, "".join(said))


_ENDS_OF_LINES = frozenset("par cell row line sect page tab".split())
_TABLES_OF_LOOKS = frozenset(["fonttbl", "stylesheet"])


def _said(token: Token) -> str:
    if token.kind in ("text", "byte"):
        return token.held.decode("cp1252", "replace")
    if token.kind in ("open", "close"):
        return PIECE
    if token.kind == "word" and token.name == "u" and token.number is not None:
        return sign_of(token.number)
    return ""


def _texts_of_part(root: Element, where: str) -> Iterator[Held]:
    """Yield the texts of a part, each joined over what stands in its block, and its attributes."""
    open_blocks: list[tuple[Element, list[str]]] = [(root, [])]
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if not isinstance(element.tag, str):
            # A comment or an instruction to a program: no office shows it.
            if event in ("comment", "pi"):
                yield Held(where, Kind.WORDS, element.text or "")
                open_blocks[-1][1].append(element.tail or "")
            continue
        name = local(element)
        if event == "start":
            yield from _attributes(element, where)
            if element is not root and _is_block(element, name):
                open_blocks.append((element, []))
            said = open_blocks[-1][1]
            said.append(" " if name in _BLANKS else "")
            said.append(element.text or "")
            continue
        if open_blocks[-1][0] is element and element is not root:
            block, said = open_blocks.pop()
            yield from _block(block, "".join(said), where)
        if element is not root:
            open_blocks[-1][1].append(element.tail or "")
    yield from _block(root, "".join(open_blocks[0][1]), where)


def _is_block(element: Element, name: str) -> bool:
    """Return whether an element begins a text of its own: within a paragraph, what is no word of it does."""
    return name in _BLOCKS or (name not in _JOINED and bool((element.text or "").strip()))


def _block(element: Element, text: str, where: str) -> Iterator[Held]:
    if not text.strip():
        return
    name = local(element)
    parent = element.getparent()
    if name in _NUMBERS and parent is not None and parent.get("t") in _INDEXED:
        return
    if name in _INSTRUCTIONS:
        yield Held(where, Kind.INSTRUCTION, text)
    elif name in _NUMBERS and _NUMBER.fullmatch(text.strip()):
        yield Held(where, Kind.NUMBER, text.strip())
    elif name in _PARAGRAPHS or not _NUMBER.fullmatch(text.strip()):
        yield Held(where, Kind.WORDS, text)


def _attributes(element: Element, where: str) -> Iterator[Held]:
    for value in element.attrib.values():
        if len(value) > 2 and not value.isdecimal():  # noqa: PLR2004 too short to say anything
            yield Held(where, Kind.ATTRIBUTE, value)
