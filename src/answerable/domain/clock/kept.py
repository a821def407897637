"""Due dates that were told to people, beside what a later calendar makes of them."""

import datetime as dt
from dataclasses import dataclass, replace

from answerable.domain.clock.calendars import Holidays
from answerable.domain.clock.clocks import Clock, ClockFacts, State, question_clock


@dataclass(frozen=True, slots=True)
class ToldDate:
    """A due date as it was told, and the version of the calendar that it was counted with."""

    due_on: dt.date
    version: str


@dataclass(frozen=True, slots=True)
class Recount:
    """A due date that was told, and the clock as it stands now.

    The clock of an open question is counted anew; that of a closed one keeps the date that was told.
    """

    told: ToldDate
    clock: Clock

    @property
    def is_closed(self) -> bool:
        """Return whether the question is answered: then what was told stands."""
        return self.clock.state is State.ANSWERED

    @property
    def has_moved(self) -> bool:
        """Return whether an open question now has another due date than was told."""
        return self.clock.due_on != self.told.due_on


def recounted(
    told: ToldDate, facts: ClockFacts, table: Holidays, *, table_then: Holidays | None = None
) -> Recount:
    """Return a told date beside a new count, which is made only while the question is open.

    `table_then` is the calendar that the told date was counted with, where it is still there: the
    days that a closed question took are counted on it.

    :raises ClockRefused: if the events cannot have happened so.
    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    clock = question_clock(facts, table)
    if clock.state is not State.ANSWERED:
        return Recount(told, clock)
    if table_then is not None and table_then is not table:
        clock = question_clock(facts, table_then)
    stands = (
        f"Told as {told.due_on} on calendar {told.version}: a closed clock is not counted again"
    )
    return Recount(
        told, replace(clock, due_on=told.due_on, alternatives=(), notes=(*clock.notes, stands))
    )
