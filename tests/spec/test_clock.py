"""docs/law/clock.md, calendars.md and other-clocks.md: each row is a case."""

import datetime as dt

import pytest

from answerable.domain.clock import (
    CalendarName,
    ClockFacts,
    Regime,
    Variant,
    period_clock,
    question_clock,
    shipped_holidays,
)
from answerable.domain.clock.written import events_of
from answerable.domain.law.provisions import provisions
from tests.support.pages import table, tables_with

PAGES = ("law/clock.md", "law/calendars.md", "law/other-clocks.md")
CASES = [row for page in PAGES for row in tables_with(page, "case")]
HOLIDAYS = shipped_holidays()


def day(text):
    return dt.date.fromisoformat(text)


def clock_of(row):
    law, _, variant = row["law"].partition(", ")
    happened = [part.partition(": ") for part in row["what happened"].split("; ") if part]
    if law in provisions():
        return period_clock(provisions()[law], day(row["received"]), HOLIDAYS)
    terms = [tuple(map(day, dates.split(", "))) for kind, _, dates in happened if kind == "term"]
    facts = ClockFacts(
        received_on=day(row["received"]),
        regime=Regime(law),
        events=events_of(
            f"{kind}:{dates.replace(', ', ':')}" for kind, _, dates in happened if kind != "term"
        ),
        variant=Variant(variant),
        sessions=tuple(terms) or None,
    )
    return question_clock(facts, HOLIDAYS)


def also(clock):
    notice = [f"notice by {clock.notice_due_on}"] if clock.notice_due_on else []
    pay = [f"pay by {clock.pay_by}"] if clock.pay_by and clock.waiting else []
    return "; ".join(notice + pay + [f"arguable {one.due_on}" for one in clock.alternatives])


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["case"])
def test_each_case_of_the_law_pages_comes_out(row):
    clock = clock_of(row)

    assert str(clock.due_on or "nothing") == row["due"], row["because"]
    assert also(clock) == row["also"], row["because"]


def test_the_pages_hold_every_case_once():
    names = [row["case"] for row in CASES]

    assert len(names) == len(set(names)) >= 63


@pytest.mark.parametrize(
    "row", table("law/clock.md", "Due date and days taken"), ids=lambda row: row["because"]
)
def test_the_days_taken_agree_with_the_due_date(row):
    facts = ClockFacts(day(row["received"]), events=events_of([f"answered:{row['sent']}"]))

    clock = question_clock(facts, HOLIDAYS)

    assert clock.days_taken == int(row["days taken"])
    assert clock.is_late == (row["late"] == "yes")


def test_the_page_on_calendars_names_each_calendar():
    rows = tables_with("law/calendars.md", "calendar")

    assert {row["calendar"].strip("`") for row in rows} == {name.value for name in CalendarName}


@pytest.mark.parametrize(
    "row", table("law/calendars.md", "Where our calendar differs from others"), ids=str
)
def test_the_disputed_days_are_working_days(row):
    for name in (CalendarName.UK_ANY, CalendarName.SCT):
        assert HOLIDAYS.calendar(name).is_working(day(row["day"]))
