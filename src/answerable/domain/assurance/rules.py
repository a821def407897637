"""What a round needs to pass: levels counted by parts of the standard, and the limits that they break."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from answerable.domain.assurance.frameworks import Framework, Limit, Part


@dataclass(frozen=True, slots=True)
class Count:
    """How many elements of a part of the standard have each level, by its key, best first; and how many have none.

    `number` is the criterion's number; empty for the whole standard.
    """

    number: str
    by_level: Mapping[str, int]
    without: int

    @property
    def elements(self) -> int:
        """Return how many elements the part has."""
        return sum(self.by_level.values()) + self.without


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A limit that a round breaks: in which part (its number, empty for the whole), how many there are and may be."""

    limit: Limit
    number: str
    count: int
    most: int


def counts(framework: Framework, levels: Mapping[str, str]) -> tuple[Count, ...]:
    """Return the levels counted for the whole standard, then for each criterion.

    `levels` are levels' keys by elements' numbers; an element that is not among them has none yet.
    """
    parts = ("", *(one.number for one in framework.criteria))
    return tuple(_count(framework, number, levels) for number in parts)


def _count(framework: Framework, number: str, levels: Mapping[str, str]) -> Count:
    among = framework.elements_of(number) if number else framework.elements
    given = [levels[one.number] for one in among if one.number in levels]
    by_level = {level.key: given.count(level.key) for level in framework.levels}
    return Count(number, by_level, len(among) - len(given))


def shortfalls(framework: Framework, levels: Mapping[str, str]) -> tuple[Shortfall, ...]:
    """Return the limits that the levels break; none means that the round passes as far as the limits are right."""
    return tuple(_shortfalls(framework, counts(framework, levels)))


def _shortfalls(framework: Framework, counted: tuple[Count, ...]) -> Iterator[Shortfall]:
    for limit in framework.limits:
        for one in counted:
            if bool(one.number) is not (limit.part is Part.CRITERION):
                continue
            most = one.elements * limit.most_per_cent // 100
            if one.by_level[limit.level] > most:
                yield Shortfall(limit, one.number, one.by_level[limit.level], most)
