"""A clock that explains itself: each day with the reason why it counts or does not."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from answerable.domain.clock.clocks import Clock, State
from answerable.domain.clock.limits import WORKING_DAYS

_DAY = dt.timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Step:
    """A day on the way to the due date: whether it counts, as which day, and why or why not."""

    on: dt.date
    counts: bool
    why: str
    number: int | None = None


def steps(clock: Clock) -> tuple[Step, ...]:
    """Return every day from receipt to the due date; while a clock waits, to the day it stopped."""
    return tuple(_steps(clock))


def explained(clock: Clock) -> Iterator[str]:
    """Yield the lines of the counting as a person would do it, week by week."""
    for (_, counts, why), group in groupby(_weekdays(steps(clock)), key=_line):
        days = list(group)
        first, last = days[0], days[-1]
        dates = _dates(first.on, last.on)
        if not counts:
            yield f"{dates:<31} does not count: {why}"
            continue
        numbers = (
            f"days {first.number} to {last.number}" if first is not last else f"day {first.number}"
        )
        yield f"{dates:<31} {numbers}{f', {why}' if why else ''}"


def long_date(day: dt.date) -> str:
    """Return a day as a letter prints it: `Tuesday 25 March 2025`."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def _steps(clock: Clock) -> Iterator[Step]:
    count = clock.count
    unit = "working day" if count.limit.unit == WORKING_DAYS else "day"
    for day in _days(clock.received_on, count.start - _DAY):
        yield Step(day, counts=False, why=f"before the clock started again on {count.start}")
    first = count.start
    if not count.limit.inclusive:
        yield Step(first, counts=False, why=f"the day of receipt: {unit} 1 comes after it")
        first += _DAY
    number = 0
    for day in _days(first, _end(clock)):
        if why_not := count.why_not(day):
            yield Step(day, counts=False, why=why_not)
        else:
            number += 1
            yield Step(day, counts=True, why=f"{unit} {number}{_moved(clock, day)}", number=number)


def _end(clock: Clock) -> dt.date:
    if clock.state is State.WAITING and clock.waiting is not None:
        return clock.waiting.on - _DAY
    if clock.due_on is not None:
        return clock.due_on
    return clock.pay_by or clock.count.start


def _moved(clock: Clock, day: dt.date) -> str:
    """Return why a month that ends on a day goes on to the next, where it does."""
    count = clock.count
    if count.limit.unit != "months" or day < count.raw_end:
        return ""
    why = count.calendar.why_not(day)
    return f", {why}: the end moves on to a working day" if why else ""


def _weekdays(listed: Sequence[Step]) -> Iterator[Step]:
    """Leave out the weekends between days that are named."""
    for step in listed:
        is_weekend = step.on.weekday() >= _SATURDAY and step.why in ("a Saturday", "a Sunday")
        if not is_weekend:
            yield step


def _line(step: Step) -> tuple[int, bool, str]:
    """Return what the days of one line share: the week for days that count, else the reason."""
    if not step.counts:
        return 0, False, step.why
    _, _, why = step.why.partition(", ")
    iso = step.on.isocalendar()
    return iso.year * 100 + iso.week, True, why


def _dates(first: dt.date, last: dt.date) -> str:
    if first == last:
        return f"{first:%a} {first.day} {first:%b %Y}"
    month = f" {first:%b}" if first.month != last.month else ""
    return f"{first:%a} {first.day}{month} to {last:%a} {last.day} {last:%b %Y}"


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    while first <= last:
        yield first
        first += _DAY
