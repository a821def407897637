"""The bytes as which words may stand in a file."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ahocorasick_rs import BytesAhoCorasick

LONG = 8
"""Letters from which words are found within longer ones, too: shorter ones stand in too many by chance."""

_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Needle:
    """Bytes to look for: of which words, how they are written, and the bytes that one letter takes.

    `alone` says that no letter may stand before or behind it.
    """

    sought: int
    encoding: str
    width: int
    alone: bool


@dataclass(frozen=True, slots=True)
class Haystacks:
    """What to look for in bytes as they are, in readable text, and in text without its blanks."""

    raw: "Needles"
    text: "Needles"
    squeezed: "Needles"


class Needles:
    """Many needles that are looked for at once."""

    def __init__(self, needles: Iterable[tuple[bytes, Needle]]) -> None:
        """Take them in; equal bytes may mean several things."""
        self._meant: dict[bytes, list[Needle]] = {}
        for pattern, needle in needles:
            meant = self._meant.setdefault(pattern, [])
            if needle not in meant:
                meant.append(needle)
        self._patterns = list(self._meant)
        self._automaton = BytesAhoCorasick(self._patterns) if self._patterns else None

    def found_in(self, lowered: bytes) -> Iterator[Needle]:
        """Yield what is in bytes whose Latin letters are small."""
        if self._automaton is None:
            return
        found = self._automaton.find_matches_as_indexes(lowered, overlapping=True)
        for index, start, end in found:
            for needle in self._meant[self._patterns[index]]:
                if not needle.alone or _is_alone(lowered, start, end, needle):
                    yield needle


def haystacks(sought: Sequence[str]) -> Haystacks:
    """Return what to look for, for words that are sought; those without a letter or digit are none."""
    words = [
        (number, text) for number, one in enumerate(sought) if _LETTER.search(text := plain(one))
    ]
    return Haystacks(
        raw=Needles(each for number, text in words for each in _raw(number, text)),
        text=Needles(each for number, text in words for each in _readable(number, text)),
        squeezed=Needles(each for number, text in words for each in _squeezed(number, text)),
    )


def plain(text: str) -> str:
    """Return words with one blank between them, and their letters in one piece each."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _spellings(text: str) -> Iterator[str]:
    """Yield words as they may be spelled: with small, capital, split and plain letters."""
    bare = "".join(
        one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one)
    )
    for one in (text, bare):
        yield from (one, one.lower(), one.upper(), one.title())
    yield unicodedata.normalize("NFD", text.lower())


def _readable(number: int, text: str) -> Iterator[tuple[bytes, Needle]]:
    for one in _spellings(text):
        for coded in (one.encode(), one.encode("cp1252", "ignore")):
            if coded:
                yield coded.lower(), Needle(number, "text", 1, alone=len(text) < LONG)


def _squeezed(number: int, text: str) -> Iterator[tuple[bytes, Needle]]:
    """Yield words without their blanks, if they are long enough not to arise by chance."""
    for one in _spellings(text):
        without = "".join(one.split())
        if len(without) >= LONG:
            yield without.encode().lower(), Needle(number, "text", 1, alone=False)


def _raw(number: int, text: str) -> Iterator[tuple[bytes, Needle]]:
    alone = len(text) < LONG
    for one in _spellings(text):
        yield one.encode().lower(), Needle(number, "UTF-8", 1, alone)
        if windows := one.encode("cp1252", "ignore"):
            yield windows.lower(), Needle(number, "Windows", 1, alone)
        for encoding in ("utf-16-le", "utf-16-be"):
            yield one.encode(encoding).lower(), Needle(number, "UTF-16", 2, alone)


def _is_alone(lowered: bytes, start: int, end: int, needle: Needle) -> bool:
    """Return whether neither before nor behind a place there stands a letter or digit."""
    reach = 4 if needle.width == 1 else needle.width
    before, behind = lowered[max(0, start - reach) : start], lowered[end : end + reach]
    if needle.width > 1:
        # Of the two bytes of a letter that is told apart here, one is nothing.
        before, behind = before.replace(b"\0", b""), behind.replace(b"\0", b"")
    sides = before.decode(errors="ignore")[-1:], behind.decode(errors="ignore")[:1]
    return not any(map(str.isalnum, sides))
