"""What a chart shows: places along an axis, and a value of each series at each place."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

Value = int | float | Decimal | None

# Colours of Okabe and Ito, two of them darkened: each is told from the others by everybody, and from white by 3:1.
COLOURS = ("#0072b2", "#d55e00", "#00785a", "#8f4a7b", "#5c5c5c")
MOST_SERIES = len(COLOURS)


class ChartRefused(ValueError):
    """This cannot be drawn so that somebody can read it: the message says why."""


@dataclass(frozen=True, slots=True)
class Series:
    """A row of values with its name, one for each place; None where there is none."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart shows.

    `ident` is unique on its page and begins the ids within the picture. `places` are the words along the
    axis, `unit` what the values are, `description` where the same figures stand as text. `top` is the
    greatest value of the axis, where it is fixed, such as 100 of per cent; `suffix` goes behind each value.

    :raises ChartRefused: if values are missing or negative, or there are more series than can be told apart.
    """

    ident: str
    title: str
    description: str
    places: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    top: int | None = None
    suffix: str = ""

    def __post_init__(self) -> None:
        """Refuse what nobody could read."""
        if not self.places or not self.series:
            raise ChartRefused(f"{self.title}: there is nothing to draw")
        if len(self.series) > MOST_SERIES:
            raise ChartRefused(
                f"{self.title}: {len(self.series)} series cannot be told apart, "
                f"{MOST_SERIES} can: draw several charts"
            )
        for one in self.series:
            if len(one.values) != len(self.places):
                raise ChartRefused(
                    f"{self.title}: {one.name} has {len(one.values)} values for {len(self.places)} places"
                )
            if any(value is not None and value < 0 for value in one.values):
                raise ChartRefused(f"{self.title}: {one.name} has a value below nought")

    @property
    def ticks(self) -> tuple[int, ...]:
        """Return the values that the axis names, from nought to no less than the greatest."""
        most = self.top if self.top is not None else max(self._values(), default=0)
        step = _step(float(most))
        return tuple(range(0, math.ceil(float(most) / step) * step + 1, step)) or (0,)

    def said(self, value: Value) -> str:
        """Return a value as it is printed."""
        return "–" if value is None else f"{value:,}{self.suffix}"

    def _values(self) -> Iterator[int | float | Decimal]:
        yield from (value for one in self.series for value in one.values if value is not None)


_STEPS = (1, 2, 5)
_MOST_TICKS = 6


def _step(most: float) -> int:
    """Return the distance of ticks: 1, 2 or 5 times a power of ten, so that there are few."""
    size = 1
    while True:
        for one in _STEPS:
            if most / (one * size) < _MOST_TICKS:
                return one * size
        size *= 10
