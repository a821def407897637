"""Whoever asked no longer wants an answer: the question is closed, and a letter says so."""

import pytest

from answerable.actions.casework import reopen_questions, stop_letter
from answerable.actions.casework.delivering import letter_left
from answerable.actions.casework.turning import withdraw_questions
from answerable.domain.law.letters import LetterKind, letter_items
from answerable.domain.roles import REQUESTER, MoveNotAllowed
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import Contribution, Letter, Outgoing, Request
from tests.functional.casework.conftest import office  # noqa: F401 a fixture
from tests.support import scenes
from tests.support.casework import (
    AT,
    AUDITOR,
    INTAKE,
    MANAGER,
    OFFICER,
    REF,
    TABLE,
    begun,
    doing_by,
    drafted,
)
from tests.support.turning import OFFICE, question

pytestmark = pytest.mark.django_db


def test_one_is_closed_and_the_other_goes_on():
    begun()

    assert withdraw_questions(REF, ["1"], doing=doing_by(REQUESTER), office=OFFICE) == ("1",)

    assert (question("1").stage, question("2").stage) == ("closed", "open")
    assert Request.objects.get().open_questions == 1


def test_no_label_means_all_that_are_not_answered():
    drafted("1")

    assert withdraw_questions(REF, [], doing=doing_by(INTAKE)) == ("1", "2")

    assert Request.objects.get().stage == "closed"
    assert question("1").drafted_by == ""


def test_a_letter_confirms_it_with_all_that_it_must_say():
    begun()

    withdraw_questions(REF, ["1"], doing=doing_by(REQUESTER), office=OFFICE)

    letter = Letter.objects.get()
    wanted = {one.name for one in letter_items(LetterKind.WITHDRAWAL, on=AT.date())}
    assert (letter.kind, letter.way, letter.labels) == ("withdrawal", "email", ["1"])
    assert wanted <= set(letter.contents)
    assert "How many?" in letter.text
    assert "Who pays?" not in letter.text
    assert Outgoing.objects.filter(letter=letter).count() == 1


def test_nobody_is_written_to_without_an_address():
    begun()
    requester = Request.objects.get().requester
    requester.address = ""
    requester.save()

    withdraw_questions(REF, [], doing=doing_by(INTAKE), office=OFFICE)

    assert not Letter.objects.exists()


def test_it_stays_withdrawn_whether_the_letter_leaves_or_is_stopped():
    begun()
    withdraw_questions(REF, ["1"], doing=doing_by(REQUESTER), office=OFFICE)
    withdraw_questions(REF, ["2"], doing=doing_by(REQUESTER), office=OFFICE)
    first, second = Letter.objects.order_by("number")

    letter_left(first, at=AT, table=TABLE)
    stop_letter(REF, second.number, reason="Told by telephone", doing=doing_by(INTAKE))

    assert {question("1").stage, question("2").stage} == {"closed"}


def test_a_letter_is_stopped_for_a_reason():
    begun()
    withdraw_questions(REF, ["1"], doing=doing_by(REQUESTER), office=OFFICE)

    with pytest.raises(MoveNotAllowed, match="Say why"):
        stop_letter(REF, 1, reason=" ", doing=doing_by(INTAKE))


def test_what_was_answered_is_not_withdrawn(office):  # noqa: F811 the fixture above
    scenes.posted()

    with pytest.raises(MoveNotAllowed, match="It is sent"):
        withdraw_questions(REF, ["1"], doing=doing_by(REQUESTER))


def test_all_or_none_is_withdrawn():
    begun()
    withdraw_questions(REF, ["1"], doing=doing_by(OFFICER))

    with pytest.raises(MoveNotAllowed, match="It is closed"):
        withdraw_questions(REF, ["2", "1"], doing=doing_by(OFFICER))

    assert question("2").stage == "open"


def test_an_auditor_withdraws_nothing():
    begun()

    with pytest.raises(MoveNotAllowed):
        withdraw_questions(REF, [], doing=doing_by(AUDITOR))


def test_the_ledger_says_which():
    begun()

    withdraw_questions(REF, ["1"], reason="By telephone", doing=doing_by(OFFICER))

    line = list(ledger_rows(subject=f"request {REF}"))[-1]
    assert line.action == "question withdrawn"
    assert "By telephone" in str(line)


def test_what_is_still_asked_of_an_owner_ends_with_the_question():
    scenes.asked()

    withdraw_questions(REF, ["1"], doing=doing_by(REQUESTER))

    assert Contribution.objects.get().state == "withdrawn"
    last = Outgoing.objects.filter(contribution__isnull=False).order_by("pk").last()
    assert "No longer needed" in last.subject
    assert "contribution withdrawn" in [one.action for one in ledger_rows()]


def test_what_was_withdrawn_and_is_open_again_is_withdrawn_no_more():
    begun()
    withdraw_questions(REF, ["1"], doing=doing_by(REQUESTER))
    assert question("1").ended_as == "withdrawn"

    reopen_questions(REF, ["1"], reason="They want it after all", doing=doing_by(MANAGER))

    assert question("1").ended_as == ""
