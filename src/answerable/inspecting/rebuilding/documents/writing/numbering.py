"""The numbers and signs before paragraphs, which a document does not hold but counts (numbering.xml)."""

import re
from dataclasses import dataclass, field

from answerable.inspecting.colours import WHITE, is_lost
from answerable.inspecting.markup import Element, attribute, is_on, local
from answerable.inspecting.office.writing.styles import child, children, look_of
from answerable.inspecting.rebuilding.documents.left_out import Left
from answerable.inspecting.rebuilding.documents.signs import readable, symbol

_PLACE = re.compile(r"%([1-9])")
_FONTS_OF_PICTURES = ("symbol", "wingdings", "webdings")
_ROMAN = (
    *(
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
    ),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LONGEST = 40
_MOST = 32_767


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is counted and written."""

    start: int = 1
    written: str = "decimal"
    text: str = ""
    restart: int | None = None
    is_legal: bool = False


@dataclass(slots=True)
class _List:
    levels: dict[int, Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    style: str = ""


@dataclass(slots=True)
class Numbering:
    """The lists of a document, while its paragraphs are counted one after another."""

    lists: dict[str, _List] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    starts: dict[tuple[str, int], int] = field(default_factory=dict)

    def label(self, key: str, told: str) -> tuple[int, str] | None:
        """Return on which level the next paragraph of a list stands, and what is shown before it."""
        level = int(told) if told.isdecimal() and len(told) == 1 else 0
        counted = self.lists.get(self.keys.get(key, ""))
        how = self._level(key, level)
        if counted is None or how is None:
            return None
        self._count(key, level, counted, how)
        if how.written == "bullet":
            return level, how.text
        text = _PLACE.sub(
            lambda found: self._written(key, int(found[1]) - 1, counted, how), how.text
        )
        return level, text[:_LONGEST]

    def _level(self, key: str, level: int) -> Level | None:
        own = self.levels.get((key, level))
        counted = self.lists.get(self.keys.get(key, ""))
        return own or (counted.levels.get(level) if counted else None)

    def _count(self, key: str, level: int, counted: _List, how: Level) -> None:
        if (key, level) in self.starts:
            counted.counts[level] = self.starts.pop((key, level)) - 1
        counted.counts[level] = counted.counts.get(level, how.start - 1) + 1
        for deeper in [one for one in counted.counts if one > level]:
            restart = getattr(self._level(key, deeper), "restart", None)
            if restart is None or level < restart:
                del counted.counts[deeper]

    def _written(self, key: str, level: int, counted: _List, how: Level) -> str:
        other = self._level(key, level)
        if other is None:
            return ""
        number = counted.counts.setdefault(level, other.start)
        return written(number, "decimal" if how.is_legal else other.written)


def numbering_of(root: Element | None, left: Left) -> Numbering:
    """Return the lists of a document."""
    numbering = Numbering()
    for one in root if root is not None else ():
        if local(one) == "abstractNum":
            made = _List(dict(_levels(one, left)))
            made.style = next((attribute(each, "val") for each in children(one, "styleLink")), "")
            numbering.lists[attribute(one, "abstractNumId")] = made
    _link(root, numbering)
    for one in root if root is not None else ():
        if local(one) == "num":
            _take(one, numbering, left)
    return numbering


def _link(root: Element | None, numbering: Numbering) -> None:
    """Let lists that only name a style have the levels of the list which that style names."""
    named_by = {one.style: one for one in numbering.lists.values() if one.style}
    for one in root if root is not None else ():
        for link in children(one, "numStyleLink") if local(one) == "abstractNum" else ():
            other = named_by.get(attribute(link, "val"))
            if other is not None:
                numbering.lists[attribute(one, "abstractNumId")] = other


def _take(one: Element, numbering: Numbering, left: Left) -> None:
    key = attribute(one, "numId")
    for abstract in children(one, "abstractNumId"):
        numbering.keys[key] = attribute(abstract, "val")
    for override in children(one, "lvlOverride"):
        told = attribute(override, "ilvl")
        level = int(told) if told.isdecimal() and len(told) == 1 else 0
        for start in children(override, "startOverride"):
            numbering.starts[key, level] = _count(start, 1)
        for number, how in _levels(override, left):
            numbering.levels[key, number] = how


def _levels(holder: Element, left: Left) -> list[tuple[int, Level]]:
    return [
        (int(attribute(one, "ilvl")), _read(one, left))
        for one in children(holder, "lvl")
        if attribute(one, "ilvl").isdecimal()
    ]


def _read(one: Element, left: Left) -> Level:
    said = {local(each): each for each in one}
    start, restart = said.get("start"), said.get("lvlRestart")
    written_as = "decimal" if "numFmt" not in said else attribute(said["numFmt"], "val")
    text = "" if "lvlText" not in said else attribute(said["lvlText"], "val")
    properties = said.get("rPr")
    look = look_of(properties)
    if look.is_hidden or (look.ink is not None and is_lost(look.ink, look.ground or WHITE)):
        text = ""
    elif written_as == "bullet":
        text = _bullet(text, properties, left)
    return Level(
        start=1 if start is None else _count(start, 1),
        written=written_as,
        text=readable(text, left),
        restart=None if restart is None else _count(restart, 0),
        is_legal="isLgl" in said and is_on(said["isLgl"]),
    )


def _bullet(text: str, properties: Element | None, left: Left) -> str:
    fonts = child(properties, "rFonts")
    font = "" if fonts is None else attribute(fonts, "ascii") or attribute(fonts, "hAnsi")
    if font.lower().startswith(_FONTS_OF_PICTURES):
        shown = "".join(symbol(ord(sign), left) for sign in text[:2]).strip()
        return shown or "•"
    return "◦" if text == "o" else text


def written(number: int, how: str) -> str:
    """Return a number as a list writes it."""
    number = min(max(number, 0), _MOST)
    if how in ("lowerRoman", "upperRoman"):
        made = _roman(number)
        return made.upper() if how == "upperRoman" else made
    if how in ("lowerLetter", "upperLetter") and number:
        sign = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, _LONGEST)
        return sign.upper() if how == "upperLetter" else sign
    if how == "decimalZero":
        return f"{number:02}"
    if how == "ordinal":
        return f"{number}{_ordinal(number)}"
    return "" if how == "none" else str(number)


def _roman(number: int) -> str:
    made = ""
    for value, sign in _ROMAN:
        made += sign * (number // value)
        number %= value
    return made


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _count(one: Element, usual: int) -> int:
    value = attribute(one, "val")
    return min(int(value), _MOST) if value.isdecimal() else usual
