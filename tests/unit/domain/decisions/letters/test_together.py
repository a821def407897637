"""A refusal for its cost names the requests that are added up."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

from answerable.domain.decisions import Outcome
from answerable.domain.decisions.decision import Decision
from answerable.domain.decisions.estimates import Together, estimate, work_of
from answerable.domain.decisions.letters import AnsweredQuestion, LetterFacts, Office, answer_letter
from answerable.domain.decisions.written import decision_as_json, decision_of
from answerable.publishing.letters import letter_text
from tests.support.decisions import whole_ground

DAY = dt.date(2026, 11, 2)
TWO = (
    Together("2026-0007", Fraction(9), by_same_person=True, why="Another year"),
    Together("2026-0009", Fraction(5, 2), by_same_person=False, why="The same campaign"),
)
MADE = replace(estimate([work_of("locate:120:5")]), together=TWO)
DECISION = Decision((Outcome.COST_LIMIT,), (whole_ground("12(1)"),), estimate=MADE)


def test_the_letter_names_their_references_and_the_sum():
    office = Office("B", "T", "e", "a", "r", "i", "l", "c")
    facts = LetterFacts(
        "2026-0010", DAY, DAY, DAY, "uk-any", (AnsweredQuestion("1", "How many?", DECISION),)
    )

    said = letter_text(answer_letter(facts, office))

    assert "The estimate takes in 2026-0007 and 2026-0009 as well" in said
    assert "21.5 hours" in said
    assert "campaign" not in said


def test_what_is_added_up_is_stored_with_the_decision():
    assert decision_of(decision_as_json(DECISION)) == DECISION


def test_a_decision_that_was_stored_before_requests_could_be_added_up_is_read():
    stored = decision_as_json(DECISION)
    del stored["estimate"]["together"]

    assert decision_of(stored).estimate.together == ()
