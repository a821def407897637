"""Fonts that draw signs instead of letters: words in one are read by nobody, until somebody takes another font."""

import re

_FONTS = re.compile(
    r"(?:wingdings(?: ?[23])?|webdings|symbol|zapf ?dingbats|itc zapf dingbats|mt extra|marlett|opensymbol"
    r"|bookshelf symbol 7|adobe blank|blank|redacted(?: script)?|flow(?: block| rounded| circular)?|barcode[\w ]*)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]{4}")


def draws_signs(font: str) -> bool:
    """Return whether a font of a name draws signs instead of letters."""
    return _FONTS.fullmatch(font.strip().strip("'\"")) is not None


def are_words_as_signs(text: str, font: str) -> bool:
    """Return whether words are drawn as signs: a tick or an arrow is a letter or two."""
    return draws_signs(font) and _WORD.search(text) is not None
