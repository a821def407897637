"""Figures of a month: whether they meet their target, what became of them since, and how they are written.

Values are whole thousandths of their unit, so that no rounding decides whether a target is met.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fractions import Fraction

from answerable.domain.assurance.promises.sources import Aim, FigureUnit

THOUSAND = 1000
_HUNDRED = 100
_LOOKS_BACK = 3
_MOST = 10**9
FEWEST = 5
"""A figure of fewer than these is not shown to everybody: it could say how one of them was answered."""


class FigureRefused(ValueError):
    """What was written is no figure of its unit; the message says why."""


class Bound(StrEnum):
    """On which side of what is shown a figure is, where few answered and its exact share is kept back."""

    NONE = ""
    MORE = "more than"
    LESS = "less than"


class Trend(StrEnum):
    """What became of a figure, beside the mean of up to three months before it."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A month's figure in thousandths of its unit; None where there was nothing to measure.

    `numerator` and `denominator` are the counts behind a share; a median has the second alone: of how many it is.
    `bound` says that it is more or less than `value`.
    """

    value: int | None
    numerator: int | None = None
    denominator: int | None = None
    bound: str = Bound.NONE


NO_FIGURE = Figure(None)


@dataclass(frozen=True, slots=True)
class Target:
    """A target in thousandths that holds from a month on."""

    from_month: dt.date
    value: int


def share(numerator: int, denominator: int) -> Figure:
    """Return a share as per cent, rounded down to the thousandth: 199 of 200 never becomes 100; no share of nothing."""
    if denominator == 0:
        return Figure(None, 0, 0)
    return Figure(numerator * _HUNDRED * THOUSAND // denominator, numerator, denominator)


def is_met(value: int | None, target: int, aim: Aim, *, bound: str = "") -> bool | None:
    """Return whether a figure meets its target; None where there is no figure, or its bound leaves that open."""
    if value is None:
        return None
    is_open = {Bound.MORE: target > value, Bound.LESS: target < value}
    if bound and is_open[Bound(bound)]:
        return None
    if bound:
        return (bound == Bound.MORE) == (aim is Aim.AT_LEAST)
    return value >= target if aim is Aim.AT_LEAST else value <= target


def target_in(month: dt.date, targets: Sequence[Target]) -> int:
    """Return the target that holds in a month: the latest that began by then, the first where none did."""
    ordered = sorted(targets, key=lambda one: one.from_month)
    began = [one for one in ordered if one.from_month <= month]
    return (began or ordered[:1])[-1].value


def trend(values: Sequence[int | None], aim: Aim) -> Trend:
    """Return what became of the last of some months' figures, in the order of the months.

    It is set beside the mean of those among the three months before it that have a figure; the same is within
    half a unit of it.
    """
    if not values or values[-1] is None:
        return Trend.NONE
    before = [one for one in values[-1 - _LOOKS_BACK : -1] if one is not None]
    if not before:
        return Trend.NONE
    change = values[-1] - Fraction(sum(before), len(before))
    if abs(change) <= THOUSAND // 2:
        return Trend.SAME
    return Trend.BETTER if (change > 0) == (aim is Aim.AT_LEAST) else Trend.WORSE


def is_too_few(figure: Figure) -> bool:
    """Return whether a figure is of so few that it is not shown to everybody; of nobody it tells nothing."""
    return figure.denominator is not None and 0 < figure.denominator < FEWEST


def written(value: int | None, unit: FigureUnit, *, bound: str = "") -> str:
    """Return a figure with its sign and as many decimals as it has: 94.5%, more than 90%; nothing for none."""
    if value is None:
        return ""
    number = plain_number(value)
    if unit is FigureUnit.PER_CENT:
        number = f"{number}%"
    return f"{bound} {number}".strip()


def plain_number(value: int) -> str:
    """Return thousandths as a number with no more decimals than one needs, two at most, rounded down."""
    hundredths = value // (THOUSAND // _HUNDRED)
    whole, rest = divmod(hundredths, _HUNDRED)
    return f"{whole}.{rest:02}".rstrip("0").rstrip(".") if rest else str(whole)


def number_written(text: str, unit: FigureUnit) -> int:
    """Return what somebody wrote as a figure, in thousandths; a sign for per cent may stand behind it.

    :raises FigureRefused: if it is no number, below nought, too exact, or more than a hundred per cent.
    """
    plain = text.strip().removesuffix("%").strip()
    try:
        number = Decimal(plain)
    except InvalidOperation:
        message = f"{text.strip()!r} is no number: write it as 95 or 94.5"
        raise FigureRefused(message) from None
    if not number.is_finite() or not 0 <= number <= _MOST:
        message = f"{text.strip()!r} cannot be a figure: it is from nought upwards"
        raise FigureRefused(message)
    thousandths = number * THOUSAND
    if thousandths != int(thousandths):
        message = f"{text.strip()!r} has more than three decimals: write fewer"
        raise FigureRefused(message)
    if unit is FigureUnit.PER_CENT and number > _HUNDRED:
        message = f"{text.strip()} per cent is more than all: write 100 at most"
        raise FigureRefused(message)
    return int(thousandths)


def counted(numerator: int, denominator: int) -> Figure:
    """Return the share of counts that somebody entered.

    :raises FigureRefused: if some are more than all, or below nought.
    """
    if not 0 <= numerator <= denominator:
        message = f"{numerator} of {denominator} cannot be: how many is nought or more, and no more than of how many"
        raise FigureRefused(message)
    return share(numerator, denominator)
