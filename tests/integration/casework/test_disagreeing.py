"""Where earlier answers to the very question disagree, with each other or with what is decided now."""

import datetime as dt

import pytest

from answerable.actions.casework.unlike import put_aside
from answerable.domain.decisions import Outcome
from answerable.domain.decisions.decision import Decision, Ground
from answerable.queries.casework.disagreeing import Drafted, disagreements
from tests.support.casework import OFFICER, doing_by
from tests.support.earlier import TEXT, asked, earlier, published, theirs, withheld

pytestmark = pytest.mark.django_db
DAY = dt.date(2025, 10, 6)
OPEN = Decision(())
REFUSED = Decision((Outcome.WITHHELD,), (Ground("31(1)(a)"),))
SHOWN = Decision((Outcome.DISCLOSED,))


def told(reference, decision=OPEN, answer="", *, text=TEXT):
    return disagreements(earlier(reference), Drafted(text, DAY, decision, answer, DAY))


def test_a_draft_is_held_against_the_earlier_answer_to_the_very_question():
    published()
    own = asked()

    assert told(own, REFUSED) == (
        "7000001 question 1 disclosed this in March 2025; you withhold it under 31(1)(a)",
    )
    assert told(own, SHOWN, "There are seven.") == told(own) == ()


def test_earlier_answers_are_held_against_each_other_before_anything_is_drafted():
    withheld(ref="7000002", month="2025-05")
    published()
    own = asked()

    assert told(own) == (
        "7000001 question 1 disclosed this in March 2025; "
        "7000002 question 1 withheld this under 31(1)(a) in May 2025",
    )


def test_what_is_drafted_comes_first():
    withheld(ref="7000002", month="2025-05")
    published()
    own = asked()

    first, second = told(own, REFUSED)

    assert first.endswith("you withhold it under 31(1)(a)")
    assert second.startswith("7000001 question 1 disclosed this")


def test_other_numbers_are_told_and_that_time_may_explain_them():
    published(answer="There are 45.", month="2021-11")
    own = asked()

    assert told(own, SHOWN, "There are 12.") == (
        "7000001 question 1 in November 2021 and your draft state different things: "
        "first 45, then 12, which time may explain",
    )


@pytest.mark.parametrize(
    "text",
    ["How many tandems did the workshop own in 2019?", "How many wheelbarrows does it own?"],
)
def test_what_is_about_another_time_or_thing_contradicts_nothing(text):
    published(text)
    own = asked()

    assert told(own, REFUSED) == ()


def test_what_another_body_decided_contradicts_nothing():
    theirs()
    own = asked()

    assert told(own, REFUSED) == ()


def test_what_was_put_aside_contradicts_nothing():
    published()
    own = asked()
    (found,) = earlier(own).usable
    put_aside(own, "", found, relation=None, reason="", doing=doing_by(OFFICER))

    assert told(own, REFUSED) == ()
