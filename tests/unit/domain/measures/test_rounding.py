"""Rounding: once, exactly, a half away from nought."""

from decimal import Decimal
from fractions import Fraction

import pytest

from answerable.domain.measures.rounding import rounded


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (Fraction(5, 2), 0, "3"),
        (Fraction(-5, 2), 0, "-3"),
        (Fraction(7, 2), 0, "4"),
        (Fraction(49999, 20000), 0, "2"),
        (Fraction(2675, 1000), 2, "2.68"),
        (Fraction(1), 2, "1.00"),
        (Fraction(-1, 1000), 2, "0.00"),
        (Fraction(273 * 100, 704), 1, "38.8"),
        (Fraction(10**30 + 1, 2), 0, str((10**30 + 2) // 2)),
    ],
)
def test_a_half_goes_away_from_nought(value, decimals, shown):
    result = rounded(value, decimals)

    assert str(result) == shown
    assert isinstance(result, Decimal if decimals else int)
