"""The counts that stand behind the figures of a measure: of whom each one is, and how many those are."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from answerable.domain.measures.definitions import Condition, Figure, Measure, Statistic
from answerable.domain.suppression.controlling import CannotProtect

_COUNTED = frozenset({Statistic.COUNT, Statistic.SUM})


@dataclass(frozen=True, slots=True)
class Layer:
    """One count, or sum of whole numbers, of each group.

    `conditions` says of which rows, so that one layer is seen to be a part of another; None for a sum, which
    is a part of nothing.
    """

    figure: Figure
    words: str
    conditions: frozenset[Condition | str] | None


@dataclass(frozen=True)
class Behind:
    """The layers behind a measure. `of_figure` has, for each figure by its name, the numbers of its layers.

    A count and a sum have themselves, a share its numerator and denominator, everything else the rows it is of.
    """

    measure: Measure
    layers: tuple[Layer, ...]
    of_figure: Mapping[str, tuple[int, ...]]


def counts_behind(measure: Measure) -> Behind:
    """Return the counts behind a measure, as a measure that computes them of the same groups.

    :raises CannotProtect: if the measure lists rows, which nobody can round.
    """
    layers: list[Layer] = []
    of_figure: dict[str, tuple[int, ...]] = {}
    for figure in measure.figures:
        if figure.statistic is Statistic.ROWS:
            raise CannotProtect(
                f"{measure.title} lists rows one by one, and no rule for small counts makes those safe:"
                " take a measure that counts them, or leave columns out"
            )
        own = _layers_of(figure)
        for one in own:
            if not any(_same(one, other) for other in layers):
                layers.append(one)
        of_figure[figure.name] = tuple(_number(one, layers) for one in own)
    named = tuple(
        replace(one, figure=replace(one.figure, name=f"behind_{number}"))
        for number, one in enumerate(layers)
    )
    counting = replace(measure, figures=tuple(one.figure for one in named))
    return Behind(counting, named, of_figure)


def _layers_of(figure: Figure) -> tuple[Layer, ...]:
    if figure.statistic is Statistic.SUM:
        return (Layer(figure, figure.words, None),)
    counted = replace(figure, statistic=Statistic.COUNT, decimals=0, percentile=0)
    conditions: set[Condition | str] = {*figure.where, *([figure.of] if figure.of else [])}
    words = figure.words if figure.statistic in _COUNTED else f"{figure.words}: how many"
    one = Layer(counted, words, frozenset(conditions))
    if figure.statistic is not Statistic.SHARE:
        return (one,)
    everyone = replace(counted, of="", where=(), needs=())
    return one, Layer(everyone, f"{figure.words}: of how many", frozenset())


def _number(layer: Layer, layers: list[Layer]) -> int:
    return next(number for number, one in enumerate(layers) if _same(layer, one))


def _same(one: Layer, other: Layer) -> bool:
    """Return whether two layers count the same rows, and are unknown where the same columns are."""
    if one.conditions is None or other.conditions is None:
        return one.figure == other.figure
    return one.conditions == other.conditions and one.figure.needs == other.figure.needs
