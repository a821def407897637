"""The counts behind a result as one table with its sums: totals, parts of wholes, and columns that add up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from answerable.domain.measures.definitions import Measure
from answerable.domain.measures.results import CellKind, Result, Value
from answerable.domain.suppression.controlling import CannotProtect
from answerable.domain.suppression.profiles import Profile
from answerable.domain.suppression.tables import Cell, CountTable, Place, Sum
from answerable.measuring.disclosure.behind import Behind, Layer

_MOST_CELLS = 6_000
_MOST_LINKED = 1_000
"""So many counts are proved together where some are parts of others: that is no network, and takes longer."""
_MOST_ADDED_UP = 8
"""Among so many layers it is looked for columns that add up to another; among more, their number explodes."""
_MOST_PARTS = 3
_REST = "the rest"


@dataclass(frozen=True, slots=True)
class Spot:
    """A group of a result: the number of its row of groups, and of its group across (0 where none goes across)."""

    down: int
    across: int


@dataclass(frozen=True)
class Layout:
    """Where the figures of a result stand: `figures` of them in each group, `labels` columns before them."""

    result: Result
    figures: int
    has_totals: bool

    @classmethod
    def of(cls, result: Result, measure: Measure) -> "Layout":
        """Return the layout of a measure's result."""
        return cls(result, len(measure.figures), measure.totals)

    @property
    def labels(self) -> int:
        """How many columns name groups."""
        return sum(one.kind is CellKind.LABEL for one in self.result.columns)

    @property
    def down(self) -> int:
        """How many rows of groups there are."""
        rows = len(self.result.rows)
        return rows // self.figures if self.result.goes_across else rows

    @property
    def across(self) -> int:
        """How many groups go across."""
        return len(self.result.columns) - self.labels if self.result.goes_across else 1

    @property
    def spots(self) -> Iterator[Spot]:
        """Yield every group, row by row."""
        for down in range(self.down):
            for across in range(self.across):
                yield Spot(down, across)

    def cell(self, spot: Spot, figure: int) -> tuple[int, int]:
        """Return the row and the column of a figure of a group."""
        if self.result.goes_across:
            return spot.down * self.figures + figure, self.labels + spot.across
        return spot.down, self.labels + figure

    def value(self, spot: Spot, figure: int) -> Value:
        """Return a figure of a group."""
        row, column = self.cell(spot, figure)
        return self.result.rows[row][column]

    def words(self, spot: Spot) -> tuple[str, ...]:
        """Return the labels of a group."""
        row, column = self.cell(spot, 0)
        down = [
            str(value)
            for value, one in zip(self.result.rows[row], self.result.columns, strict=True)
            if one.kind is CellKind.LABEL and not (self.result.goes_across and one.name == "figure")
        ]
        across = [self.result.columns[column].words] if self.result.goes_across else []
        return (*down, *across)

    @property
    def margins(self) -> Iterator[tuple[Spot, list[Spot]]]:
        """Yield each total with what it is the total of."""
        if not self.has_totals:
            return
        last_down, last_across = self.down - 1, self.across - 1
        grouped_down = self.labels > (1 if self._names_figures else 0)
        if grouped_down:
            for across in range(self.across):
                yield Spot(last_down, across), [Spot(at, across) for at in range(last_down)]
        if self.result.goes_across:
            for down in range(self.down):
                yield Spot(down, last_across), [Spot(down, at) for at in range(last_across)]

    @property
    def _names_figures(self) -> bool:
        return self.result.goes_across and any(one.name == "figure" for one in self.result.columns)


@dataclass(frozen=True)
class Layered:
    """The counts behind a result, and where each of them stands in the table; none where the register cannot say."""

    table: CountTable
    places: Mapping[tuple[Spot, int], Place]

    @property
    def alone(self) -> Iterator[CountTable]:
        """Yield each layer as a table of its own: its cells, and the sums between them."""
        layers: dict[int, set[Place]] = {}
        for (_, at), place in self.places.items():
            layers.setdefault(at, set()).add(place)
        for own in layers.values():
            yield self.only(own)

    def only(self, own: set[Place]) -> CountTable:
        """Return the table of some cells, and of the sums between them."""
        cells = tuple(one for one in self.table.cells if one.place in own)
        return CountTable(
            cells, tuple(one for one in self.table.sums if own.issuperset({one.whole, *one.parts}))
        )


def layered(counted: Result, behind: Behind, profile: Profile) -> Layered:
    """Return the counts behind a result as one table.

    :raises CannotProtect: if there are too many, or one of them is no whole number.
    """
    layout = Layout.of(counted, behind.measure)
    if layout.down * layout.across * layout.figures > _MOST_CELLS:
        raise CannotProtect(
            f"This table has more than {_MOST_CELLS:,} figures, too many to prove it safe: take larger groups,"
            " or restrict it"
        )
    counts = _counts(layout, behind)
    names = _names(behind.layers)
    places = {(spot, at): (*layout.words(spot), names[at]) for spot, at in counts}
    cells = [Cell(places[key], count) for key, count in counts.items()]
    linked = [*_added_up(layout, behind, counts, places)]
    for key, whole, rest in _small_rests(layout, behind, counts, profile):
        place = (*places[key], _REST, names[whole])
        cells.append(Cell(place, rest))
        linked.append(Sum(places[key[0], whole], (places[key], place)))
    if linked and len(cells) > _MOST_LINKED:
        raise CannotProtect(
            "Figures of this table are parts of others, and there are too many of them to prove it safe: measure"
            " one figure at a time, or take larger groups"
        )
    sums = (*_margins(layout, places), *linked)
    return Layered(CountTable(tuple(cells), sums), places)


def _counts(layout: Layout, behind: Behind) -> dict[tuple[Spot, int], int]:
    counts: dict[tuple[Spot, int], int] = {}
    for spot in layout.spots:
        for at, layer in enumerate(behind.layers):
            value = layout.value(spot, at)
            if value is None:
                continue
            if isinstance(value, bool) or not isinstance(value, int) or value < 0:
                raise CannotProtect(
                    f"{layer.words}: {value} is no whole number that could be rounded or withheld as a count:"
                    " leave this figure out"
                )
            counts[spot, at] = value
    return counts


def _names(layers: tuple[Layer, ...]) -> list[str]:
    """Return what each layer is called, each by another name."""
    names: list[str] = []
    for number, layer in enumerate(layers):
        names.append(layer.words if layer.words not in names else f"{layer.words} ({number + 1})")
    return names


def _margins(layout: Layout, places: Mapping[tuple[Spot, int], Place]) -> Iterator[Sum]:
    for whole, parts in layout.margins:
        for at in range(layout.figures):
            if all((spot, at) in places for spot in (whole, *parts)):
                yield Sum(places[whole, at], tuple(places[part, at] for part in parts))


def _added_up(
    layout: Layout,
    behind: Behind,
    counts: Mapping[tuple[Spot, int], int],
    places: Mapping[tuple[Spot, int], Place],
) -> Iterator[Sum]:
    """Yield the sums of layers that add up to another in every group, as those of a Yes and a No do.

    Nothing declares that they do, and every reader sees it. A sum that holds by chance makes the audit strict,
    and never lax.
    """
    numbers = [at for at, one in enumerate(behind.layers) if one.conditions is not None]
    if len(numbers) > _MOST_ADDED_UP:
        return
    whole_spots = [spot for spot in layout.spots if all((spot, at) in counts for at in numbers)]
    for whole in numbers:
        others = [at for at in numbers if at != whole]
        for size in range(1, _MOST_PARTS + 1):
            for parts in combinations(others, size):
                if size == 1 and parts[0] < whole:
                    continue
                if all(
                    counts[spot, whole] == sum(counts[spot, at] for at in parts)
                    for spot in whole_spots
                ):
                    for spot in whole_spots:
                        yield Sum(places[spot, whole], tuple(places[spot, at] for at in parts))


def _small_rests(
    layout: Layout, behind: Behind, counts: Mapping[tuple[Spot, int], int], profile: Profile
) -> Iterator[tuple[tuple[Spot, int], int, int]]:
    """Yield where a part of a whole leaves a small rest: 704 of 706 tells of the other two."""
    for at, part in enumerate(behind.layers):
        for whole, other in enumerate(behind.layers):
            if part.conditions is None or other.conditions is None:
                continue
            if not other.conditions < part.conditions:
                continue
            for spot in layout.spots:
                if (spot, at) in counts and (spot, whole) in counts:
                    rest = counts[spot, whole] - counts[spot, at]
                    # That a part is its whole tells of nobody besides.
                    if rest and profile.is_small(rest):
                        yield (spot, at), whole, rest
