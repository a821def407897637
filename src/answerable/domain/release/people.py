"""People whom the office knows, and the ways in which their names are written."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev pc dc ds di dci dsupt ps sgt insp ch supt cllr".split()
)
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody whom the office knows: a name, and what else leads to them, as addresses and numbers."""

    name: str
    signs: tuple[str, ...] = ()


def ways_to_write(person: KnownPerson) -> tuple[str, ...]:
    """Return in which ways a person may be named in a file, the whole name first, each once.

    "Dr Ann B. Quill" is "Ann B Quill", "Ann Quill", "Quill, Ann", "A Quill", "Quill A", "ann.quill", and "Quill",
    unless the surname is shorter than four letters: then it stands in too many other words.
    """
    return tuple(dict.fromkeys(_ways(person)))


def surnames(people: Iterable[KnownPerson]) -> tuple[str, ...]:
    """Return the last words of names, each once."""
    found = (_words(one.name) for one in people)
    return tuple(dict.fromkeys(words[-1] for words in found if words))


def _ways(person: KnownPerson) -> Iterator[str]:
    yield from (one for one in person.signs if one.strip())
    words = _words(person.name)
    if not words:
        return
    yield " ".join(words)
    last = words[-1]
    if len(words) > 1:
        first = words[0]
        for one in dict.fromkeys((first, first[0])):
            yield f"{one} {last}"
            yield f"{last}, {one}"
            yield f"{last} {one}"
        yield f"{first[0]}. {last}"
        yield f"{first}.{last}"
        yield f"{first}_{last}"
    if len(last) >= _SHORTEST:
        yield last


def _words(name: str) -> list[str]:
    """Return the words of a name without titles and full stops."""
    words = [one.strip(".,") for one in re.split(r"\s+", name.strip())]
    return [one for one in words if one and one.casefold() not in _TITLES]
