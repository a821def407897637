"""Samples of what was found that show its shape, and not what it says."""

import re

_LONGEST = 40
_HIDDEN = re.compile(r"(?<=\w)[^\W_]|\d")
# Signs without a shape of their own can spell what they are put behind something for.
_SELECTORS = re.compile("[\u180b-\u180d\ufe00-\ufe0f\U000e0100-\U000e01ef]+")


def masked(text: str) -> str:
    """Return the first letters of a text's words, with a dot for each other letter and each digit.

    So that "Jo Bloggs, 21" is shown as "J• B•••••, ••": whoever put it there knows it again.
    """
    words = " ".join(text[: 4 * _LONGEST].split())
    short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    return _HIDDEN.sub("•", printable(short))


def printable(text: str) -> str:
    """Return a text with a mark in the place of each sign that cannot be printed."""
    said = _SELECTORS.sub("�", text)
    return "".join(sign if sign.isprintable() else "�" for sign in said)
