"""What the styles of an OpenDocument file hide."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from answerable.inspecting.colours import BLACK, WHITE, Colour, colour_of, is_lost
from answerable.inspecting.markup import Element, attribute, local, named, text_of
from answerable.inspecting.symbols import draws_signs

SMALLEST_POINTS = 4
_LOWEST = 0.1
_USUAL_POINTS, _THINNEST, _CLOSEST = 12, 10, 0.4
_POINTS_OF_A_CELL = 10
_LEAST_SHARE, _FARTHEST_LIFTED = 20, 200
_WIDEST = 42.0
"""Centimetres: no page that offices print is wider."""
_CLEAREST = 10
_LENGTH = re.compile(r"(-?[\d.]+)(cm|mm|in|pt|px|pc)")
_IN_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 0.0353, "px": 0.0265, "pc": 0.423}
_DEEPEST = 20
_MOVED = re.compile(r"translate\s*\(\s*(-?[\d.]+[a-z]{2})(?:[\s,]+(-?[\d.]+[a-z]{2}))?\s*\)")


@dataclass(slots=True)
class Style:
    """One style: what it is based on, and what it says."""

    parent: str = ""
    said: dict[str, str] = field(default_factory=dict)
    data: str = ""
    maps: tuple[str, ...] = ()


@dataclass(slots=True)
class Styles:
    """Styles by family and name, and the number formats that show nothing."""

    own: dict[tuple[str, str], Style] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    printed: frozenset[str] = frozenset()
    put_away: frozenset[str] = frozenset()
    """The layers that no screen shows."""

    faces: dict[str, str] = field(default_factory=dict)
    """The fonts by the names that a file gives them."""

    def said(self, family: str, name: str, what: str) -> str:
        """Return what a style says of something, or what it is based on does; an empty string if none does."""
        return self._saying(family, name, what).get(what, "")

    def _saying(self, family: str, name: str, what: str) -> Mapping[str, str]:
        """Return all that the style says from which another takes something; nothing if none says it."""
        for _ in range(_DEEPEST):
            style = self.own.get((family, name))
            if style is None:
                break
            if what in style.said:
                return style.said
            name = style.parent
        default = self.own.get((family, ""))
        return default.said if default and what in default.said else {}

    def is_hidden(self, family: str, name: str) -> bool:
        """Return whether a style hides its text, or lets everything be seen through it."""
        return self._is_clear(family, name) or self.said(family, name, "display") == "none"

    def _is_clear(self, family: str, name: str) -> bool:
        said = self._saying(family, name, "opacity")
        clear = re.fullmatch(r"(\d+)(?:\.\d+)?%", said.get("opacity", ""))
        if family not in ("text", "paragraph") or clear is None or int(clear[1]) >= _CLEAREST:
            return False
        # So LibreOffice 7 writes of letters in the colour of the window, and draws them.
        return said.get("use-window-font-color") != "true"

    def is_called(self, name: str, looked_for: str) -> bool:
        """Return whether a paragraph's style is one of a name, or based on it."""
        for _ in range(_DEEPEST):
            if name == looked_for:
                return True
            style = self.own.get(("paragraph", name))
            if style is None:
                break
            name = style.parent
        return False

    def is_tiny(self, family: str, name: str) -> bool:
        """Return whether nobody can read letters of a style."""
        size = re.fullmatch(r"([\d.]+)pt", self.said(family, name, "font-size"))
        is_small = size is not None and float(size[1]) < SMALLEST_POINTS
        share = re.fullmatch(r"(\d+)(?:\.\d+)?%", self.said(family, name, "font-size"))
        raised = re.fullmatch(r"\S+ (\d+)(?:\.\d+)?%", self.said(family, name, "text-position"))
        is_small = is_small or (raised is not None and int(raised[1]) < _LEAST_SHARE)
        lifted = re.match(r"-?(\d+)(?:\.\d+)?%", self.said(family, name, "text-position"))
        is_small = is_small or (share is not None and int(share[1]) < _LEAST_SHARE)
        is_small = is_small or (lifted is not None and int(lifted[1]) > _FARTHEST_LIFTED)
        return is_small or self.is_pressed(family, name)

    def is_pressed(self, family: str, name: str) -> bool:
        """Return whether letters are too thin, too near to each other, or on lines too low to be read."""
        size = re.fullmatch(r"([\d.]+)pt", self.said(family, name, "font-size"))
        points = float(size[1]) if size else _USUAL_POINTS
        scale = re.fullmatch(r"(\d+)(?:\.\d+)?%", self.said(family, name, "text-scale"))
        if scale is not None and 0 < int(scale[1]) < _THINNEST:
            return True
        nearer = centimetres(self.said(family, name, "letter-spacing"))
        if nearer is not None and -nearer > _CLOSEST * points * _IN_CENTIMETRES["pt"]:
            return True
        height = self.said(family, name, "line-height")
        line = centimetres(height)
        share = re.fullmatch(r"(\d+)(?:\.\d+)?%", height)
        is_low = line is not None and line < _LOWEST
        return family == "paragraph" and (
            is_low or (share is not None and int(share[1]) < _THINNEST)
        )

    def is_off_the_page(self, family: str, name: str) -> bool:
        """Return whether a style indents its paragraphs beyond any page, or off its left edge."""
        sides = [
            centimetres(self.said(family, name, side))
            for side in ("margin-left", "margin-right", "text-indent")
        ]
        return any(side is not None and abs(side) > _WIDEST for side in sides)

    def points(self, family: str, name: str) -> float:
        """Return the size of a style's letters, that of a cell's if it says none."""
        size = re.fullmatch(r"([\d.]+)pt", self.said(family, name, "font-size"))
        return float(size[1]) if size else _POINTS_OF_A_CELL

    def font_of_signs(self, family: str, name: str) -> str:
        """Return the font of a style, where it draws signs instead of letters."""
        fonts = [self.said(family, name, what) for what in ("font-name", "font-family")]
        return next(filter(draws_signs, (*fonts, *(self.faces.get(one, "") for one in fonts))), "")

    def ink(self, family: str, name: str) -> Colour | None:
        """Return the colour of a style's text; None if it says none."""
        return colour_of(self.said(family, name, "color"))

    def ground(self, family: str, name: str) -> Colour | None:
        """Return what a style puts behind its text; None if it puts nothing there."""
        return colour_of(self.said(family, name, "background-color"))

    def is_lost(self, family: str, name: str) -> bool:
        """Return whether text of a cell's style cannot be seen on its ground."""
        ground = self.ground(family, name)
        ink = self.ink(family, name)
        if ink is None and ground is None:
            return False
        return is_lost(ink or BLACK, ground or WHITE) and ink is not None

    def is_silent(self, name: str) -> bool:
        """Return whether a cell's number format shows nothing."""
        for _ in range(_DEEPEST):
            style = self.own.get(("table-cell", name))
            if style is None:
                return False
            if style.data:
                return style.data in self.silent
            name = style.parent
        return False

    def hides_cells(self, name: str) -> bool:
        """Return whether cells of a style show nothing that can be read."""
        is_unread = self.is_lost("table-cell", name) or self.is_tiny("table-cell", name)
        return is_unread or self.is_silent(name)

    def can_hide_cells(self, name: str) -> bool:
        """Return whether a condition of a style, or of what it is based on, can hide cells."""
        for _ in range(_DEEPEST):
            style = self.own.get(("table-cell", name))
            if style is None:
                return False
            if any(self.hides_cells(one) for one in style.maps):
                return True
            name = style.parent
        return False

    def is_narrow(self, family: str, name: str, what: str) -> bool:
        """Return whether a row or column is too low or narrow to be read."""
        length = centimetres(self.said(family, name, what))
        return length is not None and length < _LOWEST


def _take_names(root: Element | None, styles: Styles) -> None:
    """Take in which layers are switched off, and what fonts are called."""
    for one in named(root, "layer", "font-face") if root is not None else ():
        name = attribute(one, "name")
        if local(one) == "font-face":
            styles.faces[name] = attribute(one, "font-family").strip("'")
        elif attribute(one, "display") in ("none", "printer"):
            styles.put_away |= {name}


def styles_of(*roots: Element | None) -> Styles:
    """Return the styles of a file's parts."""
    styles = Styles()
    silent: set[str] = set()
    words: set[str] = set()
    for root in roots:
        for one in named(root, "style", "default-style") if root is not None else ():
            family = attribute(one, "family")
            style = Style(
                attribute(one, "parent-style-name"), {}, attribute(one, "data-style-name")
            )
            style.maps = tuple(
                attribute(each, "apply-style-name") for each in one if local(each) == "map"
            )
            for properties in one:
                if local(properties).endswith("-properties"):
                    for key, value in properties.attrib.items():
                        style.said[key.rpartition("}")[2]] = value
            styles.own[family, attribute(one, "name")] = style
        _take_names(root, styles)
        for one in named(root, *_FORMATS) if root is not None else ():
            shows = any(local(each) in _SHOWS for each in one.iter())
            printed = "".join(text_of(each) for each in named(one, "text")).strip()
            words.update(text_of(each).strip() for each in named(one, "text", "currency-symbol"))
            # A style of texts that only prints words shows them in place of whatever text a cell holds.
            if not shows and (not printed or local(one) == "text-style"):
                silent.add(attribute(one, "name"))
    styles.silent, styles.printed = frozenset(silent), frozenset(words)
    return styles


_FORMATS = tuple(
    f"{kind}-style" for kind in "number currency percentage date time boolean text".split()
)
_SHOWS = frozenset(
    "number scientific-number fraction currency-symbol day month year era day-of-week week-of-year quarter hours"
    " minutes seconds am-pm boolean text-content map".split()
)


def places_of(shape: Element) -> list[tuple[float, float]]:
    """Return the places from left and from above that a shape states: its corner, its ends, where it is moved to."""
    pairs = [
        tuple(centimetres(attribute(shape, f"{side}{n}")) for side in "xy") for n in ("", 1, 2)
    ]
    moved = _MOVED.search(attribute(shape, "transform"))
    if moved:
        pairs.append((centimetres(moved[1]), centimetres(moved[2] or "0cm")))
    told = [pair for pair in pairs if any(place is not None for place in pair)]
    return [(left or 0.0, top or 0.0) for left, top in told]


def centimetres(text: str) -> float | None:
    """Return a length; None if it is none."""
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * _IN_CENTIMETRES[found[2]] if found else None
