"""Hints: what a pattern cannot match without, looked for first since that takes a twentieth of the time."""

import re
from collections.abc import Collection


def has_any(text: str, hints: tuple[str, ...]) -> bool:
    """Return whether a text holds one of some words or signs."""
    for hint in hints:  # noqa: SIM110 a generator takes three times as long, and this is asked most of all
        if hint in text:
            return True
    return False


def beginnings(words: Collection[str]) -> str:
    """Return the pattern of any of some words, none of which begins with another: letter by letter, so that few are tried."""
    rest: dict[str, set[str]] = {}
    for word in words:
        rest.setdefault(word[0], set()).add(word[1:])
    return "|".join(
        re.escape(first) + (f"(?:{beginnings(more)})" if len(more) > 1 else re.escape(*more))
        for first, more in sorted(rest.items())
    )
