"""A framework is data: criteria, sub-criteria, elements, levels, the cycle of rounds, and what a round needs."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from answerable.domain.measures.declarations import Misdeclared, built


@dataclass(frozen=True, slots=True)
class Level:
    """How well an element is met. `also` are other words that reports have for it; `cy` is its name in Welsh.

    The levels of a framework stand best first; `is_met` says whether an element at it counts as met.
    """

    key: str
    name: str
    cy: str
    is_met: bool
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """The widest part of a framework: its number ("4"), and its name in English and Welsh."""

    number: str
    name: str
    cy: str


@dataclass(frozen=True, slots=True)
class SubCriterion:
    """A part of a criterion: its number ("4.1"), and its name in English and Welsh."""

    number: str
    name: str
    cy: str


@dataclass(frozen=True, slots=True)
class Element:
    """What is judged: its number ("4.1.2"), what it asks, and what may show that it is met.

    `unsure` says why its number or its place was not verified; nothing where it was.
    """

    number: str
    name: str
    cy: str
    shown_by: str
    unsure: str = ""

    @property
    def criterion(self) -> str:
        """Return the number of its criterion."""
        return self.number.split(".")[0]

    @property
    def sub_criterion(self) -> str:
        """Return the number of its sub-criterion."""
        return self.number.rsplit(".", 1)[0]


@dataclass(frozen=True, slots=True)
class RoundKind:
    """A round of the cycle, by the year in which it comes (0 is the first); `also` are other words of reports."""

    key: str
    name: str
    cy: str
    year: int
    also: tuple[str, ...] = ()


class Part(StrEnum):
    """Of what a limit counts the elements."""

    STANDARD = "standard"
    CRITERION = "criterion"


@dataclass(frozen=True, slots=True)
class Limit:
    """How many elements at a level a round may hold: at most a per cent of a part, rounded down.

    `is_verified` says whether the number was checked against what the certifying bodies publish, and `source` where.
    """

    level: str
    part: Part
    most_per_cent: int
    is_verified: bool
    source: str


@dataclass(frozen=True, slots=True)
class Framework:
    """A standard as data. `version` changes with what it says; `years` is the length of its cycle."""

    key: str
    name: str
    cy: str
    version: str
    source: str
    years: int
    levels: tuple[Level, ...]
    rounds: tuple[RoundKind, ...]
    limits: tuple[Limit, ...]
    criteria: tuple[Criterion, ...]
    sub_criteria: tuple[SubCriterion, ...]
    elements: tuple[Element, ...]

    def element(self, number: str) -> Element | None:
        """Return an element by its number; None if there is none."""
        return next((one for one in self.elements if one.number == number), None)

    def level(self, key: str) -> Level | None:
        """Return a level by its key; None if there is none."""
        return next((one for one in self.levels if one.key == key), None)

    def level_named(self, words: str) -> Level | None:
        """Return the level that words of a report mean, whatever their capitals; None if they mean none."""
        said = " ".join(words.lower().split())
        for level in self.levels:
            if said in {level.key, *(one.lower() for one in (level.name, level.cy, *level.also))}:
                return level
        return None

    def round_named(self, words: str) -> RoundKind | None:
        """Return the kind of round that words of a report mean, whatever their capitals; None if they mean none."""
        said = " ".join(words.lower().split())
        for kind in self.rounds:
            if said in {kind.key, *(one.lower() for one in (kind.name, kind.cy, *kind.also))}:
                return kind
        return None

    def elements_of(self, number: str) -> tuple[Element, ...]:
        """Return the elements of a criterion or of a sub-criterion, by its number."""
        return tuple(one for one in self.elements if one.number.startswith(f"{number}."))


def framework_of(data: Mapping[str, Any]) -> Framework:
    """Return a framework from the data of its file (TOML or JSON).

    :raises Misdeclared: if a word is unknown, missing or has another type, or if its parts do not fit together.
    """
    framework = built(Framework, data, "framework")
    for problem in _problems(framework):
        raise Misdeclared(f"framework: {problem}")
    return framework


def _problems(framework: Framework) -> Iterator[str]:
    """Yield what does not fit together, in one sentence each."""
    yield from _repeated("level", [one.key for one in framework.levels])
    yield from _repeated("round", [one.key for one in framework.rounds])
    parts = (framework.criteria, framework.sub_criteria, framework.elements)
    yield from _repeated("number", [one.number for part in parts for one in part])
    criteria = {one.number for one in framework.criteria}
    sub_criteria = {one.number for one in framework.sub_criteria}
    for sub in framework.sub_criteria:
        if sub.number.rsplit(".", 1)[0] not in criteria:
            yield f"sub-criterion {sub.number} belongs to no criterion: add it, or change the number"
    for element in framework.elements:
        if element.sub_criterion not in sub_criteria:
            yield f"element {element.number} belongs to no sub-criterion: add it, or change the number"
    if not framework.elements or not framework.levels:
        yield "there are no elements or no levels: write at least one of each"
    for limit in framework.limits:
        if framework.level(limit.level) is None:
            yield f"a limit names the level {limit.level!r}, and there is none"


def _repeated(what: str, keys: list[str]) -> Iterator[str]:
    for key, count in Counter(keys).items():
        if count > 1:
            yield f"the {what} {key!r} is there {count} times: write it once"


@cache
def known_frameworks() -> Mapping[str, Framework]:
    """Return the frameworks that come with the product, by their key."""
    folder = resources.files(__package__)
    files = sorted(one.name for one in folder.iterdir() if one.name.endswith(".toml"))
    read = (framework_of(tomllib.loads(folder.joinpath(one).read_text("utf-8"))) for one in files)
    return {one.key: one for one in read}


def known_framework(key: str) -> Framework:
    """Return a framework that comes with the product.

    :raises KeyError: if there is none of that key.
    """
    return known_frameworks()[key]
