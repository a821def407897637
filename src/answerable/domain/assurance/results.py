"""What a round of assessment gave each element, and what changed since the round before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from answerable.domain.assurance.frameworks import Framework, Level


class RoundRefused(ValueError):
    """Results cannot be those of a round of this framework; the message says all that is wrong."""


@dataclass(frozen=True, slots=True)
class Result:
    """The level of an element in a round; `is_inferred` where no text says it, such as all that a report passes over."""

    element: str
    level: str
    is_inferred: bool = False


class Change(StrEnum):
    """How a level stands to the one in the round before."""

    UP = "better"
    SAME = "the same"
    DOWN = "worse"
    NEW = "new"


def check_results(framework: Framework, results: Sequence[Result]) -> None:
    """Do nothing if each result is of an element and a level of the framework, and no element has two levels.

    :raises RoundRefused: if not, naming everything that is wrong.
    """
    problems = list(_problems(framework, results))
    if problems:
        raise RoundRefused("; ".join(problems))


def _problems(framework: Framework, results: Sequence[Result]) -> Iterator[str]:
    given: dict[str, Level] = {}
    for one in results:
        level = framework.level(one.level)
        if framework.element(one.element) is None:
            yield f"{framework.name} has no element {one.element}"
        elif level is None:
            yield f"{framework.name} has no level {one.level!r} (element {one.element})"
        elif (before := given.setdefault(one.element, level)) != level:
            yield f"element {one.element} is given twice, as {before.name} and as {level.name}"


def changes(
    framework: Framework, *, before: Mapping[str, str], now: Mapping[str, str]
) -> dict[str, Change]:
    """Return how each element's level of now stands to the one before: levels' keys by elements' numbers."""
    order = {level.key: at for at, level in enumerate(framework.levels)}
    return {number: _change(order, before.get(number), level) for number, level in now.items()}


def _change(order: Mapping[str, int], before: str | None, now: str) -> Change:
    if before is None:
        return Change.NEW
    if order[now] == order[before]:
        return Change.SAME
    return Change.UP if order[now] < order[before] else Change.DOWN
