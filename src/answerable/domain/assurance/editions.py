"""What a new edition of a framework changes: elements, levels, rounds and limits, beside the edition before it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from answerable.domain.assurance.frameworks import (
    Criterion,
    Element,
    Framework,
    Level,
    RoundKind,
    SubCriterion,
)


@dataclass(frozen=True, slots=True)
class EditionChanges:
    """Elements that are new, that are gone, and whose name is another (as it was, as it is); the rest in sentences."""

    added: tuple[Element, ...]
    gone: tuple[Element, ...]
    renamed: tuple[tuple[Element, Element], ...]
    others: tuple[str, ...]

    @property
    def is_none(self) -> bool:
        """Return whether nothing is changed that anybody sees."""
        return not (self.added or self.gone or self.renamed or self.others)


def edition_changes(before: Framework, now: Framework) -> EditionChanges:
    """Return what another edition changes; elements are the same if they have the same number."""
    was = {one.number: one for one in before.elements}
    held = {one.number: one for one in now.elements}
    return EditionChanges(
        added=tuple(one for one in now.elements if one.number not in was),
        gone=tuple(one for one in before.elements if one.number not in held),
        renamed=tuple(
            (was[one.number], one)
            for one in now.elements
            if one.number in was and was[one.number].name != one.name
        ),
        others=tuple(_others(before, now)),
    )


def _others(before: Framework, now: Framework) -> Iterator[str]:
    if before.name != now.name:
        yield f"The standard is called {now.name}, and was called {before.name}"
    if before.version != now.version:
        yield f"The edition is {now.version}, and was {before.version}"
    parts = (
        ("Criterion", _names(before.criteria), _names(now.criteria)),
        ("Sub-criterion", _names(before.sub_criteria), _names(now.sub_criteria)),
        ("Level", _keys(before.levels), _keys(now.levels)),
        ("Round", _keys(before.rounds), _keys(now.rounds)),
    )
    for what, was, held in parts:
        yield from _changed(what, was, held)
    if [one.key for one in before.levels if now.level(one.key)] != [
        one.key for one in now.levels if before.level(one.key)
    ]:
        yield "Levels stand in another order: what is better than what is not what it was"
    for level in now.levels:
        earlier = before.level(level.key)
        if earlier and earlier.is_met is not level.is_met:
            counts = "counts" if level.is_met else "does not count"
            yield f"An element at {level.name} {counts} as met"
    if before.years != now.years:
        yield f"The cycle is of {now.years} years, and was of {before.years}"
    if before.limits != now.limits:
        yield f"The limits of a round are others: {len(now.limits)}, and there were {len(before.limits)}"


def _changed(what: str, was: Mapping[str, str], held: Mapping[str, str]) -> Iterator[str]:
    for key, name in held.items():
        if key not in was:
            yield f"{what} {key} is new: {name}"
        elif was[key] != name:
            yield f"{what} {key} is called {name}, and was called {was[key]}"
    for key, name in was.items():
        if key not in held:
            yield f"{what} {key} is gone: {name}"


def _names(parts: Iterable[Criterion | SubCriterion]) -> dict[str, str]:
    return {one.number: one.name for one in parts}


def _keys(parts: Iterable[Level | RoundKind]) -> dict[str, str]:
    return {one.key: one.name for one in parts}
