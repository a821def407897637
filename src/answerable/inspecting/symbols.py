"""Fonts that draw signs instead of letters: words in one are read by nobody, until somebody takes another font."""

import re
from collections.abc import Iterator

_FONTS = re.compile(
    r"(?:wingdings(?: ?[23])?|webdings|symbol|zapf ?dingbats|itc zapf dingbats|mt extra|marlett|opensymbol"
    r"|bookshelf symbol 7|adobe blank|blank|redacted(?: script)?|flow(?: block| rounded| circular)?|barcode[\w ]*)",
    re.IGNORECASE,
)
_WITH_DIGITS = re.compile(r"symbol|mt extra|opensymbol|barcode[\w ]*", re.IGNORECASE)
"""Of these the fonts that draw digits as they are."""

_RUN = re.compile(r"[A-Za-z]{4,}|\d(?:[ \-/]?\d){5,}")
_AS_SIGNS = re.compile("[\uf020-\uf07e]{4,}")
_FIRST_OF_SIGNS = 0xF000
_FEWEST = 3
"""Boxes and ticks in a row, and bars that are drawn of squares, take a letter or two again and again."""


def draws_signs(font: str) -> bool:
    """Return whether a font of a name draws signs instead of letters."""
    return _FONTS.fullmatch(font.strip().strip("'\"")) is not None


def are_words_as_signs(text: str, font: str) -> bool:
    """Return whether words, or a number, are drawn as signs: a tick or an arrow is a letter or two."""
    if not draws_signs(font):
        return False
    draws_digits = _WITH_DIGITS.fullmatch(font.strip().strip("'\"")) is not None
    return any(one.isalpha() or not draws_digits for one in _runs_of(text))


def words_by_their_signs(text: str) -> str:
    """Return the first words, or number, that a text has as signs by their places in a font of signs; nothing if none.

    What stands at U+F041 is an A in every font of letters, and a hand or a star in one of signs.
    """
    for found in _AS_SIGNS.finditer(text):
        letters = "".join(chr(ord(one) - _FIRST_OF_SIGNS) for one in found[0])
        if any(_runs_of(letters)):
            return letters
    return ""


def _runs_of(text: str) -> Iterator[str]:
    return (one[0] for one in _RUN.finditer(text) if len(set(one[0])) >= _FEWEST)
