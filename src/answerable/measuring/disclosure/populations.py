"""The smallest groups that tables of one population tell apart: each figure is a sum of some of them."""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from answerable.domain.suppression.released import Category, ReleasedTable

_OTHERS = "\0others"
_MOST_GROUPS = 300_000


class TooManyTogether(ValueError):
    """Tables tell so many groups apart that they cannot be looked at together."""


Key = tuple[int, int]
"""A figure: the number of its table, and its own within that table."""


@dataclass(frozen=True, slots=True)
class Group:
    """Units that the same figures count: `figures` name those, `words` says who they are."""

    figures: frozenset[Key]
    words: str


def groups_of(tables: Sequence[ReleasedTable]) -> list[Group]:
    """Return the groups that tables of the same counts tell apart.

    :raises TooManyTogether: if there are more than some hundred thousand.
    """
    names = list(dict.fromkeys(one.name for table in tables for one in table.dimensions))
    classes = {name: _classes(_categories(tables, name)) for name in names}
    if math.prod(len(one) for one in classes.values()) > _MOST_GROUPS:
        raise TooManyTogether(
            "These tables tell too many groups apart to be looked at together: give fewer of them at once"
        )
    figures: dict[tuple[int, ...], set[Key]] = defaultdict(set)
    for number, table in enumerate(tables):
        for cell in _cells(table, number, names, classes):
            for at in itertools.product(*cell[1]):
                figures[at].add(cell[0])
    together: dict[frozenset[Key], list[tuple[int, ...]]] = defaultdict(list)
    for at, keys in figures.items():
        together[frozenset(keys)].append(at)
    universe = {name: frozenset().union(*classes[name]) for name in names}
    return [
        Group(keys, _words(places, names, classes, universe)) for keys, places in together.items()
    ]


def _cells(
    table: ReleasedTable,
    number: int,
    names: Sequence[str],
    classes: Mapping[str, list[frozenset[str]]],
) -> Iterable[tuple[Key, list[list[int]]]]:
    """Yield each figure with the classes that it covers of every dimension."""
    own = {one.name: at for at, one in enumerate(table.dimensions)}
    covered = {
        (one.name, category.label): _covered(category, classes[one.name])
        for one in table.dimensions
        for category in one.categories
    }
    for at, figure in enumerate(table.figures):
        yield (
            (number, at),
            [
                covered[name, figure.labels[own[name]]]
                if name in own
                else list(range(len(classes[name])))
                for name in names
            ],
        )


def _categories(tables: Sequence[ReleasedTable], name: str) -> list[Category]:
    return [
        category
        for table in tables
        for one in table.dimensions
        if one.name == name
        for category in one.categories
    ]


def _classes(categories: Sequence[Category]) -> list[frozenset[str]]:
    """Return the values of a dimension, those together that no category tells apart."""
    values = sorted({value for one in categories for value in one.values} | {_OTHERS})
    classes: dict[tuple[bool, ...], set[str]] = defaultdict(set)
    for value in values:
        classes[tuple((value in one.values) != one.is_all_but for one in categories)].add(value)
    return [frozenset(one) for one in classes.values()]


def _covered(category: Category, classes: Sequence[frozenset[str]]) -> list[int]:
    return [
        number
        for number, values in enumerate(classes)
        if (next(iter(values)) in category.values) != category.is_all_but
    ]


def _words(
    places: Sequence[tuple[int, ...]],
    names: Sequence[str],
    classes: Mapping[str, list[frozenset[str]]],
    universe: Mapping[str, frozenset[str]],
) -> str:
    """Return who is in a group: the values of each dimension that it does not cover whole."""
    parts = []
    for column, name in enumerate(names):
        values = frozenset().union(*(classes[name][place[column]] for place in places))
        if values == universe[name]:
            continue
        if _OTHERS in values:
            parts.append(f"{name}: all but {', '.join(sorted(universe[name] - values))}")
        else:
            parts.append(f"{name}: {', '.join(sorted(values))}")
    return "; ".join(parts) or "all"
