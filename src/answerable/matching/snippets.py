"""The passage of an entry that answers a search best, with the words that were looked for marked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.matching.asking import Asked

LENGTH = 240
_SHORTEST_STEM = 2


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of a passage; a hit is one of the words that were looked for."""

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Marker:
    """Finds the words of one search in texts."""

    stems: tuple[str, ...]
    pattern: re.Pattern[str] | None

    def marked(self, text: str) -> tuple[Fragment, ...]:
        """Return a text in fragments, hits apart."""
        if self.pattern is None:
            return (Fragment(text),)
        return tuple(_fragments(text, self.pattern))

    def best(
        self, passages: Sequence[tuple[str | None, str]]
    ) -> tuple[str | None, tuple[Fragment, ...]]:
        """Return the name of the passage that holds most of the words, and its best stretch, marked."""
        best_score, best_name, best_text, best_place = 0, None, "", 0
        for name, text in passages:
            score, place = self._weigh(text)
            if score > best_score:
                best_score, best_name, best_text, best_place = score, name, text, place
        if not best_score:
            first = next((text for _, text in passages if text), "")
            return None, (Fragment(_window(first, 0)),)
        return best_name, self.marked(_window(best_text, best_place))

    def _weigh(self, text: str) -> tuple[int, int]:
        """Count the distinct words that a text holds, and find the first of the rarest place."""
        lowered = text.lower()
        places = [place for stem in self.stems if (place := _find(lowered, stem)) >= 0]
        return len(places), min(places, default=0)


def marker(understood: Asked) -> Marker:
    """Return what marks the words of a search."""
    words = dict.fromkeys(
        [*understood.words, *(word for phrase in understood.phrases for word in phrase)]
    )
    # A stem may end in an i that stands for a y: "polici" is "policy" and "policies".
    stems = tuple(
        word[:-1] if word.endswith("i") and len(word) > _SHORTEST_STEM else word for word in words
    )
    if not stems:
        return Marker((), None)
    longest_first = sorted(stems, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\w*", re.IGNORECASE)
    return Marker(stems, pattern)


def _find(text: str, stem: str) -> int:
    place = text.find(stem)
    while place > 0 and text[place - 1].isalnum():
        place = text.find(stem, place + 1)
    return place


def _window(text: str, place: int) -> str:
    """Return a stretch of a text around a place, cut between words."""
    flat = text if len(text) <= LENGTH else ""
    if flat:
        return " ".join(flat.split())
    start = max(0, place - LENGTH // 3)
    if start:
        start = text.find(" ", start) + 1 or start
    end = min(len(text), start + LENGTH)
    if end < len(text):
        end = text.rfind(" ", start, end) if " " in text[start:end] else end
    words = " ".join(text[start:end].split())
    return f"{'… ' if start else ''}{words}{' …' if end < len(text) else ''}"


def _fragments(text: str, pattern: re.Pattern[str]) -> Iterator[Fragment]:
    place = 0
    for found in pattern.finditer(text):
        if found.start() > place:
            yield Fragment(text[place : found.start()])
        yield Fragment(found.group(), hit=True)
        place = found.end()
    if place < len(text):
        yield Fragment(text[place:])
