"""Automatic numbers: what Word prints in front of a paragraph, counted as Word counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from answerable.reading.docx.elements import (
    OF_PARAGRAPH,
    OF_RUN,
    Element,
    W,
    child,
    firsts,
    is_on,
    number,
    value,
    value_of,
)
from answerable.reading.docx.styles import Look, Styles
from answerable.reading.docx.symbols import bullet_of
from answerable.reading.numerals import printed

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_INDENT = 720
_DEEPEST_LINK = 10


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, what it prints ("%1.%2)"), when it begins again.

    `restart` is the level (from 1) after which it begins again: 0 for never, None for any above it.
    `indent` is in twentieths of a point.
    """

    start: int = 0
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    is_legal: bool = False
    style: str | None = None
    font: str = ""
    indent: int | None = None


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list as paragraphs name it: the definition it shares, and the levels that it starts anew."""

    definition: str
    levels: dict[int, Level]
    own: frozenset[int]


class Printed(NamedTuple):
    """What stands in front of a paragraph: a number, or a bullet at its indent."""

    text: str
    is_bullet: bool
    indent: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A level of a list as its paragraphs need it: where it counts, what begins again below it, what it prints.

    `words` are those of its number, with the level (from 0) of each number among them; of a `bullet` all is known.
    """

    level: Level
    key: tuple[str, int]
    below: tuple[tuple[str, int], ...]
    words: tuple[str | int, ...]
    indent: int
    bullet: Printed | None


@dataclass(slots=True)
class Numbering:
    """The lists of a document by their ids, each read when it is asked for, and where each counts.

    `by_style` are the definitions that a style of lists stands for.
    """

    written: dict[str, Element] = field(default_factory=dict)
    definitions: dict[str, Element] = field(default_factory=dict)
    by_style: dict[str, Element] = field(default_factory=dict)
    lists: dict[str, NumberedList] = field(default_factory=dict)
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
    spots: dict[tuple[str, int], Spot | None] = field(default_factory=dict)

    def next_of(self, look: Look) -> Printed | None:
        """Count a paragraph, and return what is printed in front of it; None if it is in no list."""
        name = look.list_id
        found = None if name is None else self._list(name)
        if name is None or found is None:
            return None
        place = (name, _place(found, look))
        if place not in self.spots:
            self.spots[place] = _spot(found, *place)
        spot = self.spots[place]
        if spot is None:
            return None
        counts, key = self.counts, spot.key
        counts[key] = counts[key] + 1 if key in counts else spot.level.start
        for below in spot.below:
            counts.pop(below, None)
        if spot.bullet is not None:
            return spot.bullet
        words = [
            one if isinstance(one, str) else self._count(name, found, spot.level, one)
            for one in spot.words
        ]
        return Printed("".join(words).strip(), is_bullet=False, indent=spot.indent)

    def _list(self, name: str) -> NumberedList | None:
        found = self.lists.get(name)
        if found is None and name in self.written:
            found = self.lists[name] = self._as_written(self.written[name])
        return found

    def _as_written(self, one: Element) -> NumberedList:
        definition = value(one, "abstractNumId") or ""
        levels = self._levels(definition)
        return NumberedList(
            definition,
            levels | dict(_changed(one, levels)),
            frozenset(
                number(over.get(f"{W}ilvl"), otherwise=0)
                for over in one.iterfind(f"{W}lvlOverride")
                if child(over, "startOverride") is not None
            ),
        )

    def _levels(self, definition: str) -> dict[int, Level]:
        if definition not in self.definitions:
            return {}
        if definition not in self.levels:
            linked = _linked(self.definitions[definition], self.by_style)
            self.levels[definition] = dict(_levels(linked))
        return self.levels[definition]

    def _count(self, list_id: str, found: NumberedList, level: Level, place: int) -> str:
        """Return the number of a level as it is printed; of one not yet counted, where it starts."""
        shown = found.levels.get(place, _NO_LEVEL)
        count = self.counts.get(_key(list_id, found, place), shown.start)
        return printed(count, "decimal" if level.is_legal else shown.form)


_NO_LEVEL = Level()


def _spot(found: NumberedList, list_id: str, place: int) -> Spot | None:
    """Return a level of a list as its paragraphs need it; None if the list has no such level."""
    level = found.levels.get(place)
    if level is None:
        return None
    indent = (place + 1) * _INDENT if level.indent is None else level.indent
    bullet = (
        Printed(bullet_of(level.text, level.font), is_bullet=True, indent=indent)
        if level.form == "bullet" and level.text
        else None
    )
    # Every second part is what the pattern found: a level, from 1.
    words = [
        int(one) - 1 if number % 2 else one for number, one in enumerate(_PLACE.split(level.text))
    ]
    below = _begin_again(found, list_id, place)
    return Spot(level, _key(list_id, found, place), tuple(below), tuple(words), indent, bullet)


def _begin_again(found: NumberedList, list_id: str, place: int) -> Iterator[tuple[str, int]]:
    """Yield the levels that begin again when one above them has counted."""
    for below in range(place + 1, _LEVELS):
        level = found.levels.get(below)
        if level and (level.restart is None or place < level.restart):
            yield _key(list_id, found, below)


def _key(list_id: str, found: NumberedList, place: int) -> tuple[str, int]:
    # Lists of one definition count on from each other, but for the levels that one starts anew.
    return (f"list {list_id}" if place in found.own else found.definition, place)


def _place(found: NumberedList, look: Look) -> int:
    """Return the level of a paragraph: the one that belongs to its style, or the one that it names."""
    for style in look.styles:
        for place, level in found.levels.items():
            if level.style == style:
                return place
    return look.list_level or 0


def numbering_of(root: Element | None, styles: Styles) -> Numbering:
    """Return the lists of a document; none at all if it has no part for them."""
    if root is None:
        return Numbering()
    definitions = {
        one.get(f"{W}abstractNumId") or "": one for one in root.iterfind(f"{W}abstractNum")
    }
    written = {one.get(f"{W}numId") or "": one for one in root.iterfind(f"{W}num")}
    by_style = {
        style: one for one in definitions.values() if (style := value(one, "styleLink")) is not None
    }
    for one in definitions.values():
        style = value(one, "numStyleLink")
        named = written.get(styles.list_of(style) or "") if style is not None else None
        target = definitions.get(value(named, "abstractNumId") or "")
        if style is not None and target is not None and target is not one:
            by_style.setdefault(style, target)
    return Numbering(written, definitions, by_style)


def _linked(definition: Element, by_style: dict[str, Element]) -> Element:
    """Return the definition that holds the levels: one may only name a style that another defines."""
    for _ in range(_DEEPEST_LINK):
        style = value(definition, "numStyleLink")
        if style is None:
            break
        definition = by_style.get(style, definition)
    return definition


def _levels(definition: Element) -> Iterator[tuple[int, Level]]:
    for one in definition.iterfind(f"{W}lvl"):
        place = number(one.get(f"{W}ilvl"), otherwise=0)
        if place in range(_LEVELS):
            yield place, _level(one)


def _changed(one: Element, levels: dict[int, Level]) -> Iterator[tuple[int, Level]]:
    """Yield the levels that a list has otherwise than its definition."""
    for over in one.iterfind(f"{W}lvlOverride"):
        place = number(over.get(f"{W}ilvl"), otherwise=0)
        whole, start = child(over, "lvl"), value(over, "startOverride")
        level = _level(whole) if whole is not None else levels.get(place, Level())
        if start is not None:
            level = replace(level, start=number(start, otherwise=level.start))
        if place in range(_LEVELS):
            yield place, level


def _level(one: Element) -> Level:
    found = firsts(one)
    restart = value_of(found.get(f"{W}lvlRestart"))
    indent = child(found.get(OF_PARAGRAPH), "ind")
    fonts = child(found.get(OF_RUN), "rFonts")
    return Level(
        start=number(value_of(found.get(f"{W}start")), otherwise=0),
        form=_form(one),
        text=value_of(found.get(f"{W}lvlText")) or "",
        restart=None if restart is None else number(restart, otherwise=0),
        is_legal=is_on(found.get(f"{W}isLgl")) is True,
        style=value_of(found.get(f"{W}pStyle")),
        font="" if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "",
        indent=indent_of(indent),
    )


def _form(level: Element) -> str:
    # A form of Word's own making stands beside one that all can read, in an element for choosing.
    found = [one.get(f"{W}val") or "" for one in level.iter(f"{W}numFmt")]
    return next((one for one in found if one != "custom"), "decimal")


def indent_of(indent: Element | None) -> int | None:
    """Return how far an indent stands from the margin, in twentieths of a point; None if it does not say."""
    if indent is None:
        return None
    given = indent.get(f"{W}left") or indent.get(f"{W}start")
    return None if given is None else number(given, otherwise=0)
