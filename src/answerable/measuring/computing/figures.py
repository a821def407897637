"""One cell: its value, divided and rounded once, or the reason why there is none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from answerable.domain.measures.definitions import Figure, Statistic
from answerable.domain.measures.registers import ColumnKind
from answerable.domain.measures.results import CellKind, Missing, ResultColumn, Value
from answerable.domain.measures.rounding import rounded
from answerable.measuring.computing.counts import ROWS, Counts, Number, asked_of
from answerable.measuring.computing.question import Question

_HUNDRED = 100
_NO_ROWS = "There are no rows of which it could be computed."


@dataclass(frozen=True)
class Cell:
    """A cell's value, or why it has none; for a share, its numerator and denominator."""

    value: Value
    missing: Missing | None = None
    words: str = ""
    parts: tuple[int, int] | None = None


Maker = Callable[[Counts, Sequence[Number]], Cell]
"""What makes a cell of a figure."""


def maker_of(figure: Figure) -> Maker:
    """Return what makes a figure's cells from what was counted, and from the values at its rank, or in the middle.

    What is asked of the counts is put together once for a figure, not once for each of its cells.
    """
    return _MAKERS[figure.statistic](figure)


def not_available(words: str) -> Cell:
    """Return a cell that the register cannot say."""
    return Cell(None, Missing.NOT_AVAILABLE, words)


def result_column(figure: Figure, question: Question) -> ResultColumn:
    """Return the column of a result that holds a figure."""
    return ResultColumn(figure.name, figure.words, _kind(figure, question), figure.decimals)


def _kind(figure: Figure, question: Question) -> CellKind:
    if figure.statistic is Statistic.COUNT:
        return CellKind.COUNT
    if figure.statistic is Statistic.SHARE:
        return CellKind.PERCENT
    column = question.column(figure.of)
    return number_kind(column.kind, column.words) if column else CellKind.DAYS


def number_kind(kind: ColumnKind, words: str) -> CellKind:
    """Return what the numbers of a column are: money where its words say pounds."""
    is_money = kind is ColumnKind.DECIMAL and ("£" in words or "(pounds)" in words)
    return CellKind.MONEY if is_money else CellKind.NUMBER


def _count(figure: Figure) -> Maker:
    asked = asked_of(figure, "known" if figure.of else "rows")
    return lambda counts, _: Cell(int(counts.number(asked)))


def _sum(figure: Figure) -> Maker:
    asked = asked_of(figure, "sum")
    return lambda counts, _: Cell(rounded(Fraction(counts.number(asked)), figure.decimals))


def _mean(figure: Figure) -> Maker:
    asked_known, asked_sum = asked_of(figure, "known"), asked_of(figure, "sum")

    def make(counts: Counts, _: Sequence[Number]) -> Cell:
        known = int(counts.number(asked_known))
        if not known:
            return Cell(None, Missing.NO_ROWS, _NO_ROWS)
        total = Fraction(counts.number(asked_sum))
        return Cell(rounded(total / known, figure.decimals))

    return make


def _ranked(figure: Figure) -> Maker:
    def make(_: Counts, ranked: Sequence[Number]) -> Cell:
        if not ranked:
            return Cell(None, Missing.NO_ROWS, _NO_ROWS)
        total = sum((Fraction(one) for one in ranked), Fraction(0))
        return Cell(rounded(total / len(ranked), figure.decimals))

    return make


def _share(figure: Figure) -> Maker:
    asked = asked_of(figure, "known" if figure.of else "rows")

    def make(counts: Counts, _: Sequence[Number]) -> Cell:
        numerator, denominator = int(counts.number(asked)), int(counts.number(ROWS))
        if not denominator:
            return Cell(None, Missing.NO_ROWS, _NO_ROWS)
        value = rounded(Fraction(numerator * _HUNDRED, denominator), figure.decimals)
        return Cell(value, parts=(numerator, denominator))

    return make


_MAKERS: Mapping[Statistic, Callable[[Figure], Maker]] = {
    Statistic.COUNT: _count,
    Statistic.SUM: _sum,
    Statistic.MEAN: _mean,
    Statistic.MEDIAN: _ranked,
    Statistic.PERCENTILE: _ranked,
    Statistic.SHARE: _share,
}
