"""The strings that a workbook's cells share: those that no cell uses any more, and those with unseen parts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from answerable.inspecting.colours import WHITE, Colour, is_lost
from answerable.inspecting.markup import Element, attribute, elements_of, local, named, text_of
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.unseen import has_unseen_signs, look_at_tree
from answerable.inspecting.office.workbooks.cramped import LONG
from answerable.inspecting.office.workbooks.looks import SMALLEST_POINTS, Looks
from answerable.inspecting.office.workbooks.rows import Cell
from answerable.inspecting.seen import Seen
from answerable.inspecting.symbols import draws_signs

_MOST_KEPT = 400_000
RAISED = 0.65
"""How large letters are that are raised or lowered, of the size that is said."""

_LONGEST_KEPT = 60
_FEWEST = 12
_SHOWN_IN = ("si", "is", "r")
_FAR_APART = re.compile(r"\n{12}|\s{100}")


@dataclass(slots=True)
class Strings:
    """Shared strings: the beginnings of their texts for samples, which are used, and colours in parts of them."""

    texts: list[str] = field(default_factory=list)
    used: bytearray = field(default_factory=bytearray)
    inks: "dict[int, list[Run]]" = field(default_factory=dict)
    """Of those with parts that look otherwise, these parts."""

    all_told: set[str] | None = None
    ends: dict[int, int] = field(default_factory=dict)
    """How many ends of lines a string has, of those that have any."""

    long: dict[int, int] = field(default_factory=dict)
    """How many letters the first of those have that may need more room than their cell has."""

    def length(self, cell: Cell) -> int:
        """Return how many letters the words of a cell have, shared or its own; 0 for few, and for what is none."""
        if cell[4] == b"s":
            return self.long.get(int(cell[6]), 0) if cell[6].isdigit() else 0
        own = cell[7] or (cell[6] if cell[4] == b"str" else b"")
        length = len(own.decode("utf-8", "replace")) if len(own) > LONG else 0
        return length if length > LONG else 0

    def text(self, number: int) -> str:
        """Return the beginning of a string."""
        return self.texts[number] if 0 <= number < len(self.texts) else ""


def strings_of(package: Package, part: str, looks: Looks, *, wanted: frozenset[str]) -> Strings:
    """Return the strings of a part, and find what is not seen of them; `wanted` are those a chart shows."""
    strings = Strings(all_told=set())
    pieces: Iterable[bytes] = package.archive.stream(part) if part else ()
    if not part:
        return strings
    count = 0
    for one in elements_of(pieces, ("{*}si",), part, package.seen):
        if local(one) == "sst":
            look_at_tree(package, part, one)
            break
        text = _look_at_string(package, part, one, count, strings, looks)
        if len(text) > LONG and len(strings.long) < _MOST_KEPT:
            strings.long[count] = len(text)
        if "\n" in text:
            strings.ends[count] = text.count("\n")
        if count < _MOST_KEPT:
            strings.texts.append(text[:_LONGEST_KEPT])
        if text in wanted and strings.all_told is not None:
            strings.all_told.add(text)
        count += 1
    strings.used = bytearray(count)
    return strings


def look_at_text(text: str, where: str, seen: Seen) -> None:
    """Find words that blanks or line ends push out of sight."""
    if len(in_sight(text)) < len(text.rstrip()):
        seen.add("xlsx.pushed-out-of-sight", where, text.strip().split()[-1])
    if not text.isascii() and has_unseen_signs(text):
        seen.add("office.invisible-signs", where, text)


def in_sight(text: str) -> str:
    """Return a text as far as nothing pushes it out of sight."""
    if len(text) <= _FEWEST:
        return text
    found = _FAR_APART.search(text)
    return text[: found.start()] if found else text


def shown_pieces(one: Element) -> Iterable[str]:
    """Yield the pieces of a string's text that are shown, and not how they are said."""
    for each in named(one, "t"):
        if local(each.getparent()) in _SHOWN_IN:
            yield each.text or ""


def _look_at_string(
    package: Package, part: str, one: Element, number: int, strings: Strings, looks: Looks
) -> str:
    if len(one) == 1 and not one.attrib and local(one[0]) == "t" and not len(one[0]):
        text: str = one[0].text or ""
    else:
        look_at_tree(package, part, one)
        text = "".join(shown_pieces(one))
        if phonetic := "".join(text_of(each) for each in named(one, "rPh")):
            package.seen.add("xlsx.phonetic", "shared strings", phonetic)
        for each in named(one, "t"):
            if local(each.getparent()) not in (*_SHOWN_IN, "rPh"):
                package.seen.add("office.unread-text", "shared strings", each.text or "")
        if inks := list(inks_of(one, looks)):
            strings.inks[number] = inks
    look_at_text(text, "shared strings", package.seen)
    return text


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a string that looks alike: its text, whether it has a colour of its own, which, and its size."""

    text: str
    is_coloured: bool = False
    ink: Colour | None = None
    is_tiny: bool = False
    font: str = ""

    def is_seen_on(self, ground: Colour | None) -> bool:
        """Return whether the text can be seen on what is behind it."""
        is_on_known = self.ink is not None and ground is not None
        return not self.is_tiny and not (is_on_known and is_lost(self.ink, ground))  # type: ignore[arg-type] # both are known


def runs_of(one: Element, looks: Looks) -> Iterator[Run]:
    """Yield the runs of a string; what has no run of its own is one without a look."""
    for part in one:
        if local(part) == "t":
            yield Run(part.text or "")
        elif local(part) == "r":
            text = "".join(each.text or "" for each in named(part, "t"))
            properties = next((each for each in part if local(each) == "rPr"), None)
            yield Run(text) if properties is None else _run(text, properties, looks)


def _run(text: str, properties: Element, looks: Looks) -> Run:
    colour = next((each for each in properties if local(each) == "color"), None)
    size = next((attribute(each, "val") for each in properties if local(each) == "sz"), "")
    script = next((attribute(each, "val") for each in properties if local(each) == "vertAlign"), "")
    share = RAISED if script in ("superscript", "subscript") else 1
    is_tiny = size.replace(".", "", 1).isdigit() and 0 < float(size) * share < SMALLEST_POINTS
    font = next((attribute(each, "val") for each in properties if local(each) == "rFont"), "")
    if colour is None:
        return Run(text, is_tiny=is_tiny, font=font)
    ink = looks.colour(colour, WHITE)
    return Run(text, is_coloured=True, ink=ink, is_tiny=is_tiny, font=font)


def inks_of(one: Element, looks: Looks) -> Iterable[Run]:
    """Yield the runs of a string that have a colour of their own, are tiny, or are drawn as signs."""
    for string in chain([one], named(one, "is")):
        for run in runs_of(string, looks):
            if run.is_coloured or run.is_tiny or draws_signs(run.font):
                yield run


def look_for_unused(strings: Strings, seen: Seen) -> None:
    """Find strings that no cell shows: what was deleted from a sheet and stayed in the file."""
    unused = strings.used.count(0)
    if unused:
        seen.add(
            "xlsx.orphan-string", "shared strings", strings.text(strings.used.find(0)), count=unused
        )
