"""docs/reference/draft-deadline.md: each row is a case."""

import datetime as dt

import pytest

from answerable.config import settings
from answerable.domain.clock import ClockFacts, Regime, question_clock, shipped_holidays
from answerable.domain.clock.drafting import (
    DRAFT_WORKING_DAYS,
    draft_by,
    draft_of_clock,
)
from answerable.domain.clock.regimes import calendar_of
from answerable.domain.clock.written import events_of
from tests.support.pages import tables_with

ROWS = tables_with("reference/draft-deadline.md", "draft by")
HOLIDAYS = shipped_holidays()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["because"])
def test_a_draft_is_due_when_the_page_says(row):
    events = [one.strip() for one in row["what happened"].split(";") if one.strip()]
    received_on = dt.date.fromisoformat(row["received"])
    clock = question_clock(ClockFacts(received_on, Regime(row["law"]), events_of(events)), HOLIDAYS)
    days = int(row["days"])

    assert str(clock.due_on or "nothing") == row["answer due"]
    assert str(draft_of_clock(clock, working_days=days) or "nothing") == row["draft by"]
    if row["draft by"] != "nothing":
        calendar = calendar_of(row["law"], HOLIDAYS)
        day = draft_by(clock.work_to, received_on=received_on, working_days=days, calendar=calendar)
        assert str(day) == row["draft by"]


def test_the_default_is_what_the_page_says():
    assert settings.ANSWERABLE_DRAFT_DAYS == DRAFT_WORKING_DAYS == 10
