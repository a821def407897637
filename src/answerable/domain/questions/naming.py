"""Whether words give away who asked: they are put to others, who must not know."""

import re

_SHORTEST_NAME = 4


def names_asker(words: str, *, name: str, address: str) -> bool:
    """Return whether some words hold the name or the address of whoever asked."""
    plain = _plain(words)
    if address.strip() and address.strip().casefold() in words.casefold():
        return True
    wanted = _plain(name)
    # "Jo" stands in "jobs done by Jo Bloggs Ltd": a name so short betrays nobody by itself.
    return len(wanted) >= _SHORTEST_NAME and f" {wanted} " in f" {plain} "


def _plain(text: str) -> str:
    """Return the letters and figures of a text in small letters, with single spaces between words."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
