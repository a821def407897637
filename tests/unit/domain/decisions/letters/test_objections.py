"""What is put forward makes a letter that can go: what it would lack is told before."""

import datetime as dt

import pytest

from answerable.domain.decisions.decision import (
    Authority,
    Balance,
    Decision,
    Ground,
    PublicInterestTest,
)
from answerable.domain.decisions.estimates import Estimate, Work
from answerable.domain.decisions.letters import AnsweredQuestion, AnswerTable
from answerable.domain.decisions.letters.objections import objections_to
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.law.costs import activities
from answerable.domain.law.limbs import Need

ON = dt.date(2026, 11, 25)
WEIGHED = "Its letter must say the public interest on each side, and why withholding weighs more"
SILENCE = "Its letter must say the public interest on each side in saying whether it is held"
GIVEN = "Its letter must say the information, in the form that was asked for"


def objections(decision, **said):
    question = AnsweredQuestion("1", "How many?", decision, **said)
    return [str(one) for one in objections_to(question, authority=Authority(), on=ON)]


def personal(test):
    condition = {Need.CONDITION: "40(3A)(a)"}
    ground = Ground("40(2)", why="It names junior staff.", recorded=condition, public_interest=test)
    return Decision((Outcome.WITHHELD,), (ground,))


def silent(test):
    ground = Ground("40(5B)(a)(i)", why="It would be unfair.", public_interest=test)
    return Decision((Outcome.NCND,), (ground,))


def costly():
    work = Work(next(iter(activities().values())), 30_000, 2, 1)
    estimate = Estimate((work,), "fifty e-mails")
    return Decision((Outcome.COST_LIMIT,), (Ground("12(1)"),), estimate=estimate)


@pytest.mark.parametrize("decision", [personal, silent])
@pytest.mark.parametrize("test", [None, PublicInterestTest(), PublicInterestTest((" ",), ("",))])
def test_public_interest_fields_that_stay_empty_weigh_nothing(decision, test):
    assert objections(decision(test)) == []


@pytest.mark.parametrize(("decision", "words"), [(personal, WEIGHED), (silent, SILENCE)])
def test_a_public_interest_that_was_weighed_in_part_is_told_before_the_letter(decision, words):
    found = objections(decision(PublicInterestTest(("Openness.",), (), Balance.WITHHOLDING)))

    assert [one.partition(" (")[0] for one in found] == [words]


def test_a_refusal_for_cost_says_how_to_narrow_the_question():
    assert (
        "Its letter must say how the request could be brought within the limit"
        in (objections(costly())[0])
    )
    assert objections(costly(), narrow="Name one team and one month.") == []


def test_a_question_back_says_what_is_needed_and_why():
    decision = Decision((Outcome.CLARIFICATION,), asked="Which report do you mean?")

    assert "Its letter must say what is needed" in objections(decision)[0]
    assert objections(decision, answer="There are several.") == []


def test_what_is_disclosed_is_given_in_words_or_a_table_or_a_file():
    decision = Decision((Outcome.DISCLOSED,))
    table = AnswerTable("Dogs", ("Year", "Dogs"), (("2024", "3"),))

    assert objections(decision)[0].startswith(GIVEN)
    assert objections(decision, answer="Three.") == []
    assert objections(decision, tables=(table,)) == []
    assert objections(decision, attachments=("dogs.csv",)) == []


@pytest.mark.parametrize("beside", [Outcome.DISCLOSED, Outcome.NOT_HELD])
def test_a_signpost_beside_an_answer_is_help_and_asks_for_nothing_else(beside):
    decision = Decision((beside, Outcome.SIGNPOSTED), signposted_to="Westshire Police")

    assert objections(decision, answer="Three.") == []


def test_what_the_law_says_is_told_first_and_alone():
    decision = Decision((Outcome.WITHHELD,))

    assert objections(decision) == ["Withheld rests on an exemption: cite it to the limb"]


def test_a_table_that_withholds_figures_needs_its_ground():
    table = AnswerTable(
        "Cases by force", ("Force", "Cases"), (("East", "withheld"),), withholds=True
    )
    given = Decision((Outcome.DISCLOSED,))

    assert objections(given, answer="See the table.", tables=(table,)) == [
        "The table “Cases by force” withholds or rounds figures, which refuses them: cite 40(2) or EIR 13(1), or"
        " give the figures as they were counted"
    ]
    assert not any(
        "withholds or rounds" in one for one in objections(personal(None), tables=(table,))
    )
