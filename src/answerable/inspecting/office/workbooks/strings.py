"""The strings that a workbook's cells share: those that no cell uses any more, and those with unseen parts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from answerable.inspecting.colours import WHITE, Colour
from answerable.inspecting.markup import Element, attribute, elements_of, local, named, text_of
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.unseen import look_at_tree
from answerable.inspecting.office.workbooks.looks import SMALLEST_POINTS, Looks
from answerable.inspecting.seen import Seen

_MOST_KEPT = 400_000
_LONGEST_KEPT = 60
_FAR_APART = re.compile(r"\n{12}|\s{100}")


@dataclass(slots=True)
class Strings:
    """Shared strings: the beginnings of their texts for samples, which are used, and colours in parts of them."""

    texts: list[str] = field(default_factory=list)
    used: bytearray = field(default_factory=bytearray)
    inks: dict[int, list[tuple[Colour | None, bool, str]]] = field(default_factory=dict)
    all_told: set[str] | None = None

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
        if count < _MOST_KEPT:
            strings.texts.append(text[:_LONGEST_KEPT])
        if text in wanted and strings.all_told is not None:
            strings.all_told.add(text)
        count += 1
    strings.used = bytearray(count)
    return strings


def look_at_text(text: str, where: str, seen: Seen) -> None:
    """Find words that blanks or line ends push out of sight."""
    if len(text) > 100 and _FAR_APART.search(text.strip()):  # noqa: PLR2004 as many blanks as are looked for
        seen.add("xlsx.pushed-out-of-sight", where, text.strip().split()[-1])


def _look_at_string(
    package: Package, part: str, one: Element, number: int, strings: Strings, looks: Looks
) -> str:
    if len(one) == 1 and not one.attrib and local(one[0]) == "t" and not len(one[0]):
        text: str = one[0].text or ""
    else:
        look_at_tree(package, part, one)
        text = "".join(_shown(one))
        if phonetic := "".join(text_of(each) for each in named(one, "rPh")):
            package.seen.add("xlsx.phonetic", "shared strings", phonetic)
        if inks := list(inks_of(one, looks)):
            strings.inks[number] = inks
    look_at_text(text, "shared strings", package.seen)
    return text


def _shown(one: Element) -> Iterable[str]:
    for each in named(one, "t"):
        if local(each.getparent()) != "rPh":
            yield each.text or ""


def inks_of(one: Element, looks: Looks) -> Iterable[tuple[Colour | None, bool, str]]:
    """Yield the colour of each run of a string that has one, whether it is tiny, and its text."""
    for run in named(one, "r"):
        properties = next((each for each in run if local(each) == "rPr"), None)
        if properties is None:
            continue
        colour = next((each for each in properties if local(each) == "color"), None)
        size = next((attribute(each, "val") for each in properties if local(each) == "sz"), "")
        is_tiny = size.replace(".", "", 1).isdigit() and 0 < float(size) < SMALLEST_POINTS
        if colour is not None or is_tiny:
            ink = looks.colour(colour, WHITE) if colour is not None else None
            yield ink, is_tiny, text_of(run)


def look_for_unused(strings: Strings, seen: Seen) -> None:
    """Find strings that no cell shows: what was deleted from a sheet and stayed in the file."""
    unused = strings.used.count(0)
    if unused:
        seen.add(
            "xlsx.orphan-string", "shared strings", strings.text(strings.used.find(0)), count=unused
        )
