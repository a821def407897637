"""Values that look scattered and are not drawn by chance: each follows from its place."""

import datetime as dt
from collections.abc import Sequence
from typing import TypeVar

_WORD = 2**32 - 1
_PLACE, _SALT = 0x9E37_79B1, 0x85EB_CA77
_TURNS = ((15, 0x2C1B_3C6D), (12, 0x297A_2D39), (15, 1))
"""Shifts and factors that let each bit of a place reach every bit (multiply and shift, as hash functions end)."""

Choice = TypeVar("Choice")


def spread(place: int, size: int, salt: int = 0) -> int:
    """Return a number from 0 to below `size`: scattered over the places, and otherwise for each salt."""
    mixed = (place * _PLACE + salt * _SALT) & _WORD
    for shift, factor in _TURNS:
        mixed = (mixed ^ (mixed >> shift)) * factor & _WORD
    return mixed * size >> 32


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
