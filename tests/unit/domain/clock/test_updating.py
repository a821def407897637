"""A later list of bank holidays: what changes, what stays, and what becomes of dates already told."""

import datetime as dt

import pytest

from answerable.domain.clock import (
    CalendarName,
    ClockFacts,
    NoSuchTable,
    holidays_as_json,
    holidays_of,
    question_clock,
    shipped_holidays,
)
from answerable.domain.clock.calendars import Nation
from answerable.domain.clock.kept import ToldDate, recounted
from answerable.domain.clock.updating import next_version, updated
from answerable.domain.clock.written import events_of

TABLE = shipped_holidays()
TODAY = dt.date(2026, 11, 25)
NEW_DAY = dt.date(2027, 6, 7)
DIVISIONS = {
    Nation.ENGLAND_AND_WALES: "england-and-wales",
    Nation.SCOTLAND: "scotland",
    Nation.NORTHERN_IRELAND: "northern-ireland",
}


def published(*, first=2026, last=2028, without=(), more=()):
    """Return what GOV.UK would publish if our table were right, but for what a test changes."""
    listed = {}
    for nation, division in DIVISIONS.items():
        days = {day: one.names[nation] for day, one in TABLE.by_day.items() if nation in one.names}
        days = {day: name for day, name in days.items() if first <= day.year <= last}
        days |= {day: name for day, name, where in more if where is nation}
        events = [
            {"title": name, "date": str(day), "notes": "", "bunting": True}
            for day, name in sorted(days.items())
            if day not in without
        ]
        listed[division] = {"division": division, "events": events}
    return listed


def with_new_day():
    more = [(NEW_DAY, "Centenary", Nation.SCOTLAND)]
    return updated(TABLE, published(more=more), version="2026-11-25", on=TODAY)


def test_the_list_that_is_known_changes_nothing():
    update = updated(TABLE, published(), version="2026-11-25", on=TODAY)

    assert update.changes == ()
    assert not update.is_newer_than(TABLE)


def test_a_new_holiday_is_shown_and_moves_due_dates():
    update = with_new_day()

    assert [one.words for one in update.changes] == ["+ 2027-06-07 Centenary (Scotland)"]
    assert TABLE.calendar(CalendarName.UK_ANY).is_working(NEW_DAY)
    assert not update.table.calendar(CalendarName.UK_ANY).is_working(NEW_DAY)
    assert update.table.calendar(CalendarName.EW).is_working(NEW_DAY)


def test_a_holiday_that_is_gone_is_shown_and_counts_again():
    gone = dt.date(2027, 5, 3)

    update = updated(TABLE, published(without=[gone]), version="2026-11-25", on=TODAY)

    assert [one.words[:12] for one in update.changes] == ["- 2027-05-03"] * 3
    assert update.table.calendar(CalendarName.UK_ANY).is_working(gone)


def test_years_that_the_list_does_not_cover_stay_as_they_are():
    update = updated(TABLE, published(first=2027, last=2027), version="2026-11-25", on=TODAY)

    assert update.changes == ()
    assert (update.first, update.last) == (dt.date(2027, 1, 1), dt.date(2027, 12, 31))


def test_a_list_of_later_years_makes_the_table_longer():
    days = ["01-01", "04-11", "04-14", "05-05", "05-26", "08-25", "12-25", "12-26"]
    events = [{"title": "A day off", "date": f"2031-{day}"} for day in days]
    later = {division: {"events": events} for division in DIVISIONS.values()}

    update = updated(TABLE, later, version="2026-11-25", on=TODAY)

    assert update.table.last == update.table.proclaimed_until == dt.date(2031, 12, 31)
    assert question_clock(ClockFacts(dt.date(2031, 1, 6)), update.table).due_on is not None


def test_requests_that_wait_when_a_holiday_becomes_known_show_both_dates():
    table = with_new_day().table
    waiting = ClockFacts(dt.date(2026, 11, 25), limit=None)

    shown = question_clock(ClockFacts(dt.date(2027, 5, 24)), table)

    assert not shown.is_arguable
    assert not question_clock(waiting, table).is_arguable
    assert table.by_day[NEW_DAY].proclaimed_on == TODAY


def test_a_table_survives_being_written_and_read():
    again = holidays_of(holidays_as_json(with_new_day().table))

    assert holidays_as_json(again) == holidays_as_json(with_new_day().table)


def test_a_second_update_on_one_day_has_a_version_of_its_own():
    assert next_version(TODAY, {"2026-11-22": None}) == "2026-11-25"
    assert next_version(TODAY, {"2026-11-25": None, "2026-11-25.2": None}) == "2026-11-25.3"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ([], "not the file that GOV.UK publishes"),
        ({"england-and-wales": {"events": []}}, "must hold england-and-wales, scotland"),
        ({name: {"events": []} for name in DIVISIONS.values()}, "holds no bank holiday of England"),
        (
            {name: {"events": [{"title": "x", "date": "tomorrow"}]} for name in DIVISIONS.values()},
            "not the file that GOV.UK publishes",
        ),
    ],
)
def test_another_file_is_refused_with_a_plain_sentence(data, words):
    with pytest.raises(NoSuchTable, match=words):
        updated(TABLE, data, version="2026-11-25", on=TODAY)


def thinned(listed, years):
    return {
        division: {"events": [one for one in of["events"] if int(one["date"][:4]) in years]}
        for division, of in listed.items()
    }


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (thinned(published(), {2026, 2028}), "lists 0 bank holidays of England and Wales in 2027"),
        (
            {**thinned(published(), {2026}), "scotland": thinned(published(), {2028})["scotland"]},
            "no year in common",
        ),
        (
            {
                name: {
                    "events": [{"title": "x", "date": f"2040-01-{day:02d}"} for day in range(1, 9)]
                }
                for name in DIVISIONS.values()
            },
            "get the list of the years next to it",
        ),
    ],
)
def test_a_list_with_holes_is_refused_and_not_taken_for_fewer_holidays(data, words):
    with pytest.raises(NoSuchTable, match=words):
        updated(TABLE, data, version="2026-11-25", on=TODAY)


@pytest.mark.parametrize(
    "data", [{}, {"holidays": [{}]}, {"holidays": [{"on": "x", "in": {}}]}, [], {"holidays": [1]}]
)
def test_a_damaged_table_is_refused(data):
    with pytest.raises(NoSuchTable, match="no table of bank holidays"):
        holidays_of(data)


RECEIVED = dt.date(2027, 5, 24)
TOLD = ToldDate(question_clock(ClockFacts(RECEIVED), TABLE).due_on, TABLE.version)


def test_an_open_clock_is_counted_again_and_shows_both_dates():
    recount = recounted(TOLD, ClockFacts(RECEIVED), with_new_day().table)

    assert recount.has_moved
    assert (recount.told.due_on, recount.clock.due_on) == (
        dt.date(2027, 6, 22),
        dt.date(2027, 6, 23),
    )


def test_a_closed_clock_keeps_the_date_that_was_told():
    facts = ClockFacts(RECEIVED, events=events_of(["answered:2027-06-23"]))

    recount = recounted(TOLD, facts, with_new_day().table, table_then=TABLE)

    assert recount.clock.due_on == TOLD.due_on
    assert (recount.clock.is_late, recount.clock.days_taken, recount.clock.days_allowed) == (
        True,
        21,
        20,
    )
    assert not recount.has_moved
