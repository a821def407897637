"""What a value may be: a range of numbers, a word of a few, or one of the kinds that every format has."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

ANYTHING = "*"
"""What readers of their own look at, or what the words of the format are looked for in."""

_KINDS = {
    "switch": r"1|0|true|false|on|off|t|f|True|False",
    "hex": r"[0-9A-Fa-f]{1,20}",
    "integer": r"-?\d{1,20}",
    "number": r"[+-]?\d{0,20}(?:\.\d{1,25})?(?:[eE][+-]?\d{1,3})?",
    "share": r"-?\d{1,3}(?:\.\d{1,20})?%",
    "colour": r"auto|#?[0-9A-Fa-f]{6}|#?[0-9A-Fa-f]{8}",
    "language": r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*|x-none|",
    "identity": r"\{[0-9A-Fa-f\-]{36}\}|[0-9A-Fa-f\-]{36}",
    "moment": r"[\d\-]{10}T[\d:.]{5,16}Z?",
    "empty": r"",
    "length": r"-?\d{0,9}(?:\.\d{1,9})?(?:pt|px|in|cm|mm|pc|pi|em|%)?|auto",
    "angle": r"-?\d{1,9}fd",
    "service": r"(?:com\.sun\.star|stardiv)(?:\.\w{1,40}){1,8}|",
    "symbols": r"Symbol|Wingdings(?: [23])?|Webdings|MT Extra|Segoe UI Symbol|MS Gothic|ZapfDingbats",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _KINDS.items()}
_RANGE = re.compile(r"(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)([a-z%]*)")
_NUMBER = re.compile(r"([+-]?\d{1,20}(?:\.\d{0,25})?(?:[eE][+-]?\d{1,3})?)([a-z%]*)")
_IN_CENTIMETRES = {
    "cm": 1.0, "mm": 0.1, "in": 2.54, "inch": 2.54, "pt": 0.0353, "px": 0.0265, "pc": 0.423, "pi": 0.423,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """Whether a value is one that is listed: `1..9`, `2..30cm`, `0..100%`, `left|right`, `switch`, or several by bars."""

    listed: str

    def allows(self, value: str) -> bool:
        """Return whether a value is listed."""
        return self.listed == ANYTHING or _allows(self.listed, value)


def kinds_of(line: str) -> Iterable[tuple[str, Kind]]:
    """Yield the attributes that a line of a list names, each with what it may be: `val=1..9 color=colour`."""
    for one in line.split():
        name, _, listed = one.partition("=")
        yield name, Kind(listed or ANYTHING)


@lru_cache(maxsize=65_536)
def _allows(listed: str, value: str) -> bool:
    return any(check(value) for check in _checks(listed))


@lru_cache(maxsize=4_096)
def _checks(listed: str) -> tuple[Callable[[str], bool], ...]:
    return tuple(_check(one) for one in listed.split("|"))


def _check(one: str) -> Callable[[str], bool]:
    if pattern := _PATTERNS.get(one):
        return lambda value: pattern.fullmatch(value) is not None
    if found := _RANGE.fullmatch(one):
        least, most, unit = float(found[1]), float(found[2]), found[3]
        return lambda value: _is_within(value, least, most, unit)
    return one.__eq__


def _is_within(value: str, least: float, most: float, unit: str) -> bool:
    """Return whether a measure lies in a range; one in any unit of length, where the range is in centimetres."""
    found = _NUMBER.fullmatch(value)
    if found is None:
        return False
    number = float(found[1])
    if unit == "cm" and found[2] in _IN_CENTIMETRES:
        number *= _IN_CENTIMETRES[found[2]]
    elif found[2] != unit and number:
        return False
    return least <= number <= most
