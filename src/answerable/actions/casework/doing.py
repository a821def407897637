"""Who does something, when, for which body and on which calendar: what every action is given."""

import datetime as dt
from dataclasses import dataclass, field

from django.utils.timezone import localtime

from answerable.domain.clock import Holidays
from answerable.domain.decisions.decision import Authority
from answerable.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does something, at which moment, the calendar that clocks are counted on, and for whom."""

    by: Actor
    at: dt.datetime
    table: Holidays
    authority: Authority = field(default_factory=Authority)

    @property
    def on(self) -> dt.date:
        """Return the day of the moment, as people here count days."""
        return local_day(self.at)


def local_day(moment: dt.datetime) -> dt.date:
    """Return the day of a moment, as people here count days."""
    return localtime(moment).date()
