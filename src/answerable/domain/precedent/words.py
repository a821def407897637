"""A question into its words."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

_WORD = re.compile(r"\d{1,3}(?:,\d{3})+|[a-z0-9]+(?:'[a-z]+)*", re.IGNORECASE)
_CAPITALS_WITH_S = re.compile(r"^([A-Z]{2,})s$")
_SECTION = re.compile(r"\bs\.?\s?(?=\d{1,3}\b)", re.IGNORECASE)
# "I.T.", "U.K.": each letter by itself would tell nothing.
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
_CLOSED_UP = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'"})
_PART = re.compile(r"[.?!;:,\n\u2022()\u2013\u2014/+]|\s-")
_SENTENCE = re.compile(r"[.?!:;\n\u2022\"\u201c(\u2013]|\s-")
# "Expiry date- please give the day", but "on- and off-street".
_DASH, _BEHIND_A_HYPHEN = re.compile(r"-\s"), frozenset(["and", "or", "to"])
_LONG_ENOUGH = 6
_LONGEST_LABEL = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is printed; whether it begins a part of a question, and whether it begins a sentence."""

    printed: str
    begins_part: bool = False
    begins_sentence: bool = False
    lower: str = field(init=False, compare=False)
    """In lower case, a number without its commas. It is kept: a question's words are looked at ten times each."""

    def __post_init__(self) -> None:
        """Spell it once."""
        object.__setattr__(self, "lower", self.printed.lower().replace(",", ""))


def plain(text: str) -> str:
    """Return a text with accents gone, one kind of apostrophe, and "%", "&" and "s.40" in words."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text.translate(_CLOSED_UP))
        text = "".join(one for one in apart if not unicodedata.combining(one))
    text = _SECTION.sub("section ", _DOTTED.sub(lambda found: found[0].replace(".", ""), text))
    return text.replace("%", " percentage ").replace(" & ", " and ")


def words_of(text: str) -> list[str]:
    """Return the words of a plain text in lower case; what a hyphen or a stroke joins is several."""
    return [one.lower().replace(",", "") for one in _WORD.findall(text)]


def placed_words(text: str) -> list[Word]:
    """Return the words of a plain text, with what begins where they stand."""
    found: list[Word] = []
    end = 0
    for one in _WORD.finditer(text):
        between = text[end : one.start()]
        # "1) number of lines 2) cost": a label begins a part.
        is_first = not found or (len(one[0]) <= _LONGEST_LABEL and text[one.end() :][:1] == ")")
        printed = one[0].removesuffix("'s").removesuffix("'S")
        if printed[-1:] == "s" and printed[:-1].isupper():
            printed = _CAPITALS_WITH_S.sub(r"\1", printed)
        is_behind_a_dash = bool(_DASH.match(between)) and printed.lower() not in _BEHIND_A_HYPHEN
        begins = is_first or is_behind_a_dash
        found.append(
            Word(
                printed,
                begins or bool(_PART.search(between)),
                begins or bool(_SENTENCE.search(between)),
            )
        )
        end = one.end()
    return found


@dataclass(frozen=True, slots=True)
class Phrases:
    """What phrases stand for: by their first words and their lengths, the longest first."""

    by_first: Mapping[str, Mapping[int, Mapping[tuple[str, ...], str]]]

    def at(self, words: Sequence[str], place: int) -> tuple[str, int] | None:
        """Return what the longest phrase at a place stands for, and over how many words."""
        begun = self.by_first.get(words[place])
        # Few words begin a phrase, and every word of every question is asked for.
        if begun is None:
            return None
        for length, phrases in begun.items():
            meant = phrases.get(tuple(words[place : place + length]))
            if meant is not None:
                return meant, length
        return None

    def all_in(self, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Yield the phrases of a text from left to right: where each begins and ends, and what it stands for."""
        place = 0
        while place < len(words):
            found = self.at(words, place)
            if found:
                yield place, place + found[1], found[0]
            place += found[1] if found else 1


def phrases_of(meanings: Iterable[tuple[Sequence[str], str]]) -> Phrases:
    """Return phrases by their words; of two alike the first counts."""
    known: dict[tuple[str, ...], str] = {}
    for words, meant in meanings:
        if words and all(words):
            known.setdefault(tuple(words), meant)
    by_first: dict[str, dict[int, dict[tuple[str, ...], str]]] = {}
    for phrase in sorted(known, key=len, reverse=True):
        by_length = by_first.setdefault(phrase[0], {})
        by_length.setdefault(len(phrase), {})[phrase] = known[phrase]
    return Phrases(by_first)


def is_slip(one: str, other: str) -> bool:
    """Return whether two long words differ by one slip of the pen: a letter more, less, other or out of turn."""
    if min(len(one), len(other)) < _LONG_ENOUGH or abs(len(one) - len(other)) > 1:
        return False
    if one[0] != other[0] or not (one.isalpha() and other.isalpha()):
        return False
    same = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    mine, theirs = one[same:], other[same:]
    if len(one) != len(other):
        return mine[1:] == theirs or mine == theirs[1:]
    return mine[1:] == theirs[1:] or (mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:])
