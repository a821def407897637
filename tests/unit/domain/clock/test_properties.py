"""What holds for every clock: calendars by other hands, and counts that cannot disagree."""

import datetime as dt
from dataclasses import replace

import holidays as others
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from answerable.domain.clock import (
    CalendarName,
    ClockFacts,
    Event,
    EventKind,
    Limit,
    Regime,
    question_clock,
    shipped_holidays,
)
from answerable.domain.clock.calendars import Holiday, Nation
from answerable.domain.clock.counting import Count, Pause

TABLE = shipped_holidays()
FIRST, LAST = dt.date(2000, 1, 1), dt.date(2030, 9, 30)
ALL_DAYS = [FIRST + dt.timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
DAYS = st.dates(dt.date(2000, 1, 6), dt.date(2029, 12, 31))
GAPS = st.integers(0, 40)
NATIONS = {Nation.ENGLAND_AND_WALES: "ENG", Nation.SCOTLAND: "SCT", Nation.NORTHERN_IRELAND: "NIR"}
WRONG_ELSEWHERE = {dt.date(2006, 11, 30), dt.date(2010, 1, 4), dt.date(2011, 1, 4)}
ONE = dt.timedelta(days=1)


def clock(received_on, *events, regime=Regime.FOIA, table=TABLE):
    return question_clock(ClockFacts(received_on, regime, events), table)


def test_the_holidays_package_agrees_on_every_weekday_but_three():
    differing = set()
    for nation, code in NATIONS.items():
        theirs = others.country_holidays("GB", subdiv=code, years=range(2000, 2031))
        ours = {day for day, one in TABLE.by_day.items() if nation in one.names}
        differing |= {day for day in ours ^ set(theirs) if day.weekday() < 5 and day.year >= 2000}

    assert differing == WRONG_ELSEWHERE


@pytest.mark.parametrize("name", [CalendarName.UK_ANY, CalendarName.EW, CalendarName.SCT])
def test_numpy_agrees_on_the_due_date_of_every_day(name):
    calendar = TABLE.calendar(name)
    days = np.array(ALL_DAYS, dtype="datetime64[D]")
    closed = [day for day in TABLE.by_day if calendar.why_not(day)]

    theirs = np.busday_offset(days, 20, roll="backward", holidays=closed)

    assert [calendar.add(day, 20) for day in ALL_DAYS] == theirs.tolist()


def test_due_date_and_days_taken_agree_for_every_day():
    calendar = TABLE.calendar(CalendarName.UK_ANY)
    for day in ALL_DAYS:
        count = Count(day, Limit(20), calendar)
        due_on = count.due_on

        assert count.taken_on(due_on) == 20
        assert count.taken_on(due_on + ONE) == 21
        assert calendar.count(day, due_on) == 20


@given(DAYS, st.lists(st.tuples(GAPS, GAPS), max_size=3), st.integers(1, 60), st.integers(0, 120))
def test_an_answer_is_late_exactly_if_it_took_more_days_than_there_are(day, gaps, limit, sent):
    pauses, at = [], day
    for gap, length in gaps:
        first = at + dt.timedelta(days=gap + 1)
        at = first + dt.timedelta(days=length)
        pauses.append(Pause(first, at))
    count = Count(day, Limit(limit), TABLE.calendar(CalendarName.UK_ANY), tuple(pauses))
    sent_on = day + dt.timedelta(days=sent)

    assert (sent_on > count.due_on) == (count.taken_on(sent_on) > limit)


@given(DAYS, st.integers(0, 30), st.integers(0, 40))
def test_a_pause_of_n_working_days_moves_the_due_date_by_n(day, after, length):
    calendar = TABLE.calendar(CalendarName.UK_ANY)
    notice_on = day + dt.timedelta(days=after)
    paid_on = notice_on + dt.timedelta(days=length)
    bare = clock(day).due_on
    assume(notice_on <= bare)

    paused = clock(
        day, Event(EventKind.FEES_NOTICE, notice_on), Event(EventKind.FEE_RECEIVED, paid_on)
    )

    days = calendar.count(max(day, notice_on - ONE), paid_on)
    assert paused.due_on == (calendar.add(bare, days) if days else bare)


@given(DAYS)
def test_receipt_on_a_day_off_equals_receipt_on_the_last_working_day_before(day):
    before = TABLE.calendar(CalendarName.UK_ANY).on_or_before(day)

    assert clock(day).due_on == clock(before).due_on


@given(DAYS, st.integers(1, 60))
def test_another_holiday_never_makes_a_due_date_earlier(day, after):
    on = day + dt.timedelta(days=after)
    named = dict.fromkeys(Nation, "another day off")
    more = replace(TABLE, by_day={**TABLE.by_day, on: Holiday(on, named)})

    for regime in Regime:
        assert clock(day, regime=regime, table=more).due_on >= clock(day, regime=regime).due_on


@given(DAYS, DAYS)
def test_a_later_request_is_never_due_earlier(one, other):
    first, second = sorted((one, other))

    for regime in Regime:
        assert clock(first, regime=regime).due_on <= clock(second, regime=regime).due_on


@given(DAYS, st.integers(1, 20), st.integers(0, 60))
def test_a_clarification_makes_it_the_clock_of_the_day_on_which_it_came(day, asked, waited):
    asked_on = day + dt.timedelta(days=asked)
    came_on = asked_on + dt.timedelta(days=waited)

    restarted = clock(
        day,
        Event(EventKind.CLARIFICATION_REQUESTED, asked_on),
        Event(EventKind.CLARIFICATION_RECEIVED, came_on),
    )

    assert restarted.due_on == clock(came_on).due_on
    assert restarted.count.start == came_on
