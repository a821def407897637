"""When there can be an alert on a search, and when its next mail may come."""

import datetime as dt

import pytest

from answerable.domain.disclosure_log.alerts import Every, NoAlert, next_day, why_no_alert

DAYS = [
    (Every.DAY, "2026-02-28", "2026-03-01"),
    (Every.WEEK, "2026-12-28", "2027-01-04"),
    (Every.MONTH, "2026-01-31", "2026-02-28"),
    (Every.MONTH, "2026-12-05", "2027-01-05"),
]


@pytest.mark.parametrize(("every", "today", "then"), DAYS)
def test_the_next_mail_comes_a_day_a_week_or_a_month_later(every, today, then):
    assert next_day(every, dt.date.fromisoformat(today)) == dt.date.fromisoformat(then)


SEARCHES = [
    ("bicycles", "q=bicycles", False, None),
    ("", "", True, NoAlert.EMPTY),
    ("word " * 50, "q=w", False, None),
    ("word " * 10_000, "q=w", False, NoAlert.TOO_MANY_WORDS),
    ("x", "q=" + "x" * 999, False, NoAlert.TOO_LONG),
]


@pytest.mark.parametrize(("text", "query", "is_empty", "why"), SEARCHES)
def test_what_looks_for_nothing_or_is_too_long_is_no_alert(text, query, is_empty, why):
    assert why_no_alert(text, query, is_empty=is_empty) is why
