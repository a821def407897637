"""Numbers as strangers give them."""

import math


def finite(given: object) -> list[float] | None:
    """Return a list of numbers as such, or nothing if it is none, or one of them has no end."""
    if not isinstance(given, list):
        return None
    if not all(type(one) in (int, float) and math.isfinite(one) for one in given):
        return None
    return [float(one) for one in given]
