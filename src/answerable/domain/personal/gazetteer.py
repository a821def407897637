"""What words are: first names and surnames of many origins, places, words of offices, ordinary words."""

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from answerable.domain.personal.common_names import COMMON_FIRST_NAMES

_STROKES = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "\u0131": "i",
        "ß": "ss",
        "æ": "ae",
        "’": "'",
        "\u2011": "-",
    }
)
_SHORTEST_UNKNOWN = 3


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Sets of words in small letters without accents."""

    first: frozenset[str]
    surnames: frozenset[str]
    words: frozenset[str]
    places: frozenset[str]
    offices: frozenset[str]
    behind: frozenset[str]
    before: frozenset[str]
    common: frozenset[str]


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the lists, read once, when they are first asked for."""
    more = tomllib.loads(_text("more.toml"))
    sets = {key: frozenset(value.split()) for key, value in more.items()}
    return Gazetteer(
        first=sets["first"].union(
            _text("first.txt").split(), sets["common"], map(str.lower, COMMON_FIRST_NAMES)
        ),
        surnames=sets["surnames"].union(_text("surnames.txt").split()),
        words=frozenset(_text("words.txt").split()),
        places=sets["places"],
        offices=sets["offices"],
        behind=sets["behind"],
        before=sets["before"],
        common=sets["common"].union(map(str.lower, COMMON_FIRST_NAMES)),
    )


def folded(word: str) -> str:
    """Return a word in small letters, without accents and the s of a possessive."""
    lower = word.lower()
    if not lower.isascii():
        lower = lower.translate(_STROKES)
    if not lower.isascii():
        apart = unicodedata.normalize("NFKD", lower)
        lower = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return lower.removesuffix("'s").removesuffix("'")


def is_first_name(word: str) -> bool:
    """Return whether a word in small letters is a first name, and no ordinary word."""
    known = gazetteer()
    return word in known.first and word not in known.words and len(word) >= _SHORTEST_UNKNOWN


def _text(name: str) -> str:
    return resources.files(__package__).joinpath("names", name).read_text(encoding="utf-8")
