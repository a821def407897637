"""How much of each kind the finder was measured to find, and where it is weak: shown beside what it found."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from answerable.domain.personal.kinds import PersonalKind


@dataclass(frozen=True, slots=True)
class Measured:
    """Of `there` that stood in the texts, `found` and `whole` are percent that were found, and found to the letter.

    Of `told` that it called so, `right` were.
    """

    there: int
    found: int
    whole: int
    right: int
    told: int


@dataclass(frozen=True, slots=True)
class _Figures:
    kinds: Mapping[PersonalKind, Measured]
    contexts: Mapping[str, int]
    origins: Mapping[str, int]


def measured(kind: PersonalKind) -> Measured | None:
    """Return how a kind was measured; None if it was not."""
    return _figures().kinds.get(kind)


def weak_contexts() -> Mapping[str, int]:
    """Return how many percent of names are found where they are hard to tell: alone, in capitals, in small letters."""
    return _figures().contexts


def origins() -> Mapping[str, int]:
    """Return how many percent of names are found by where they are from."""
    return _figures().origins


def weakness(kind: PersonalKind) -> str:
    """Return what the finder was measured to miss of a kind, in sentences for whoever decides about it."""
    one = measured(kind)
    if one is None:
        return "How much of this the finder misses was not measured: look for it yourself."
    said = (
        f"Of {one.there} in texts that its rules had not seen, the finder found {one.found} %, and {one.right} of "
        f"{one.told} that it called so were right."
    )
    return f"{said} {_of_names()}" if kind is PersonalKind.NAME else said


def _of_names() -> str:
    *others, last = (f"{share} % of {_WORDS[one]}" for one, share in weak_contexts().items())
    worst, least = min(origins().items(), key=lambda one: one[1])
    return (
        f"It finds only {', '.join(others)} and {last}, and {worst} names less often than others ({least} %). "
        "Look for those yourself."
    )


_WORDS = {
    "surname alone": "surnames that stand alone",
    "first name alone": "first names that stand alone",
    "ALL CAPITALS": "names in capitals",
    "small letters": "names in small letters",
}


@cache
def _figures() -> _Figures:
    text = resources.files(__package__).joinpath("measured.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    kinds = {PersonalKind(name): Measured(**row) for name, row in data["kinds"].items()}
    return _Figures(kinds, data["contexts"], data["origins"])
