"""The dates of a contribution: by when it may be asked for, when to remind, how long its link works."""

import datetime as dt
from dataclasses import dataclass

from answerable.domain.clock.calendars import Calendar

DAYS_BEFORE = 2
"""How many working days before the deadline the first reminder goes: time to write half a page."""
DAYS_BETWEEN = 3
"""How many working days lie between reminders once the deadline has passed."""
MOST_REMINDERS = 6
"""After so many, in about three weeks, mail alone does not help: somebody has to call."""
TELL_OFFICER_AFTER = 2
"""After so many reminders without an answer the officer of the question is told as well."""
LINK_DAYS = 30
"""How many days behind the deadline a link still works: late words are better than none."""


@dataclass(frozen=True, slots=True)
class Reminded:
    """When an owner was asked, by when to answer, and how often and when last they were reminded."""

    asked_on: dt.date
    due_on: dt.date
    times: int = 0
    last_on: dt.date | None = None


def next_reminder_on(so_far: Reminded, calendar: Calendar) -> dt.date | None:
    """Return the first day on which the next reminder may go, None if none will.

    It is counted from the last reminder that went, and not from those that should have: whoever
    comes back after a week of silence sends one.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    if so_far.times >= MOST_REMINDERS:
        return None
    after = calendar.add(so_far.due_on, 1)
    if so_far.last_on is None:
        early = days_before(so_far.due_on, calendar)
        return early if early > so_far.asked_on else after
    if so_far.last_on <= so_far.due_on:
        return after
    return calendar.add(so_far.last_on, DAYS_BETWEEN)


def is_to_remind(so_far: Reminded, *, today: dt.date, calendar: Calendar) -> bool:
    """Return whether a reminder goes today: on a working day, while the link in it still works.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    if not calendar.is_working(today) or so_far.last_on == today:
        return False
    if today > last_day_of_link(so_far.due_on):
        return False
    due = next_reminder_on(so_far, calendar)
    return due is not None and due <= today


def days_before(due_on: dt.date, calendar: Calendar) -> dt.date:
    """Return the day of the first reminder, so many working days before the deadline.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    day = due_on
    for _ in range(DAYS_BEFORE):
        day = calendar.on_or_before(day - dt.timedelta(days=1))
    return day


def last_day_of_link(due_on: dt.date) -> dt.date:
    """Return the last day on which the link of a contribution works."""
    return due_on + dt.timedelta(days=LINK_DAYS)


def why_not_by(due_on: dt.date, *, today: dt.date, calendar: Calendar) -> str:
    """Return why nobody can be asked to answer by a day, as a sentence; nothing if they can.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    if due_on <= today:
        return f"{due_on} is over or is today: give a day to come"
    if not calendar.is_working(due_on):
        return f"{due_on} is no working day ({calendar.why_not(due_on)}): give one that is"
    return ""


def why_too_late(due_on: dt.date, *, today: dt.date, work_to: dt.date | None) -> str:
    """Return why a day needs a reason, as a sentence; nothing if it leaves time for the answer."""
    if work_to is None or due_on < work_to:
        return ""
    if work_to <= today:
        return f"The answer itself is due already, on {work_to}: say why an owner is asked now"
    return f"The answer itself is due on {work_to}: give an earlier day, or say why it must be {due_on}"
