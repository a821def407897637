"""Tables that were released, as data: of whom each figure is, so that tables can be set beside each other."""

from collections.abc import Iterable
from dataclasses import dataclass

from answerable.domain.suppression.controlling import ControlledTable, Range
from answerable.domain.suppression.tables import TOTAL


class ReleasedRefused(ValueError):
    """A released table does not say of whom its figures are."""


@dataclass(frozen=True, slots=True)
class Category:
    """Some values of a dimension: those that are named, or with `is_all_but` all others.

    Years are the months, or quarters, of which they are made: only so is it seen that they overlap.
    """

    label: str
    values: frozenset[str] = frozenset()
    is_all_but: bool = False


@dataclass(frozen=True, slots=True)
class Dimension:
    """What a table is grouped by, or restricted to where it has one category."""

    name: str
    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed or withheld figure: one label of each dimension, and what is known of it alone."""

    labels: tuple[str, ...]
    known: Range
    is_withheld: bool = False


@dataclass(frozen=True)
class ReleasedTable:
    """A table that left: `name` says which one, `counts` what one of its units is, and by which definition.

    Only tables that count the same are set beside each other. A dimension that a table does not name is not
    restricted by it. For a register that only grows, the day of each snapshot is a dimension, too: what was
    in it by May is a part of what was in it by June.
    """

    name: str
    counts: str
    dimensions: tuple[Dimension, ...]
    figures: tuple[Figure, ...]

    def __post_init__(self) -> None:
        """Refuse figures with labels that no dimension has.

        :raises ReleasedRefused: naming the label.
        """
        known = [{one.label for one in each.categories} for each in self.dimensions]
        for figure in self.figures:
            if len(figure.labels) != len(known):
                raise ReleasedRefused(
                    f"{self.name}: {figure.labels} must have a label for each of {len(known)} dimensions"
                )
            for label, labels, dimension in zip(figure.labels, known, self.dimensions, strict=True):
                if label not in labels:
                    raise ReleasedRefused(
                        f"{self.name}: {dimension.name!r} has no category {label!r}"
                    )


def everything(label: str = TOTAL) -> Category:
    """Return the category of all values of a dimension, as a total is."""
    return Category(label, is_all_but=True)


def released(
    table: ControlledTable,
    *,
    name: str,
    counts: str,
    dimensions: Iterable[Dimension],
    restricted: Iterable[Dimension] = (),
) -> ReleasedTable:
    """Return a controlled table as one that leaves.

    `dimensions` are those of its places, in their order; `restricted` have one category each, and hold for
    the whole table (the period, the kind of case).

    :raises ReleasedRefused: if a label of the table is in no dimension, or a restriction has several categories.
    """
    held = tuple(restricted)
    for one in held:
        if len(one.categories) != 1:
            raise ReleasedRefused(f"{name}: restrict {one.name!r} to one category")
    labels = tuple(one.categories[0].label for one in held)
    figures = tuple(
        Figure((*cell.place, *labels), cell.known, cell.reason is not None) for cell in table.cells
    )
    return ReleasedTable(name, counts, (*dimensions, *held), figures)


def months(first: str, last: str) -> frozenset[str]:
    """Return the months from one to another, both counted, as values of a period: `months("2024-04", "2024-06")`.

    :raises ReleasedRefused: if one is no month, or the last comes first.
    """
    numbers = [_month(text) for text in (first, last)]
    if numbers[1] < numbers[0]:
        raise ReleasedRefused(f"{last} is before {first}")
    return frozenset(
        f"{number // 12:04}-{number % 12 + 1:02}" for number in range(numbers[0], numbers[1] + 1)
    )


def _month(text: str) -> int:
    year, _, month = text.partition("-")
    if not (year.isdigit() and month.isdigit() and 1 <= int(month) <= 12):  # noqa: PLR2004 months of a year
        raise ReleasedRefused(f"{text!r} is no month: write it like 2024-04")
    return int(year) * 12 + int(month) - 1
