"""The days of a clock, each with its reason."""

import datetime as dt

from answerable.domain.clock import ClockFacts, Regime, question_clock, shipped_holidays
from answerable.domain.clock.steps import explained, long_date, steps
from answerable.domain.clock.written import events_of

TABLE = shipped_holidays()


def clock(received, *events, regime=Regime.FOIA):
    day = dt.date.fromisoformat(received)
    return question_clock(ClockFacts(day, regime, events_of(events)), TABLE)


def test_every_day_from_receipt_to_the_due_date_has_its_reason():
    shown = clock("2025-02-24")

    listed = steps(shown)

    days = [step.on for step in listed]
    assert days[0] == shown.received_on
    assert days[-1] == shown.due_on
    assert len(days) == (shown.due_on - shown.received_on).days + 1
    assert [step.number for step in listed if step.counts] == list(range(1, 21))
    assert all(step.why for step in listed)


def test_the_days_are_printed_week_by_week_as_a_person_counts_them():
    assert list(explained(clock("2025-02-24"))) == [
        "Mon 24 Feb 2025                 does not count: the day of receipt: working day 1 comes after it",
        "Tue 25 to Fri 28 Feb 2025       days 1 to 4",
        "Mon 3 to Fri 7 Mar 2025         days 5 to 9",
        "Mon 10 to Fri 14 Mar 2025       days 10 to 14",
        "Mon 17 Mar 2025                 does not count: St Patrick's Day (Northern Ireland)",
        "Tue 18 to Fri 21 Mar 2025       days 15 to 18",
        "Mon 24 to Tue 25 Mar 2025       days 19 to 20",
    ]


def test_a_pause_and_a_restart_say_what_was_awaited():
    paused = "\n".join(explained(clock("2025-10-06", "fee:2025-10-16:2025-10-28")))
    restarted = "\n".join(explained(clock("2025-10-06", "clarification:2025-10-08:2025-10-20")))

    assert "Thu 16 to Tue 28 Oct 2025       does not count: the fee was awaited" in paused
    assert "Mon 6 to Sun 19 Oct 2025" in restarted
    assert "before the clock started again on 2025-10-20" in restarted


def test_a_month_that_ends_on_a_saturday_says_that_it_moves_on():
    lines = list(explained(clock("2025-09-25", regime=Regime.SAR)))

    assert lines[-3:] == [
        "Sat 25 Oct 2025                 day 30, a Saturday: the end moves on to a working day",
        "Sun 26 Oct 2025                 day 31, a Sunday: the end moves on to a working day",
        "Mon 27 Oct 2025                 day 32",
    ]


def test_a_clock_that_waits_is_explained_until_it_stopped():
    listed = steps(clock("2025-10-06", "clarification:2025-10-08"))

    assert [str(step.on) for step in listed] == ["2025-10-06", "2025-10-07"]


def test_a_long_date_has_no_leading_nought():
    assert long_date(dt.date(2025, 3, 5)) == "Wednesday 5 March 2025"
