"""An entry says what the letter said of each question, and of what the letter is silent it says nothing."""

import datetime as dt
from dataclasses import replace

from answerable.domain.decisions import Outcome
from answerable.domain.decisions.decision import Decision
from answerable.domain.decisions.letters import AnsweredQuestion, AnswerTable
from answerable.domain.disclosure_log import entry_as_json, entry_from_json
from answerable.domain.disclosure_log.from_case import Case, CaseQuestion, entry_of, month_of
from answerable.domain.disclosure_log.texts import texts_of
from tests.support.decisions import whole_ground

ASKED, TOLD = dt.date(2025, 10, 6), dt.date(2025, 11, 3)


def answered(label="1", text="How many?", outcomes=(Outcome.DISCLOSED,), grounds=(), **more):
    decision = Decision(outcomes, tuple(map(whole_ground, grounds)))
    return CaseQuestion(label, text, answered=AnsweredQuestion(label, text, decision, **more))


def made(*questions, **more):
    return entry_of(Case("2025-0001", "Printers", ASKED, TOLD, questions, **more))


def test_questions_stand_under_their_numbers_with_answers_outcomes_and_days():
    entry = made(
        answered(answer="Twelve."),
        answered("2", "Who pays?", (Outcome.NOT_HELD,), searches="the ledger"),
    )

    assert entry.request == "1. How many?\n\n2. Who pays?"
    assert "Twelve." in entry.questions[0].answer
    assert "the ledger" in entry.questions[1].answer
    assert entry.outcomes == (Outcome.DISCLOSED, Outcome.NOT_HELD)
    assert (entry.received_on, entry.answered_on) == (ASKED, TOLD)
    assert entry_from_json(entry_as_json(entry)) == entry


def test_a_table_stands_with_its_question_and_its_caveats_in_the_answer():
    table = AnswerTable("Printers by floor", ("Floor", "Printers"), (("1", "7"), ("2",)))
    entry = made(answered(answer="See below.", tables=(table,), caveats=("As at May",)))

    (kept,) = entry.tables
    assert (kept.caption, kept.question, kept.rows[-1]) == ("Printers by floor", "1", ("2", ""))
    assert "• As at May" in entry.questions[0].answer


def test_a_refusal_names_its_limb_and_leaves_out_the_answer_that_was_not_given():
    entry = made(
        answered(outcomes=(Outcome.WITHHELD,), grounds=("31(1)(a)",), answer="Twelve, in fact.")
    )

    assert entry.exemptions == ("31(1)(a)",)
    assert "Twelve" not in str(entry_as_json(entry))


def test_what_is_neither_confirmed_nor_denied_reads_the_same_whether_it_is_held_or_not():
    silent = answered(outcomes=(Outcome.NCND,), grounds=("31(3)",), answer="None is held.")
    beside = replace(
        silent,
        answered=replace(
            silent.answered,
            decision=replace(silent.answered.decision, outcomes=(Outcome.NCND, Outcome.NOT_HELD)),
        ),
    )

    assert made(silent) == made(beside)
    assert made(beside).outcomes == (Outcome.NCND,)


def test_a_question_closed_without_an_answer_stands_without_one():
    entry = made(answered(answer="Twelve."), CaseQuestion("2", "Why?"))

    assert (entry.questions[1].answer, entry.questions[1].outcomes) == (None, (Outcome.LAPSED,))


def test_an_answer_that_questions_share_stands_once_in_the_response():
    entry = made(answered(answer="Twelve."), answered("2", "And pens?", answer="Twelve."))

    assert entry.questions[0].answered_with == ("2",)
    assert entry.response.count("Twelve.") == 1


def test_every_text_has_the_name_of_its_field():
    entry = made(answered("2a", answer="Twelve."), files=("a.csv",))

    assert [one.field for one in texts_of(entry)] == ["title", "question 2a", "answer 2a", "file 1"]


def test_the_month_is_that_of_the_answer():
    assert month_of(TOLD) == "2025-11"
