"""Words that are sought in a text, however it is broken into lines, spaced or spelt."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_PASSED_OVER = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff\ufffe\ufffd\x00-\x08\x0e-\x1f]")
_BREAK = r"(?:[-\u2010\u2011]?\s+|[-\u2010\u2011])?"
_SPACE = r"[\s\-\u2010\u2011]*"
_SHORTEST_SPREAD = 4


@dataclass(frozen=True, slots=True)
class Even:
    """A text without what makes one spelling differ from another, and where each sign of it came from."""

    text: str
    cased: str
    origins: Sequence[int]


def evened(text: str) -> Even:
    """Return a text with ligatures, accents and capitals made plain, and each sign's place in what it was."""
    if text.isascii() and not _PASSED_OVER.search(text):
        return Even(text.lower(), text, range(len(text)))
    signs: list[str] = []
    cased: list[str] = []
    origins: list[int] = []
    for at, sign in enumerate(text):
        for one in unicodedata.normalize("NFKD", sign):
            if unicodedata.combining(one) or _PASSED_OVER.match(one):
                continue
            for folded in one.casefold():
                signs.append(folded)
                cased.append(one)
                origins.append(at)
    return Even("".join(signs), "".join(cased), origins)


@dataclass(frozen=True, slots=True)
class Sought:
    """Words that are sought, whole: not within longer words, however the text between them is spaced."""

    words: tuple[str, ...] = ()
    patterns: tuple[re.Pattern[str], ...] = ()

    def found(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield from where to where the words stand in a text, whichever of them."""
        return self.found_in(evened(text)) if self.patterns else iter(())

    def found_in(self, even: Even) -> Iterator[tuple[int, int]]:
        """Yield from where to where the words stand in a text that is even already."""
        for pattern in self.patterns:
            for match in pattern.finditer(even.text):
                if _is_whole(even, match.start(), match.end()):
                    yield even.origins[match.start()], even.origins[match.end() - 1] + 1

    def is_in(self, text: str) -> bool:
        """Return whether any of the words stands in a text."""
        return any(True for _ in self.found(text))

    def without(self, text: str, label: str) -> str:
        """Return a text with a label in place of each of the words."""
        at, parts = 0, []
        for start, end in _together(self.found(text)):
            parts += [text[at:start], label]
            at = end
        return "".join([*parts, text[at:]])


def _together(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches with those as one that have signs in common."""
    together: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if together and start < together[-1][1]:
            together[-1] = together[-1][0], max(end, together[-1][1])
        else:
            together.append((start, end))
    return together


def sought(words: Iterable[str]) -> Sought:
    """Return words that are sought, each once, without those that say nothing."""
    kept = tuple(dict.fromkeys(one.strip() for one in words if evened(one).text.strip()))
    return Sought(kept, tuple(re.compile(_pattern(one)) for one in kept))


def _pattern(words: str) -> str:
    parts = evened(words).text.split()
    return _SPACE.join(_spread(part) for part in parts)


def _spread(part: str) -> str:
    between = _BREAK if len(part) >= _SHORTEST_SPREAD else ""
    return between.join(re.escape(sign) for sign in part)


def _is_whole(even: Even, start: int, end: int) -> bool:
    return _is_edge(even.cased, start) and _is_edge(even.cased, end)


def _is_edge(text: str, at: int) -> bool:
    """Return whether a word may begin or end at a place: extractors join words, so that a capital begins one, too."""
    if at in (0, len(text)):
        return True
    before, after = text[at - 1], text[at]
    if not (before.isalnum() and after.isalnum()):
        return True
    return (before.islower() and after.isupper()) or before.isdigit() != after.isdigit()
