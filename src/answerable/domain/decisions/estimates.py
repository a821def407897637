"""The estimate of a cost refusal: which work, how many items, how many minutes, what does not count."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from answerable.domain.law.costs import Activity, CostLimit, Payer, activities, cost_limit

_FORM = re.compile(
    r"(?P<activity>[a-z]+):(?P<count>\d{1,9}):(?P<minutes>\d{1,6}(?:\.\d{1,3})?)(?::(?P<people>[1-9]\d{0,2}))?",
    re.ASCII,
)
_HOUR = 60


class EstimateRefused(ValueError):
    """What was said of the work cannot be: the message says what is wrong."""


@dataclass(frozen=True, slots=True)
class Work:
    """Some work: `count` items at `minutes` each, by so many people at once."""

    activity: Activity
    count: int
    minutes: Fraction
    people: int = 1

    @property
    def hours(self) -> Fraction:
        """Return the hours of one person that it takes: two people count twice (reg.4(4))."""
        return self.count * self.minutes * self.people / _HOUR


@dataclass(frozen=True, slots=True)
class Together:
    """Another request that is added up with this one (SI 2004/3244 reg.5).

    `hours` is what it would take; `by_same_person` is whether the same person asked, or else somebody
    who acts together with them; `why` says why it asks for the same or similar information.
    """

    reference: str
    hours: Fraction
    by_same_person: bool
    why: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """An estimate under section 12: the work, what it was sampled on, and what is added up with it."""

    work: tuple[Work, ...]
    sample: str = ""
    together: tuple[Together, ...] = ()

    @property
    def counted(self) -> tuple[Work, ...]:
        """Return the work that counts towards the limit."""
        return tuple(one for one in self.work if one.activity.counts)

    @property
    def left_out(self) -> tuple[Work, ...]:
        """Return the work that never counts, however long it takes."""
        return tuple(one for one in self.work if not one.activity.counts)

    @property
    def hours(self) -> Fraction:
        """Return the hours that count, with those of the requests that are added up."""
        own = sum((one.hours for one in self.counted), Fraction(0))
        return own + sum((one.hours for one in self.together), Fraction(0))

    def pounds(self, limit: CostLimit) -> Fraction:
        """Return what the hours that count cost at the rate of a limit."""
        return self.hours * limit.rate

    def is_over(self, limit: CostLimit) -> bool:
        """Return whether the request may be refused: exactly the limit is still within it (s.12(1))."""
        return self.pounds(limit) > limit.pounds


def work_of(text: str) -> Work:
    """Return the work that `locate:1200:5` means: activity, items, minutes each, people.

    :raises EstimateRefused: if it means nothing.
    """
    found = _FORM.fullmatch(text.strip().lower())
    if found is None:
        message = f"{text!r} is no work: say ACTIVITY:ITEMS:MINUTES[:PEOPLE], as in locate:1200:5"
        raise EstimateRefused(message)
    activity = activities().get(found["activity"])
    if activity is None:
        known = ", ".join(activities())
        message = f"There is no activity called {found['activity']!r}: there are {known}"
        raise EstimateRefused(message)
    return Work(
        activity,
        int(found["count"]),
        Fraction(found["minutes"]),
        int(found["people"] or 1),
    )


def limit_of_payer(payer: Payer, *, on: dt.date) -> CostLimit:
    """Return the limit that an estimate is held against.

    :raises NoProvision: if there was none on that day.
    """
    return cost_limit(payer, on=on)


def estimate(work: Iterable[Work], *, sample: str = "") -> Estimate:
    """Return an estimate of some work.

    :raises EstimateRefused: if there is no work in it.
    """
    listed = tuple(work)
    if not listed:
        message = "An estimate needs work: name at least one activity with its items and minutes"
        raise EstimateRefused(message)
    return Estimate(listed, sample)
