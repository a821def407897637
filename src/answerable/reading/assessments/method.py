"""How the assessor worked, in figures: how many people were spoken with, on how many days."""

import re
from collections.abc import Iterator
from functools import cache

from answerable.domain.assurance import MethodFigure
from answerable.reading.assessments.levels import sentences
from answerable.reading.assessments.words import pattern, words

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = {
    name: 10 * at
    for at, name in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_COUNTED = {name: at for at, name in enumerate(_ONES, start=1)} | {"a dozen": 12}
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_ONES[:9])}))?|a\s+dozen"
    rf"|{'|'.join(reversed(_ONES))})"
)
"""A count in figures or in words, in small letters."""
_NOT_COUNTED = r"(?!per\b|years?\b|elements?\b|%)"


def count_of(words_: str) -> int:
    """Return the number that figures or words say: 48, "seven", "fifty-seven".

    :raises KeyError: if they say none.
    """
    said = " ".join(words_.lower().replace("-", " ").split())
    if said.replace(",", "").isdigit():
        return int(said.replace(",", ""))
    if said in _COUNTED:
        return _COUNTED[said]
    tens, _, ones = said.partition(" ")
    return _TENS[tens] + (_COUNTED[ones] if ones else 0)


@cache
def _figure() -> re.Pattern[str]:
    nouns = "|".join(
        re.escape(one).replace(r"\ ", r"\s+")
        for one in sorted(words("method", "people"), key=len, reverse=True)
    )
    return re.compile(
        rf"(?<![\w.])(?P<count>{NUMBER})\s+{_NOT_COUNTED}(?:(?!{NUMBER}\b|and\b|or\b)[\w/'\u2019-]+\s+){{0,3}}?(?P<of>{nouns})(?!\w)",
        re.IGNORECASE,
    )


def figures_in(text: str) -> tuple[MethodFigure, ...]:
    """Return the figures of a text, in its order, each once."""
    found = [one for sentence in sentences(text) for one in _figures(sentence)]
    return tuple(dict.fromkeys(found))


def _figures(sentence: str) -> Iterator[MethodFigure]:
    yield from _one_by_one(sentence)
    for found in _figure().finditer(sentence):
        yield MethodFigure(count_of(found["count"]), " ".join(found["of"].lower().split()))


def _one_by_one(sentence: str) -> Iterator[MethodFigure]:
    """Yield people who are named one by one: "interviewed the Chair and the Director of X" has two."""
    met = pattern("method", "met").search(sentence)
    if met is None:
        return
    clause = re.split(
        rf"\band\s+spent\b|\bto\b|;|\bvia\b|\b(?:{NUMBER})\s", sentence[met.end() :], maxsplit=1
    )[0]
    for noun in words("method", "one_each"):
        named = re.findall(rf"\bthe\s+(?:[A-Z][\w-]*\s+)*?{noun.title()}\b", clause)
        if named:
            yield MethodFigure(len(named), noun if len(named) == 1 else f"{noun}s")


def counted_elements(text: str) -> int | None:
    """Return how many elements a text says that the standard has; None if it says none."""
    found = _STANDARD.search(text)
    return count_of(found["count"] or found["plain"]) if found else None


_STANDARD = re.compile(
    rf"(?<![\w.])(?:all\s+|the\s+|of\s+)+(?P<count>{NUMBER})\s+elements\b(?!\s+(?:found|awarded|assessed as|rated|with))"
    rf"|(?<![\w.])(?P<plain>{NUMBER})\s+elements\s+(?:of|in|within)\s+the\s+(?:\w+\s+){{0,4}}?standard",
    re.IGNORECASE,
)
