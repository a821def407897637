"""How cells look: which styles let nobody see what is in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from answerable.inspecting.colours import BLACK, WHITE, Colour, colour_of, is_lost, tinted
from answerable.inspecting.markup import Element, attribute, local, named
from answerable.inspecting.office.workbooks.built_in import BUILT_IN
from answerable.inspecting.office.workbooks.palette import PALETTE
from answerable.inspecting.office.workbooks.part_of_values import may_keep_back
from answerable.inspecting.symbols import draws_signs

SMALLEST_POINTS = 4
"""Letters below this size cannot be read."""

_MOST_INDENTED = 30
_UPRIGHT = ("90", "180", "255")
_ON_TEXT, _ON_GROUND = 64, 65
_THEME_ORDER = ("lt1", "dk1", "lt2", "dk2")
# What is in quotation marks or brackets or behind a stroke is printed as it stands, whatever the cell holds.
_PRINTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_SHOWS_NUMBER = re.compile(r"[0#?]|General|Standard|[dmyhsbeg@]", re.IGNORECASE)
_COLOUR = re.compile(r"\[([A-Za-z]+)\]")
_NUMBERED_COLOUR = re.compile(r"\[Color ?(\d{1,2})\]", re.IGNORECASE)
_NAMED_COLOURS = dict(
    zip("black white red green blue yellow magenta cyan".split(), PALETTE[:8], strict=True)
)


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a workbook's theme, and those that it names by number: Excel's, or its own."""

    theme: tuple[Colour | None, ...] = ()
    palette: tuple[Colour | None, ...] = PALETTE


@dataclass(frozen=True, slots=True)
class Look:
    """How cells of one style look: on which ground, and whether their text, numbers or words are lost on it."""

    ground: Colour | None = WHITE
    is_lost: bool = False
    is_tiny: bool = False
    hides_numbers: bool = False
    hides_words: bool = False
    is_pushed: bool = False
    flows_left: bool = False
    is_turned: bool = False
    signs: str = ""
    """The font, where it draws signs instead of letters."""

    number_format: str = ""
    points: float = 11
    shrinks: bool = False
    wraps: bool = False
    fills: bool = False
    keeps_back: bool = False

    @property
    def hides(self) -> bool:
        """Return whether anything in such a cell may be unseen."""
        unseen = self.is_lost or self.is_tiny or self.is_pushed or bool(self.signs)
        return unseen or self.hides_numbers or self.hides_words or self.keeps_back


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles of cells and of conditional formats, by their numbers, and the colours of the theme."""

    cells: tuple[Look, ...] = (Look(),)
    conditional: tuple[bool, ...] = ()
    hiding_tables: frozenset[str] = frozenset()
    """The styles of tables that hide what is in a table."""
    theme: Colours = Colours()
    inks: frozenset[Colour] = frozenset()
    """The colours of letters of cells that have no ground of their own."""

    def of_cell(self, number: int) -> Look:
        """Return the look of a cell's style."""
        return self.cells[number] if 0 <= number < len(self.cells) else Look()

    def hides(self, dxf: Element) -> bool:
        """Return whether a conditional format hides what it applies to."""
        return _hides(dxf, self.theme)

    def colour(self, element: Element | None, automatic: Colour) -> Colour | None:
        """Return what an element says of a colour; None if it cannot be told."""
        return _colour(element, self.theme, automatic)


def looks_of(styles: Element | None, theme: Element | None) -> Looks:
    """Return how cells look by a workbook's styles."""
    colours = Colours(_theme_colours(theme), _own_palette(styles))
    if styles is None:
        return Looks(theme=colours)
    fonts = list(_children(styles, "fonts"))
    fills = list(_children(styles, "fills"))
    formats = {one.get("numFmtId"): one.get("formatCode", "") for one in named(styles, "numFmt")}
    cells, inks = list[Look](), set[Colour]()
    for one in _children(styles, "cellXfs"):
        font = _at(fonts, one.get("fontId", "0"))
        fill = _at(fills, one.get("fillId", "0"))
        numbered = one.get("numFmtId", "0")
        code = formats.get(numbered, BUILT_IN.get(numbered, ""))
        number, words = hidden_by(code)
        look = _look(font, fill, colours, hides=(number, words))
        indent = next((attribute(each, "indent") for each in named(one, "alignment")), "")
        is_pushed = indent.isdigit() and int(indent) > _MOST_INDENTED
        lost = look.is_lost or is_lost_by_format(code, look.ground)
        look = replace(look, is_lost=lost, is_pushed=is_pushed, number_format=code)
        shrinks, wraps = (
            any(attribute(each, name) in ("1", "true") for each in named(one, "alignment"))
            for name in ("shrinkToFit", "wrapText")
        )
        points = _number(_child(font, "sz")) or look.points
        aligned = [attribute(each, "horizontal") for each in named(one, "alignment")]
        look = replace(
            look,
            points=points,
            flows_left="right" in aligned,
            fills="fill" in aligned,
            keeps_back=may_keep_back(code),
            is_turned=any(
                attribute(each, "textRotation") in _UPRIGHT for each in named(one, "alignment")
            ),
            signs=_name_of(font) if draws_signs(_name_of(font)) else "",
        )
        ink = _colour(_child(font, "color"), colours, BLACK)
        if ink is not None and look.ground == WHITE and not look.is_lost:
            inks.add(ink)
        cells.append(replace(look, shrinks=shrinks and not wraps, wraps=wraps))
    hiding = tuple(_hides(one, colours) for one in _children(styles, "dxfs"))
    tables = frozenset(_hiding_tables(styles, hiding))
    return Looks(tuple(cells) or (Look(),), hiding, tables, colours, frozenset(inks))


def _own_palette(styles: Element | None) -> tuple[Colour | None, ...]:
    """Return the colours that a workbook names by number; it may say others than Excel's."""
    own = (
        [colour_of(attribute(one, "rgb")) for one in named(styles, "rgbColor")]
        if styles is not None
        else []
    )
    return (*own, *PALETTE[len(own) :])


def _hiding_tables(styles: Element, hiding: tuple[bool, ...]) -> Iterator[str]:
    """Yield the styles of tables that let nobody see what is in a whole table."""
    for one in named(styles, "tableStyle"):
        for each in named(one, "tableStyleElement"):
            number = attribute(each, "dxfId")
            is_of_all = attribute(each, "type") == "wholeTable"
            if is_of_all and number.isdigit() and int(number) < len(hiding) and hiding[int(number)]:
                yield attribute(one, "name")


def hidden_by(code: str) -> tuple[bool, bool]:
    """Return whether a number format shows nothing of numbers, and nothing of words.

    ";;;" hides both, "0;-0;0;" hides words, and '"Total"' prints a word whatever the number is.
    """
    if not code:
        return False, False
    sections = _PRINTED.sub("", code).split(";")
    numbers = [bool(_SHOWS_NUMBER.search(one)) for one in sections[:2]]
    has_words = len(sections) > 3  # noqa: PLR2004 the fourth section is for words
    return not any(numbers), has_words and "@" not in sections[3] and not _general(sections[3])


def _name_of(font: Element | None) -> str:
    name = _child(font, "name")
    return "" if name is None else attribute(name, "val")


def _general(section: str) -> bool:
    return "general" in section.lower()


def _look(
    font: Element | None,
    fill: Element | None,
    theme: Colours,
    *,
    hides: tuple[bool, bool],
) -> Look:
    ground = _ground(fill, theme)
    ink = _colour(_child(font, "color"), theme, BLACK)
    size = _number(_child(font, "sz"))
    lost = ink is not None and ground is not None and is_lost(ink, ground)
    return Look(ground, lost, 0 < size < SMALLEST_POINTS, *hides)


def is_lost_by_format(code: str, ground: Colour | None) -> bool:
    """Return whether a number format gives its text the colour behind it, as "[White]0" does."""
    if ground is None or "[" not in code:
        return False
    named_so = (_NAMED_COLOURS.get(found[1].lower()) for found in _COLOUR.finditer(code))
    numbered = (_at(PALETTE, str(int(found[1]) + 7)) for found in _NUMBERED_COLOUR.finditer(code))
    return any(one is not None and is_lost(one, ground) for one in (*named_so, *numbered))


def _hides(dxf: Element, theme: Colours) -> bool:
    """Return whether a conditional format hides what it applies to."""
    font, fill = _child(dxf, "font"), _child(dxf, "fill")
    codes = [one.get("formatCode", "") for one in named(dxf, "numFmt")]
    if any(any(hidden_by(code)) or is_lost_by_format(code, WHITE) for code in codes):
        return True
    # Without a colour of its own the text stays as it is, which is black in most cells.
    if (colour := _child(font, "color")) is None and fill is None:
        return False
    ink = _colour(colour, theme, BLACK)
    ground = (
        _colour(next(named(fill, "bgColor", "fgColor"), None), theme, WHITE)
        if fill is not None
        else WHITE
    )
    return ink is not None and ground is not None and is_lost(ink, ground)


def _ground(fill: Element | None, theme: Colours) -> Colour | None:
    """Return the colour of most of what is behind a text; None if it has no one colour."""
    pattern = _child(fill, "patternFill")
    if pattern is None:
        stops = [] if fill is None else [_child(one, "color") for one in named(fill, "stop")]
        colours = [_colour(one, theme, WHITE) for one in stops]
        known = [one for one in colours if one is not None]
        if not colours:
            return WHITE
        is_one = len(known) == len(colours) and all(is_lost(one, known[0]) for one in known)
        return known[0] if is_one else None
    kind = pattern.get("patternType", "none")
    if kind == "none":
        return WHITE
    if kind == "solid" or kind.startswith("dark"):
        return _colour(_child(pattern, "fgColor"), theme, BLACK)
    is_light = kind.startswith(("light", "gray"))
    return _colour(_child(pattern, "bgColor"), theme, WHITE) if is_light else None


def _colour(element: Element | None, theme: Colours, automatic: Colour) -> Colour | None:
    if element is None or attribute(element, "auto") in ("1", "true"):
        return automatic
    base: Colour | None = automatic
    if digits := attribute(element, "rgb"):
        base = colour_of(digits)
    elif number := attribute(element, "theme"):
        base = _at(theme.theme, number)
    elif number := attribute(element, "indexed"):
        base = _indexed(number, theme.palette)
    tint = attribute(element, "tint")
    return tinted(base, float(tint)) if base is not None and tint else base


def _indexed(number: str, palette: tuple[Colour | None, ...]) -> Colour | None:
    if number == str(_ON_TEXT):
        return BLACK
    return WHITE if number == str(_ON_GROUND) else _at(palette, number)


def _theme_colours(theme: Element | None) -> tuple[Colour | None, ...]:
    scheme = next(named(theme, "clrScheme"), None) if theme is not None else None
    if scheme is None:
        return (WHITE, BLACK)
    found: dict[str, Colour | None] = {}
    for one in scheme:
        value = next(iter(one), None)
        digits = "" if value is None else attribute(value, "lastClr") or attribute(value, "val")
        found[local(one)] = colour_of(digits)
    others = [colour for name, colour in found.items() if name not in _THEME_ORDER]
    return (*(found.get(name) for name in _THEME_ORDER), *others)


def _children(root: Element, name: str) -> Iterator[Element]:
    for one in root:
        if local(one) == name:
            yield from one


def _child(element: Element | None, name: str) -> Element | None:
    if element is None:
        return None
    return next((one for one in element if local(one) == name), None)


def _number(element: Element | None) -> float:
    try:
        return float(attribute(element, "val")) if element is not None else 0
    except ValueError:
        return 0


def _at(some: "list[Element] | tuple[Colour | None, ...]", number: str) -> Element | None:
    return some[int(number)] if number.isdigit() and int(number) < len(some) else None
