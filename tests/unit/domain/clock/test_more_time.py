"""What a notice may give, when what was asked for lapses, and events as the command line reads them."""

import datetime as dt
from dataclasses import replace

import pytest

from answerable.domain.clock import (
    ClockFacts,
    ClockRefused,
    Event,
    EventKind,
    Regime,
    question_clock,
    shipped_holidays,
)
from answerable.domain.clock.events import awaited
from answerable.domain.clock.lapsing import lapsed_for
from answerable.domain.clock.more_time import check_until, first_due_on, more_time
from answerable.domain.clock.written import events_of, written_event

TABLE = shipped_holidays()
WEIGH, COMPLEX = EventKind.PIT_EXTENSION, EventKind.COMPLEX_EXTENSION
AGAIN = "pit_extension_notice:2025-11-18:2025-11-27:The advice came late"


def facts(*events, regime=Regime.FOIA):
    return ClockFacts(dt.date(2025, 10, 6), regime=regime, events=events_of(events))


def day(text):
    return dt.date.fromisoformat(text)


def given(*events, kind=WEIGH, on="2025-10-20", regime=Regime.FOIA, why=""):
    return more_time(facts(*events, regime=regime), kind, on=day(on), table=TABLE, why=why)


@pytest.mark.parametrize(
    ("kind", "regime"), [(WEIGH, Regime.FOIA), (COMPLEX, Regime.EIR)], ids=["FOIA", "EIR"]
)
def test_a_notice_gives_forty_working_days_in_all_and_keeps_the_first_date(kind, regime):
    found = given(kind=kind, regime=regime)

    assert (str(found.first_on), str(found.latest_on)) == ("2025-11-03", "2025-12-02")
    assert str(found.notice_due_on) == "2025-11-03"


NOTHING = [
    ({"kind": COMPLEX}, "FOIA gives no more time because a request is complex"),
    ({"regime": Regime.EIR}, "EIR gives no more time to weigh"),
    ({"kind": COMPLEX, "regime": Regime.EIR, "on": "2025-11-04"}, "gives no more time"),
]


@pytest.mark.parametrize(("about", "why"), NOTHING, ids=[one for _, one in NOTHING])
def test_a_notice_that_the_law_does_not_know_or_that_is_late_gives_nothing(about, why):
    with pytest.raises(ClockRefused, match=why):
        given(**about)


AT_REST = [
    ("clarification:2025-10-08", "waits for whoever asked"),
    ("answered:2025-10-09", "is answered"),
    ("fee:2025-10-08:2026-02-02", "has lapsed"),
]


@pytest.mark.parametrize(("event", "why"), AT_REST, ids=[one for _, one in AT_REST])
def test_a_clock_at_rest_is_not_extended(event, why):
    with pytest.raises(ClockRefused, match=why):
        given(event, on="2026-02-09")


def test_a_second_notice_needs_a_reason_of_its_own():
    first = "pit_extension_notice:2025-10-20:2025-11-20"

    with pytest.raises(ClockRefused, match="needs a reason of its own"):
        given(first, on="2025-11-18")

    found = given(first, on="2025-11-18", why="The advice came late")
    assert [str(one) for one in (found.first_on, found.present_on, found.latest_on)] == [
        "2025-11-03",
        "2025-11-20",
        "2025-12-02",
    ]


def test_the_last_date_that_was_given_counts_and_is_noted():
    clock = question_clock(facts("pit_extension_notice:2025-10-20:2025-11-20", AGAIN), TABLE)

    assert str(clock.due_on) == "2025-11-27"
    assert any("again on 2025-11-18: The advice came late" in one for one in clock.notes)


def test_a_second_notice_is_in_time_if_the_first_was():
    events = ("complex_extension_notice:2025-10-20:2025-11-20", AGAIN.replace("pit", "complex"))

    assert str(question_clock(facts(*events, regime=Regime.EIR), TABLE).due_on) == "2025-11-27"


DATES = [
    ("2025-10-20", "is not after its own day"),
    ("2025-10-17", "is not after its own day"),
    ("2025-11-03", "gives no more time"),
    ("2025-12-03", "2025-12-02 is the latest day"),
]


@pytest.mark.parametrize(("until", "why"), DATES)
def test_a_notice_names_a_date_between_the_first_and_the_latest(until, why):
    with pytest.raises(ClockRefused, match=why):
        check_until(day(until), given(), on=day("2025-10-20"))


def test_every_other_date_may_be_named():
    assert check_until(day("2025-11-04"), given(), on=day("2025-10-20")) is None


def test_the_first_date_is_the_one_before_any_notice():
    assert str(first_due_on(facts("pit_extension_notice:2025-10-20:2025-11-20"), TABLE)) == (
        "2025-11-03"
    )
    assert first_due_on(facts("clarification:2025-10-08:2025-10-10"), TABLE) is None


LAPSES = [
    (["clarification:2025-10-08"], "2025-12-08", EventKind.CLARIFICATION_REQUESTED),
    (["fee:2025-10-08"], "2026-01-08", EventKind.FEES_NOTICE),
    (["fee:2025-10-08:2026-01-20"], "2026-01-21", EventKind.FEES_NOTICE),
]


@pytest.mark.parametrize(("events", "on", "kind"), LAPSES)
def test_what_was_asked_for_in_vain_ends_a_question(events, on, kind):
    assert lapsed_for(facts(*events), on=day(on), table=TABLE).kind is kind


GOES_ON = [
    (["clarification:2025-10-08"], "2025-12-07", "it lapses after 2025-12-07"),
    (["fee:2025-10-08"], "2026-01-07", "can be paid until 2026-01-07"),
    (["clarification:2025-10-08:2025-10-10"], "2026-02-02", "waits for nothing"),
    ([], "2026-02-02", "waits for nothing"),
]


@pytest.mark.parametrize(("events", "on", "why"), GOES_ON)
def test_a_question_goes_on_while_there_is_time(events, on, why):
    with pytest.raises(ClockRefused, match=why):
        lapsed_for(facts(*events), on=day(on), table=TABLE)


def test_what_is_awaited_is_what_was_asked_and_has_not_come():
    events = events_of(["clarification:2025-10-08:2025-10-09", "fee:2025-10-10"])

    assert [one.kind for one in awaited(events)] == [EventKind.FEES_NOTICE]


SPELLED = [
    "clarification_requested:2025-10-08",
    "regime_changed:2025-10-09:EIR",
    "pit_extension_notice:2025-10-20",
    "pit_extension_notice:2025-10-20:2025-11-20",
    AGAIN,
    "pit_extension_notice:2025-11-18::It came at 10:30, late",
]


@pytest.mark.parametrize("text", SPELLED)
def test_an_event_is_written_as_it_is_read(text):
    (event,) = events_of([text])

    assert written_event(event) == text


def test_a_reason_is_written_on_one_line():
    event = Event(WEIGH, day("2025-11-18"), why="It came\nlate")

    assert written_event(event) == "pit_extension_notice:2025-11-18::It came late"
    assert events_of([written_event(event)]) == (replace(event, why="It came late"),)
