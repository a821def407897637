"""Lengths of time in working days: the middle, and the 90th percentile by nearest rank."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

_HALF = Decimal(2)
_NINETY, _HUNDRED = 90, 100


@dataclass(frozen=True, slots=True)
class Length:
    """How long something took: of how many, the median and the 90th percentile; None of nothing.

    `cases` are those behind it, the longest first.
    """

    ident: str
    count: int
    median: Decimal | None
    percentile_90: int | None
    cases: tuple[str, ...] = ()


def length_of(ident: str, by_days: Mapping[int, Sequence[str]]) -> Length:
    """Return how long something took, of the cases that took so many working days."""
    counts = sorted(by_days)
    days = [count for count in counts for _ in by_days[count]]
    cases = tuple(case for count in reversed(counts) for case in sorted(by_days[count]))
    return Length(ident, len(days), median(days), percentile_90(days), cases)


def median(days: Sequence[int]) -> Decimal | None:
    """Return the middle of sorted values, the mean of the two in the middle; None of none."""
    if not days:
        return None
    half = len(days) // 2
    if len(days) % 2:
        return Decimal(days[half])
    return Decimal(days[half - 1] + days[half]) / _HALF


def percentile_90(days: Sequence[int]) -> int | None:
    """Return the smallest of sorted values that at least 90 in 100 do not exceed; None of none."""
    if not days:
        return None
    rank = -(-_NINETY * len(days) // _HUNDRED)
    return days[rank - 1]
