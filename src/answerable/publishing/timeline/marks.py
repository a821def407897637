"""What stands on the days of a clock: what happened, what is due, and today."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.domain.clock.clocks import Clock
from answerable.domain.clock.events import Event, EventKind
from answerable.publishing.timeline.spans import is_open, last_day_to_pay

_SHORT = {
    EventKind.CLARIFICATION_REQUESTED: "Clarification asked",
    EventKind.CLARIFICATION_RECEIVED: "Clarification received",
    EventKind.ADVICE_QUESTION_SENT: "Optional question",
    EventKind.ADVICE_ANSWER_RECEIVED: "Optional answer",
    EventKind.FEES_NOTICE: "Fees notice",
    EventKind.FEE_RECEIVED: "Fee received",
    EventKind.IDENTITY_REQUESTED: "Identity asked",
    EventKind.IDENTITY_RECEIVED: "Identity proved",
    EventKind.INFORMATION_REQUESTED: "Information asked",
    EventKind.INFORMATION_RECEIVED: "Information received",
    EventKind.PIT_EXTENSION: "Notice of more time",
    EventKind.COMPLEX_EXTENSION: "Notice of more time",
    EventKind.REGIME_CHANGED: "Other regime",
    EventKind.PART_SPLIT_OFF: "Part split off",
    EventKind.ANSWERED: "Answered",
}
"""The things that happen to a question before it is answered; reviews have clocks of their own."""
RECEIVED, DUE, TODAY = "Received", "Due", "Today"


@dataclass(frozen=True, slots=True)
class Mark:
    """A day with what stands on it, in two or three words."""

    on: dt.date
    words: str


def events_shown(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events that belong to the clock of the question itself."""
    return tuple(one for one in events if one.kind in _SHORT)


def marks_of(clock: Clock, events: Sequence[Event], *, today: dt.date) -> tuple[Mark, ...]:
    """Return the marks of a clock in the order of their days."""
    marks = [Mark(clock.received_on, RECEIVED)]
    marks += [Mark(one.on, _SHORT[one.kind]) for one in events_shown(events)]
    if clock.answered_on and not any(one.kind is EventKind.ANSWERED for one in events):
        marks.append(Mark(clock.answered_on, _SHORT[EventKind.ANSWERED]))
    if clock.notice_due_on:
        marks.append(Mark(clock.notice_due_on, "Notice due"))
    if pay_by := last_day_to_pay(clock, events):
        marks.append(Mark(pay_by, "Last day to pay"))
    marks += [Mark(day, "May be due") for day in other_dates(clock)]
    if clock.due_on:
        marks.append(Mark(clock.due_on, DUE))
    if is_open(clock) and today >= clock.received_on:
        marks.append(Mark(today, TODAY))
    return tuple(sorted(marks, key=lambda one: one.on))


def other_dates(clock: Clock) -> tuple[dt.date, ...]:
    """Return the dates under other readings of the law, each once."""
    dates = {one.due_on for one in clock.alternatives if one.due_on is not None}
    return tuple(sorted(dates - {clock.due_on}))
