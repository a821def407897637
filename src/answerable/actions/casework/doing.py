"""Who does something, when, and on which calendar: what every action on a request is given."""

import datetime as dt
from dataclasses import dataclass

from answerable.domain.clock import Holidays
from answerable.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does something, at which moment, and the calendar that clocks are counted on."""

    by: Actor
    at: dt.datetime
    table: Holidays
