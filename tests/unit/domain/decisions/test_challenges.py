"""When a review can be asked for, by when it is due, and what a finding does."""

import datetime as dt
from dataclasses import replace

import pytest

from answerable.domain.clock import ClockRefused, Regime, shipped_holidays
from answerable.domain.decisions.challenges import (
    Challenged,
    Finding,
    Found,
    Ground,
    checked_limit,
    last_day_to_ask,
    reopens,
    review_due_on,
    why_no_review,
)

TABLE = shipped_holidays()
ANSWERED = dt.date(2025, 10, 6)
DUE = dt.date(2025, 11, 3)
ONE = Challenged("Question 1", Regime.FOIA, ANSWERED, DUE)
OPEN = replace(ONE, answered_on=None)
ALL, TIME = tuple(Ground), (Ground.TIMELINESS,)
LATE = dt.date(2025, 11, 4)


@pytest.mark.parametrize(
    ("one", "grounds", "on", "says"),
    [
        (ONE, ALL, ANSWERED, ""),
        (ONE, (), ANSWERED, "say what the review is about"),
        (ONE, ALL, dt.date(2025, 10, 5), "answered on 6 October 2025"),
        (OPEN, TIME, LATE, ""),
        (OPEN, TIME, DUE, "is not late"),
        (OPEN, ALL, LATE, "not answered yet"),
        (replace(OPEN, due_on=None), TIME, LATE, "waits for whoever asked"),
        (replace(OPEN, is_closed=True), TIME, LATE, "closed without an answer"),
        (replace(ONE, in_hand=2), ALL, LATE, "under review already (review 2)"),
        (replace(ONE, reviewed=1), ALL, LATE, "the next step is a complaint to the regulator"),
        (replace(ONE, regime=Regime.SAR), ALL, LATE, "knows no review"),
    ],
)
def test_a_review_can_be_asked_for_or_not(one, grounds, on, says):
    refusal = why_no_review(one, grounds, on=on)

    assert says in refusal
    assert bool(refusal) == bool(says)


@pytest.mark.parametrize(
    ("regime", "answered_on", "last"),
    [
        (Regime.FOIA, ANSWERED, dt.date(2025, 12, 2)),
        (Regime.EIR, ANSWERED, dt.date(2025, 12, 2)),
        (Regime.FOIA, dt.date(2018, 7, 3), None),
        (Regime.FOIA, None, None),
        (Regime.SAR, ANSWERED, None),
    ],
)
def test_there_are_forty_working_days_to_ask(regime, answered_on, last):
    assert last_day_to_ask(replace(ONE, regime=regime, answered_on=answered_on), TABLE) == last


@pytest.mark.parametrize(
    ("regimes", "is_extended", "due_on"),
    [
        ([Regime.FOIA], False, dt.date(2025, 11, 3)),
        ([Regime.FOIA], True, dt.date(2025, 12, 2)),
        ([Regime.EIR], False, dt.date(2025, 12, 2)),
        ([Regime.EIR, Regime.FOIA], False, dt.date(2025, 11, 3)),
        ([], False, None),
    ],
)
def test_a_review_is_due_by_the_earliest_of_its_laws(regimes, is_extended, due_on):
    assert review_due_on(regimes, ANSWERED, TABLE, is_extended=is_extended) == due_on


@pytest.mark.parametrize(
    ("finding", "grounds", "is_answered", "opens"),
    [
        (Finding.OVERTURNED, ALL, True, True),
        (Finding.PARTLY, (Ground.HANDLING,), True, True),
        (Finding.UPHELD, ALL, True, False),
        (Finding.OVERTURNED, TIME, True, False),
        (Finding.OVERTURNED, ALL, False, False),
    ],
)
def test_what_is_late_alone_gets_no_second_answer(finding, grounds, is_answered, opens):
    assert reopens(finding, grounds, is_answered=is_answered) is opens


def test_each_point_must_be_answered():
    found = Found(Finding.UPHELD, "It was right.", {Ground.HANDLING: "We searched again."})

    assert found.lacks("Question 1", (Ground.HANDLING, Ground.DECISION)) == (
        "Question 1: answer what was said about the decision itself",
    )
    assert len(Found().lacks("Question 1", ALL)) == 5


@pytest.mark.parametrize("text", ["20wd", "35days", "60 working days", ""])
def test_a_limit_within_reason_is_kept(text):
    assert checked_limit(text) == (text or "20wd")


@pytest.mark.parametrize("text", ["61wd", "6months", "soon", "9999days"])
def test_nobody_waits_for_ever(text):
    with pytest.raises(ClockRefused):
        checked_limit(text)
