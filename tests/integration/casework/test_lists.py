"""Lists of requests: what narrows them, in which order they stand, and who sees what."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.domain.decisions import Outcome
from answerable.domain.roles import Stage
from answerable.queries.casework import lists
from answerable.queries.casework.filters import (
    ENDED,
    IN_HAND,
    MINE,
    NOBODY,
    Due,
    RequestFilters,
    Sort,
    Span,
)
from answerable.queries.casework.lists import Part, request_list, request_numbers, rows_numbered
from tests.support.casework import CHECKER, MANAGER, OFFICER, somebody
from tests.support.lists import TABLE, TODAY, ask_owner, make_request, send_message, tag

pytestmark = pytest.mark.django_db

OLIVE = OFFICER.key


def day(number):
    return TODAY + dt.timedelta(days=number)


def listed(viewer=MANAGER, part=None, **filters):
    found = request_list(
        RequestFilters(**filters), viewer=viewer, today=TODAY, table=TABLE, part=part
    )
    return [row.reference for row in found.rows]


@pytest.fixture
def six(db):
    """Six requests that differ in everything that a list can be narrowed by."""
    make_request("R1", work_to=day(-3), officer=OLIVE, received_on=day(-30))
    two = make_request("R2", work_to=day(0), team="south", channel="web", received_on=day(-29))
    three = make_request("R3", work_to=day(7), officer=OLIVE, team="south", stage=Stage.DRAFTED)
    make_request("R4", work_to=None, clock="waiting", regime="EIR", officer="omar@body.example")
    five = make_request("R5", work_to=day(-9), stage=Stage.SENT, received_on=day(-90))
    make_request("R6", work_to=day(1), named=(OLIVE,), officer=OLIVE)
    tag(three, "outcome", "withheld")
    tag(three, "exemption", "31", "31(1)", "31(1)(a)")
    tag(five, "outcome", "disclosed")
    send_message(two)
    send_message(three, is_unseen=False)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["R1", "R2", "R3", "R4"]),
        ({"stages": ENDED}, ["R5"]),
        ({"stages": ()}, ["R5", "R1", "R2", "R3", "R4"]),
        ({"stages": (Stage.DRAFTED,)}, ["R3"]),
        ({"officer": OLIVE}, ["R1", "R3"]),
        ({"officer": MINE}, []),
        ({"officer": NOBODY}, ["R2"]),
        ({"team": "south"}, ["R2", "R3"]),
        ({"due": Due(is_overdue=True)}, ["R1"]),
        ({"due": Due(within=0)}, ["R2"]),
        ({"due": Due(within=5)}, ["R2", "R3"]),
        ({"due": Due(within=4)}, ["R2"]),
        ({"due": Due(on=Span(day(-3), day(0)))}, ["R1", "R2"]),
        ({"due": Due(on=Span(last=day(-1)))}, ["R1"]),
        ({"received": Span(day(-30), day(-29))}, ["R1", "R2"]),
        ({"received": Span(first=day(-25))}, ["R3", "R4"]),
        ({"outcome": "withheld"}, ["R3"]),
        ({"outcome": "disclosed"}, []),
        ({"outcome": "disclosed", "stages": ()}, ["R5"]),
        ({"exemption": "31"}, ["R3"]),
        ({"exemption": "31(1)"}, ["R3"]),
        ({"exemption": "section 31(1)(a)"}, ["R3"]),
        ({"exemption": "40"}, []),
        ({"channel": "web"}, ["R2"]),
        ({"regime": "EIR"}, ["R4"]),
        ({"waits": True}, ["R4"]),
        ({"has_unseen": True}, ["R2"]),
        ({"sort": Sort.REFERENCE}, ["R1", "R2", "R3", "R4"]),
        ({"sort": Sort.OLDEST}, ["R1", "R2", "R3", "R4"]),
        ({"sort": Sort.NEWEST}, ["R4", "R3", "R2", "R1"]),
        (
            {
                "officer": OLIVE,
                "team": "south",
                "outcome": "withheld",
                "exemption": "31",
                "channel": "email",
            },
            ["R3"],
        ),
    ],
)
def test_a_list_is_narrowed_and_ordered(six, filters, found):
    assert listed(**filters) == found


def test_a_restricted_request_is_there_for_those_named_only(six):
    mine = request_list(RequestFilters(), viewer=OFFICER, today=TODAY, table=TABLE)

    assert [row.reference for row in mine.rows] == ["R1", "R2", "R6", "R3", "R4"]
    assert mine.total == 5
    for other in (MANAGER, CHECKER):
        found = request_list(RequestFilters(), viewer=other, today=TODAY, table=TABLE)
        assert (found.total, "R6" in [row.reference for row in found.rows]) == (4, False)


def test_whoever_may_read_no_requests_sees_none(six):
    assert listed(viewer=somebody("Rita", "administrator"), stages=()) == []


def test_a_row_says_what_a_list_shows(six):
    request = make_request(
        "R7", work_to=day(2), title="Bicycles of A. Person", asker="A. Person", team="north"
    )
    tag(request, "outcome", "withheld", "disclosed")
    tag(request, "exemption", "31", "31(1)", "31(1)(a)", "40")
    send_message(request)
    send_message(request)
    ask_owner(request, due_on=day(-1))
    ask_owner(request, due_on=day(1))
    ask_owner(request, due_on=day(-1), state="answered")

    (row,) = request_list(
        RequestFilters(team="north"), viewer=MANAGER, today=TODAY, table=TABLE
    ).rows

    assert row.title == "Bicycles of [the requester]"
    assert (row.days_left, row.unseen_messages) == (2, 2)
    assert (row.contributions_open, row.contributions_overdue) == (2, 1)
    assert row.outcomes == (Outcome.DISCLOSED, Outcome.WITHHELD)
    assert row.exemptions == ("31(1)(a)", "40")
    assert (row.officer, row.team, row.is_restricted) == ("", "north", False)


def test_what_has_ended_has_no_days_left(six):
    found = request_list(RequestFilters(stages=ENDED), viewer=MANAGER, today=TODAY, table=TABLE)

    assert [(row.work_to, row.days_left) for row in found.rows] == [(None, None)]


def test_a_list_goes_page_by_page_and_no_deeper_than_it_is_counted(six, monkeypatch):
    assert listed(part=Part(2, 0)) == ["R1", "R2"]
    assert listed(part=Part(2, 2)) == ["R3", "R4"]
    assert listed(part=Part(2, 4)) == []

    monkeypatch.setattr(lists, "MOST_COUNTED", 3)
    found = request_list(
        RequestFilters(), viewer=MANAGER, today=TODAY, table=TABLE, part=Part(2, 2)
    )

    assert [row.reference for row in found.rows] == ["R3"]
    assert (found.total, found.is_more) == (3, True)


def test_rows_for_a_file_come_in_the_order_of_the_list_and_are_checked_again(six, monkeypatch):
    monkeypatch.setattr(lists, "_BATCH", 2)
    who = {"viewer": OFFICER, "today": TODAY, "table": TABLE}
    numbers = request_numbers(RequestFilters(), **who)

    assert [row.reference for row in rows_numbered(numbers, **who)] == [
        "R1",
        "R2",
        "R6",
        "R3",
        "R4",
    ]
    who["viewer"] = MANAGER
    assert "R6" not in [row.reference for row in rows_numbered(numbers, **who)]


def queries_of(**filters):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        listed(**filters)
    return len(captured)


def test_a_list_takes_as_many_queries_however_long_it_is(six):
    full = {"stages": IN_HAND, "part": Part(50, 0)}
    few = queries_of(**full)
    for number in range(20):
        request = make_request(f"S{number}", officer=OLIVE, team="south")
        tag(request, "outcome", "withheld")
        send_message(request)
        ask_owner(request, due_on=day(-1))

    assert queries_of(**full) == few <= 7
    assert queries_of(**full, outcome="withheld", exemption="31", has_unseen=True) <= 7
