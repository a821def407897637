"""Whether a question may end because what was asked for never came."""

import datetime as dt

from answerable.domain.clock.calendars import Holidays
from answerable.domain.clock.clocks import ClockFacts, State, question_clock
from answerable.domain.clock.events import ClockRefused, Event, EventKind, awaited

LAPSE_AFTER_DAYS = 60
"""How long an office waits to hear what was meant: no law says it, the office chooses."""


def lapsed_for(
    facts: ClockFacts, *, on: dt.date, table: Holidays, after_days: int = LAPSE_AFTER_DAYS
) -> Event:
    """Return what was asked for and came too late or never, so that a question may end on a day.

    A fee has the time that the law gives (FOIA s.9(2)); a clarification so many days as the office
    waits.

    :raises ClockRefused: if it may not end yet: the message says from when on.
    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    clock = question_clock(facts, table)
    asked = {one.kind: one for one in awaited(facts.events)}
    fees = [one for one in facts.events if one.kind is EventKind.FEES_NOTICE]
    if clock.state is State.LAPSED:
        return fees[-1]
    if EventKind.FEES_NOTICE in asked and clock.pay_by is not None:
        if on > clock.pay_by:
            return asked[EventKind.FEES_NOTICE]
        message = f"The fee can be paid until {clock.pay_by}: it lapses after that day"
        raise ClockRefused(message)
    meant = asked.get(EventKind.CLARIFICATION_REQUESTED)
    if meant is None:
        message = "It waits for nothing from whoever asked: what ends for another reason is closed"
        raise ClockRefused(message)
    last = meant.on + dt.timedelta(days=after_days)
    if on <= last:
        message = (
            f"What was meant was asked on {meant.on}, and this office waits {after_days} days: "
            f"it lapses after {last}"
        )
        raise ClockRefused(message)
    return meant
