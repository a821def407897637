"""Hints: what a pattern cannot match without, looked for first since that takes a twentieth of the time."""

import re
from collections.abc import Collection, Sequence
from itertools import takewhile


def has_any(text: str, hints: tuple[str, ...]) -> bool:
    """Return whether a text holds one of some words or signs."""
    for hint in hints:  # noqa: SIM110 a generator takes three times as long, and this is asked most of all
        if hint in text:
            return True
    return False


def beginnings(words: Collection[str]) -> str:
    """Return the pattern of any of some words, none of which begins with another: letter by letter, so that few are tried."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(words):
        by_first.setdefault(word[0], []).append(word)
    return "|".join(map(_beginning, by_first.values()))


def _beginning(words: Sequence[str]) -> str:
    # In their order, what the first and the last have in common all between them have.
    both = takewhile(lambda pair: pair[0] == pair[1], zip(words[0], words[-1], strict=False))
    shared = "".join(letter for letter, _ in both)
    rest = [word.removeprefix(shared) for word in words]
    return re.escape(shared) + (f"(?:{beginnings(rest)})" if len(rest) > 1 else "")
