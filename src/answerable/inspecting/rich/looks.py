"""How text of RTF looks where it stands: hidden, changed, too small, off its page, or in the colour of its ground."""

from dataclasses import dataclass

from answerable.inspecting.colours import BLACK, WHITE, Colour, is_lost

_SMALLEST = 8
_FARTHEST = 31_680
_LEAST_SCALE = 10
_INDENTS = frozenset(
    "li ri fi lin rin culi curi posx posy posnegx posnegy absw dxfrtext shpleft shptop shpright".split()
)
_RAISES = frozenset(("up", "dn", "expnd", "expndtw"))
_PLACES = frozenset(("posx", "posy", "posnegx", "posnegy"))
_FROM_THE_LEFT = frozenset(("li", "lin"))
_HEIGHTS = frozenset(("sl", "absh"))
_MOST = {"tx": 17_000, "tb": 17_000, "sb": 7_200, "sa": 7_200}
"""How far a stop may lie to the right, and how much room before or behind a paragraph may be."""

_IN_ROWS = {
    "trrh": 0,
    "trleft": 17_000,
    "clpadt": 1_440,
    "clpadb": 1_440,
    "trpaddt": 1_440,
    "trpaddb": 1_440,
}
_SHADINGS = frozenset(("shading", "chshdng", "clshdng"))
_SOLID = 9_000
_LEAST_HEIGHT, _LEAST_OF_A_LINE = 80, 36
_RAISED = 0.65
_HIGHEST = 400
_HIGHLIGHTS = {
    1: BLACK, 2: (0, 0, 255), 3: (0, 255, 255), 4: (0, 255, 0), 5: (255, 0, 255), 6: (255, 0, 0),
    7: (255, 255, 0), 8: WHITE, 9: (0, 0, 139), 10: (0, 139, 139), 11: (0, 100, 0), 12: (139, 0, 139),
    13: (139, 0, 0), 14: (128, 128, 0), 15: (169, 169, 169), 16: (211, 211, 211),
}  # fmt: skip


@dataclass(slots=True)
class Looks:
    """How text looks in one group; a group in it begins with the same."""

    hidden: bool = False
    deleted: bool = False
    revised: bool = False
    font: int = 0
    size: int = 24
    scale: int = 100
    ink: int = 0
    ground: int = 0
    highlight: int = 0
    paragraph: int = 0
    cell: int = 0
    front: int = 0
    line: int = 0
    is_raised: bool = False
    is_far: bool = False
    is_low: bool = False
    is_in_a_low_row: bool = False
    indent: int = 0
    place: int = 0
    is_in_table: bool = False
    spacing: int = 0
    is_solid: bool = False
    skip: int = 1

    def copy(self) -> "Looks":
        """Return the same for a group inside."""
        return Looks(**{name: getattr(self, name) for name in self.__slots__})

    def take(self, name: str, number: int | None) -> None:
        """Take in a word of control, if it says how text looks."""
        is_on = number is None or number != 0
        if name in ("v", "deleted", "revised"):
            setattr(self, {"v": "hidden"}.get(name, name), is_on)
        elif name in ("mvf", "mvt"):
            self.deleted, self.revised = (
                self.deleted or name == "mvf",
                self.revised or name == "mvt",
            )
        elif name in _NUMBERS:
            setattr(self, _NUMBERS[name], number or _WITHOUT.get(name, 0))
        elif name in _MOST:
            self.is_far = self.is_far or (number or 0) > _MOST[name]
        elif name in _INDENTS or name in _RAISES:
            if name in _FROM_THE_LEFT:
                self.indent = number or 0
            elif name in _PLACES:
                self.place = max(self.place, abs(number or 0))
            most = _FARTHEST if name in _INDENTS else _HIGHEST
            self.is_far = self.is_far or abs(number or 0) > most
        else:
            self._take_more(name, number or 0)

    def _take_more(self, name: str, number: int) -> None:
        if name in _HEIGHTS:
            # Less than nothing says that it is exact, and cuts what is higher.
            self.is_low = -_LEAST_HEIGHT < number < 0 or (self.is_low and name != "sl")
            self.line = number if name == "sl" else self.line
        elif name == "slmult":
            self.is_low = self.is_low or (number == 1 and 0 < self.line < _LEAST_OF_A_LINE)
        elif name in ("super", "sub", "nosupersub"):
            self.is_raised = name != "nosupersub"
        elif name in _IN_ROWS:
            is_flat = (
                -_LEAST_HEIGHT < number < 0 if name == "trrh" else abs(number) > _IN_ROWS[name]
            )
            self.is_in_a_low_row = self.is_in_a_low_row or is_flat
        elif name == "intbl":
            self.is_in_table = True
        elif name == "trowd":
            self.is_in_a_low_row = False
        elif name in _SHADINGS:
            self.is_solid = number > _SOLID
        elif name == "plain":
            self.hidden = self.deleted = self.revised = False
            self.size, self.scale, self.ink, self.ground, self.highlight = 24, 100, 0, 0, 0
            self.spacing, self.is_raised = 0, False
        elif name == "pard":
            self.indent, self.place, self.is_in_table = 0, 0, False
            self.paragraph, self.is_far, self.is_low, self.is_solid = 0, False, False, False

    def code(self, colours: list[Colour | None]) -> str:
        """Return what finding text is that looks so; nothing if it is seen."""
        if self.hidden:
            return "rtf.hidden-text"
        if self.deleted:
            return "rtf.tracked-deletion"
        if self.is_far:
            return "rtf.off-page"
        if (
            self.is_low
            or self.is_in_a_low_row
            or self.size * (_RAISED if self.is_raised else 1) < _SMALLEST
            or self.scale < _LEAST_SCALE
        ):
            return "rtf.tiny-text"
        # A letter is about half as wide as it is high: drawn nearer by as much, all stand in one place.
        if -self.spacing > self.size * _PER_HALF_POINT * _CLOSEST:
            return "rtf.tiny-text"
        return self._coloured(colours) or ("rtf.tracked-change" if self.revised else "")

    def _coloured(self, colours: list[Colour | None]) -> str:
        ground = _HIGHLIGHTS.get(self.highlight)
        for number in (self.ground, self.paragraph, self.cell):
            ground = ground or _one_of(colours, number)
        if self.is_solid:
            ground = _one_of(colours, self.front) or BLACK
        ink = _one_of(colours, self.ink) or BLACK
        # Text without a colour of its own is drawn white on black shading, but not on a black highlight.
        if ground is not None and is_lost(ground, BLACK) and self.ink == 0 and not self.highlight:
            return "rtf.dark-ground"
        if not is_lost(ink, ground or WHITE):
            return ""
        return (
            "rtf.black-box"
            if ground is not None and is_lost(ground, BLACK)
            else "rtf.invisible-text"
        )


_NUMBERS = {
    "f": "font",
    "fs": "size",
    "charscalex": "scale",
    "cf": "ink",
    "cb": "ground",
    "chcbpat": "ground",
    "highlight": "highlight",
    "cbpat": "paragraph",
    "clcbpat": "cell",
    "cfpat": "front",
    "chcfpat": "front",
    "clcfpat": "front",
    "uc": "skip",
    "expndtw": "spacing",
}
_PER_HALF_POINT = 10
_CLOSEST = 0.4
_WITHOUT = {"fs": 24, "charscalex": 100}


def _one_of(colours: list[Colour | None], number: int) -> Colour | None:
    return colours[number] if 0 < number < len(colours) else None
