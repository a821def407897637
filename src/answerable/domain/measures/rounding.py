"""Rounding, once and at the end: a half goes away from nought, as people round, and not to the even neighbour."""

from decimal import Decimal
from fractions import Fraction


def rounded(value: Fraction, decimals: int) -> int | Decimal:
    """Return a value with so many decimals: a whole number for none, and `Decimal("12.50")` for two."""
    scaled = abs(value) * 10**decimals
    # The floor of twice the value and one, halved: the half itself goes up.
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    signed = -whole if value < 0 else whole
    return Decimal(signed).scaleb(-decimals) if decimals else signed
