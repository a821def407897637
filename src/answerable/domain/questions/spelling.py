"""Names as people spell them: with their accents or without, and whatever stands unseen between the letters."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

_STROKES = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D"}
"""Letters that hold another one and do not come apart."""
_LETTERS = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00), *range(0xFF21, 0xFF5B))
_APOSTROPHES = "'\u2019\u2018\u02bc"
_HYPHENS = "-\u2010\u2011\u2012\u2013"
_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
"""What stands between letters and is not shown: a soft hyphen, a space without width."""
_ON_LETTERS = rf"[\u0300-\u036f{_UNSEEN}]*"
_GONE = re.compile(rf"[\u0300-\u036f{_UNSEEN}]")


def plain(text: str) -> str:
    """Return a text without accents, in the letters and with the apostrophe of a keyboard."""
    if text.isascii():
        return text
    apart = _GONE.sub("", unicodedata.normalize("NFKD", text))
    return apart.translate(_table())


@lru_cache(maxsize=10_000)
def spelled(words: str) -> str:
    """Return the pattern of words in each of their spellings: "Sian Owen" finds "Siân  Owen", too.

    It is empty where nothing is left of them that can be seen.
    """
    # A blank comes first: what follows a letter unseen belongs to it, and is looked at once.
    return rf"\s[\s{_UNSEEN}]*".join(_word(one) for one in plain(words).split())


def _word(word: str) -> str:
    return "".join(f"{_sign(one)}{_ON_LETTERS}" for one in word)


def _sign(sign: str) -> str:
    if sign == "'":
        return f"[{_APOSTROPHES}]"
    if sign == "-":
        return f"[{_HYPHENS}]"
    like = _alike().get(sign, "")
    return f"[{sign}{like}]" if like else re.escape(sign)


@cache
def _alike() -> Mapping[str, str]:
    """Return the letters that are a plain one with something on it, by the plain one."""
    found: dict[str, str] = {}
    for letter in map(chr, _LETTERS):
        base = plain(letter)
        if len(base) == 1 and base != letter and base.isascii() and base.isalpha():
            found[base] = found.get(base, "") + letter
    return found


@cache
def _table() -> Mapping[int, str]:
    return str.maketrans(
        {**_STROKES, **dict.fromkeys(_APOSTROPHES, "'"), "\u2010": "-", "\u2011": "-"}
    )
