"""Whether two answers to one question contradict each other: by what was decided, and by what they state."""

import datetime as dt

import pytest

from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.precedent.asked import reader_of
from answerable.domain.precedent.contradicting import Answered, contradiction
from answerable.domain.precedent.facts import facts_of
from answerable.domain.precedent.relations import Relation

HOW_MANY = "How many lifeboats does the harbour have?"
WHO = "Who supplies the harbour's lifeboats?"
MARCH, APRIL, LATER = dt.date(2022, 3, 1), dt.date(2022, 4, 4), dt.date(2024, 3, 1)

READER = reader_of(str.lower, ())


def answered(decided, answer="", on=MARCH, text=HOW_MANY):
    """Return an answered question: `decided` has outcomes and limbs, such as "withheld 31(1)(a)"."""
    words = decided.split()
    outcomes = frozenset(Outcome(one) for one in words if one in {*Outcome})
    limbs = frozenset(one for one in words if one not in {*Outcome})
    return Answered(READER.asked(text, on or MARCH), on, outcomes, limbs, answer)


def against(one, other):
    found = contradiction(one, other, Relation.SAME)
    return (str(found.kind), found.is_change) if found else None


DECISIONS = [
    ("disclosed", "disclosed", None),
    ("withheld 31(1)(a)", "withheld 31(1)(a)", None),
    ("disclosed", "elsewhere 21", None),
    ("withheld 31(1)(a)", "disclosed", "decision"),
    ("disclosed", "withheld 31(1)(a)", "decision"),
    ("ncnd 31(3)", "disclosed", "decision"),
    ("vexatious 14(1)", "disclosed", "decision"),
    ("cost_limit 12", "disclosed", "decision"),
    ("withheld 31(1)(a)", "withheld 43(2)", "decision"),
    ("withheld 31(1)(a) 43(2)", "withheld 43(2)", None),
    ("disclosed withheld 40(2)", "disclosed", "decision"),
    ("part_disclosed 40(2)", "disclosed", "decision"),
    ("not_held", "disclosed", "decision"),
    ("not_held", "withheld 30(1)(b)", "decision"),
    ("not_held signposted", "disclosed", None),
    ("clarification", "disclosed", None),
    ("unanswered", "withheld 31(1)(a)", None),
    ("lapsed", "disclosed", None),
]


@pytest.mark.parametrize(("one", "other", "kind"), DECISIONS)
def test_decisions_that_cannot_stand_beside_each_other_are_told(one, other, kind):
    found = against(answered(one), answered(other, "Seven", on=APRIL))

    assert found == (kind and (kind, False))


ANSWERS = [
    (HOW_MANY, "We have 45.", "There are 45 of them.", None),
    (HOW_MANY, "We have 45.", "There are 41.", "answer"),
    (HOW_MANY, "None.", "Seven, all of steel.", "answer"),
    (HOW_MANY, "12 of steel and 6 of wood.", "18 in all.", None),
    (HOW_MANY, "Two thousand are listed below: 2,000.", "2 thousand", None),
    ("Do you own a lifeboat?", "Yes, we do.", "No.", "answer"),
    ("Do you own a lifeboat?", "Yes, we do.", "Yes.", None),
    (WHO, "They came from Tarn Boats.", "They came from Isle Marine.", "answer"),
    (WHO, "They came from Tarn Boats.", "The boats are Tarn Boats' own.", None),
    (WHO, "See the list.", "They came from Isle Marine.", None),
]


@pytest.mark.parametrize(("text", "one", "other", "kind"), ANSWERS)
def test_what_one_answer_states_and_another_denies_is_told(text, one, other, kind):
    found = against(
        answered("disclosed", one, text=text), answered("disclosed", other, on=APRIL, text=text)
    )

    assert found == (kind and (kind, False))


def test_time_may_explain_what_differs_between_answers_about_the_present():
    now = answered("disclosed", "We have 45.")

    assert against(now, answered("disclosed", "We have 41.", on=LATER)) == ("answer", True)
    assert against(now, answered("disclosed", "We have 41.", on=None)) == ("answer", True)


def test_time_explains_nothing_where_both_tell_of_the_same_year():
    text = "How many lifeboats were launched in 2021?"
    now = answered("disclosed", "45 launches.", text=text)

    assert against(now, answered("disclosed", "41 launches.", on=LATER, text=text)) == (
        "answer",
        False,
    )


def test_it_is_said_in_words_what_stands_against_what():
    found = contradiction(
        answered("withheld 31(1)(a)"), answered("disclosed", on=LATER), Relation.SAME
    )

    assert found.why == "withheld under 31(1)(a) in March 2022, disclosed in March 2024"


@pytest.mark.parametrize("relation", [one for one in Relation if one is not Relation.SAME])
def test_only_answers_to_the_same_question_contradict_each_other(relation):
    assert contradiction(answered("withheld 31(1)(a)"), answered("disclosed"), relation) is None


FACTS = [
    ("Yes, in May 2021.", True, set()),
    ("No. 12 of them is the last.", None, {12.0}),
    ("£2.4 million, or 12.5 per cent", None, {2_400_000.0, 12.5}),
    ("Exempt under section 31(1)(a); see FOI-2024/17.", None, set()),
    ("Between 1 April 2021 and 31 March 2022: 1,204", None, {1204.0}),
    ("", None, set()),
]


@pytest.mark.parametrize(("answer", "is_yes", "numbers"), FACTS)
def test_an_answer_states_numbers_but_no_days_and_no_provisions(answer, is_yes, numbers):
    found = facts_of(answer)

    assert (found.is_yes, {*found.numbers}) == (is_yes, numbers)
