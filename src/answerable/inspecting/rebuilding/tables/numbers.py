"""Numbers as their cells show them."""

import math
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from answerable.inspecting.office.workbooks.format_codes import (
    Section,
    Token,
    section_for,
    sections_of,
)
from answerable.inspecting.rebuilding.tables.dates import displayed_date

_MOST_DIGITS = 15
"""Digits of a number that programs keep."""

_MOST_PLACES = 30
_LARGEST = 1e300
_WHOLE = 1e15
_FOR_WORDS = 3


def displayed_number(value: float, code: str, *, is_1904: bool = False) -> str:
    """Return what a cell of a number format shows of a number; nothing if it shows nothing."""
    if not math.isfinite(value) or abs(value) > _LARGEST:
        return ""
    if not code or code.lower() in ("general", "standard", "@"):
        return general(value)
    section, is_negated = section_for(value, sections_of(code))
    if section is None:
        return ""
    if section.is_of_dates:
        return displayed_date(value, section, is_1904=is_1904)
    shown = _of_section(abs(value), section)
    is_below = value < 0 and not is_negated and any(sign in "123456789" for sign in shown)
    return f"-{shown}" if is_below else shown


def displayed_words(text: str, code: str) -> str:
    """Return what a cell of a number format shows of words; nothing if it shows nothing."""
    sections = sections_of(code) if code else ()
    chosen = sections[_FOR_WORDS] if len(sections) > _FOR_WORDS else None
    if chosen is None and sections and any(kind == "at" for kind, _ in sections[-1].tokens):
        chosen = sections[-1]
    if chosen is None:
        return text
    printed = [
        text if kind in ("at", "general") else signs
        for kind, signs in chosen.tokens
        if kind in ("at", "general", "literal")
    ]
    return "".join(printed).strip()


def general(value: float) -> str:
    """Return a number as a cell without a format shows it, with all digits that programs keep."""
    if value == int(value) and abs(value) < _WHOLE:
        return str(int(value))
    text = f"{value:.{_MOST_DIGITS}g}"
    if "e" not in text:
        return text
    if abs(value) < 1:
        places = _MOST_DIGITS - 1 - math.floor(math.log10(abs(value)))
        if places <= _MOST_PLACES:
            return f"{value:.{places}f}".rstrip("0")
    return text.upper().replace("E+0", "E+").replace("E-0", "E-")


def rounded(value: float) -> Decimal:
    """Return a number with the digits that programs keep of it."""
    return Decimal(f"{value:.{_MOST_DIGITS}g}")


def _of_section(value: float, section: Section) -> str:
    tokens = section.tokens
    kinds = [kind for kind, _ in tokens]
    if "general" in kinds or ("at" in kinds and "digit" not in kinds):
        return "".join(
            general(value) if kind in ("general", "at") else _printed(kind, text)
            for kind, text in tokens
        ).strip()
    if "digit" not in kinds:
        return "".join(_printed(kind, text) for kind, text in tokens).strip()
    number = rounded(value) * 100 ** kinds.count("percent")
    if "exponent" in kinds:
        return _scientific(number, tokens).strip()
    if _slash(tokens) is not None:
        return _as_fraction(number, tokens).strip()
    return _decimal(number, tokens).strip()


def _printed(kind: str, text: str) -> str:
    return text if kind in ("literal", "percent", "point", "comma") else ""


def _decimal(number: Decimal, tokens: tuple[Token, ...]) -> str:
    kinds = [kind for kind, _ in tokens]
    point = kinds.index("point") if "point" in kinds else len(tokens)
    whole = [at for at in range(point) if kinds[at] == "digit"]
    places = [at for at in range(point, len(tokens)) if kinds[at] == "digit"]
    number /= Decimal(1000) ** (_commas_behind(kinds, whole) + _commas_behind(kinds, places))
    is_grouped = any(kinds[at] == "comma" for at in range(*_span(whole)))
    digits = min(len(places), _MOST_PLACES)
    text = f"{_quantized(number, digits):f}"
    before, _, after = text.partition(".")
    printed = dict(enumerate(_printed(*one) if one[0] != "comma" else "" for one in tokens))
    printed |= _before_point(
        before.lstrip("0"), [(at, tokens[at][1]) for at in whole], is_grouped=is_grouped
    )
    printed |= _behind_point(after, [(at, tokens[at][1]) for at in places])
    if not whole and before.strip("0"):
        printed[point] = before + printed.get(point, "")
    return "".join(printed[at] for at in range(len(tokens)))


def _quantized(number: Decimal, digits: int) -> Decimal:
    exponent = Decimal(1).scaleb(-digits)
    if number.adjusted() + digits > 27:  # noqa: PLR2004 as many digits as decimals are worked out with
        return number
    return number.quantize(exponent, ROUND_HALF_UP)


def _span(places: list[int]) -> tuple[int, int]:
    return (places[0], places[-1]) if places else (0, 0)


def _commas_behind(kinds: list[str], places: list[int]) -> int:
    """Return by how many thousands a number is shown: commas behind its last digit say so."""
    count = 0
    at = places[-1] + 1 if places else len(kinds)
    while at < len(kinds) and kinds[at] == "comma":
        count += 1
        at += 1
    return count


def _before_point(
    digits: str, places: list[tuple[int, str]], *, is_grouped: bool
) -> dict[int, str]:
    """Return what stands for each place before the point, filled from the right."""
    printed: dict[int, str] = {}
    count = 0
    for number, (at, sign) in enumerate(reversed(places), 1):
        taken = digits if number == len(places) else digits[-1:]
        digits = digits[: len(digits) - len(taken)]
        taken = taken or {"0": "0", "?": " "}.get(sign, "")
        grouped = ""
        for one in reversed(taken):
            if is_grouped and count and count % 3 == 0 and one != " ":
                grouped = f",{grouped}"
            grouped = one + grouped
            count += 1
        printed[at] = grouped
    return printed


def _behind_point(digits: str, places: list[tuple[int, str]]) -> dict[int, str]:
    kept = len(digits.rstrip("0"))
    return {
        at: digits[number]
        if number < kept or (sign == "0" and number < len(digits))
        else {"0": "0", "?": " "}.get(sign, "")
        for number, (at, sign) in enumerate(places)
    }


def _scientific(number: Decimal, tokens: tuple[Token, ...]) -> str:
    at = next(place for place, (kind, _) in enumerate(tokens) if kind == "exponent")
    mantissa, behind = tokens[:at], tokens[at + 1 :]
    kinds = [kind for kind, _ in mantissa]
    point = kinds.index("point") if "point" in kinds else len(kinds)
    whole = max(1, kinds[:point].count("digit"))
    power = number.adjusted() if number else 0
    power -= power % whole
    digits = kinds[point:].count("digit")
    if number and _quantized(number.scaleb(-power), digits) >= 10**whole:
        power += whole
    shown = _decimal(number.scaleb(-power) if number else number, mantissa)
    zeros = sum(kind == "digit" for kind, _ in behind)
    sign = "-" if power < 0 else "+" if tokens[at][1].endswith("+") else ""
    rest = "".join(text for kind, text in behind if kind == "literal")
    return f"{shown}E{sign}{abs(power):0{zeros}d}{rest}"


def _slash(tokens: tuple[Token, ...]) -> int | None:
    for at in range(1, len(tokens) - 1):
        is_between = tokens[at - 1][0] == "digit" and tokens[at] == ("literal", "/")
        if is_between and (tokens[at + 1][0] == "digit" or tokens[at + 1][1].isdigit()):
            return at
    return None


def _as_fraction(number: Decimal, tokens: tuple[Token, ...]) -> str:
    slash = _slash(tokens) or 0
    below = [text for _, text in tokens[slash + 1 :]]
    fixed = "".join(text for text in below if text.isdigit())
    first = next(at for at, (kind, _) in enumerate(tokens) if kind == "digit")
    has_whole = any(tokens[at] == ("literal", " ") for at in range(first, slash))
    whole, rest = divmod(Fraction(number), 1) if has_whole else (0, Fraction(number))
    if fixed.strip("0"):
        bottom = min(int(fixed), 10**6)
        top = round(rest * bottom)
    else:
        most = 10 ** min(6, sum(text in "0#?" for text in below)) - 1
        near = rest.limit_denominator(most)
        top, bottom = near.numerator, near.denominator
    if has_whole and top == bottom:
        whole, top = whole + 1, 0
    if not top and has_whole:
        return str(whole)
    return f"{whole} {top}/{bottom}" if whole else f"{top}/{bottom}"
