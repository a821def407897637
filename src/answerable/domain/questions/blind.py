"""Take who asked out of a text: those who decide should not need to know (applicant-blind)."""

import re
from dataclasses import dataclass

MARK = "[the requester]"
_TITLES = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Lady)\.?\s+"
_SHORTEST_PART = 2


@dataclass(frozen=True, slots=True)
class Identity:
    """Who asked: their name, address and postal address, as far as they are known."""

    name: str = ""
    address: str = ""
    postal: str = ""


def blinded(text: str, identity: Identity) -> str:
    """Return a text without who asked: their address, their name, and lines that are parts of it.

    A part of a name inside a sentence stays: "May 2021" is a month though Ms May asks about it.
    """
    for pattern in _patterns(identity):
        text = pattern.sub(MARK, text)
    parts = {part.lower() for part in _parts(identity.name)}
    if not parts:
        return text
    return "\n".join(MARK if _is_signature(line, parts) else line for line in text.split("\n"))


def _patterns(identity: Identity) -> list[re.Pattern[str]]:
    words = [identity.address.strip(), " ".join(identity.postal.split())]
    parts = _parts(identity.name)
    found = [_loose(one.split()) for one in words if len(one) > _SHORTEST_PART]
    if len(parts) > 1:
        found += [_loose(parts), _loose([f"{parts[-1]},", *parts[:-1]])]
    if parts:
        found.append(rf"{_TITLES}{re.escape(parts[-1])}")
    return [re.compile(rf"(?<!\w){one}(?!\w)", re.IGNORECASE) for one in found]


def _loose(words: list[str]) -> str:
    """Return a pattern for words with any space between them, also a line break."""
    return r"\s+".join(map(re.escape, words))


def _parts(name: str) -> list[str]:
    return [part for part in re.split(r"[\s,]+", name) if len(part) >= _SHORTEST_PART]


def _is_signature(line: str, parts: set[str]) -> bool:
    """Return whether a line holds parts of the name and nothing else: "Jo", "J. Smith"."""
    words = [word.strip(".,") for word in line.split()]
    known = [word for word in words if word.lower() in parts]
    others = [word for word in words if word.lower() not in parts and len(word) > 1]
    return bool(known) and not others
