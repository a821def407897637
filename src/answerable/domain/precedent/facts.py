"""What an answer states that another can deny: numbers, days, names, yes or no, and as at when."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.domain.precedent.quantities import NUMBERS
from answerable.domain.precedent.spans import timed
from answerable.domain.precedent.words import plain, words_of

_LONGEST = 2_000
# Days are left out whatever they are: the one that relative ones are counted from makes no difference.
_ANY_DAY = dt.date(2000, 1, 1)
_YES = re.compile(
    r"\s*(?:yes|we do\b(?! not)|it does\b(?! not)|there is\b(?! no)|there are\b(?! no))",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\s*(?:no\b(?!\.\s?\d)|none\b|nil\b|not applicable|we do not\b|we don't\b|there (?:is|are|were|was) no(?:ne)?\b|we have (?:none|no)\b)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w.])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(?P<scale>million|billion|thousand|m\b|bn\b|k\b)?(?!\w)",
    re.IGNORECASE,
)
_SPELT = {"none": 0.0} | {word: float(number) for word, number in NUMBERS.items()}
_SCALES = {"million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "thousand": 1e3, "k": 1e3}
_CITATION = re.compile(
    r"\b(?:section|sections|regulation|s\.|article|part|schedule|act)\s?\d+\S*", re.IGNORECASE
)
_REFERENCE = re.compile(r"\b[A-Z]{1,6}[-/]?\d[\w/-]*")


@dataclass(frozen=True, slots=True)
class Facts:
    """What an answer states: whether it says yes or no, its numbers, and its names in small letters."""

    is_yes: bool | None
    numbers: frozenset[float]
    names: frozenset[str]


def facts_of(answer: str) -> Facts:
    """Return what an answer states; days, provisions and references are no numbers of its."""
    text = plain(answer[:_LONGEST])
    is_yes = True if _YES.match(text) else False if _NO.match(text) else None
    bare = timed(text, _ANY_DAY).rest
    bare = _REFERENCE.sub(" ", _CITATION.sub(" ", bare))
    return Facts(is_yes, frozenset(_numbers(bare)), frozenset(_names(bare)))


def _numbers(text: str) -> Iterator[float]:
    for found in _NUMBER.finditer(text):
        scale = _SCALES.get((found["scale"] or "").lower(), 1)
        yield float(found["number"].replace(",", "")) * scale
    for word in words_of(text.lower()):
        if word in _SPELT:
            yield _SPELT[word]


_BEGINS = re.compile(r"(?:^|[.?!:;\n]\s)\s*$")


def _names(text: str) -> Iterator[str]:
    """Yield the words with a capital where no sentence begins."""
    for found in re.finditer(r"[A-Z][\w&'-]+", text):
        if not _BEGINS.search(text[max(0, found.start() - 3) : found.start()]):
            yield found[0].lower()
