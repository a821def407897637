"""That a letter left, and what that means: the form of the rows in `meanings`."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from answerable.domain.clock import Holidays
from answerable.records.casework.models import Letter


@dataclass(frozen=True, slots=True)
class Gone:
    """When a letter left, who said so and when, and the calendar that clocks are counted on."""

    on: dt.date
    at: dt.datetime
    by: str
    table: Holidays


@dataclass(frozen=True, slots=True)
class Meaning:
    """What happens when a letter of a kind has left, and when it was stopped before."""

    left: Callable[[Letter, Gone], None]
    stopped: Callable[[Letter], None]
