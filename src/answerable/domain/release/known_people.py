"""Whether people whom the office knows are named in a text, in whatever letters."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from answerable.domain.personal.gazetteer import folded, gazetteer
from answerable.domain.personal.kinds import Certainty, PersonalFinding, PersonalKind
from answerable.domain.personal.rules import surest
from answerable.domain.release.people import KnownPerson, ways_to_write

_PART = re.compile(r"[^\W_]+")
_LONGEST_GAP = 4
_SHORTEST_FIRST = 3
_KNOWN = "it is the name of somebody whom the office knows"
_SIGN = "it leads to somebody whom the office knows"
_FIRST = "it is the first name of somebody whom the office knows"
_Way = tuple[tuple[str, ...], Certainty, str, bool]


class KnownPeople:
    """The names and signs of people, kept by their first words: ten thousand are looked for as fast as one."""

    def __init__(self, people: Iterable[KnownPerson]) -> None:
        self._ways: dict[str, list[_Way]] = {}
        for person in people:
            for way in _ways(person):
                self._ways.setdefault(way[0][0], []).append(way)
        for ways in self._ways.values():
            ways[:] = sorted(set(ways), key=lambda one: (one[1].rank, -len(one[0])))

    def named_in(self, text: str) -> tuple[PersonalFinding, ...]:
        """Return where people are named in a text, the longest of their names."""
        return surest(self._all_in(text), length=len(text)) if self._ways else ()

    def _all_in(self, text: str) -> Iterator[PersonalFinding]:
        parts = list(_PART.finditer(text))
        plain = [folded(one[0]) for one in parts]
        for place, word in enumerate(plain):
            for words, certainty, why, is_capital in self._ways.get(word, ()):
                end = place + len(words)
                if tuple(plain[place:end]) != words or not _are_beside(parts[place:end]):
                    continue
                # A name that is an ordinary word, too, is one where it has a capital: may is none.
                if is_capital and not parts[end - 1][0][0].isupper():
                    continue
                yield PersonalFinding(
                    PersonalKind.NAME, parts[place].start(), parts[end - 1].end(), certainty, why
                )
                break


def _are_beside(parts: list[re.Match[str]]) -> bool:
    return all(after.start() - before.end() <= _LONGEST_GAP for before, after in pairwise(parts))


def _ways(person: KnownPerson) -> Iterator[_Way]:
    signs = set(person.signs)
    whole: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    for way in ways_to_write(person):
        words = tuple(map(folded, _PART.findall(way)))
        if not words:
            continue
        if way in signs:
            yield words, Certainty.CERTAIN, _SIGN, False
            continue
        whole = whole or words
        first = first or tuple(map(folded, _PART.findall(way.split()[0])))
        yield words, Certainty.CERTAIN, _KNOWN, _is_ordinary(words)
    if len(whole) > 1 and len(whole[-1]) > 1:
        # As a word of its own it is told from other words, however short it is.
        yield (whole[-1],), Certainty.LIKELY, _KNOWN, True
    if len(whole) > 1 and len("".join(first)) >= _SHORTEST_FIRST:
        yield first, Certainty.LIKELY, _FIRST, _is_ordinary(first)


def _is_ordinary(words: tuple[str, ...]) -> bool:
    """Return whether words stand for something else, too: "Green", "A Green", but not "Ann Green"."""
    known = gazetteer().words
    return all(one in known or len(one) == 1 for one in words)
