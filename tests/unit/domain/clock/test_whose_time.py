"""Whose time an answer took: rows of what was done, and that no day is lost or counted twice."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.domain.clock import CalendarName, Event, EventKind, shipped_holidays
from answerable.domain.clock.whose_time import (
    Holder,
    Told,
    held_by,
    shares_of,
    waits_of,
)

CALENDAR = shipped_holidays().calendar(CalendarName.UK_ANY)
MONDAY = dt.date(2025, 10, 6)
ACTIONS = (
    "request assigned", "request accepted", "request declined", "owner asked",
    "contribution answered", "decision put forward", "draft checked", "draft cleared",
    "draft sent back", "draft taken back", "letter sent", "note added",
)  # fmt: skip


def day(number):
    """Return a day so many days after the Monday of receipt."""
    return MONDAY + dt.timedelta(days=number)


def told(number, action, by="olive", **data):
    """Return a line so many days after receipt, about question 1 if it is about one."""
    return Told(day(number), action, by, data)


def shares(lines, answered, *events, received=0):
    """Return the days of each, as `officer olive 3`."""
    found = shares_of(
        held_by(lines, "1"),
        waits_of(events, answered_on=day(answered)),
        received_on=day(received),
        answered_on=day(answered),
        calendar=CALENDAR,
    )
    return [" ".join(filter(None, (one.who, one.key, str(one.days)))) for one in found]


ACCEPTED = told(1, "request accepted")
FORWARD = told(3, "decision put forward", question="1")
CHECKED = told(8, "draft checked", "cora", questions=["1"])
CLEARED = told(9, "draft cleared", "mary", questions=["1"])
ASKED = told(1, "owner asked", question="1", contribution=1)


@pytest.mark.parametrize(
    ("lines", "answered", "wanted"),
    [
        ([], 4, ["intake 4"]),
        ([ACCEPTED], 4, ["intake 1", "officer olive 3"]),
        ([told(0, "request accepted")], 4, ["officer olive 4"]),
        ([ACCEPTED, told(2, "request declined")], 4, ["intake 3", "officer olive 1"]),
        ([ACCEPTED, ASKED, told(3, "contribution answered", question="1", contribution=1)], 4,
         ["intake 1", "information owners 2", "officer olive 1"]),
        ([ACCEPTED, told(1, "owner asked", question="2", contribution=1)], 4,
         ["intake 1", "officer olive 3"]),
        ([ACCEPTED, ASKED, told(1, "owner asked", question="1", contribution=2),
          told(2, "contribution withdrawn", question="1", contribution=2)], 4,
         ["intake 1", "information owners 3"]),
        ([ACCEPTED, FORWARD, CHECKED, CLEARED], 10,
         ["intake 1", "officer olive 2", "checker cora 3", "manager mary 1", "sending 1"]),
        ([ACCEPTED, FORWARD, told(4, "draft sent back", "cora", questions=["1"])], 8,
         ["intake 1", "officer olive 4", "checker cora 1"]),
        ([ACCEPTED, FORWARD, told(4, "draft taken back", questions=["1"])], 8,
         ["intake 1", "officer olive 4", "checker 1"]),
        ([ACCEPTED, FORWARD, told(8, "draft checked", "cora", questions=["2"])], 8,
         ["intake 1", "officer olive 2", "checker 3"]),
        ([ACCEPTED, FORWARD, told(7, "draft cleared unchecked", "mary", questions=["1"])], 8,
         ["intake 1", "officer olive 2", "checker 2", "sending 1"]),
    ],
)  # fmt: skip
def test_a_day_belongs_to_whoever_had_the_question_when_it_began(lines, answered, wanted):
    assert shares(lines, answered) == wanted


def test_days_on_which_the_requester_was_awaited_are_nobody_elses():
    events = (
        Event(EventKind.CLARIFICATION_REQUESTED, day(1)),
        Event(EventKind.CLARIFICATION_RECEIVED, day(3)),
    )

    assert shares([ACCEPTED], 4, *events) == ["intake 1", "requester 2", "officer olive 1"]


def test_a_notice_that_leaves_meanwhile_takes_the_question_from_nobody():
    leaves = told(4, "letter leaves", letter=1, kind="public-interest-extension", questions=["1"])
    sent = told(4, "letter sent", letter=1, questions=["1"])

    assert shares([ACCEPTED, FORWARD, leaves, sent], 8) == [
        "intake 1",
        "officer olive 2",
        "checker 3",
    ]


def test_a_later_round_begins_with_the_officer_who_has_the_request():
    lines = [ACCEPTED, FORWARD, CHECKED, CLEARED, told(10, "letter sent", questions=["1"])]

    assert shares(lines, 23, received=21) == ["officer olive 2"]


@given(
    st.lists(
        st.tuples(st.integers(0, 90), st.sampled_from(ACTIONS), st.sampled_from("ab")), max_size=12
    ),
    st.lists(st.integers(0, 90), min_size=2, max_size=2).map(sorted),
    st.integers(0, 100),
)
def test_shares_add_up_to_the_days_between_receipt_and_answer(done, asked, answered):
    lines = [
        told(on, action, by, question="1", questions=["1"], contribution=1)
        for on, action, by in sorted(done)
    ]
    events = [
        Event(EventKind.FEES_NOTICE, day(asked[0])),
        Event(EventKind.FEE_RECEIVED, day(asked[1])),
    ]

    found = shares_of(
        held_by(lines, "1"),
        waits_of(events, answered_on=day(answered)),
        received_on=MONDAY,
        answered_on=day(answered),
        calendar=CALENDAR,
    )

    assert sum(one.days for one in found) == CALENDAR.count(MONDAY, day(answered))
    assert all(one.days > 0 and one.who in Holder for one in found)
