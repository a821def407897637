"""What styles say of text, and what a run says itself: hidden, of which colour, on which ground, how large."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from answerable.inspecting.colours import WHITE, Colour, colour_of, is_lost
from answerable.inspecting.markup import Element, attribute, is_on, local, named

_HIGHLIGHTS = {
    "black": "000000",
    "white": "FFFFFF",
    "yellow": "FFFF00",
    "green": "00FF00",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "blue": "0000FF",
    "red": "FF0000",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
}
SMALLEST_HALF_POINTS = 6
"""Letters of three points and less cannot be read."""

_DEEPEST = 20
_MOST_DRAWN_TOGETHER = -80
_FARTHEST_LIFTED = 200
_CLEAR = 95_000
_RAISED, _HALVED = 0.65, 0.5
_PER_CENT = re.compile(r"pct(\d{1,3})")
_OF_A_SCRIPT = frozenset(["textFill", "rtl", "cs", "vertAlign", "eastAsianLayout"])
"""What changes a size or a colour that stands beside it."""

_LATIN = ("ascii", "hAnsi")
_OF_A_LOOK = _OF_A_SCRIPT | frozenset(
    "vanish specVanish color spacing position highlight shd sz w rFonts".split()
)


@dataclass(slots=True)
class Look:
    """How text looks, as far as it was said: what is None is left to whatever stands above."""

    is_hidden: bool | None = None
    ink: Colour | None = None
    is_ink_automatic: bool | None = None
    ground: Colour | None = None
    half_points: float | None = None
    stretch: float | None = None
    font: str | None = None

    def over(self, under: "Look") -> "Look":
        """Return this look, with what it does not say taken from another."""
        has_ink = self.ink is not None or self.is_ink_automatic
        return Look(
            under.is_hidden if self.is_hidden is None else self.is_hidden,
            self.ink if has_ink else under.ink,
            self.is_ink_automatic if has_ink else under.is_ink_automatic,
            under.ground if self.ground is None else self.ground,
            under.half_points if self.half_points is None else self.half_points,
            under.stretch if self.stretch is None else self.stretch,
            under.font if self.font is None else self.font,
        )


@dataclass(slots=True)
class Styles:
    """The looks of styles by their names, each with what it is based on, and which tables have grounds."""

    base: Look = field(default_factory=Look)
    paragraph: str = ""
    own: dict[str, tuple[Look, str]] = field(default_factory=dict)
    with_grounds: frozenset[str] = frozenset()
    hiding: dict[str, str] = field(default_factory=dict)
    """The styles of tables that let nobody see words in one, each with the code under which these are found."""

    _whole: dict[str, Look] = field(default_factory=dict)

    def look(self, name: str) -> Look:
        """Return the look of a style, with all that it is based on."""
        if name not in self._whole:
            look, above, steps = Look(), name, 0
            while above in self.own and steps < _DEEPEST:
                own, above = self.own[above]
                look = look.over(own)
                steps += 1
            self._whole[name] = look
        return self._whole[name]


def styles_of(root: Element | None) -> Styles:
    """Return the styles of a document."""
    styles = Styles()
    if root is None:
        return styles
    for one in root:
        if local(one) == "docDefaults":
            for properties in named(one, "rPr"):
                styles.base = look_of(properties)
        elif local(one) == "style":
            _take_style(styles, one)
    return styles


def _take_style(styles: Styles, style: Element) -> None:
    name, kind = attribute(style, "styleId"), attribute(style, "type")
    parent = next((attribute(each, "val") for each in style if local(each) == "basedOn"), "")
    look = Look()
    for properties in style:
        if local(properties) in ("rPr", "pPr"):
            look = look_of(properties).over(look)
    styles.own[name] = (look, parent)
    if kind == "paragraph" and attribute(style, "default") in ("1", "true"):
        styles.paragraph = name
    if kind == "table":
        if any(_ground(each) for each in named(style, "shd")):
            styles.with_grounds |= {name}
        if code := _code_of_table(style):
            styles.hiding[name] = code


def _code_of_table(style: Element) -> str:
    """Return under which code words are found in tables of a style, for what it says of its rows and columns."""
    looks = [look_of(one) for one in named(style, "rPr")]
    if any(one.is_hidden for one in looks):
        return "docx.hidden-text"
    if any(
        one.half_points is not None and one.half_points <= SMALLEST_HALF_POINTS for one in looks
    ):
        return "docx.tiny-text"
    has_ground = any(_ground(one) for one in named(style, "shd"))
    is_pale = any(one.ink is not None and is_lost(one.ink, WHITE) for one in looks)
    return "docx.pale-text" if is_pale and not has_ground else ""


def look_of(properties: Element | None) -> Look:
    """Return what the properties of a run, a paragraph or a cell say."""
    look, said = Look(), _said_by(properties)
    for name, one in said:
        value = attribute(one, "val")
        if name in ("vanish", "specVanish"):
            look.is_hidden = is_on(one)
        elif name == "color":
            look.ink, look.is_ink_automatic = _ink(one), value == "auto"
        elif (
            (
                name == "spacing"
                and value.lstrip("-").isdigit()
                and int(value) < _MOST_DRAWN_TOGETHER
            )
            or (name == "position" and abs(_number(value) or 0) > _FARTHEST_LIFTED)
            or (name == "textFill" and _is_clear(one))
        ):
            look.stretch = 0
        elif name == "highlight":
            look.ground = colour_of(_HIGHLIGHTS.get(value, "")) or look.ground
        elif name == "shd":
            look.ground = look.ground or _ground(one)
        elif name == "sz":
            look.half_points = _number(value)
        elif name == "w":
            look.stretch = _number(value.rstrip("%"))
    look.font = _font_of(said)
    if _OF_A_SCRIPT.isdisjoint(name for name, _ in said):
        return look
    return _as_small_as_drawn(_of_its_script(look, properties), properties)


def _font_of(said: list[tuple[str, Element]]) -> str | None:
    fonts = (attribute(one, key) for name, one in said if name == "rFonts" for key in _LATIN)
    return next(filter(None, fonts), None)


def _said_by(properties: Element | None) -> list[tuple[str, Element]]:
    """Return what properties say of a look, by name: most of them say nothing of it."""
    named_ones = ((local(one), one) for one in (() if properties is None else properties))
    return [(name, one) for name, one in named_ones if name in _OF_A_LOOK]


def _as_small_as_drawn(look: Look, properties: Element) -> Look:
    """Return a look with its size as it is drawn: raised, lowered, or two lines in the room of one."""
    if look.half_points is None:
        return look
    is_raised = any(
        attribute(one, "val") in ("superscript", "subscript")
        for one in children(properties, "vertAlign")
    )
    is_halved = any(
        attribute(one, "combine") in ("1", "true", "on")
        for one in children(properties, "eastAsianLayout")
    )
    look.half_points *= (_RAISED if is_raised else 1) * (_HALVED if is_halved else 1)
    return look


def _of_its_script(look: Look, properties: Element) -> Look:
    """Return a look with its size and colour: what is of a complex script has a size of its own, drawn letters a fill."""
    for fill in children(properties, "textFill"):
        look.ink = _filled_with(fill) or look.ink
    if any(is_on(one) for one in children(properties, "rtl", "cs")):
        sizes = (_number(attribute(one, "val")) for one in children(properties, "szCs"))
        look.half_points = next(sizes, look.half_points)
    return look


def _is_clear(fill: Element) -> bool:
    """Return whether letters are filled with nothing, or with what can be seen through."""
    alphas = [_number(attribute(one, "val")) or 0 for one in named(fill, "alpha")]
    return any(True for _ in named(fill, "noFill")) or any(one >= _CLEAR for one in alphas)


def _ink(colour: Element) -> Colour | None:
    """Return the colour of text; a theme's, which programs write beside it, counts alone where it stands alone."""
    told, tint = colour_of(attribute(colour, "val")), attribute(colour, "themeTint")
    if told is None and attribute(colour, "themeColor") and re.fullmatch(r"[0-9A-Fa-f]{2}", tint):
        # Black, with so much white in it; of any other colour no less is white.
        grey = 255 - int(tint, 16)
        return grey, grey, grey
    if attribute(colour, "themeColor") in ("background1", "light1") and not _is_made_darker(colour):
        return WHITE
    return told


def _is_made_darker(colour: Element) -> bool:
    return bool(attribute(colour, "themeShade") or attribute(colour, "themeTint"))


def _filled_with(fill: Element) -> Colour | None:
    """Return the colour that letters are filled with, in the drawing's way; None unless it is one, or all are alike."""
    inks = {colour_of(attribute(one, "val")) for one in named(fill, "srgbClr")}
    return inks.pop() if len(inks) == 1 else None


def page_ground(document: Element) -> Colour:
    """Return the colour of the page."""
    for one in document:
        if local(one) == "background":
            return colour_of(attribute(one, "color")) or WHITE
    return WHITE


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """Yield an element's children by their names without a namespace."""
    if element is not None:
        for one in element:
            if local(one) in names:
                yield one


def child(element: Element | None, name: str) -> Element | None:
    """Return an element's first child of a name."""
    return next(children(element, name), None)


def _ground(shade: Element) -> Colour | None:
    """Return the ground of a shading: a full pattern is drawn in its own colour over the filling."""
    if attribute(shade, "val") == "solid":
        return colour_of(attribute(shade, "color")) or (0, 0, 0)
    fill = colour_of(attribute(shade, "fill"))
    dotted = _PER_CENT.fullmatch(attribute(shade, "val"))
    if dotted is None:
        return fill
    share, dots = int(dotted[1]) / 100, colour_of(attribute(shade, "color")) or (0, 0, 0)
    pairs = zip(dots, fill or WHITE, strict=True)
    red, green, blue = (round(one * share + under * (1 - share)) for one, under in pairs)
    return red, green, blue


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
