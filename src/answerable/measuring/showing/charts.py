"""What a chart of a result would draw: its categories, and a series of values for each figure or group."""

from dataclasses import dataclass
from decimal import Decimal

from answerable.domain.measures.results import CellKind, Result, Value
from answerable.measuring.showing.cells import NUMBERS
from answerable.measuring.showing.tables import caption_of

TOTAL = "Total"


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """Values that belong together, one for each category; None where a cell holds none."""

    name: str
    values: tuple[int | Decimal | None, ...]


@dataclass(frozen=True)
class ChartData:
    """What a chart draws: everything but its shapes and colours. Totals are no part of it."""

    title: str
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    kind: CellKind


def chart_of(result: Result) -> ChartData | None:
    """Return what a chart of a result draws, or None where there is nothing to compare.

    Where groups go across, they are the categories and each row is a series. Else the rows are the categories,
    and each figure is a series, as long as it is of the same kind as the first one: days and cases have no
    scale in common.
    """
    labels = [at for at, one in enumerate(result.columns) if one.kind is CellKind.LABEL]
    numbers = [at for at, one in enumerate(result.columns) if one.kind in NUMBERS]
    if not labels or not numbers or len(labels) + len(numbers) != len(result.columns):
        return None
    kind = result.columns[numbers[0]].kind
    rows = [row for row in result.rows if row[labels[0]] != TOTAL]
    names = tuple(", ".join(str(row[at]) for at in labels) for row in rows)
    if result.goes_across:
        across = [at for at in numbers if result.columns[at].words != TOTAL]
        categories = tuple(result.columns[at].words for at in across)
        series = tuple(
            ChartSeries(name, tuple(_number(row[at]) for at in across))
            for name, row in zip(names, rows, strict=True)
        )
    else:
        same = [at for at in numbers if result.columns[at].kind is kind]
        categories = names
        series = tuple(
            ChartSeries(result.columns[at].words, tuple(_number(row[at]) for row in rows))
            for at in same
        )
    return ChartData(caption_of(result), categories, series, kind) if len(categories) > 1 else None


def _number(value: Value) -> int | Decimal | None:
    is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return value if is_number else None  # type: ignore[return-value]  # narrowed above, which mypy does not follow
