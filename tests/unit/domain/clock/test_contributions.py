"""When an owner is reminded: from the dates and the last reminder, and not from those that were missed."""

import datetime as dt

import pytest

from answerable.domain.clock import CalendarName, shipped_holidays
from answerable.domain.clock.contributions import (
    MOST_REMINDERS,
    Reminded,
    is_to_remind,
    last_day_of_link,
    next_reminder_on,
    why_not_by,
    why_too_late,
)

CALENDAR = shipped_holidays().calendar(CalendarName.UK_ANY)
ASKED = dt.date(2025, 10, 6)
DUE = dt.date(2025, 10, 15)


def day(text):
    return dt.date.fromisoformat(f"2025-{text}")


@pytest.mark.parametrize(
    ("asked", "due", "times", "last", "next_one", "because"),
    [
        ("10-06", "10-15", 0, None, "10-13", "two working days before"),
        ("10-06", "10-20", 0, None, "10-16", "Saturday and Sunday do not count"),
        ("10-06", "12-29", 0, None, "12-23", "nor do the days of Christmas"),
        ("10-13", "10-15", 0, None, "10-16", "asked on the day of the first one: that was enough"),
        ("10-14", "10-15", 0, None, "10-16", "asked the day before"),
        ("10-06", "10-15", 1, "10-13", "10-16", "the day after the deadline"),
        ("10-06", "10-15", 1, "10-15", "10-16", "reminded by hand on the day itself"),
        ("10-06", "10-17", 1, "10-15", "10-20", "the day after is a Monday"),
        ("10-06", "10-15", 2, "10-16", "10-21", "every three working days from then on"),
        ("10-06", "10-15", 2, "10-22", "10-27", "counted from the one that went, however late"),
        ("10-06", "10-15", MOST_REMINDERS, "10-30", None, "mail alone does not help"),
    ],
)
def test_the_next_reminder_follows_from_the_last(asked, due, times, last, next_one, because):
    so_far = Reminded(day(asked), day(due), times, last and day(last))

    assert next_reminder_on(so_far, CALENDAR) == (next_one and day(next_one)), because


@pytest.mark.parametrize(
    ("times", "last", "today", "goes", "because"),
    [
        (0, None, "10-10", False, "it is early yet"),
        (0, None, "10-13", True, "the day has come"),
        (0, None, "10-14", True, "the day was missed"),
        (0, None, "10-18", False, "a Saturday"),
        (1, "10-13", "10-13", False, "one went today"),
        (1, "10-13", "10-15", False, "the deadline is not over"),
        (1, "10-13", "10-16", True, "it is over"),
        (0, None, "11-14", True, "the link still works"),
        (0, None, "11-17", False, "nothing can be answered by the link any more"),
    ],
)
def test_a_reminder_goes_on_a_working_day_once_it_is_due(times, last, today, goes, because):
    so_far = Reminded(ASKED, DUE, times, last and day(last))

    assert is_to_remind(so_far, today=day(today), calendar=CALENDAR) is goes, because


def sent_on(days):
    """Return on which of the days on which a worker ran it sent a reminder."""
    so_far, sent = Reminded(ASKED, DUE), []
    for today in days:
        if is_to_remind(so_far, today=today, calendar=CALENDAR):
            so_far = Reminded(ASKED, DUE, so_far.times + 1, today)
            sent.append(f"{today:%m-%d}")
    return sent


def test_a_worker_that_runs_every_day_keeps_to_the_plan():
    every = [ASKED + dt.timedelta(days=count) for count in range(60)]

    assert sent_on(every) == ["10-13", "10-16", "10-21", "10-24", "10-29", "11-03"]


@pytest.mark.parametrize(
    ("woke", "sent"),
    [
        ("10-14", ["10-14", "10-16", "10-21"]),
        ("10-16", ["10-16", "10-21", "10-24"]),
        ("10-21", ["10-21", "10-24", "10-29"]),
    ],
)
def test_a_worker_that_slept_sends_one_and_goes_on_from_there(woke, sent):
    days = [day(woke) + dt.timedelta(days=count) for count in range(60)]

    assert sent_on(days)[:3] == sent


@pytest.mark.parametrize(
    ("due", "refusal"),
    [
        ("10-07", ""),
        ("10-06", "2025-10-06 is over or is today: give a day to come"),
        ("09-30", "2025-09-30 is over or is today: give a day to come"),
        ("10-11", "2025-10-11 is no working day (a Saturday): give one that is"),
        ("12-25", "2025-12-25 is no working day (Christmas Day): give one that is"),
    ],
)
def test_an_owner_is_asked_for_a_working_day_to_come(due, refusal):
    assert why_not_by(day(due), today=ASKED, calendar=CALENDAR) == refusal


@pytest.mark.parametrize(
    ("work_to", "refusal"),
    [
        (None, ""),
        ("10-16", ""),
        (
            "10-15",
            "The answer itself is due on 2025-10-15: give an earlier day, "
            "or say why it must be 2025-10-15",
        ),
        (
            "10-06",
            "The answer itself is due already, on 2025-10-06: say why an owner is asked now",
        ),
    ],
)
def test_a_day_on_which_the_answer_itself_is_due_needs_a_reason(work_to, refusal):
    assert why_too_late(DUE, today=ASKED, work_to=work_to and day(work_to)) == refusal


def test_a_link_works_for_thirty_days_behind_the_deadline():
    assert last_day_of_link(DUE) == day("11-14")
