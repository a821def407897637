"""A measure's result as tables that leave: of whom each figure is, and what a reader knows of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from answerable.domain.measures.definitions import Condition, Figure, Measure, Statistic
from answerable.domain.measures.registers import Register
from answerable.domain.measures.results import Missing, Result, Value
from answerable.domain.suppression.controlling import Range
from answerable.domain.suppression.released import Category, Dimension, ReleasedTable, everything
from answerable.domain.suppression.released import Figure as Printed
from answerable.domain.suppression.spans import both, cut, cut_up, days
from answerable.domain.suppression.tables import TOTAL
from answerable.measuring.disclosure.asked_of import Populations
from answerable.measuring.disclosure.layered import Layout

BY = "in the register by"
"""The dimension of the day of a snapshot: a register grows, and what came in between is a group of its own."""

_Restrictions = Mapping[str, tuple[Category, ...]]
_COUNTED = frozenset({Statistic.COUNT, Statistic.SUM})


def tables_that_leave(
    result: Result, *, measure: Measure, register: Register, name: str
) -> tuple[ReleasedTable, ...]:
    """Return what a result tells, as tables to be set beside others: one of all rows that it counts, one for each sum.

    Means, medians and percentiles tell no count, and lists of rows are no table: neither is among them. A
    withheld figure stands there as what a reader knows of it.
    """
    if any(one.statistic is Statistic.ROWS for one in measure.figures):
        return ()
    telling = _Telling(result, measure, register)
    found: dict[str, list[_Told]] = {}
    for counts, told in telling.everything():
        found.setdefault(counts, []).append(told)
    return tuple(_table(name, counts, told) for counts, told in found.items())


@dataclass(frozen=True)
class _Told:
    """A figure: of whom it is, by dimensions, all of whose categories hold; and what is known of it."""

    of: _Restrictions
    known: Range
    is_withheld: bool = False


@dataclass
class _Telling:
    """What the figures of a result tell, each with whom it is of."""

    result: Result
    measure: Measure
    register: Register
    populations: Populations = field(init=False)
    withheld: dict[tuple[int, int], str] = field(init=False)

    def __post_init__(self) -> None:
        self.populations = Populations(
            self.measure, self.register, self.result.parameters, self.result.as_at
        )
        self.withheld = {
            (one.row, one.column): one.words
            for one in self.result.notes
            if one.missing is Missing.WITHHELD
        }

    def everything(self) -> Iterator[tuple[str, _Told]]:
        """Yield every count that is printed or withheld, with what its unit is."""
        layout = Layout.of(self.result, self.measure)
        whole = self._restricted(self.measure.where)
        snapshot = Category(
            f"{self.result.snapshot.as_at}", frozenset({days(None, self.result.snapshot.as_at)})
        )
        whole[BY] = (snapshot,)
        for spot in layout.spots:
            groups = self._groups(layout.words(spot))
            for number, figure in enumerate(self.measure.figures):
                at = layout.cell(spot, number)
                value = self.result.rows[at[0]][at[1]]
                for counts, where, known in self._counts(figure, at, value):
                    of = _together(whole, groups, self._restricted(where))
                    yield counts, _Told(of, known, is_withheld=at in self.withheld)

    def _counts(
        self, figure: Figure, at: tuple[int, int], value: Value
    ) -> Iterator[tuple[str, tuple[Condition, ...], Range]]:
        """Yield what a cell tells: of which rows, and how many; a share tells two counts where it is printed."""
        rows = f"rows of {self.register.name}"
        known_only = (Condition(figure.of, known=True),) if figure.of else ()
        if figure.statistic in _COUNTED:
            known = self._known(at, value)
            is_sum = figure.statistic is Statistic.SUM
            counts = f"{self.register.name}: {figure.of}" if is_sum else rows
            if known is not None:
                yield counts, (*figure.where, *(() if is_sum else known_only)), known
        elif figure.statistic is Statistic.SHARE and at in self.result.parts:
            part, of_all = self.result.parts[at]
            yield rows, (*figure.where, *known_only), self._reach(part)
            yield rows, (), self._reach(of_all)

    def _known(self, at: tuple[int, int], value: Value) -> Range | None:
        """Return what a reader knows of a count; None where there is none, or where it has decimals."""
        profile = self.result.disclosure
        if at in self.withheld and profile is not None:
            if self.withheld[at] == profile.small_words:
                return Range(profile.least, profile.most)
            return Range(0, None)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return self._reach(value)
        return None

    def _reach(self, printed: int) -> Range:
        profile = self.result.disclosure
        return Range(*profile.reach(printed)) if profile else Range(printed, printed)

    def _groups(self, labels: Sequence[str]) -> dict[str, tuple[Category, ...]]:
        """Return whom the labels of a group name; they stand as in the result, groups that go across last."""
        down = [one for one in self.measure.groups if not one.across]
        across = [one for one in self.measure.groups if one.across]
        found: dict[str, tuple[Category, ...]] = {}
        for group, label in zip((*down, *across), labels, strict=True):
            one = everything() if label == TOTAL else self.populations.group(group, label)
            name = self.populations.dimension_of_group(group)
            found[name] = (*found.get(name, ()), one)
        return found

    def _restricted(self, where: Sequence[Condition]) -> dict[str, tuple[Category, ...]]:
        found: dict[str, tuple[Category, ...]] = {}
        for one in where:
            for name, category in self.populations.restricted(one):
                found[name] = (*found.get(name, ()), category)
        return found


def _together(*restrictions: _Restrictions) -> dict[str, tuple[Category, ...]]:
    found: dict[str, tuple[Category, ...]] = {}
    for some in restrictions:
        for name, categories in some.items():
            found[name] = (*found.get(name, ()), *categories)
    return found


def _table(name: str, counts: str, told: Sequence[_Told]) -> ReleasedTable:
    """Return figures as one table: each dimension that any of them has, and what is common to its categories."""
    names = list(dict.fromkeys(dimension for one in told for dimension in one.of))
    cuts = {
        one: cut_up(category for each in told for category in each.of.get(one, ())) for one in names
    }
    categories: dict[str, dict[str, Category]] = {one: {} for one in names}
    # A figure may be told twice, as all rows of a group are by a count and by each share of them.
    figures: dict[tuple[str, ...], Printed] = {}
    for one in told:
        labels = []
        for dimension in names:
            held = everything()
            for category in one.of.get(dimension, ()):
                held = both(cut(category, cuts[dimension]), held)
            label = _label(held)
            categories[dimension][label] = Category(label, held.values, is_all_but=held.is_all_but)
            labels.append(label)
        figures.setdefault(tuple(labels), Printed(tuple(labels), one.known, one.is_withheld))
    dimensions = tuple(Dimension(one, tuple(categories[one].values())) for one in names)
    return ReleasedTable(name, counts, dimensions, tuple(figures.values()))


def _label(category: Category) -> str:
    """Return a label that two categories share exactly if they are the same."""
    values = ", ".join(sorted(category.values))
    if category.is_all_but:
        return f"all but {values}" if values else TOTAL
    return values or "nobody"
