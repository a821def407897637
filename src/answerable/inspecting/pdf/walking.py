"""A walk through all that hangs from a PDF's trailer, by the list of what each object may hold."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from answerable.inspecting.formats.words import has_number_of_somebody
from answerable.inspecting.pdf.parts import (
    is_known,
    is_known_font,
    is_known_glyph,
    is_known_role,
    roles,
)
from answerable.inspecting.pdf.values import (
    Kind,
    first_read,
    is_date,
    is_language,
    is_read,
    kind_of,
    name_of,
    printed,
    string_of,
)
from answerable.inspecting.seen import Seen

Look = Callable[["Walk", Any, str], None]
"""What a reader of its own does with a value: it is given the walk, the value, and the place."""

_MOST_MEMBERS = 500_000
_WHOLE = ("/Page", "/Pages", "/Catalog")
_OBJECT_KINDS = (Kind.dictionary, Kind.stream)
_NUMBERED = re.compile(r"[0-9a-fA-F-]*|[A-Za-z0-9+/_-]{22}(?:==)?")
"""Numbers in hexadecimal, and 128 bits as some programs write them."""

_MOST_OF_AN_IDENTIFIER = 100
_SHORTEST_IN_PROGRAMS = 16
_TEXTS = (Kind.string, Kind.name_)
_SAID = frozenset(("!bookmark", "!label", "!description", "!othertext"))
"""What is read as one text: in an array its readers see nothing."""

_READ_HERE = frozenset(" name font role glyphs date id".split(" ")) | _SAID
"""What texts are looked at where they stand: then nothing else has to lead to them."""


@dataclass(slots=True)
class Walk:
    """What has been reached so far, and what is still to be gone into."""

    seen: Seen
    looks: dict[str, Look]
    reached: set[tuple[int, int]] = field(default_factory=set)
    streams: list[tuple[Any, str, str]] = field(default_factory=list)
    """The streams that were reached, each with its role and place."""
    told: list[tuple[str, str, str]] = field(default_factory=list)
    """Texts that say no more than the pages if the pages show them: the code they are else, where, and the text."""
    values: list[tuple[str, str]] = field(default_factory=list)
    """What fields of forms hold, each with its place."""
    links: list[tuple[str, str]] = field(default_factory=list)
    """Links that tell something, unless the pages show their addresses: where, and the address."""
    marked: list[str] = field(default_factory=list)
    """Texts in how marks and fields look, as far as their letters are told plainly."""
    digests: set[bytes] = field(default_factory=set)
    """The digests of the instructions that draw pages, as they are unpacked."""
    page: tuple[float, ...] = ()
    """The edges of the page that is gone into: left, low, right, high."""
    annotations: set[tuple[int, int]] = field(default_factory=set)
    """The annotations and fields that were looked at."""
    _done: set[tuple[tuple[int, int], str]] = field(default_factory=set)
    _waiting: list[tuple[Any, str, str]] = field(default_factory=list)

    def go(self, value: Any, role: str, where: str) -> None:
        """Go into a value of a role, and into all that hangs from it."""
        self.later(value, role, where)
        while self._waiting:
            self._enter(*self._waiting.pop())

    def later(self, value: Any, role: str, where: str) -> None:
        """Go into a value once it is its turn."""
        self._waiting.append((value, role, where))

    def tell(self, code: str, where: str, text: str) -> None:
        """Keep a text, to be compared with what the pages show."""
        if is_read(text):
            self.told.append((code, where, text))

    def mark(self, value: Any) -> None:
        """Count all that hangs from a value as reached, without looking at it; pages are not gone into."""
        stack = [value]
        while stack:
            one = stack.pop()
            kind = kind_of(one)
            if kind is Kind.array or kind in _OBJECT_KINDS:
                if one.is_indirect:
                    if one.objgen in self.reached:
                        continue
                    self.reached.add(one.objgen)
                if kind is Kind.array:
                    stack += list(one)
                elif one.get("/Type") not in _WHOLE:
                    stack += [
                        each for key, each in one.items() if key not in ("/Parent", "/P", "/Pg")
                    ]

    def _enter(self, value: Any, role: str, where: str) -> None:
        kind = kind_of(value)
        if kind is None:
            return
        if value.is_indirect:
            self.reached.add(value.objgen)
            if (value.objgen, role) in self._done:
                return
            self._done.add((value.objgen, role))
        if kind is Kind.array:
            for one in value:
                self.later(one, role, where)
        elif kind in _OBJECT_KINDS:
            role = _of_drawing(value) if role == "xobject" else role
            self._look_at_keys(value, role, where)
            if kind is Kind.stream:
                self.streams.append((value, role, where))
        else:
            self.plain(value, where, role)

    def _look_at_keys(self, value: Any, role: str, where: str) -> None:
        known = roles()[role]
        for key, held in value.items():
            rule = known.get(key[1:])
            is_no_text = rule in _SAID and kind_of(held) in (Kind.array, *_OBJECT_KINDS)
            if rule in _READ_HERE and not is_no_text:
                self.reach(held)
            if rule is None or is_no_text:
                self.unknown(key[1:], held, f"{role} of {where}" if where else role)
            elif rule == "":
                self.plain(held, where, key[1:])
            else:
                self._by_rule(rule, held, where)

    def reach(self, held: Any) -> None:
        """Count a text or a name as reached that is an object of its own, as some programs write each title."""
        for one in _members(held):
            if kind_of(one) in _TEXTS and one.is_indirect:
                self.reached.add(one.objgen)

    def _by_rule(self, rule: str, held: Any, where: str) -> None:
        sign = rule[0]
        if sign == "@":
            self.later(held, rule[1:], where)
        elif sign == "{":
            self.names_for(held, rule[1:-1], where)
        elif sign == "!":
            self.looks[rule[1:]](self, held, where)
        elif rule.startswith("pdf."):
            self.seen.add(rule, where, first_read(held))
            self.mark(held)
        elif rule != "skip":
            self._named(rule, held, where)

    def names_for(self, held: Any, role: str, where: str) -> None:
        """Go into what names of a dictionary stand for."""
        if kind_of(held) not in _OBJECT_KINDS:
            self.plain(held, where, role)
            return
        if held.is_indirect:
            self.reached.add(held.objgen)
        for key, one in held.items():
            # The classes of a tagged file are its styles.
            is_style = role == "attribute" and is_known_role(key[1:])
            if not is_style and not (role == "font" and _is_called_by_its_font(key[1:], one)):
                self.name(key[1:], where)
            self.later(one, role, where)

    def name(self, name: str, where: str) -> None:
        """Find a name that no program gives."""
        if not is_known(name) and not is_known_font(name):
            self.seen.add("pdf.odd-name", where, name)

    def identifier(self, held: Any, where: str) -> None:
        """Find a text where bytes belong that are none."""
        self._named("id", held, where)

    def language(self, text: str, where: str) -> None:
        """Find what is no tag of a language."""
        _of_programs(self, text, where, None)

    def _named(self, rule: str, held: Any, where: str) -> None:
        for one in _members(held):
            kind = kind_of(one)
            if kind is Kind.name_:
                name = name_of(one)[1:]
            elif kind is Kind.string:
                name = string_of(one)
            elif kind is None:
                continue
            else:
                self.unknown(rule, one, where)
                continue
            _NAMED[rule](self, name, where, one)

    def plain(self, held: Any, where: str, key: str) -> None:
        """Find a text, a name that is not known, or an object, where numbers belong and names that are known."""
        for one in _members(held):
            kind = kind_of(one)
            if kind is Kind.name_:
                self.name(name_of(one)[1:], where)
            elif kind is Kind.string:
                text = string_of(one)
                if is_read(text) and not is_date(text):
                    self.seen.add("pdf.unknown-text", f"{key} of {where}" if where else key, text)
            elif kind in _OBJECT_KINDS:
                self.unknown(key, one, where)

    def unknown(self, key: str, held: Any, where: str) -> None:
        """Find what a key holds that is not on the list; the key itself may say something."""
        text = first_read(held)
        is_told = bool(text) or kind_of(held) is Kind.stream or not is_known(key)
        place = f"{key} of {where}" if where and is_known(key) else where
        self.seen.add("pdf.unknown-text" if is_told else "pdf.unknown-key", place, text or key)
        self.mark(held)


def _members(held: Any) -> list[Any]:
    """Return what stands in an array, and in arrays in it, or the one value that there is."""
    if kind_of(held) is not Kind.array:
        return [held]
    found: list[Any] = []
    stack = list(held)
    while stack and len(found) < _MOST_MEMBERS:
        one = stack.pop()
        if kind_of(one) is Kind.array:
            stack += list(one)
        else:
            found.append(one)
    return found


def _of_programs(walk: Walk, name: str, where: str, _: Any) -> None:
    if not is_language(name):
        walk.name(name, where)


def _of_font(walk: Walk, name: str, where: str, _: Any) -> None:
    if not is_known_font(name):
        walk.seen.add("pdf.font-name", where, name)


def _of_role(walk: Walk, name: str, where: str, _: Any) -> None:
    if not is_known_role(name):
        walk.seen.add("pdf.style-name", where, name)


def _of_glyphs(walk: Walk, name: str, where: str, _: Any) -> None:
    for one in name.split("/"):
        if not is_known_glyph(one):
            walk.seen.add("pdf.glyph-name", where, one)


def _of_date(walk: Walk, text: str, where: str, _: Any) -> None:
    if not is_date(text):
        walk.seen.add("pdf.unknown-text", f"a date of {where}" if where else "a date", text)


def _of_identifier(walk: Walk, text: str, where: str, value: Any) -> None:
    data = bytes(value) if kind_of(value) is Kind.string else text.encode()
    said = printed(data) or (text if text.isalpha() and len(text) > 4 else "")  # noqa: PLR2004
    # Programs count with noughts in front, and number in sixteen bytes or more.
    is_short = len(text) < _SHORTEST_IN_PROGRAMS
    is_of_somebody = is_short and has_number_of_somebody(text.lstrip("0"))
    if (said and not _NUMBERED.fullmatch(text)) or (is_of_somebody and not is_date(text)):
        walk.seen.add("pdf.identifier", where, text if text.isprintable() else said)
    elif len(data) > _MOST_OF_AN_IDENTIFIER:
        walk.seen.add("pdf.identifier", where, said)


_NAMED: dict[str, Callable[[Walk, str, str, Any], None]] = {
    "name": _of_programs,
    "font": _of_font,
    "role": _of_role,
    "glyphs": _of_glyphs,
    "date": _of_date,
    "id": _of_identifier,
}


def _is_called_by_its_font(name: str, font: Any) -> bool:
    """Return whether a font is called by what is its own name, which is looked at by itself."""
    return kind_of(font) is Kind.dictionary and name in name_of(font.get("/BaseFont", ""))


def _of_drawing(value: Any) -> str:
    return "image" if value.get("/Subtype") == "/Image" else "form"
