"""The runs of a text: which of them nobody sees."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from answerable.inspecting.colours import BLACK, WHITE, Colour, is_lost
from answerable.inspecting.markup import Element, attribute, local, named
from answerable.inspecting.office.writing.boxes import ground_of_box
from answerable.inspecting.office.writing.narrow import (
    cells_cut_off,
    cells_without_height,
    cells_without_width,
    is_drawn_together,
    is_pressed_together,
    ruby_half_points,
)
from answerable.inspecting.office.writing.styles import (
    SMALLEST_HALF_POINTS,
    Look,
    Styles,
    child,
    children,
    look_of,
)
from answerable.inspecting.seen import Seen
from answerable.inspecting.symbols import are_words_as_signs, words_by_their_signs

THINNEST = 15
"""Per cent of their width below which letters cannot be read."""

_LOWEST_LINE = 60
_LEAST_OF_A_LINE = 36
"""Of 240 parts of a line."""

_CODE = re.compile(r"[0-9A-Fa-f]{2,4}")
_MOST = 10**6
_DARK = 40
_UNKNOWN: Colour = (-1, -1, -1)


@dataclass(slots=True)
class Runs:
    """Looks at the runs of one story after another."""

    styles: Styles
    page: Colour
    seen: Seen
    _fields: list[str] = field(default_factory=list)

    def look_at(self, root: Element, where: str) -> None:
        """Find text in a story that is hidden, lost on its ground, too small, or in the code of a field."""
        self._fields = []
        for style in named(root, "tblStyle"):
            if code := self.styles.hiding.get(attribute(style, "val")):
                self.seen.add(code, where, _words_of_table(style))
        for one in named(root, "r", "p", "tr", "txbxContent"):
            name = local(one)
            if name == "r":
                self._look_at_run(one, where)
            elif name == "p":
                self._look_at_lines(one, where)
            elif name == "tr":
                self._look_at_row(one, where)
                self._look_under_merged(one, where)

    def _look_at_run(self, run: Element, where: str) -> None:
        for mark in children(run, "fldChar"):
            self._take_mark(attribute(mark, "fldCharType"))
        text = "".join(one.text or "" for one in children(run, "t"))
        if not text.strip():
            return
        if "code" in self._fields:
            self.seen.add("docx.text-in-field", where, text)
        look = self.look_of_run(run)
        for code in self._codes_of_look(run, look):
            self.seen.add(code, where, text)
        if are_words_as_signs(text, look.font or ""):
            self.seen.add("office.symbol-font", where, text)

    def codes_of(self, run: Element) -> Iterator[str]:
        """Yield the codes under which the text of a run is found for how it looks."""
        yield from self._codes_of_look(run, self.look_of_run(run))

    def _codes_of_look(self, run: Element, look: Look) -> Iterator[str]:
        if look.is_hidden:
            yield "docx.hidden-text"
        sizes = (look.half_points, ruby_half_points(run))
        small = any(one is not None and 0 <= one <= SMALLEST_HALF_POINTS for one in sizes)
        thin = look.stretch is not None and look.stretch < THINNEST
        close = is_drawn_together(run, look.half_points, look.stretch)
        if small or thin or close or is_pressed_together(run, look.half_points):
            yield "docx.tiny-text"
        yield from self._codes_of_colours(run, look)

    def _take_mark(self, kind: str) -> None:
        """Follow where the code of a field ends and its result begins."""
        if kind == "begin":
            self._fields.append("code")
        elif kind == "separate" and self._fields:
            self._fields[-1] = "result"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def look_of_run(self, run: Element) -> Look:
        """Return how a run looks, by itself and by all the styles that it has."""
        properties = child(run, "rPr")
        paragraph = next((one for one in run.iterancestors() if local(one) == "p"), None)
        settings = child(paragraph, "pPr")
        own = look_of(properties)
        for style in children(properties, "rStyle"):
            own = own.over(self.styles.look(attribute(style, "val")))
        named_style = child(settings, "pStyle")
        name = self.styles.paragraph if named_style is None else attribute(named_style, "val")
        under = look_of(settings)
        above = Look(ground=under.ground).over(self.styles.look(name))
        return own.over(above).over(self.styles.base)

    def _codes_of_colours(self, run: Element, look: Look) -> Iterator[str]:
        ground = look.ground or self._ground_of_cell(run)
        if ground == _UNKNOWN:
            if look.ink is not None and is_lost(look.ink, WHITE):
                yield "docx.pale-text"
            return
        highlight = child(child(run, "rPr"), "highlight")
        if highlight is not None and attribute(highlight, "val") == "black":
            yield "docx.black-box"
        elif look.ink is None:
            # Automatic text is drawn white on a dark ground: it can be read, but looks as if it were redacted.
            if look.ground is not None and max(look.ground) < _DARK:
                yield "docx.dark-ground"
        elif is_lost(look.ink, ground):
            is_black = max(ground) < _DARK and look.ink == BLACK
            yield "docx.black-box" if is_black else "docx.invisible-text"

    def _ground_of_cell(self, run: Element) -> Colour:
        for one in run.iterancestors():
            if local(one) == "tc":
                ground = look_of(child(one, "tcPr")).ground
                if ground is not None:
                    return ground
            elif local(one) == "tbl":
                properties = child(one, "tblPr")
                ground = look_of(properties).ground
                if ground is not None:
                    return ground
                style = child(properties, "tblStyle")
                if style is not None and attribute(style, "val") in self.styles.with_grounds:
                    return _UNKNOWN
            elif local(one) in ("txbxContent", "textbox"):
                return ground_of_box(one) or _UNKNOWN
        return self.page

    def _look_at_lines(self, paragraph: Element, where: str) -> None:
        text = "".join(one.text or "" for one in named(paragraph, "t"))
        if text.strip() and is_without_height(paragraph):
            self.seen.add("docx.tiny-text", where, text)
        if words := words_by_their_signs(_signs_of(paragraph)):
            self.seen.add("office.symbol-font", where, words)

    def _size_of(self, run: Element) -> float | None:
        return self.look_of_run(run).half_points if child(run, "t") is not None else None

    def _look_under_merged(self, row: Element, where: str) -> None:
        for cell in children(row, "tc"):
            text = "".join(one.text or "" for one in named(cell, "t"))
            if text.strip() and is_under_merged(cell):
                self.seen.add("docx.under-merged", where, text)

    def _look_at_row(self, row: Element, where: str) -> None:
        text = "".join(one.text or "" for one in named(row, "t"))
        if text.strip():
            for code in codes_of_row(row):
                self.seen.add(code, where, text)
            for cell in cells_cut_off(row, self._size_of):
                words = "".join(one.text or "" for one in named(cell, "t"))
                if words.strip():
                    self.seen.add("docx.cut-off", where, words.split()[-1])
            for cell in (*cells_without_width(row), *cells_without_height(row)):
                words = "".join(one.text or "" for one in named(cell, "t"))
                if words.strip():
                    self.seen.add("docx.tiny-text", where, words)


def _signs_of(paragraph: Element) -> str:
    """Return the signs that a paragraph takes from fonts of signs, at the places that these give to letters."""
    codes = (
        attribute(one, "char") if local(one) == "sym" else ""
        for one in named(paragraph, "sym", "t")
    )
    return "".join(
        chr(0xF000 | int(one, 16) & 0xFF) if _CODE.fullmatch(one) else " " for one in codes
    )


def _words_of_table(style: Element) -> str:
    table = next((one for one in style.iterancestors() if local(one) == "tbl"), None)
    return "" if table is None else " ".join(one.text or "" for one in named(table, "t"))


def is_without_height(paragraph: Element) -> bool:
    """Return whether the lines of a paragraph are too low to be read."""
    spacing = child(child(paragraph, "pPr"), "spacing")
    if spacing is None:
        return False
    height, rule = attribute(spacing, "line"), attribute(spacing, "lineRule")
    least = {"exact": _LOWEST_LINE, "atLeast": -_MOST}.get(rule, _LEAST_OF_A_LINE)
    return height.lstrip("-").isdigit() and int(height) < least


def is_under_merged(cell: Element) -> bool:
    """Return whether another cell is merged over one, and nothing in it is shown."""
    merged = next(children(child(cell, "tcPr"), "vMerge", "hMerge"), None)
    return merged is not None and attribute(merged, "val") in ("", "continue")


def codes_of_row(row: Element) -> Iterator[str]:
    """Yield the codes under which a row of a table is found that nobody sees."""
    properties = child(row, "trPr")
    if any(attribute(one, "val") not in ("0", "false") for one in children(properties, "hidden")):
        yield "docx.hidden-text"
    for one in children(properties, "trHeight"):
        height = attribute(one, "val")
        is_exact = attribute(one, "hRule") == "exact"
        if is_exact and height.isdigit() and int(height) < _LOWEST_LINE:
            yield "docx.tiny-text"
