"""What a notice of an extension may give: from which date, to which, and whether any time at all."""

import datetime as dt
from dataclasses import dataclass, replace

from answerable.domain.clock.calendars import Holidays
from answerable.domain.clock.clocks import Clock, ClockFacts, State, question_clock
from answerable.domain.clock.events import ClockRefused, Event, EventKind

EXTENSIONS = (EventKind.PIT_EXTENSION, EventKind.COMPLEX_EXTENSION)
"""The notices that give more time."""


@dataclass(frozen=True, slots=True)
class MoreTime:
    """How much time a notice of a day may give.

    `first_on` is the date without any notice, `present_on` the one that was told last, `latest_on` the
    latest that a notice may name. `notice_due_on` is by when it had to be given.
    """

    first_on: dt.date
    present_on: dt.date
    latest_on: dt.date
    notice_due_on: dt.date | None


def more_time(
    facts: ClockFacts, kind: EventKind, *, on: dt.date, table: Holidays, why: str = ""
) -> MoreTime:
    """Return how much time a notice of a day may give a question; `why` is why it is a second one.

    :raises ClockRefused: if it gives none: the message says why.
    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    before = question_clock(facts, table)
    due_on = check_running(before)
    event = Event(kind, on, why=why)
    after = question_clock(replace(facts, events=(*facts.events, event)), table)
    first_on = first_due_on(facts, table) or due_on
    if after.due_on is None or after.due_on <= first_on:
        reason = after.notes[-1] if after.notes else "the law gives none"
        message = f"A notice of {on} gives no more time: {reason}"
        raise ClockRefused(message)
    return MoreTime(first_on, due_on, after.due_on, after.notice_due_on)


def check_running(clock: Clock) -> dt.date:
    """Return when an answer is due, if its clock runs.

    :raises ClockRefused: if it does not: a notice would then change nothing.
    """
    if clock.state is not State.RUNNING or clock.due_on is None:
        raise ClockRefused(_AT_REST[clock.state])
    return clock.due_on


def check_until(until: dt.date, given: MoreTime, *, on: dt.date) -> None:
    """Do nothing if a notice of a day may name a date.

    :raises ClockRefused: if not; the message says between which days it may be.
    """
    if until <= on:
        message = (
            f"The notice cannot name {until}, which is not after its own day: name a later one"
        )
    elif until <= given.first_on:
        message = f"{until} gives no more time: the answer is due on {given.first_on} without it"
    elif until > given.latest_on:
        message = f"{until} is later than a notice may name: {given.latest_on} is the latest day"
    else:
        return
    raise ClockRefused(message)


def first_due_on(facts: ClockFacts, table: Holidays) -> dt.date | None:
    """Return the date as it was before any notice gave more time; None if no notice did.

    :raises ClockRefused: if the events cannot have happened so.
    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    others = tuple(one for one in facts.events if one.kind not in EXTENSIONS)
    if len(others) == len(facts.events):
        return None
    return question_clock(replace(facts, events=others), table).due_on


_AT_REST = {
    State.WAITING: "The clock waits for whoever asked: there is nothing to extend",
    State.LAPSED: "The duty to answer has lapsed: there is nothing to extend",
    State.ANSWERED: "The question is answered: there is nothing to extend",
    State.RUNNING: "Nothing is due: there is nothing to extend",
}
