"""The number formats of workbooks, taken apart: sections, and what each prints in which order."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

LONGEST_CODE = 1_000
"""Signs of a format: programs take a quarter of it."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<blank>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|Standard)|(?P<half>AM/PM|A/P)|(?P<exponent>E[+\-])"
    r"|(?P<date>y+|m+|d+|h+|s+|e+|b+|g+)|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)"
    r"|(?P<percent>%)|(?P<at>@)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[\d.]+)")
_ELAPSED = re.compile(r"(h+|m+|s+)", re.IGNORECASE)
_CURRENCY = re.compile(r"\$([^\-]*)(?:-.*)?")
_LITERAL = ("quoted", "escaped", "other")

_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<": lambda one, other: one < other,
    ">": lambda one, other: one > other,
    "<=": lambda one, other: one <= other,
    ">=": lambda one, other: one >= other,
    "=": lambda one, other: one == other,
    "<>": lambda one, other: one != other,
}
_FOR_WORDS = 3

Token = tuple[str, str]
"""What it is ("digit", "literal", "date", "elapsed" …), and its signs."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a format: for which numbers, and what it prints."""

    tokens: tuple[Token, ...]
    condition: tuple[str, float] | None = None

    @property
    def is_of_dates(self) -> bool:
        """Return whether it prints dates or times."""
        return any(kind in ("date", "elapsed", "half") for kind, _ in self.tokens)


@lru_cache(maxsize=4096)
def sections_of(code: str) -> tuple[Section, ...]:
    """Return the sections of a format, one at least."""
    sections: list[Section] = []
    tokens: list[Token] = []
    condition: tuple[str, float] | None = None
    for found in _TOKEN.finditer(code[:LONGEST_CODE]):
        kind, text = found.lastgroup or "", found[found.lastgroup or 0] or ""
        if kind == "other" and text == ";":
            sections.append(Section(tuple(tokens), condition))
            tokens, condition = [], None
        elif kind == "bracket":
            condition = _condition(text) or condition
            tokens += _of_bracket(text)
        else:
            tokens += _token(kind, text)
    sections.append(Section(tuple(tokens), condition))
    return tuple(sections)


def section_for(value: float, sections: tuple[Section, ...]) -> tuple[Section | None, bool]:
    """Return which section prints a number, and whether it prints it without its sign."""
    numbers = sections[:_FOR_WORDS]
    if any(one.condition for one in numbers):
        for at, one in enumerate(numbers):
            if one.condition is None or _COMPARE[one.condition[0]](value, one.condition[1]):
                return one, at > 0 and one.condition is not None
        return None, False
    if value < 0 and len(numbers) > 1:
        return numbers[1], True
    if value == 0 and len(numbers) > 2:  # noqa: PLR2004 the third section is for zero
        return numbers[2], False
    return numbers[0], False


def _condition(text: str) -> tuple[str, float] | None:
    found = _CONDITION.fullmatch(text.strip())
    try:
        return (found[1], float(found[2])) if found else None
    except ValueError:
        return None


def _of_bracket(text: str) -> list[Token]:
    """Return what brackets print: hours beyond a day, a currency's sign, or nothing, as for colours."""
    if _ELAPSED.fullmatch(text):
        return [("elapsed", text.lower())]
    currency = _CURRENCY.fullmatch(text)
    return [("literal", currency[1])] if currency and currency[1] else []


def _token(kind: str, text: str) -> list[Token]:
    if kind in _LITERAL:
        return [("literal", text)] if text else []
    if kind == "blank":
        return [("literal", " ")]
    if kind == "fill":
        return []
    return [(kind, text.lower() if kind == "date" else text)]
