"""The Commissioner's bands of timeliness, and shares as they are printed."""

from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

_GOOD, _ADEQUATE = 95, 90
SOURCE = "https://ico.org.uk/for-organisations/foi/foi-self-assessment-toolkit/"
"""The self-assessment toolkit on freedom of information, topic 1: timeliness, response rates."""


class Band(StrEnum):
    """How the Commissioner's toolkit calls a share of answers in time."""

    GOOD = "good"
    ADEQUATE = "adequate"
    UNSATISFACTORY = "unsatisfactory"


def band_of(numerator: int, denominator: int | None) -> Band | None:
    """Return the band of a share: good from 95 %, adequate from 90 %, else unsatisfactory; None of nothing.

    It is the share itself that is compared, not the one that is printed rounded.
    """
    if not denominator:
        return None
    if 100 * numerator >= _GOOD * denominator:
        return Band.GOOD
    return Band.ADEQUATE if 100 * numerator >= _ADEQUATE * denominator else Band.UNSATISFACTORY


def percent(numerator: int, denominator: int | None) -> Decimal | None:
    """Return a share in per cent with one decimal, a half rounded up; None of nothing."""
    if not denominator:
        return None
    share = Decimal(100 * numerator) / Decimal(denominator)
    return share.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
