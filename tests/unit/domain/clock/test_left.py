"""Working days that are left, and how a list says them."""

import datetime as dt

import pytest

from answerable.domain.clock import OutsideCalendar, shipped_holidays
from answerable.domain.clock.left import days_left, last_day_within, left_in_words

TABLE = shipped_holidays()
FRIDAY = dt.date(2025, 10, 3)
MONDAY = dt.date(2025, 10, 6)


@pytest.mark.parametrize(
    ("work_to", "today", "left", "words"),
    [
        (dt.date(2025, 10, 9), MONDAY, 3, "3 working days left"),
        (dt.date(2025, 10, 7), MONDAY, 1, "1 working day left"),
        (MONDAY, MONDAY, 0, "due today"),
        (MONDAY, FRIDAY, 1, "1 working day left"),
        (FRIDAY, dt.date(2025, 10, 4), -1, "1 working day late"),
        (FRIDAY, MONDAY, -1, "1 working day late"),
        (FRIDAY, dt.date(2025, 10, 7), -2, "2 working days late"),
        # St Andrew's Day is a holiday in Scotland, and so it counts nowhere.
        (dt.date(2025, 12, 2), dt.date(2025, 11, 28), 1, "1 working day left"),
        (None, MONDAY, None, "no date"),
        (dt.date(1950, 1, 2), MONDAY, None, "no date"),
    ],
)
def test_days_left_are_working_days(work_to, today, left, words):
    found = days_left(work_to, today=today, table=TABLE)

    assert (found, left_in_words(found)) == (left, words)


def test_each_law_has_its_own_working_days():
    # The Twelfth is a holiday in Northern Ireland alone.
    days = {"today": dt.date(2024, 7, 11), "table": TABLE}

    assert days_left(dt.date(2024, 7, 12), regime="FOIA", **days) == 0
    assert days_left(dt.date(2024, 7, 12), regime="FOISA", **days) == 1


def test_within_some_days_ends_on_a_working_day():
    assert last_day_within(0, today=dt.date(2025, 10, 4), table=TABLE) == dt.date(2025, 10, 4)
    assert last_day_within(5, today=FRIDAY, table=TABLE) == dt.date(2025, 10, 10)
    with pytest.raises(OutsideCalendar):
        last_day_within(5, today=dt.date(1950, 1, 2), table=TABLE)
