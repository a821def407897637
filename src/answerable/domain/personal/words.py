"""Words with a capital, in rows as they stand beside each other, and what each can be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from answerable.domain.personal.gazetteer import Gazetteer, folded

_CAPITALS = re.compile(r"(?<![^\W_])[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’\u2011-][^\W\d_]+)*")
PARTICLES = (
    "de|del|della|der|den|des|di|da|dos|das|du|la|le|van|von|vom|zu|ter|ten|bin|bint|binti|ibn|ben|al|el|ul|ur|ap|ab|ferch"
    "|y|ní|nic|mac|ó|st\\.?|e"
)
_GAP = re.compile(rf"\.?[ \u00a0](?:(?:{PARTICLES})[ \u00a0-]){{1,3}}|[ \u00a0]d['’]")
_NUMBER = re.compile(r"[ \u00a0]\d{2,6}[ \u00a0]")
_AND = (" and ", " & ")
_LONGEST_GAP = 16
_LONGEST_INITIALS = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word that begins with a capital, and what the lists say of it."""

    start: int
    end: int
    text: str
    plain: str
    gap: str = ""
    """What stands between it and the word before, if that is in the same row."""
    kinds: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_initial(self) -> bool:
        """Return whether it is one letter, or two in capitals."""
        return len(self.text) == 1

    @property
    def is_upper(self) -> bool:
        """Return whether all its letters are capitals."""
        return len(self.text) > 1 and self.text.isupper()

    def is_a(self, kind: str) -> bool:
        """Return whether a list of the gazetteer has it."""
        return kind in self.kinds


def rows_of_words(text: str, known: Gazetteer) -> Iterator[list[Word]]:
    """Yield rows of words with a capital that stand beside each other, with particles and initials between."""
    row: list[Word] = []
    for match in _CAPITALS.finditer(text):
        start, end = match.span()
        if not match[0][0].isupper():
            continue
        gap = text[row[-1].end : start] if row and start - row[-1].end <= _LONGEST_GAP else "\n"
        if row and not _joins(gap, row[-1].text):
            yield row
            row = []
        row.append(_word(match[0], start, end, gap if row else "", known))
    if row:
        yield row


def _joins(gap: str, before: str) -> bool:
    if gap in (" ", "\u00a0"):
        return True
    if gap in (". ", ".", ".\u00a0"):
        # An initial or a title: "J. Smith", "Mr. Smith"; else a sentence ends.
        return len(before) <= _LONGEST_INITIALS or before.lower() in _SHORT_TITLES
    return gap in _AND or bool(_GAP.fullmatch(gap) or _NUMBER.fullmatch(gap))


_SHORT_TITLES = frozenset(
    "mrs dr prof rev cllr sgt insp supt capt lt col maj gen hon revd messrs ch det cpl cdr chf asst".split()
)


def _word(text: str, start: int, end: int, gap: str, known: Gazetteer) -> Word:
    plain = folded(text)
    if text[-2:] in ("'s", "’s"):
        end -= 2
        text = text[:-2]
    return Word(start, end, text, plain, gap, _kinds(plain, known))


@lru_cache(maxsize=20_000)
def _kinds(plain: str, known: Gazetteer) -> frozenset[str]:
    kinds = {name for name in _LISTS if plain in getattr(known, name)}
    if "-" in plain and not kinds:
        kinds = _of_halves(plain, known)
    return frozenset(kinds)


def _of_halves(plain: str, known: Gazetteer) -> set[str]:
    """Return what a double word is: a name where one half is and no half is of an office."""
    halves = [one for one in plain.split("-") if one]
    kinds = set()
    for name in ("first", "surnames"):
        if any(one in getattr(known, name) and one not in known.words for one in halves):
            kinds.add(name)
    is_odd = [one in known.words or one in known.places or one in known.offices for one in halves]
    if not kinds and all(is_odd):
        kinds.add("offices" if any(one in known.offices for one in halves) else "words")
    return kinds


_LISTS = ("first", "surnames", "words", "places", "offices", "behind", "before", "common")
