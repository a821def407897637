"""What the streams of a PDF hold, each by what it is: instructions, pictures, fonts, functions, files."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from answerable.inspecting.pdf.annotations import NOT_CHOSEN
from answerable.inspecting.pdf.contents import look_at_drawing
from answerable.inspecting.pdf.contradicting import look_at_fonts
from answerable.inspecting.pdf.images import look_at_image
from answerable.inspecting.pdf.lexing import bytes_of, text_of, tokens
from answerable.inspecting.pdf.programs import (
    look_at_code,
    look_at_font,
    look_at_letters,
    look_at_profile,
)
from answerable.inspecting.pdf.streams import Streams
from answerable.inspecting.pdf.values import Kind, as_list, kind_of, name_of, spelled
from answerable.inspecting.pdf.walking import Walk
from answerable.inspecting.seen import Seen
from answerable.inspecting.symbols import draws_signs

Inside = Callable[[bytes, str, Seen], None]

_TEXT_IN = {
    "glyph": "pdf.text-in-glyph",
    "pattern": "pdf.text-in-pattern",
    "mask": "pdf.text-in-mask",
}
_DRAWINGS = ("form", "glyph", "pattern", "mask")
_POSTSCRIPT = 4


@dataclass(slots=True)
class _Uses:
    """Which names of each dictionary of resources are used, and by drawings that have none of their own."""

    resources: dict[tuple[int, int] | str, tuple[Any, str]] = field(default_factory=dict)
    names: dict[tuple[int, int] | str, set[str]] = field(default_factory=dict)
    inherited: set[str] = field(default_factory=set)

    def take(self, resources: Any, drawn: set[str], where: str) -> None:
        """Count names as used by a drawing with these resources, or without any."""
        if kind_of(resources) is not Kind.dictionary:
            self.inherited |= drawn
            return
        key = resources.objgen if resources.is_indirect else where
        self.resources.setdefault(key, (resources, where))
        self.names.setdefault(key, set()).update(drawn)


def look_at_streams(walk: Walk, pdf: pikepdf.Pdf, streams: Streams, inside: Inside) -> None:
    """Find what is held in streams beside what they are there for.

    :raises CannotSay: if they unpack to far too much.
    """
    holding = _Holding(walk, streams, inside)
    _look_at_pages(walk, pdf, streams, holding.uses)
    done: set[tuple[tuple[int, int], str]] = set()
    for stream, role, where in walk.streams:
        if (stream.objgen, role) not in done:
            done.add((stream.objgen, role))
            holding.look(stream, role, where)
    _look_at_unused(walk, holding.uses)
    look_at_fonts(pdf, streams, walk.seen)


def _look_at_pages(walk: Walk, pdf: pikepdf.Pdf, streams: Streams, uses: _Uses) -> None:
    known: dict[tuple[tuple[int, int], ...], set[str]] = {}
    for number, page in enumerate(pdf.pages, start=1):
        where = f"page {number}"
        parts = [one for one in as_list(page.obj.get("/Contents")) if kind_of(one) is Kind.stream]
        key = tuple(one.objgen for one in parts)
        if key not in known:
            each = [streams.unpacked(one, f"the content of {where}") for one in parts]
            walk.digests.update(hashlib.sha256(one).digest() for one in each)
            data = b"\n".join(each)
            signs = _fonts_of_signs(_resources_of(page.obj))
            drawing = look_at_drawing(walk, data, where, is_page=True, signs=signs)
            known[key] = drawing.used.get("/XObject", set())
        uses.take(_resources_of(page.obj), known[key], where)


def _fonts_of_signs(resources: Any) -> frozenset[str]:
    """Return the names of fonts that draw signs in place of the letters which their texts are written in."""
    fonts = resources.get("/Font") if kind_of(resources) is Kind.dictionary else None
    if fonts is None or kind_of(fonts) is not Kind.dictionary:
        return frozenset()
    return frozenset(
        name[1:]
        for name, one in fonts.items()
        if kind_of(one) is Kind.dictionary
        # The numbers of others are none of letters.
        and str(one.get("/Subtype")) in ("/Type1", "/TrueType")
        and "/Encoding" not in one
        and draws_signs(
            name_of(one.get("/BaseFont"))[1:].partition("+")[2] or name_of(one.get("/BaseFont"))[1:]
        )
    )


def _resources_of(node: Any) -> Any:
    for _ in range(50):
        if kind_of(node) is not Kind.dictionary or "/Resources" in node:
            break
        node = node.get("/Parent")
    return node.get("/Resources") if kind_of(node) is Kind.dictionary else None


_CALLED = {
    "image": "a picture",
    "form": "a drawing",
    "glyph": "a sign",
    "pattern": "a pattern",
    "mask": "a mask",
    "fontprogram": "a font",
    "letters": "the letters of a font",
    "encoding": "the letters of a font",
    "profile": "a profile of colours",
    "function": "a function",
    "table": "a table of colours",
}


@dataclass(slots=True)
class _Holding:
    """What streams are looked into with."""

    walk: Walk
    streams: Streams
    inside: Inside
    uses: _Uses = field(default_factory=_Uses)

    def look(self, stream: Any, role: str, where: str) -> None:
        """Look at what a stream holds, by what it is there for."""
        place = f"{_CALLED.get(role, role)} on {where}" if where else _CALLED.get(role, role)
        if role in _DRAWINGS:
            self._look_at_drawing(stream, role, where, place)
        elif role == "image":
            look_at_image(self.walk, stream, place, self.streams)
        elif role.startswith("file:"):
            name = role.removeprefix("file:")
            self.inside(self.streams.unpacked(stream, "an attached file"), name, self.walk.seen)
        elif role != "contents":
            data = self.streams.unpacked(stream, place)
            _look_at_program(self.walk, stream, role, place, data)

    def _look_at_drawing(self, stream: Any, role: str, where: str, place: str) -> None:
        data = self.streams.unpacked(stream, place)
        self.walk.digests.add(hashlib.sha256(data).digest())
        signs = _fonts_of_signs(stream.get("/Resources"))
        drawing = look_at_drawing(self.walk, data, where, is_page=False, signs=signs)
        self.uses.take(stream.get("/Resources"), drawing.used.get("/XObject", set()), place)
        if drawing.shows and role in _TEXT_IN:
            self.walk.seen.add(_TEXT_IN[role], where, count=drawing.shows)
        if drawing.shows and where.startswith("an annotation"):
            self.walk.seen.add("pdf.annotation-text", where, count=drawing.shows)
            strings = [one for one in tokens(data) if one.kind in ("string", "hex")]
            if not where.endswith(NOT_CHOSEN):
                self.walk.marked += [text_of(bytes_of(one)) for one in strings]


def _look_at_program(walk: Walk, stream: Any, role: str, place: str, data: bytes) -> None:
    if role in ("letters", "encoding"):
        look_at_letters(data, place, walk.seen)
    elif role == "fontprogram":
        look_at_font(data, place, walk.seen)
    elif role == "profile":
        look_at_profile(data, place, walk.seen)
    elif role == "function" and stream.get("/FunctionType") == _POSTSCRIPT:
        look_at_code(data, place, walk.seen)
    elif word := spelled(data):
        walk.seen.add("pdf.text-in-data", place, word)


def _look_at_unused(walk: Walk, uses: _Uses) -> None:
    """Find pictures and drawings that are kept for a page, and are drawn nowhere."""
    kept: list[tuple[tuple[int, int], str]] = []
    drawn = {stream.objgen for stream, role, _ in walk.streams if role == "mask"}
    for key, (resources, where) in uses.resources.items():
        held = resources.get("/XObject")
        if kind_of(held) is not Kind.dictionary:
            continue
        for name, one in held.items():
            if name[1:] in uses.names[key] or name[1:] in uses.inherited:
                drawn.add(one.objgen)
            else:
                kept.append((one.objgen, where))
    for objgen, where in kept:
        if objgen not in drawn:
            walk.seen.add("pdf.not-drawn", where)
