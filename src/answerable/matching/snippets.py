"""The passage of an entry that answers a search best, with the words that were looked for marked."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from answerable.matching.analysis import SET_APART, stem_of
from answerable.matching.asking import Asked

LENGTH = 240
_LEAD = LENGTH // 3
_MOST_PLACES = 60
_MOST_IN_STRETCH = 40
_SHORTEST_STEM = 2
_REST = r"(?:[^\W_]|['\u2019](?=[^\W_]))*"
_WORD = re.compile(_REST)
_FOLDED = {
    code: base
    for code in range(0xC0, 0x250)
    if len(base := unicodedata.normalize("NFD", chr(code))[0].lower()) == 1 and base != chr(code)
}
_BEGINNINGS = {"email": "e", f"officer{SET_APART}": "officer"}
_SPACES = re.compile(r"\s+")
Span = tuple[int, int]
Place = tuple[int, int, int]
"""Where a word begins and ends, and the bits that it sets among the words that were looked for."""


class Fragment(NamedTuple):
    """A stretch of a passage; a hit is one of the words that were looked for."""

    text: str
    hit: bool = False


class Passage(NamedTuple):
    """A stretch of an entry, and the label of the question that it belongs to, if to one."""

    label: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Passages:
    """An entry's passages, its questions first, joined and folded once for every search.

    `folded` has each character of `whole` in its place; the questions end at `end`.
    """

    passages: tuple[Passage, ...]
    questions: int
    end: int
    whole: str
    folded: str


def passages_of(questions: Sequence[Passage], further: Sequence[Passage] = ()) -> Passages:
    """Return the passages of an entry, made ready to be searched for words."""
    passages = (*questions, *further)
    whole = _joined(passages)
    return Passages(passages, len(questions), len(_joined(questions)), whole, _folded(whole))


@dataclass(frozen=True, slots=True)
class Marker:
    """Finds the words of one search in texts.

    A word is found by how its stem begins, which is fast, and then by its stem, which is right:
    "policies" is found for "policy", and "police" is not. `patterns` are phrases and provisions.
    """

    stems: tuple[tuple[str, str], ...] = ()
    patterns: tuple[re.Pattern[str], ...] = ()

    def marked(self, text: str) -> tuple[Fragment, ...]:
        """Return a text in fragments, hits apart."""
        return tuple(_fragments(text, self._places(_folded(text)), 0, len(text)))

    def best(self, said: Passages, *, title: str = "") -> tuple[str | None, tuple[Fragment, ...]]:
        """Return the label of the passage that holds most of the words, and its best stretch, marked.

        What is said besides the questions is looked at where the words are not all in the title and
        the questions.
        """
        passages = said.passages[: said.questions]
        places = self._places(said.folded[: said.end])
        has_further = said.questions < len(said.passages)
        if has_further and _bits(places, self._places(_folded(title))) != self._all_bits:
            passages = said.passages
            places = self._places(said.folded)
        passage, start, held = _best_passage(passages, places)
        end = start + len(passage.text)
        first, last = _stretch(said.whole, start, end, _densest(held) if held else start)
        before = (Fragment("… "),) if first > start else ()
        after = (Fragment(" …"),) if last < end else ()
        label = passage.label if held else None
        return label, (*before, *_fragments(said.whole, held, first, last), *after)

    @property
    def _all_bits(self) -> int:
        return (1 << len(self.stems) + 2 * len(self.patterns)) - 1

    def _places(self, folded: str) -> list[Place]:
        """Return where the words stand, in their order; each has a bit, a phrase or provision two."""
        places: list[Place] = []
        for number, stem in enumerate(self.stems):
            places += _word_places(folded, stem, 1 << number)
        for number, pattern in enumerate(self.patterns):
            bits = 3 << len(self.stems) + 2 * number
            found = islice(pattern.finditer(folded), _MOST_PLACES)
            places += [(*one.span(), bits) for one in found]
        places.sort()
        return places


def marker(asked: Asked) -> Marker:
    """Return what marks the words, phrases and provisions of a search."""
    phrases = [phrase for phrase in asked.phrases if len(phrase) > 1]
    words = [*asked.words, *(phrase[0] for phrase in asked.phrases if len(phrase) == 1)]
    return Marker(
        stems=tuple((_beginning(word), word) for word in dict.fromkeys(words)),
        patterns=(*map(_phrase_pattern, phrases), *map(_provision, asked.provisions)),
    )


def _beginning(stem: str) -> str:
    """Return how all words of a stem begin: "polic" for "polici", "hop" for "hope" and "hoping"."""
    if stem in _BEGINNINGS:
        return _BEGINNINGS[stem]
    return stem[:-1] if stem[-1] in "iey" and len(stem) > _SHORTEST_STEM else stem


def _phrase_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    beginnings = [rf"\b{re.escape(_beginning(one))}{_REST}" for one in words]
    return re.compile(r"[\W_]{1,8}".join(beginnings))


def _provision(citation: str) -> re.Pattern[str]:
    """Return what finds a provision as it is printed: "section 31", "s.31 (1)(a)"."""
    section, *parts = re.findall(
        r"\w+", citation.removeprefix("EIR ").removeprefix("FOISA ").lower()
    )
    named = r"(?:sections?\s|sect?\.\s?|ss?\.?\s?|adran\s|regulations?\s|reg\.\s?)"
    limb = "".join([rf"\s?\(\s?{part}\s?\)" for part in parts])
    return re.compile(rf"\b{named}{'?' if parts else ''}{section}{limb}(?:\s?\(\w{{1,4}}\))*(?!\w)")


def _folded(text: str) -> str:
    """Return a text in small letters without accents, each character in its place."""
    if text.isascii():
        return text.lower()
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join([one if len(one.lower()) != 1 else one.lower() for one in text])
    return lowered.translate(_FOLDED)


def _joined(passages: Sequence[Passage]) -> str:
    return "\n".join([one.text for one in passages])


def _bits(*places: list[Place]) -> int:
    bits = 0
    for one in places:
        for _, _, bit in one:
            bits |= bit
    return bits


def _word_places(folded: str, stem: tuple[str, str], bit: int) -> list[Place]:
    """Return where the words of a stem stand, as far as they are looked for."""
    beginning, whole = stem
    places: list[Place] = []
    start = folded.find(beginning)
    while start >= 0 and len(places) < _MOST_PLACES:
        end = start + len(beginning)
        if not start or not folded[start - 1].isalnum():
            word = _WORD.match(folded, start)
            end = word.end() if word else end
            if whole == "email" and folded.startswith("e-mail", start):
                end = start + len("e-mail")
                places.append((start, end, bit))
            elif end - start < LENGTH and stem_of(folded[start:end]) == whole:
                places.append((start, end, bit))
        start = folded.find(beginning, end)
    return places


def _best_passage(
    passages: Sequence[Passage], places: list[Place]
) -> tuple[Passage, int, list[Place]]:
    """Return the first passage with most distinct words, where it starts, and its places."""
    best, best_start, best_held, most = Passage(None, ""), 0, places[:0], 0
    start = number = 0
    for passage in passages:
        end = start + len(passage.text)
        first = number
        bits = 0
        while number < len(places) and places[number][0] < end:
            bits |= places[number][2]
            number += 1
        if bits.bit_count() > most or not best.text:
            best, best_start, best_held = passage, start, places[first:number]
            most = bits.bit_count()
        start = end + 1
    return best, best_start, best_held


def _densest(places: list[Place]) -> int:
    """Return where the stretch with most distinct words begins."""
    best, most = places[0][0], 0
    for first, (start, _, _) in enumerate(places):
        bits = 0
        for place, _, bit in places[first : first + _MOST_IN_STRETCH]:
            if place >= start + LENGTH - _LEAD:
                break
            bits |= bit
        if bits.bit_count() > most:
            best, most = start, bits.bit_count()
    return best


def _stretch(text: str, start: int, end: int, place: int) -> Span:
    """Return a stretch around a place between a start and an end, cut between words."""
    if end - start <= LENGTH:
        return start, end
    first = max(start, min(place - _LEAD, end - LENGTH))
    if first > start:
        first = text.find(" ", first, place) + 1 or first
    last = min(end, first + LENGTH)
    if last < end:
        cut = text.rfind(" ", first, last)
        last = cut if cut > place else last
    return first, last


def _fragments(text: str, places: list[Place], first: int, last: int) -> Iterator[Fragment]:
    """Yield a stretch of a text in fragments, hits apart, line breaks as spaces."""
    done = first
    for start, end, _ in places:
        if start < done or end > last:
            continue
        if start > done:
            yield Fragment(_on_one_line(text[done:start]))
        yield Fragment(_on_one_line(text[start:end]), hit=True)
        done = end
    if done < last:
        yield Fragment(_on_one_line(text[done:last]))


def _on_one_line(text: str) -> str:
    return _SPACES.sub(" ", text) if "\n" in text else text
