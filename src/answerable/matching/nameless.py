"""Texts without the names of who asked: those who decide should not need to know."""

import re
from collections.abc import Iterable
from functools import lru_cache

_THE_REQUESTER = "[the requester]"
_SHORTEST_NAME = 3
_TITLES = "mr mrs ms miss mx dr prof sir dame".split()
_FEWEST_PARTS = 2


def nameless(text: str, names: Iterable[str]) -> str:
    """Return a text without names and addresses, in capitals or not, however they are spaced."""
    pattern = _pattern(tuple(names))
    return pattern.sub(_THE_REQUESTER, text) if pattern and text else text


def without_asker(text: str, *, name: str, address: str) -> str:
    """Return a text without the name and the address of who asked, as letters are signed with them."""
    last = (_in_order(name).split() or [""])[-1].casefold()
    folded = text.casefold()
    # Every form of a name holds its last word: most texts need no closer look.
    if not any(one and one in folded for one in (last, address.casefold())):
        return text
    return nameless(text, (*forms_of(name), address))


def forms_of(name: str) -> tuple[str, ...]:
    """Return a name as letters are signed with it: whole, first and last, initials, with a title.

    A last name alone is left: it is an ordinary word too often (Brown, Day, Law).
    """
    named = _in_order(name).split()
    parts = [one for one in named if one.strip(".").lower() not in _TITLES]
    if len(parts) < _FEWEST_PARTS:
        return (name.strip(),) if name.strip() else ()
    *first, last = parts
    initials = [one[0] for one in first]
    forms = [
        name.strip(),
        " ".join(parts),
        f"{first[0]} {last}",
        f"{last}, {first[0]}",
        *(f"{initials[0]}{mark} {last}" for mark in ("", ".")),
        *(f"{mark.join(initials)}{mark} {last}" for mark in ("", ".")),
        *(f"{title}{mark} {last}" for title in _TITLES for mark in ("", ".")),
    ]
    return tuple(dict.fromkeys(forms))


def _in_order(name: str) -> str:
    """Return a name with its first names first: "Doe, Jane" is Jane Doe."""
    last, comma, first = name.partition(",")
    return f"{first} {last}".strip() if comma else name.strip()


@lru_cache(maxsize=1_000)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    # The longest first: the name is part of the address, and of the name with its title.
    known = sorted({name.strip() for name in names}, key=len, reverse=True)
    patterns = [
        r"\s+".join(map(re.escape, name.split())) for name in known if len(name) >= _SHORTEST_NAME
    ]
    if not patterns:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.I)
