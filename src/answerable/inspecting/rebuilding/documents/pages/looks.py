"""How a page's text looks: in which colour on what, and whether anybody sees it."""

import re
from dataclasses import dataclass, replace

from answerable.inspecting.colours import BLACK, WHITE, Colour, colour_of, contrast
from answerable.inspecting.markup import Element
from answerable.inspecting.rebuilding.documents.blocks import Height, Run

HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|(?<![\w-])font-size\s*:\s*(?:0*\.0+|0|[0-3](?:\.\d+)?(?:px|pt))(?![\d.])|font-size\s*:\s*0?\.[0-2]\d*r?em"
    r"|font-size\s*:\s*[0-9](?:\.\d+)?%"
    r"|(?<![\w-])opacity\s*:\s*(?:0?\.0\d*|0|[0-9]%)\s*(?:;|$)"
    r"|(?<![\w-])(?:left|top|right|bottom|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}"
    r"|(?<![\w-])(?:left|top|right|bottom|margin-left|margin-top|text-indent)\s*:\s*\d{4,}(?:px|pt|em|rem)"
    r"|(?<![\w-])(?:left|top|right|bottom)\s*:\s*-?[1-9]\d{2,}(?:%|v[wh])"
    r"|(?<![\w-])color\s*:\s*(?:transparent|#(?:[0-9a-f]{6}0[0-9a-f]|[0-9a-f]{3}0)\b)|-text-security\s*:\s*(?!none)"
    r"|(?<![\w-])color\s*:\s*(?:(?:rgb|hsl)a\([^)]*,|[a-z]{3,5}\([^)/]*/)\s*0?(?:\.0\d*)?%?\s*\)"
    r"|(?<![\w-])(?:max-)?(?:width|height)\s*:\s*[01](?:px|pt)?\s*(?:;|$)"
    r"|(?<![\w-])line-height\s*:\s*0(?:px|pt|em)?\s*(?:;|$)|(?<![\w-])clip(?:-path)?\s*:\s*(?:rect|inset|polygon|circle)"
    r"|transform\s*:[^;]*(?:scale[XY]?\(\s*0|translate[XY3d]*\([^)]*-?\d{3,})|letter-spacing\s*:\s*-\d|zoom\s*:\s*0",
    re.IGNORECASE,
)
_LEAST_CONTRAST = 1.5
_NUMBERS = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)", re.IGNORECASE)
_HEX = re.compile(r"#([0-9a-f]{3,8})\b", re.IGNORECASE)
_NAMES = {
    "white": "ffffff", "black": "000000", "red": "ff0000", "green": "008000", "blue": "0000ff",
    "yellow": "ffff00", "gray": "808080", "grey": "808080", "silver": "c0c0c0", "navy": "000080",
    "maroon": "800000", "lime": "00ff00", "aqua": "00ffff", "cyan": "00ffff", "teal": "008080",
    "purple": "800080", "fuchsia": "ff00ff", "magenta": "ff00ff", "olive": "808000", "orange": "ffa500",
    "snow": "fffafa", "ivory": "fffff0", "whitesmoke": "f5f5f5", "ghostwhite": "f8f8ff",
    "floralwhite": "fffaf0", "mintcream": "f5fffa", "azure": "f0ffff", "seashell": "fff5ee",
    "lightyellow": "ffffe0", "gainsboro": "dcdcdc", "lightgray": "d3d3d3", "lightgrey": "d3d3d3",
}  # fmt: skip
_BOLD = frozenset(("b", "strong", "dt"))
_ITALIC = frozenset(("i", "em", "cite", "dfn", "var", "address"))
_STRUCK = frozenset(("s", "strike", "del"))


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks at an element; `ground` is None where that cannot be told."""

    ink: Colour = BLACK
    ground: Colour | None = WHITE
    is_hidden: bool = False
    is_bold: bool = False
    is_italic: bool = False
    is_struck: bool = False
    height: Height = "line"
    href: str = ""
    keeps_lines: bool = False

    @property
    def is_pale(self) -> bool:
        """Return whether text can hardly be seen on its ground."""
        return contrast(self.ink, self.ground or WHITE) < _LEAST_CONTRAST

    def run(self, text: str) -> Run:
        """Return a text that looks so."""
        return Run(text, self.is_bold, self.is_italic, self.is_struck, self.height, self.href)

    def at(self, one: Element, style: dict[str, str]) -> "Look":
        """Return how text looks at an element inside."""
        name, weight, slant = one.tag, style.get("font-weight", ""), style.get("font-style", "")
        said = ";".join(f"{key}:{value}" for key, value in style.items())
        return replace(
            self,
            ink=_colour(style.get("color", "")) or _colour(one.get("color") or "") or self.ink,
            ground=self._ground(one, style),
            is_hidden=self.is_hidden
            or one.get("hidden") is not None
            or HIDES.search(said) is not None,
            is_bold=_is_heavy(weight) if weight else self.is_bold or name in _BOLD,
            is_italic=slant in ("italic", "oblique")
            if slant
            else self.is_italic or name in _ITALIC,
            is_struck=self.is_struck or name in _STRUCK or "line-through" in said,
            height={"sup": "above", "sub": "below"}.get(name, self.height),  # type: ignore[arg-type] # both are heights
            keeps_lines=self.keeps_lines
            or name in ("pre", "textarea", "listing")
            or "white-space:pre" in said,
        )

    def _ground(self, one: Element, style: dict[str, str]) -> Colour | None:
        told = f"{style.get('background', '')} {style.get('background-color', '')}".strip()
        if (
            "url(" in told
            or "gradient(" in told
            or "background-image" in style
            or one.get("background")
        ):
            return None
        return _colour(told) or _colour(one.get("bgcolor") or "") or self.ground


def _is_heavy(weight: str) -> bool:
    return weight in ("bold", "bolder") or (weight.isdecimal() and int(weight) >= 600)  # noqa: PLR2004 as of semi-bold


def _colour(told: str) -> Colour | None:
    if found := _NUMBERS.search(told):
        red, green, blue = (min(255, int(one)) for one in found.groups())
        return red, green, blue
    if found := _HEX.search(told):
        digits = found[1]
        if len(digits) in (3, 4):
            digits = "".join(sign * 2 for sign in digits)
        return colour_of(digits[:6])
    words = re.findall(r"[a-z]+", told.lower())
    return next((colour_of(_NAMES[one]) for one in words if one in _NAMES), None)
