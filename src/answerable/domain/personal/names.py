"""Names of people in a text, by their titles, by lists of names in use, and by where they stand."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from answerable.domain.personal.full_names import full_name, turned_name
from answerable.domain.personal.gazetteer import gazetteer
from answerable.domain.personal.kinds import Certainty, PersonalFinding, PersonalKind
from answerable.domain.personal.lone import Alone, lone_names, pairs_in_small_letters
from answerable.domain.personal.placed import placed_names
from answerable.domain.personal.rules import surest
from answerable.domain.personal.titled import (
    NameSpan,
    is_title,
    lower_case_names,
    titled_name,
)
from answerable.domain.personal.words import Word, rows_of_words


def names_in(text: str) -> tuple[PersonalFinding, ...]:
    """Return the names in a text, in its order."""
    known = gazetteer()
    rows = list(rows_of_words(text, known))
    whole: list[NameSpan] = []
    alone: list[Alone] = []
    skipped = _turned(rows, text, whole)
    for place, row in enumerate(rows):
        _read(row, text, skipped.get(place, 0), whole, alone)
    whole += placed_names(text, known)
    whole += lower_case_names(text, known)
    whole += pairs_in_small_letters(text, known)
    parts = {
        word
        for one in whole
        if one.certainty is not Certainty.POSSIBLE
        for word in _parts(text[one.start : one.end])
    }
    spans = [*whole, *lone_names(alone, parts, text)]
    return surest((_finding(one, text) for one in spans), length=len(text))


def _finding(span: NameSpan, text: str) -> PersonalFinding:
    # The article of a name is written in small letters, and is part of it: "al-Masri".
    start = (
        span.start - 3
        if _ARTICLES.fullmatch(text, max(0, span.start - 3), span.start)
        else span.start
    )
    return PersonalFinding(PersonalKind.NAME, start, span.end, span.certainty, span.why)


def _turned(rows: Sequence[Sequence[Word]], text: str, whole: list[NameSpan]) -> dict[int, int]:
    """Add names that are written with the surname first; return how many words of which row are theirs."""
    skipped = {}
    for place, (before, after) in enumerate(pairwise(rows)):
        if place not in skipped and (span := turned_name(before, after, text)):
            whole.append(span)
            skipped[place + 1] = span.following
    return skipped


def _read(
    row: Sequence[Word], text: str, at: int, whole: list[NameSpan], alone: list[Alone]
) -> None:
    while at < len(row):
        span = titled_name(row, at) or full_name(row, at, text)
        if span:
            if span.why:
                whole.append(span)
            at = span.following
            continue
        after = row[at + 1] if at + 1 < len(row) else None
        is_called = at > 0 and (row[at - 1].is_a("before") or is_title(row[at - 1]))
        if not is_called and not (after and (after.is_a("behind") or after.is_a("offices"))):
            alone.append(Alone(row[at], is_followed=bool(after and after.is_a("words"))))
        at += 1


_ARTICLES = re.compile(r"\b(?:al|el|ul|as|ad|ar)-", re.IGNORECASE)
_PART = re.compile(r"[^\W\d_][^\W\d_'’-]{2,}(?:['’-][^\W\d_]+)*")


def _parts(name: str) -> Iterator[str]:
    for part in _PART.findall(name):
        if part[0].isupper():
            yield part.lower()
