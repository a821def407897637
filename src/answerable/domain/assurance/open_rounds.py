"""The published levels of a round, as everybody may see them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from answerable.domain.assurance.frameworks import Element, Framework, Level, RoundKind
from answerable.domain.assurance.rules import Count, Shortfall, counts, shortfalls


@dataclass(frozen=True, slots=True)
class OpenRound:
    """The published levels of a round; `kind` is none where its framework no longer names it.

    `inferred` are the elements whose level no text gives.
    """

    number: int
    framework: Framework
    kind: RoundKind | None
    held_on: dt.date
    is_self: bool
    organisation: str
    published_on: dt.date
    levels: Mapping[str, str]
    inferred: frozenset[str]

    @property
    def counts(self) -> tuple[Count, ...]:
        """Return the levels counted for the whole, then for each criterion."""
        return counts(self.framework, self.levels)

    @property
    def shortfalls(self) -> tuple[Shortfall, ...]:
        """Return the limits that the levels break."""
        return shortfalls(self.framework, self.levels)

    @property
    def unmet(self) -> tuple[tuple[Element, Level], ...]:
        """Return the elements at a level that does not count as met, in their order."""
        given = ((one, self._level(one)) for one in self.framework.elements)
        return tuple((one, level) for one, level in given if level and not level.is_met)

    def _level(self, element: Element) -> Level | None:
        return self.framework.level(self.levels.get(element.number, ""))
