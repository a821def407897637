"""Values that look scattered and are not drawn by chance: each follows from its place."""

import datetime as dt
from collections.abc import Sequence
from typing import TypeVar

_GOLDEN = 2_654_435_769
"""2**32 divided by the golden ratio: its multiples fall evenly (Knuth, The Art of Computer Programming, 6.4)."""
_WORD = 2**32

Choice = TypeVar("Choice")


def spread(place: int, size: int, salt: int = 0) -> int:
    """Return a number from 0 to below `size`: evenly spread over the places, differently for each salt."""
    return ((place + 1) * _GOLDEN + salt * 97_531) % _WORD * size // _WORD


def pick(choices: Sequence[Choice], place: int, salt: int = 0) -> Choice:
    """Return one of some choices."""
    return choices[spread(place, len(choices), salt)]


def day_between(first: dt.date, last: dt.date, place: int, salt: int = 0) -> dt.date:
    """Return a day from the first to the last, both included."""
    return first + dt.timedelta(days=spread(place, (last - first).days + 1, salt))


def with_sum(
    values: Sequence[int], least: Sequence[int], most: Sequence[int], total: int
) -> list[int]:
    """Return the values, each moved by as little as needed within its limits, so that they add up to a total.

    :raises ValueError: if no values within the limits do.
    """
    if not sum(least) <= total <= sum(most):
        raise ValueError(
            f"Values from {sum(least)} to {sum(most)} together cannot add up to {total}"
        )
    moved = [
        min(max(value, low), high) for value, low, high in zip(values, least, most, strict=True)
    ]
    while (missing := total - sum(moved)) != 0:
        step = 1 if missing > 0 else -1
        for place, value in enumerate(moved):
            if missing and least[place] <= value + step <= most[place]:
                moved[place] = value + step
                missing -= step
    return moved
