"""How a page's styles let its elements look: which they hide, and in which colours text stands on what."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from PIL import ImageColor

from answerable.inspecting.colours import WHITE, Colour, is_lost
from answerable.inspecting.markup import Element
from answerable.inspecting.webpages.declarations import is_out_of_the_ordinary

HIDES = re.compile(
    r"display\s*:\s*(?:none|table-column)|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden"
    r"|font-size\s*:\s*(?:0*\.\d+|0|[0-3](?:\.\d+)?)(?:px|pt)?\s*(?:;|$|!)|font-size\s*:\s*\d(?:\.\d+)?%"
    r"|font-size\s*:\s*0*\.[0-3]\d*r?em|(?<![\w-])font\s*:[^;]*?(?<![\d.])[0-2](?:px|pt)?\s*[/ ]"
    r"|(?<![\w-])opacity\s*:\s*(?:0?\.(?:0\d*)|0|[0-9]%)\s*(?:;|$|!)"
    r"|(?:left|top|right|bottom|text-indent|margin(?:-\w+)?)\s*:\s*-\d{3,}"
    r"|(?:left|top|right|bottom|margin(?:-\w+)?|padding(?:-\w+)?|text-indent)\s*:\s*\d{4,}(?:px|pt|em)?"
    r"|(?:left|top|right|bottom)\s*:\s*-?[1-9]\d{2,}(?:%|v[wh])|text-indent\s*:\s*-?\d{2,}(?:em|%)"
    r"|(?<![\w-])color\s*:\s*(?:transparent|#(?:[0-9a-f]{6}0[0-9a-f]|[0-9a-f]{3}0)\b)|-webkit-text-fill-color"
    r"|(?<![\w-])color\s*:\s*(?:(?:rgb|hsl)a\([^)]*,|[a-z]{3,5}\([^)/]*/)\s*0?(?:\.0\d*)?%?\s*\)"
    r"|(?<![\w-])(?:max-)?(?:width|height)\s*:\s*[01](?:\.\d+)?(?:px|pt|em|%)?\s*(?:;|$|!)"
    r"|line-height\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$|!)|clip(?:-path)?\s*:|transform\s*:[^;]*(?:scale|translate|rotate[XY3])"
    r"|(?<![\w-])(?:translate|scale|rotate)\s*:|inset\s*:\s*-?\d{3,}|font-size\s*:\s*0?\.\d+(?:mm|cm|in|vw|vh)"
    r"|(?:left|top|right|bottom|margin(?:-\w+)?|text-indent)\s*:\s*-\d{2,}(?:r?em|cm|in|v[wh]|ex|ch)|opacity\s*:\s*\d*\.?\d*e-"
    r"|z-index\s*:\s*-|filter\s*:[^;]*(?:opacity|blur|brightness|contrast)|mask(?:-image)?\s*:|mso-hide\s*:\s*all"
    r"|letter-spacing\s*:\s*-\d|zoom\s*:\s*0|mix-blend-mode\s*:|-text-security\s*:\s*(?!none)",
    re.IGNORECASE,
)
_INK = re.compile(r"(?<![\w-])color\s*:\s*([^;!]+)", re.IGNORECASE)
_GROUND = re.compile(r"(?<![\w-])background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
_NUMBERS = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)", re.IGNORECASE)
_SYSTEM = {"windowtext": "black", "canvastext": "black", "window": "white", "canvas": "white"}
_NO_COLOUR = re.compile(
    r"(?:inherit|initial|currentcolor|unset|revert|auto|none|transparent|repeat|no-repeat)\b.*|url\(.*|[\w-]+-gradient\(.*|",
    re.IGNORECASE | re.DOTALL,
)
_DOUBTFUL = re.compile(
    r"(?:calc|var|env|attr|min|max|clamp)\(|font(?:-family)?\s*:[^;]*(?:dings|\bsymbol\b|\bblank\b)|animation(?:-name)?\s*:|(?<![\d.])0fr\b",
    re.IGNORECASE,
)
_CLIPS = re.compile(r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_SHORTENS = re.compile(r"text-overflow\s*:|line-clamp\s*:", re.IGNORECASE)
_CUTS = re.compile(
    r"(?<![\w-])(?:max-)?height\s*:\s*\d|line-clamp\s*:|white-space\s*:\s*nowrap", re.IGNORECASE
)
_LAID_OVER = re.compile(r"(?<![\w-])position\s*:\s*(?:absolute|fixed)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_COMMENT = re.compile(r"/\*(.*?)(?:\*/|\Z)", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SIMPLE = re.compile(r"(?P<tag>[a-z][\w-]*|\*)?(?P<rest>(?:[.#][\w-]+)*)", re.IGNORECASE)
_MOST_RULES = 2_000
_OF_LETTERS = re.compile(r"::?(?:first-l|marker|file-selector|placeholder)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Looks:
    """What a style says of how text looks; None where it says nothing."""

    hides: bool = False
    ink: Colour | None = None
    ground: Colour | None = None
    has_picture: bool = False
    is_doubtful: bool = False
    is_laid_over: bool = False
    """Whether it is taken out of the flow, and may lie over other elements."""


@lru_cache(maxsize=4_096)
def looks_of(style: str) -> Looks:
    """Return what a style says of how text looks."""
    if not style:
        return Looks()
    style = plain(style)
    return Looks(
        HIDES.search(style) is not None,
        ink_of(style),
        ground_of(style),
        has_picture(style),
        is_doubtful(style),
        _LAID_OVER.search(style) is not None,
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


_FOR_PAPER = re.compile(
    r"@media\s+(?:only\s+)?print\s*\{(?:[^{}]{0,2000}\{[^{}]{0,4000}\}){0,200}[^{}]{0,2000}\}",
    re.IGNORECASE,
)


def rules_of(sheet: str) -> list[Rule]:
    """Return the rules of a style sheet; what is hidden on paper alone is seen, and no such rule."""
    bare = _COMMENT.sub(" ", sheet).replace("<!--", " ").replace("-->", " ")
    bare = _FOR_PAPER.sub(" ", bare)
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
        is_pale = looks.ink is not None and looks.ground is None and is_lost(looks.ink, WHITE)
        if is_pale and _OF_LETTERS.search(last):
            looks = replace(looks, is_doubtful=True)
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
                before.looks.is_doubtful or looks.is_doubtful,
                before.looks.is_laid_over or looks.is_laid_over,
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
    first = re.match(r"#[0-9a-f]{3,8}\b|hsl\([^)]{1,40}\)|[0-9a-f]{6}\b|[a-z]+", said)
    if not first:
        return None
    name = _SYSTEM.get(first[0], first[0])
    try:
        found_so = ImageColor.getrgb(f"#{name}" if re.fullmatch("[0-9a-f]{6}", name) else name)
    except ValueError:
        return None
    return found_so[0], found_so[1], found_so[2]


def is_doubtful(style: str) -> bool:
    """Return whether a style says how text looks in a way that is told only when the page is drawn."""
    inks = [*_INK.findall(style), *_GROUND.findall(style)]
    is_cut = _CUTS.search(style) and (_CLIPS.search(style) or _SHORTENS.search(style))
    return (
        bool(is_cut)
        or is_out_of_the_ordinary(style)
        or _DOUBTFUL.search(style) is not None
        or any(colour_said(one) is None and not _NO_COLOUR.fullmatch(one.strip()) for one in inks)
    )


def plain(style: str) -> str:
    """Return a style without its comments and with its signs as they are, as a browser reads it."""
    bare = _COMMENT.sub("", style)
    return _ESCAPED.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)), bare).replace("\\", "")
