"""Whether a value is made of numbers, measures and words of a format alone, so that it says nothing else."""

import re
from functools import cache, lru_cache
from importlib import resources

_TOKENS = re.compile(r"[\W_]+")
DRESSED = re.compile(
    "[\u0363-\u036f\u1dd3-\u1df5\u2800-\u28ff\U0001f1e6-\U0001f1ff\U000e0020-\U000e007f]"
)
"""Signs that are no letters to Python, and that say letters: small ones over others, dots of Braille, flags, tags."""

_DIGITS = "0123456789"
_HEXADECIMAL = re.compile(
    r"(?=.*\d)[0-9A-Fa-f]{2,64}|[0-9A-F]{2}|[0-9a-f]{2}|[A-F]{6}|[a-f]{6}|[A-F]{8}"
)
_NUMBER_OF_SOMEBODY = re.compile(r"(?<![\w.,])\d(?:[ \-]?\d){6,}(?![.,]?\d)")
_BEHIND_A_POINT = re.compile(r"(?<=[^\W\d]\.)\d(?:[ \-]?\d){6,}(?![.,]?\d|\w)")
# Bookmarks of LibreOffice and lists of it, objects of Word, tables that Excel copied, and hexadecimal end in ten digits
# as well: none of these is looked into.
_OF_PROGRAMS = (
    r"__(?:RefHeading|DdeLink|RefNumPara|Fieldmark|UnoMark)_|list\d+(?!\w)|_(?:MON_)?1\d{9}(?!\w)|Table1[23]\d*(?!\w)"
    r"|R?[0-9a-fA-F]{16,}(?!\w)|(?<=-)[0-9a-fA-F]{12}(?!\w)"
)
_BEHIND_A_LETTER = re.compile(rf"(?<!\w)(?!{_OF_PROGRAMS})\w*[^\W\d]\d{{10,}}(?![^\W_]|[.,]?\d)")
_LONG_NUMBER = re.compile(r"(?<![\w.,\-])\d(?:[ \-]?\d){9,}(?![.,]?\d)")
# As people write the numbers of patients and telephones: in groups, as no measure is written.
_IN_GROUPS = re.compile(
    r"\s*(?:\d{3}[ \-]\d{3}[ \-]\d{4}|0\d{2,4}[ \-]\d{3,4}[ \-]?\d{3,4}|\+\d{1,3}(?: ?\d){9,11}"
    r"|\d{2}([/.])\d{2}\1(?:19|20)\d{2}|[£€] ?\d[\d,]{3,}(?:\.\d\d)?)\s*"
)
# "SAR/2023/00417", "FOI-2023-0417": letters, a year and a count, as bodies number what people ask; and a day of birth.
_REFERENCE = re.compile(r"(?<![^\W_])[A-Za-z]{2,6}[/\-](?:19|20)\d\d[/\-]\d{3,7}(?![^\W_])")
_DAY = re.compile(r"(?<![\w./])\d{1,2}([/.])\d{1,2}\1(?:19|20)\d\d(?![\w/]|\.\d)")
_SUM = re.compile(r"[£€] ?\d[\d,]{3,}")
# Objects that Word moved are named so as well, by a time in seconds that begins with a one.
_BEHIND_A_LINE = re.compile(r"(?<!\w)_(?!1)\d{10,}(?![^\W_])")
_WHOLE_NUMBER = re.compile(r"(?<![\w.$!:'])\d{9,}(?!\.?\d|\w)")
_NINE_DIGITS = re.compile("[0-9]{9}")
_FEWEST_DIGITS, _MOST_OF_BYTES = 3, 20
_CODED_SIGN = re.compile(r"_[0-9a-f]{2}_")
_PARTS_OF_STYLES = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![^\W\d_A-Z])")


@lru_cache(maxsize=65_536)
def is_of_the_format(value: str) -> bool:
    """Return whether all of a value is numbers, hexadecimal, measures, and words of the formats of offices."""
    return all(map(_is_known, _TOKENS.split(value)))


def has_number_of_somebody(text: str) -> bool:
    """Return whether a text has a number as long as those of telephones and patients, a reference, a day or a sum."""
    ways = (
        _NUMBER_OF_SOMEBODY,
        _BEHIND_A_POINT,
        _BEHIND_A_LETTER,
        _BEHIND_A_LINE,
        _REFERENCE,
        _DAY,
        _SUM,
    )
    return any(way.search(text) is not None for way in ways)


def is_number_in_groups(text: str) -> bool:
    """Return whether a text is the number of a telephone or a patient, a day or a sum, as people write it, and no more."""
    return _IN_GROUPS.fullmatch(text) is not None


def has_long_number(text: str) -> bool:
    """Return whether a text has a number of ten digits or more, as no measure of an office has."""
    return _LONG_NUMBER.search(text) is not None


def formula_says_something(formula: str) -> bool:
    """Return whether a formula holds words, or a number of nine digits that is neither round, a bound of nines, nor bytes."""
    if '"' in formula or "&quot;" in formula:
        return True
    # Most formulas have no nine digits in a row, which is told in less time.
    numbers = _WHOLE_NUMBER.findall(formula) if _NINE_DIGITS.search(formula) else ()
    return any(
        len(set(one.rstrip("0"))) >= _FEWEST_DIGITS and not _is_power_of_two(one) for one in numbers
    )


def _is_power_of_two(digits: str) -> bool:
    # Of more digits Python makes no number, and no bytes are counted so.
    return len(digits) <= _MOST_OF_BYTES and (number := int(digits)) & (number - 1) == 0


def is_usual_font(name: str) -> bool:
    """Return whether a font comes with a system or an office, or is named after what it belongs to in a theme."""
    plain = name.strip("'\"").lower()
    return (
        plain.startswith("+m")
        or not plain
        or plain.rstrip(_DIGITS) in _fonts()
        or plain in _fonts()
    )


@lru_cache(maxsize=4_096)
def is_usual_style(name: str) -> bool:
    """Return whether a style is named as offices name theirs: "Heading1", "MediumGrid3-Accent1", "Text_20_body"."""
    parts = _PARTS_OF_STYLES.findall(_CODED_SIGN.sub(" ", name))
    return all(one.lower() in _styles() or len(one) == 1 for one in parts)


def _is_known(token: str) -> bool:
    small = token.lower()
    if small in _words() or small.strip(_DIGITS) in _words():
        return True
    return bool(_HEXADECIMAL.fullmatch(token))


@cache
def _words() -> frozenset[str]:
    files = ("ooxml.txt", "opendocument.txt", "more.txt")
    return frozenset(word for name in files for word in _text(name).split()) | {""}


@cache
def _fonts() -> frozenset[str]:
    return frozenset(line.strip().lower() for line in _text("fonts.txt").splitlines())


@cache
def _styles() -> frozenset[str]:
    return frozenset(_text("styles.txt").split())


def _text(name: str) -> str:
    return resources.files("answerable.inspecting.formats").joinpath(name).read_text("utf-8")
