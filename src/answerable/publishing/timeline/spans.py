"""The days of a clock by what they are: used, left, not counting, paused, waited, late."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from answerable.domain.clock.clocks import Clock, State
from answerable.domain.clock.events import ASKED_BY, Event, EventKind
from answerable.domain.clock.regimes import TERMS, Effect, Regime

DAY = dt.timedelta(days=1)


class SpanKind(StrEnum):
    """What days are to a clock, in the words of the key below the picture."""

    BEFORE = "before the clock started again"
    USED = "days used"
    LEFT = "days left"
    OFF = "days that do not count"
    PAUSED = "clock paused"
    WAITING = "waiting for the person who asked"
    LATE = "late"
    AFTER = "after the deadline"
    EXTENSION = "more time after a notice"


_FEE = (EventKind.FEES_NOTICE, EventKind.FEE_RECEIVED)


@dataclass(frozen=True, slots=True)
class Span:
    """Days of one kind from the first until the end, which is left out."""

    kind: SpanKind
    first: dt.date
    end: dt.date


def last_day(clock: Clock, events: Sequence[Event], today: dt.date) -> dt.date:
    """Return the last day that a picture of a clock shows."""
    days = [clock.count.start, *(one.on for one in events)]
    days += [one.due_on for one in clock.alternatives if one.due_on]
    known = (clock.due_on, clock.notice_due_on, last_day_to_pay(clock, events), clock.answered_on)
    days += [day for day in known if day is not None]
    if is_open(clock):
        days.append(today)
    return max(days)


def is_open(clock: Clock) -> bool:
    """Return whether an answer is still owed, or will be once something has come."""
    return clock.state in (State.RUNNING, State.WAITING)


def last_day_to_pay(clock: Clock, events: Sequence[Event]) -> dt.date | None:
    """Return by when a fee must be paid, if one is awaited or came too late."""
    fees = [one.kind for one in events if one.kind in _FEE]
    is_awaited = bool(fees) and fees[-1] is EventKind.FEES_NOTICE and is_open(clock)
    return clock.pay_by if is_awaited or clock.state is State.LAPSED else None


def restarts(clock: Clock, event: Event) -> bool:
    """Return whether the clock started again when something came."""
    if event.kind not in ASKED_BY or not clock.received_on < event.on <= clock.count.start:
        return False
    return TERMS[Regime(clock.regime)].effect(event.kind) is Effect.RESTARTS


def spans_of(clock: Clock, events: Sequence[Event], *, today: dt.date) -> tuple[Span, ...]:
    """Return every day from receipt to the last that is shown, in spans of one kind."""
    waits = _waits(clock, events)
    days = _days(clock.received_on, last_day(clock, events, today) + DAY)
    grouped = groupby(days, key=lambda day: _kind(clock, day, waits, today))
    return tuple(_span(kind, list(group)) for kind, group in grouped)


def extension_of(clock: Clock) -> Span | None:
    """Return the days that a notice added, where it added any."""
    notice_by, due_on = clock.notice_due_on, clock.due_on
    if notice_by is None or due_on is None or due_on <= notice_by:
        return None
    return Span(SpanKind.EXTENSION, notice_by + DAY, due_on + DAY)


def _kind(
    clock: Clock, day: dt.date, waits: Sequence[tuple[dt.date, dt.date]], today: dt.date
) -> SpanKind:
    count = clock.count
    if any(first <= day < end for first, end in waits):
        return SpanKind.WAITING
    if day < count.start:
        return SpanKind.BEFORE
    if any(pause.first <= day <= pause.last for pause in count.pauses):
        return SpanKind.PAUSED
    until = clock.answered_on or today
    if clock.due_on is not None and day > clock.due_on:
        return SpanKind.LATE if day <= until else SpanKind.AFTER
    is_day_zero = day == count.start and not count.limit.inclusive
    if is_day_zero or not count.counts(day):
        return SpanKind.OFF
    return SpanKind.USED if day <= until else SpanKind.LEFT


def _waits(clock: Clock, events: Sequence[Event]) -> list[tuple[dt.date, dt.date]]:
    """Return when the clock waited: before each new start, and since what has not come yet."""
    waits = []
    for place, event in enumerate(events):
        if restarts(clock, event):
            asked = [one for one in events[:place] if one.kind is ASKED_BY[event.kind]]
            waits += [(asked[-1].on, event.on)] if asked else []
    if clock.waiting is not None:
        waits.append((clock.waiting.on, dt.date.max))
    elif clock.state is State.LAPSED:
        notices = [one.on for one in events if one.kind is EventKind.FEES_NOTICE]
        waits.append((notices[-1], dt.date.max))
    return waits


def _span(kind: SpanKind, days: Sequence[dt.date]) -> Span:
    return Span(kind, days[0], days[-1] + DAY)


def _days(first: dt.date, end: dt.date) -> Iterator[dt.date]:
    while first < end:
        yield first
        first += DAY
