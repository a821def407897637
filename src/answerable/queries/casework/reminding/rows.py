"""What a reminder says: requests by their references, in groups, each for one reason."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from answerable.domain.clock import CalendarName, Holidays


class Why(StrEnum):
    """Why a reminder names a request; the order is that of the mail."""

    OVERDUE = "overdue"
    TODAY = "due today"
    SOON = "due soon"
    DRAFT_LATE = "draft late"
    CAME_BACK = "sent back"
    OFFERED = "to accept"
    UNSEEN = "with new messages"
    ANSWERED = "with answers of information owners"
    TO_CHECK = "to check"
    TO_CLEAR = "to clear"
    NOTICES = "with notices to let go"
    REVIEWS_TO_TAKE = "with a review to take"
    REVIEWS = "to review"
    ENTRIES = "to validate for the log"


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """A request that a reminder names, and the day that it is about, if it is about one."""

    reference: str
    on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ReminderGroup:
    """The requests that are named for one reason, the most urgent first."""

    why: Why
    lines: tuple[ReminderLine, ...]


@dataclass(frozen=True, slots=True)
class Reminder:
    """What somebody is told: what they have or what waits for them, and as a manager what nobody has."""

    own: tuple[ReminderGroup, ...] = ()
    nobodys: tuple[ReminderGroup, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to say."""
        return not (self.own or self.nobodys)


@dataclass(frozen=True, slots=True)
class ReminderDay:
    """The day that reminders are of, its calendar, how early drafts are due, and how far ahead is soon."""

    today: dt.date
    table: Holidays
    draft_days: int
    soon_days: int

    @property
    def soon(self) -> dt.date:
        """Return the last day of which is said ahead.

        :raises OutsideCalendar: if the calendar does not reach so far.
        """
        return self.table.calendar(CalendarName.UK_ANY).add(self.today, self.soon_days)
