"""Words of a file among which others are looked for, in time that is bounded however many those are."""

from collections.abc import Iterable

_BETWEEN = "\0"
"""Stands between two texts and in none: words that run from the end of one to the start of another stand nowhere."""

MOST_LETTERS = 5_000_000_000
"""So many letters are gone through in all, which takes a few seconds: whatever is asked for after that is not found."""


class Standing:
    """Words that a file shows, or of which something is told."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take them in; white space around them does not count."""
        self._whole = frozenset(one.strip() for one in texts)
        self._together = _BETWEEN.join(self._whole)
        self._left = MOST_LETTERS

    def have(self, words: str) -> bool:
        """Return whether some words stand there by themselves or within others."""
        sought = words.strip()
        if sought in self._whole:
            return True
        self._left -= len(self._together)
        return self._left > 0 and sought in self._together
