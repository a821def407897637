"""What was meant comes: the clocks of the questions that waited for it start again, and no other."""

import datetime as dt

import pytest

from answerable.actions.casework.turning import LONGEST_CLARIFICATION, clarify
from answerable.domain.clock import ClockRefused
from answerable.domain.roles import REQUESTER, MoveNotAllowed
from answerable.queries.ledger import checked_lines, ledger_rows
from tests.support.casework import AUDITOR, INTAKE, OFFICER, REF, begun, doing_by, drafted, page
from tests.support.turning import LATER, meaning_asked, question

pytestmark = pytest.mark.django_db


@pytest.fixture
def unclear():
    """Somebody asked what the first question means; the second is clear."""
    begun()
    meaning_asked("1")


def test_its_clock_alone_starts_again(unclear):
    before = question("2").due_on

    assert clarify(REF, ["1"], "Of ink.", doing=doing_by(REQUESTER, at=LATER)) == ("1",)

    assert question("1").due_on == dt.date(2025, 11, 17)
    assert question("2").due_on == before


def test_what_was_meant_stands_below_what_was_asked(unclear):
    clarify(REF, ["1"], "Of ink.", doing=doing_by(OFFICER, at=LATER))

    first, second = page().questions
    assert first.text == "How many?\n\nClarified on 20 October 2025: Of ink."
    assert second.text == "Who pays?"


def test_no_label_means_all_that_wait(unclear):
    assert clarify(REF, [], "Of ink.", doing=doing_by(INTAKE, at=LATER)) == ("1",)


def test_it_may_have_come_before_somebody_says_so(unclear):
    came = dt.date(2025, 10, 13)

    clarify(REF, ["1"], "Of ink.", doing=doing_by(INTAKE, at=LATER), on=came)

    assert question("1").due_on == dt.date(2025, 11, 10)


@pytest.mark.parametrize("labels", [["2"], ["1", "2"]])
def test_a_question_that_nobody_asked_about_refuses_it(unclear, labels):
    with pytest.raises(MoveNotAllowed, match="Question 2 does not wait to hear what was meant"):
        clarify(REF, labels, "Of ink.", doing=doing_by(OFFICER, at=LATER))

    assert "Clarified" not in question("1").text


def test_where_nothing_waits_there_is_nothing_to_clarify():
    begun()

    with pytest.raises(MoveNotAllowed, match="No question waits"):
        clarify(REF, [], "Of ink.", doing=doing_by(OFFICER, at=LATER))


@pytest.mark.parametrize("words", ["", " \0 ", "x" * (LONGEST_CLARIFICATION + 1)])
def test_it_has_words_and_not_too_many(unclear, words):
    with pytest.raises(MoveNotAllowed):
        clarify(REF, ["1"], words, doing=doing_by(OFFICER, at=LATER))


def test_it_cannot_come_before_it_was_asked_for(unclear):
    with pytest.raises(ClockRefused):
        clarify(REF, ["1"], "Of ink.", doing=doing_by(OFFICER), on=dt.date(2025, 10, 7))


def test_what_is_drafted_is_not_clarified():
    drafted("1", "2")

    with pytest.raises(MoveNotAllowed, match="only what is open can be clarified"):
        clarify(REF, ["1"], "Of ink.", doing=doing_by(OFFICER, at=LATER))


def test_an_auditor_does_not_clarify(unclear):
    with pytest.raises(MoveNotAllowed):
        clarify(REF, ["1"], "Of ink.", doing=doing_by(AUDITOR, at=LATER))


def test_the_ledger_holds_a_digest_of_the_words(unclear):
    clarify(REF, ["1"], "Of ink.", doing=doing_by(REQUESTER, at=LATER))

    line = list(ledger_rows(subject=f"request {REF}"))[-1]
    assert line.action == "question clarified"
    assert "ink" not in str(line)
    assert len(list(checked_lines())) > 1
