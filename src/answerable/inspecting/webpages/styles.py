"""How a page's styles let its elements look: which they hide, and in which colours text stands on what."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from answerable.inspecting.colours import Colour, colour_of
from answerable.inspecting.markup import Element

HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden"
    r"|font-size\s*:\s*(?:0*\.\d+|0|[0-3](?:\.\d+)?)(?:px|pt)?\s*(?:;|$|!)|font-size\s*:\s*\d(?:\.\d+)?%"
    r"|font-size\s*:\s*0*\.[0-3]\d*r?em|(?<![\w-])font\s*:[^;]*?(?<![\d.])[0-2](?:px|pt)?\s*[/ ]"
    r"|(?<![\w-])opacity\s*:\s*(?:0?\.(?:0\d*)|0|[0-9]%)\s*(?:;|$|!)"
    r"|(?:left|top|right|bottom|text-indent|margin(?:-\w+)?)\s*:\s*-\d{3,}"
    r"|(?:left|top|right|bottom|margin(?:-\w+)?|padding(?:-\w+)?|text-indent)\s*:\s*\d{4,}(?:px|pt|em)?"
    r"|(?:left|top|right|bottom)\s*:\s*-?[1-9]\d{2,}(?:%|v[wh])|text-indent\s*:\s*-?\d{2,}(?:em|%)"
    r"|color\s*:\s*transparent|color\s*:\s*(?:rgb|hsl)a\([^)]*,\s*0?(?:\.0\d*)?\s*\)|-webkit-text-fill-color"
    r"|(?<![\w-])(?:max-)?(?:width|height)\s*:\s*[01](?:\.\d+)?(?:px|pt|em|%)?\s*(?:;|$|!)"
    r"|line-height\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$|!)|clip(?:-path)?\s*:|transform\s*:[^;]*(?:scale|translate|rotate[XY3])"
    r"|z-index\s*:\s*-|filter\s*:[^;]*(?:opacity|blur|brightness|contrast)|mask(?:-image)?\s*:|mso-hide\s*:\s*all"
    r"|letter-spacing\s*:\s*-\d|zoom\s*:\s*0|mix-blend-mode\s*:",
    re.IGNORECASE,
)
_INK = re.compile(r"(?<![\w-])color\s*:\s*([^;!]+)", re.IGNORECASE)
_GROUND = re.compile(r"(?<![\w-])background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
_NUMBERS = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)", re.IGNORECASE)
_HEX = re.compile(r"#([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{4}|[0-9a-f]{3})\b", re.IGNORECASE)
_NAMES = {
    "white": "ffffff", "black": "000000", "red": "ff0000", "green": "008000", "blue": "0000ff",
    "yellow": "ffff00", "gray": "808080", "grey": "808080", "silver": "c0c0c0", "navy": "000080",
    "maroon": "800000", "lime": "00ff00", "aqua": "00ffff", "cyan": "00ffff", "teal": "008080",
    "purple": "800080", "fuchsia": "ff00ff", "magenta": "ff00ff", "olive": "808000", "orange": "ffa500",
    "snow": "fffafa", "ivory": "fffff0", "whitesmoke": "f5f5f5", "ghostwhite": "f8f8ff",
    "floralwhite": "fffaf0", "windowtext": "000000", "window": "ffffff", "canvas": "ffffff",
    "mintcream": "f5fffa", "azure": "f0ffff", "seashell": "fff5ee", "lightyellow": "ffffe0",
}  # fmt: skip
_COMMENT = re.compile(r"/\*(.*?)(?:\*/|\Z)", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SIMPLE = re.compile(r"(?P<tag>[a-z][\w-]*|\*)?(?P<rest>(?:[.#][\w-]+)*)", re.IGNORECASE)
_MOST_RULES = 2_000


@dataclass(frozen=True, slots=True)
class Looks:
    """What a style says of how text looks; None where it says nothing."""

    hides: bool = False
    ink: Colour | None = None
    ground: Colour | None = None
    has_picture: bool = False


def looks_of(style: str) -> Looks:
    """Return what a style says of how text looks."""
    if not style:
        return Looks()
    return Looks(
        HIDES.search(style) is not None, ink_of(style), ground_of(style), has_picture(style)
    )


@dataclass(frozen=True, slots=True)
class Rule:
    """What a style sheet says of elements; a selector that is too much for it is told by `is_told` alone."""

    tag: str
    marks: frozenset[str]
    looks: Looks
    is_told: bool

    @property
    def key(self) -> str:
        """Return what an element must have for this to be asked of it: a class, an id or a name."""
        return min(self.marks, default=self.tag)

    def fits(self, element: Element) -> bool:
        """Return whether an element is one of them, whatever it stands in."""
        if not self.is_told or (self.tag not in ("", "*") and self.tag != element.tag):
            return False
        names = {f".{one}" for one in (element.get("class") or "").split()}
        return self.marks <= names | {f"#{element.get('id') or ''}"}


def comments_of(sheet: str) -> Iterator[str]:
    """Yield the comments of a style sheet; the arrows around a whole sheet are none."""
    for found in _COMMENT.finditer(sheet):
        if re.search(r"\w", found[1]):
            yield found[1]


def rules_of(sheet: str) -> list[Rule]:
    """Return the rules of a style sheet, those for paper and for screens too."""
    bare = _COMMENT.sub(" ", sheet).replace("<!--", " ").replace("-->", " ")
    rules = list[Rule]()
    for found in list(_RULE.finditer(bare))[:_MOST_RULES]:
        looks = looks_of(found[2])
        rules.extend(_rule(one.rpartition(";")[2].strip(), looks) for one in found[1].split(","))
    return rules


def is_too_long(sheet: str) -> bool:
    """Return whether a style sheet has more rules than are followed."""
    return sheet.count("{") > _MOST_RULES


def _rule(selector: str, looks: Looks) -> Rule:
    last = re.split(r"[\s>+~]+", selector)[-1]
    fits = _SIMPLE.fullmatch(last)
    if not fits or not last:
        return Rule("", frozenset(), looks, is_told=False)
    marks = frozenset(re.findall(r"[.#][\w-]+", fits["rest"]))
    return Rule((fits["tag"] or "").lower(), marks, looks, is_told=True)


def as_one(rules: Iterable[Rule]) -> list[Rule]:
    """Return rules of which those for the same elements are one: whatever hides does, and the last colours count."""
    found = dict[tuple[str, frozenset[str]], Rule]()
    for rule in rules:
        before = found.pop((rule.tag, rule.marks), None)
        looks = rule.looks
        if before:
            looks = Looks(
                before.looks.hides or looks.hides,
                looks.ink or before.looks.ink,
                looks.ground or before.looks.ground,
                before.looks.has_picture or looks.has_picture,
            )
        found[(rule.tag, rule.marks)] = replace(rule, looks=looks)
    return list(found.values())


def ink_of(style: str) -> Colour | None:
    """Return the colour of text that a style gives."""
    found = _INK.findall(style)
    return colour_said(found[-1]) if found else None


def ground_of(style: str) -> Colour | None:
    """Return the colour of the ground that a style gives; None if it gives none, or a picture."""
    found = _GROUND.findall(style)
    return colour_said(found[-1]) if found else None


def has_picture(style: str) -> bool:
    """Return whether a style lays a picture or a gradient under text."""
    return (
        any("url(" in one or "gradient(" in one for one in _GROUND.findall(style))
        or "background-image" in style
    )


def colour_said(text: str) -> Colour | None:
    """Return the colour that is named in a style or an attribute."""
    said = text.strip().lower()
    if found := _NUMBERS.search(said):
        red, green, blue = (min(255, int(one)) for one in found.groups())
        return red, green, blue
    if found := _HEX.search(said):
        digits = found[1]
        if len(digits) in (3, 4):
            digits = "".join(sign * 2 for sign in digits)
        return colour_of(digits[:6])
    first = re.match(r"[a-z]+", said)
    return colour_of(_NAMES[first[0]]) if first and first[0] in _NAMES else None
