"""A measure's result under a profile: rounded, with small figures and those beside them withheld, and audited."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from answerable.domain.measures.definitions import Figure, Measure, Statistic
from answerable.domain.measures.results import CellKind, Missing, Note, Result, Value
from answerable.domain.measures.rounding import rounded
from answerable.domain.suppression.controlling import (
    CannotProtect,
    ControlledCell,
    ControlledTable,
    Reason,
)
from answerable.domain.suppression.profiles import Profile
from answerable.domain.suppression.tables import Place, TableDisagrees
from answerable.measuring.disclosure.behind import Behind
from answerable.measuring.disclosure.bounds import FiguresDisagree
from answerable.measuring.disclosure.complements import protected, protected_with
from answerable.measuring.disclosure.layered import Layered, Layout, Spot, layered

_HUNDRED = 100
_BESIDE = "Another withheld figure could be worked out from it."


def protected_result(
    result: Result, counted: Result, *, measure: Measure, behind: Behind, profile: Profile
) -> tuple[Result, tuple[Place, ...]]:
    """Return a result under a profile, and the cells that it does not give as computed; `counted` are the counts behind it, of the same groups.

    Counts are rounded and withheld as any table of counts, with further ones until the audit passes. Percentages
    are computed from what is printed, and withheld where one of their counts is. Means, medians and percentiles
    are withheld where the number of their rows is, or is too small.

    :raises CannotProtect: if the table cannot be protected; the message says what to do.
    """
    _check_shape(result, measure, profile)
    try:
        table = layered(counted, behind, profile)
        printed = _printed(table, profile)
        hidden = {
            *(cell.place for cell in printed.withheld),
            *_of_too_few(counted, behind, measure, profile),
        }
    except (TableDisagrees, FiguresDisagree) as problem:
        raise CannotProtect(
            f"The figures of this table do not add up, so that nothing can be proved of it: {problem}"
        ) from problem
    return _Printing(result, measure, behind, profile, table, printed.by_place, hidden).done()


def _printed(table: Layered, profile: Profile) -> ControlledTable:
    """Return the counts behind a result under a profile.

    Each layer is protected alone first: rows and columns with their totals are a network, which is quick. What
    layers together give away is seen to then.
    """
    withheld = frozenset(
        cell.place for one in table.alone for cell in protected(one, profile)[0].withheld
    )
    return protected_with(table.table, profile, withheld)


def _check_shape(result: Result, measure: Measure, profile: Profile) -> None:
    """Do nothing if every figure is a count, or depends on counts alone.

    :raises CannotProtect: naming the figure.
    """
    for column in result.columns:
        if column.kind in (CellKind.DATE, CellKind.TEXT):
            raise CannotProtect(
                f"{column.words} is no count: take a measure that counts, or leave this column out"
            )
    for figure in measure.figures:
        if figure.statistic is not Statistic.SUM:
            continue
        if profile.dominant_units:
            raise CannotProtect(
                f"{figure.words}: the profile {profile.name} asks what each unit has of a sum, which this table"
                " does not know: take another profile, or count"
            )
        if figure.decimals or _kind_of(figure, result) in (CellKind.MONEY, CellKind.DAYS):
            raise CannotProtect(
                f"{figure.words} is a sum of amounts, and a profile for counts does not protect those: leave it out"
            )


def _kind_of(figure: Figure, result: Result) -> CellKind:
    kinds = {one.name: one.kind for one in result.columns}
    return kinds.get(figure.name, result.columns[-1].kind)


def _of_too_few(
    counted: Result, behind: Behind, measure: Measure, profile: Profile
) -> Iterator[Place]:
    """Yield where means are of too few, and what gives those away: where the rule for means asks more than for counts."""
    least = profile.least_for_means
    if least <= max(profile.most + 1, 1):
        return
    units = {
        behind.of_figure[one.name][0] for one in measure.figures if one.statistic in _OF_ENOUGH
    }
    # One count alone cannot be small: from two on, nought is withheld with one.
    rule = replace(
        profile,
        rounded_to=1,
        least=1 if least > 2 else 0,  # noqa: PLR2004 see above
        most=least - 1,
        dominant_units=0,
        dominant_percent=0,
    )
    whole = layered(counted, behind, rule)
    own = {place for (_, at), place in whole.places.items() if at in units}
    kept = whole.only(own)
    yield from (cell.place for cell in protected(kept, rule)[0].withheld)


@dataclass
class _Cell:
    """A cell as it is printed: its value, or why there is none; for a share, its numerator and denominator."""

    value: Value
    why: str = ""
    parts: tuple[int, int] | None = None


@dataclass
class _Printing:
    """A result while its cells are printed under a profile."""

    result: Result
    measure: Measure
    behind: Behind
    profile: Profile
    layers: Layered
    printed: Mapping[Place, ControlledCell]
    hidden: set[Place]
    """Places of counts that are withheld, and of those on which no mean is shown."""

    def done(self) -> tuple[Result, tuple[Place, ...]]:
        """Return the result with its cells printed, and those that are others than before."""
        layout = Layout.of(self.result, self.measure)
        rows = [list(row) for row in self.result.rows]
        notes = {(one.row, one.column): one for one in self.result.notes}
        parts = dict(self.result.parts)
        changed: list[Place] = []
        for spot in layout.spots:
            for number, figure in enumerate(self.measure.figures):
                at = layout.cell(spot, number)
                old = notes.get(at)
                if old and old.missing is Missing.NOT_AVAILABLE:
                    continue
                row, column = at
                cell = self._cell(figure, spot, self.result.rows[row][column])
                if cell.why:
                    notes[at] = Note(row, column, Missing.WITHHELD, cell.why)
                if cell.why or (cell.value, cell.parts) != (rows[row][column], parts.get(at)):
                    changed.append((*layout.words(spot), figure.words))
                rows[row][column] = cell.value
                parts.pop(at, None)
                if cell.parts:
                    parts[at] = cell.parts
        done = replace(
            self.result,
            rows=tuple(map(tuple, rows)),
            notes=tuple(notes[at] for at in sorted(notes)),
            parts=parts,
            disclosure=self.profile,
        )
        return done, tuple(changed)

    def _cell(self, figure: Figure, spot: Spot, value: Value) -> _Cell:
        counts = [self.layers.places.get((spot, at)) for at in self.behind.of_figure[figure.name]]
        if any(one is None for one in counts):
            # The register cannot say how many: nor can it be shown that they are enough.
            return _Cell(None, "How many it is of is not known.")
        known = [one for one in counts if one is not None]
        if figure.statistic is Statistic.SHARE:
            return self._share(figure, known, value)
        if figure.statistic in _OF_ENOUGH:
            return _Cell(None, self._of_too_few) if known[0] in self.hidden else _Cell(value)
        cell = self.printed[known[0]]
        return _Cell(cell.printed, self._why(cell) if cell.reason else "")

    def _share(self, figure: Figure, counts: list[Place], value: Value) -> _Cell:
        part, whole = (self.printed[place].printed for place in counts)
        if part is None or whole is None:
            return _Cell(None, "One of the counts that it is computed from is withheld.")
        if whole:
            share = rounded(Fraction(part * _HUNDRED, whole), figure.decimals)
            return _Cell(share, parts=(part, whole))
        # Of none at all there is no share, and the result says so already.
        few = f"It is of so few that they are nought to the nearest {self.profile.rounded_to}."
        return _Cell(None) if value is None else _Cell(None, few)

    def _why(self, cell: ControlledCell) -> str:
        if cell.reason is Reason.SMALL:
            return self.profile.small_words
        return _BESIDE

    @property
    def _of_too_few(self) -> str:
        least = max(self.profile.least_for_means, self.profile.most + 1)
        return f"It is of fewer than {least}, or something that is could be worked out from it."


_OF_ENOUGH = frozenset({Statistic.MEAN, Statistic.MEDIAN, Statistic.PERCENTILE})
