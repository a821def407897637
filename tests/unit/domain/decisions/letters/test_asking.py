"""The letters before an answer: what came in, and what is not clear."""

import datetime as dt
from dataclasses import replace

import pytest

from answerable.domain.decisions.letters import (
    AcknowledgementFacts,
    ClarificationFacts,
    Heading,
    Quotation,
    UnclearQuestion,
    UnderstoodQuestion,
    acknowledgement_letter,
    clarification_letter,
)
from answerable.domain.decisions.notices import check_notice
from answerable.domain.law.letters import LetterKind
from tests.support.answers import DUE, OFFICE, SENT

ACKNOWLEDGED = AcknowledgementFacts(
    reference="FOI-2026-0042",
    received_on=dt.date(2026, 11, 2),
    sent_on=SENT,
    due_on=DUE,
    calendar="uk-any",
    questions=(UnderstoodQuestion("1", "How many?"), UnderstoodQuestion("", "Who?")),
)
UNCLEAR = ClarificationFacts(
    reference="FOI-2026-0042",
    received_on=dt.date(2026, 11, 2),
    sent_on=SENT,
    questions=(
        UnclearQuestion("2", "How many?", "which office", "we have two", "How many in Pearton?"),
    ),
)


def missing(letter, kind):
    found = check_notice([], letter.contents, sent_on=SENT, due_on=DUE, kinds=[kind]).missing
    return {one.item.name for one in found}


def said(letter):
    return [getattr(block, "text", "") for one in letter.sections for block in one.blocks]


def test_an_acknowledgement_says_what_it_must():
    letter = acknowledgement_letter(ACKNOWLEDGED, OFFICE)

    assert missing(letter, LetterKind.ACKNOWLEDGEMENT) == set()
    assert letter.title == "We have your request FOI-2026-0042"
    assert any("by 30 November 2026 (days that are a bank holiday" in one for one in said(letter))


def test_an_acknowledgement_shows_the_questions_as_understood():
    blocks = [
        block
        for one in acknowledgement_letter(ACKNOWLEDGED, OFFICE).sections
        for block in one.blocks
    ]

    assert [one.text for one in blocks if isinstance(one, Heading)] == ["Question 1", "Question 2"]
    assert [one.text for one in blocks if isinstance(one, Quotation)] == ["How many?", "Who?"]


def test_an_acknowledgement_without_questions_shows_none():
    letter = acknowledgement_letter(replace(ACKNOWLEDGED, questions=()), OFFICE)

    assert [one.heading for one in letter.sections] == ["", "How to reach us"]


@pytest.mark.parametrize(
    ("facts", "office", "item"),
    [
        (replace(ACKNOWLEDGED, calendar=" "), OFFICE, "acknowledgement.due"),
        (ACKNOWLEDGED, replace(OFFICE, email="", address=""), "acknowledgement.contact"),
    ],
    ids=["no calendar", "no address"],
)
def test_an_acknowledgement_is_without_what_is_not_known(facts, office, item):
    assert missing(acknowledgement_letter(facts, office), LetterKind.ACKNOWLEDGEMENT) == {item}


def test_a_letter_that_asks_what_is_meant_says_what_it_must():
    letter = clarification_letter(UNCLEAR, OFFICE)

    assert missing(letter, LetterKind.CLARIFICATION) == set()
    assert "What we need to know: which office." in said(letter)
    assert "Why we ask: we have two." in said(letter)
    assert "You could, for example, put it like this: How many in Pearton?" in said(letter)
    assert any("starts again on the day on which your reply" in one for one in said(letter))


@pytest.mark.parametrize("field", ["needed", "why"])
def test_what_is_needed_and_why_must_be_said_of_every_question(field):
    vague = replace(UNCLEAR.questions[0], label="3", **{field: " "})
    facts = replace(UNCLEAR, questions=(*UNCLEAR.questions, vague))

    letter = clarification_letter(facts, OFFICE)

    assert missing(letter, LetterKind.CLARIFICATION) == {"clarification.needed"}


def test_a_letter_that_asks_nothing_lacks_what_is_needed():
    letter = clarification_letter(replace(UNCLEAR, questions=()), OFFICE)

    assert missing(letter, LetterKind.CLARIFICATION) == {"clarification.needed"}


def test_questions_that_need_no_clarification_are_said_not_to_wait():
    words = "The other questions of your request do not wait for your reply."

    assert words in said(clarification_letter(replace(UNCLEAR, others=2), OFFICE))
    assert words not in said(clarification_letter(UNCLEAR, OFFICE))
