"""A table under a profile: what is printed in each cell, what is withheld and why, what a reader can know."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from answerable.domain.suppression.profiles import Profile
from answerable.domain.suppression.tables import Cell, CountTable, Place, Sum


class CannotProtect(ValueError):
    """A table cannot be protected as it is, whatever is withheld: it needs other groups; the message says which."""


class Reason(StrEnum):
    """Why a cell is withheld."""

    SMALL = "small"
    """Its count is one of those that the profile withholds."""
    DOMINATED = "dominated"
    """A few units have most of its amount."""
    COMPLEMENTARY = "complementary"
    """From it another withheld cell could be worked out."""


@dataclass(frozen=True, slots=True)
class Range:
    """The least and the most that a count can be; `most` is None where nothing bounds it."""

    least: int
    most: int | None

    @property
    def is_exact(self) -> bool:
        """Whether it can be one number only."""
        return self.most == self.least

    def is_narrower_than(self, width: int) -> bool:
        """Return whether the least and the most are less than `width` apart."""
        return self.most is not None and self.most - self.least < width


@dataclass(frozen=True, slots=True)
class ControlledCell:
    """A cell as it leaves: `printed` is its figure, or None where it is withheld for `reason`.

    `known` is what a reader knows of its count who knows the profile and the reason, and looks at this cell alone.
    """

    place: Place
    printed: int | None
    known: Range
    reason: Reason | None = None
    is_rounded: bool = False
    """Whether its figure is another one than its count."""


@dataclass(frozen=True)
class ControlledTable:
    """A table under a profile, before the law was asked: see `withholding`."""

    profile: Profile
    cells: tuple[ControlledCell, ...]
    sums: tuple[Sum, ...]

    @cached_property
    def by_place(self) -> Mapping[Place, ControlledCell]:
        """Each cell by its place."""
        return {cell.place: cell for cell in self.cells}

    @property
    def withheld(self) -> tuple[ControlledCell, ...]:
        """The cells without a figure."""
        return tuple(cell for cell in self.cells if cell.reason)

    @property
    def changed(self) -> tuple[ControlledCell, ...]:
        """The cells that leave otherwise than they were counted: withheld, or rounded to another figure."""
        return tuple(cell for cell in self.cells if cell.reason or cell.is_rounded)


def controlled(
    table: CountTable, profile: Profile, *, complements: frozenset[Place] = frozenset()
) -> ControlledTable:
    """Return a table under a profile: rounded first, then small and dominated cells and `complements` withheld."""
    return ControlledTable(
        profile,
        tuple(_cell(cell, _reason(cell, profile, complements), profile) for cell in table.cells),
        table.sums,
    )


def _reason(cell: Cell, profile: Profile, complements: frozenset[Place]) -> Reason | None:
    if profile.is_small(cell.count):
        return Reason.SMALL
    if profile.is_dominated(cell.contributions):
        return Reason.DOMINATED
    return Reason.COMPLEMENTARY if cell.place in complements else None


def _cell(cell: Cell, reason: Reason | None, profile: Profile) -> ControlledCell:
    if reason:
        return ControlledCell(cell.place, None, _hidden(reason, profile), reason)
    printed = profile.rounded(cell.count)
    known = Range(*profile.reach(printed))
    return ControlledCell(cell.place, printed, known, is_rounded=printed != cell.count)


def _hidden(reason: Reason, profile: Profile) -> Range:
    """Return what is known of a withheld count: its reason may be told in the refusal notice, and is no secret."""
    if reason is Reason.SMALL:
        return Range(profile.least, profile.most)
    return Range(profile.most + 1 if profile.withholds and profile.least == 0 else 0, None)
