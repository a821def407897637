"""Which work counts towards the cost limit, and how much work the limit allows."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
from importlib import resources
from types import MappingProxyType

from answerable.domain.law.provisions import provision


@dataclass(frozen=True, slots=True)
class Activity:
    """A kind of work, and whether its time may be counted (SI 2004/3244 reg.4(3))."""

    name: str
    what: str
    counts: bool
    source: str


class Payer(StrEnum):
    """Which appropriate limit an authority has (SI 2004/3244 reg.3)."""

    CENTRAL = "central"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class CostLimit:
    """The appropriate limit: in pounds, at pounds an hour, and so in hours."""

    pounds: int
    rate: int
    law: str
    source: str

    @property
    def hours(self) -> Fraction:
        """Return how many hours of one person the limit is: 18 for 450 pounds."""
        return Fraction(self.pounds, self.rate)


@cache
def activities() -> Mapping[str, Activity]:
    """Return each kind of work by its name, those that count first."""
    text = resources.files(__package__).joinpath("costs.toml").read_text(encoding="utf-8")
    return MappingProxyType(
        {
            name: Activity(name, row["what"], row["counts"], row["source"])
            for name, row in tomllib.loads(text).items()
        }
    )


def cost_limit(payer: Payer, *, on: dt.date) -> CostLimit:
    """Return the appropriate limit of an authority on a day.

    :raises NoProvision: if there was none then.
    """
    central = payer is Payer.CENTRAL
    limit = provision("cost-limit-central" if central else "cost-limit", on=on)
    rate = provision("cost-rate", on=on)
    return CostLimit(limit.value, rate.value, limit.law, limit.source)
