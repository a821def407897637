"""Take who asked out of a text: those who decide should not need to know (applicant-blind)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from answerable.domain.questions.spelling import Spelling, plain, spelled, spelling_of

MARK = "[the requester]"
_SHORTEST_NAME = 3
_SHORTEST_PART = 2
_FEWEST_PARTS = 2
_TITLES = "mr mrs ms miss mx dr prof sir dame lady".split()
_MOST_CONTACTS, _LONGEST_CONTACT = 10, 80
_SIGNED = re.compile(rf"(?:[\w'’]+[ ,]+){{0,4}}{re.escape(MARK)}[.,]?")
"""A line that ends with who asked, perhaps after a greeting: "Yours sincerely, [the requester]"."""
_ASKS = re.compile(r"\?|^\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]\s|^[-*•]\s")
"""A question, or the mark of a list: what is asked stays, wherever it stands."""
_BETWEEN_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who asked: their name, address and postal address, as far as they are known."""

    name: str = ""
    address: str = ""
    postal: str = ""


def blinded(text: str, identity: Identity) -> str:
    """Return a text without who asked: address, name in each of its forms, and lines of its parts.

    A part of a name inside a sentence stays: "May 2021" is a month though Ms May asks about it. With a
    signature go the lines below it, for people write there where they live and how they are rung up.
    """
    said, parts, last = _looked_for(identity)
    # Most texts name nobody: a list of a hundred thousand titles has no time for a closer look.
    folded = _folded(text)
    if not any(word in folded for word in last):
        return text
    text = without_names(text, said)
    if not parts:
        return text
    lines = [MARK if _is_signature(line, parts) else line for line in text.split("\n")]
    return "\n".join(_without_contacts(lines))


def blinded_file(name: str, identity: Identity) -> str:
    """Return a file's name, or what is left of one that names who asked: people call files by their names.

    Between the words of a name there may stand anything: "jane_doe-cv.pdf" names Jane Doe.
    """
    # An accent that stands by itself is no letter: it would part a word in two.
    stem, _, ending = unicodedata.normalize("NFC", name).rpartition(".")
    words = _BETWEEN_WORDS.sub(" ", stem or ending)
    said = [_BETWEEN_WORDS.sub(" ", one) for one in (identity.address, *forms_of(identity.name))]
    joined = ["".join(one.split()) for one in said]
    is_blind = name == blinded(name, identity) and words == blinded(words, identity)
    if is_blind and words == without_names(words, (*said, *joined)):
        return name
    return f"{MARK}.{ending}" if stem else MARK


def names_requester(text: str, identity: Identity) -> bool:
    """Return whether a text gives away who asked."""
    return blinded(text, identity) != text


def without_names(text: str, names: Iterable[str]) -> str:
    """Return a text without some names and addresses, in capitals or not, however they are spaced."""
    spelling = _spelling(tuple(names))
    return spelling.sub(MARK, text) if spelling and text else text


def forms_of(name: str) -> tuple[str, ...]:
    """Return a name as letters are signed with it: whole, first and last, initials, with a title.

    One word of it alone is left: it is an ordinary word too often (Brown, Day, Law).
    """
    parts = _parts(_in_order(name))
    if len(parts) < _FEWEST_PARTS:
        return tuple(_titled(parts))
    *first, last = parts
    initials = [one[0] for one in first]
    forms = [
        name.strip(),
        " ".join(parts),
        f"{first[0]} {last}",
        f"{last}, {' '.join(first)}",
        f"{last}, {first[0]}",
        *(f"{initials[0]}{mark} {last}" for mark in ("", ".")),
        *(f"{mark.join(initials)}{mark} {last}" for mark in ("", ".")),
        *_titled([last]),
    ]
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=1_000)
def _looked_for(identity: Identity) -> tuple[tuple[str, ...], frozenset[str], frozenset[str]]:
    """Return what is looked for, the parts of the name, and the last word of each: without it, none is there."""
    said = (identity.address, identity.postal, *forms_of(identity.name))
    parts = frozenset(_folded(part) for part in _parts(identity.name))
    names = (*said, *(part for part in parts if len(part) >= _SHORTEST_PART))
    last = frozenset(words[-1] for one in names if (words := _folded(one).split()))
    return said, parts, last


def _folded(text: str) -> str:
    return plain(text).casefold()


def _without_contacts(lines: list[str]) -> Iterator[str]:
    """Yield lines without those that stand right below a signature and say nothing that is asked."""
    left = 0
    for line in lines:
        if left and _is_contact(line):
            left -= 1
            continue
        if MARK not in line:
            left = 0
        elif _SIGNED.fullmatch(line.strip()):
            left = _MOST_CONTACTS
        yield line


def _is_contact(line: str) -> bool:
    said = line.strip()
    if not said or MARK in said:
        return False
    return len(said) <= _LONGEST_CONTACT and not _ASKS.search(said)


def _titled(parts: list[str]) -> list[str]:
    return [f"{title}{mark} {part}" for part in parts for title in _TITLES for mark in ("", ".")]


def _in_order(name: str) -> str:
    """Return a name with its first names first: "Doe, Jane" is Jane Doe."""
    last, comma, first = name.partition(",")
    return f"{first} {last}".strip() if comma else name.strip()


def _parts(name: str) -> list[str]:
    parts = [part for part in re.split(r"[\s,]+", name) if part]
    return [part for part in parts if part.strip(".").lower() not in _TITLES]


@lru_cache(maxsize=1_000)
def _spelling(names: tuple[str, ...]) -> Spelling | None:
    # The longest first: the name is part of the address, and of the name with its title.
    known = sorted({name.strip() for name in names}, key=len, reverse=True)
    return spelling_of(spelled(one) for one in known if len(plain(one).strip()) >= _SHORTEST_NAME)


def _is_signature(line: str, parts: frozenset[str]) -> bool:
    """Return whether a line holds parts of the name and nothing else: "Jo", "J. Smith"."""
    words = [_folded(word).strip(".,") for word in line.split()]
    known = [word for word in words if len(word) >= _SHORTEST_PART and word in parts]
    others = [word for word in words if word not in parts and len(word) > 1]
    return bool(known) and not others
