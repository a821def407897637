"""What was taken out of a file, and which of it can be searched for in the bytes of what is made."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from answerable.inspecting.redacting.words import evened

SHORTEST, SHORTEST_OF_MANY, FEW = 4, 6, 50
"""Letters and digits of words that are searched for in bytes; longer ones where they are many.

Four signs stand somewhere in a megabyte of packed bytes by chance once in a few hundred words.
"""

_WORD = re.compile(r"\w[\w'\u2019-]*\w|\w")


@dataclass(slots=True)
class Withheld:
    """Texts that were taken out, texts that stay, the marks (from 0) that met something, and how many labels stand."""

    taken: dict[str, None] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    met: set[int] = field(default_factory=set)
    labels: int = 0

    def take(self, text: str, marks: Iterable[int]) -> None:
        """Note that a text went for some marks, and one label stands in its place."""
        self.met.update(marks)
        self.labels += 1
        if text.strip():
            self.taken[text] = None

    def keep(self, text: str) -> None:
        """Note that a text stays."""
        self.kept.add(text)

    def sought(self) -> "Sweepable":
        """Return what has to be nowhere in the new files, and what cannot be told from what stays in them."""
        kept_words = {word for one in self.kept for word in _words(one)}
        kept_text = "\n".join(evened(one).text for one in self.kept)
        least = SHORTEST if len(self.taken) <= FEW else SHORTEST_OF_MANY
        sought: dict[str, None] = {}
        alone = 0
        for one in self.taken:
            own = [word for word in _words(one) if _is_traced(word, kept_words, least)]
            if not own and _signs(one) >= least and evened(one).text.strip() not in kept_text:
                own = [one.strip()]
            sought.update(dict.fromkeys(own))
            alone += not own
        return Sweepable(tuple(sought), alone)


@dataclass(frozen=True, slots=True)
class Sweepable:
    """Words that must leave no trace in bytes, and how many texts have none, being too short or common."""

    words: tuple[str, ...]
    others: int


def _words(text: str) -> list[str]:
    return _WORD.findall(evened(text).text)


def _is_traced(word: str, kept: set[str], least: int) -> bool:
    return _signs(word) >= least and word not in kept


def _signs(text: str) -> int:
    return sum(sign.isalnum() for sign in text)
