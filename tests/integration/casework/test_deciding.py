"""Decisions that are written, put forward, checked, cleared and sent back, by different people."""

from dataclasses import replace

import pytest

from answerable.actions.casework import (
    DecisionNotLawful,
    Draft,
    accept_request,
    assign_request,
    check_draft,
    clear_draft,
    clear_unchecked,
    close_questions,
    cut_question,
    merge_questions,
    put_forward,
    reopen_questions,
    send_back,
    take_back,
    write_decision,
)
from answerable.domain.decisions import Outcome
from answerable.domain.decisions.decision import Decision
from answerable.domain.precedent.taken import TakenFrom, digest_of
from answerable.domain.questions.editing import EditRefused
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.casework.whole.gathering import whole_case
from answerable.queries.ledger import checked_lines, ledger_rows
from answerable.records.casework.models import DecidedTag, DecisionVersion, Question, Request
from tests.support.casework import (
    AT,
    CHECKER,
    DISCLOSED,
    MANAGER,
    OFFICER,
    OTHER_OFFICER,
    REF,
    TABLE,
    WITHHELD,
    begun,
    doing_by,
    drafted,
    somebody,
)
from tests.support.decisions import whole_ground

pytestmark = pytest.mark.django_db
SECOND_MANAGER = somebody("Max", "manager")


def stages():
    return list(Question.objects.order_by("place").values_list("stage", flat=True))


def test_every_version_of_a_decision_is_kept_and_the_same_words_make_none():
    begun()
    numbers = [
        write_decision(REF, "1", draft, doing=doing_by(OFFICER))
        for draft in (DISCLOSED, DISCLOSED, WITHHELD, DISCLOSED)
    ]

    assert numbers == [1, 1, 2, 3]
    assert DecisionVersion.objects.count() == 3


def test_the_outcomes_and_exemptions_of_the_latest_version_are_found_in_lists():
    begun()
    write_decision(REF, "1", DISCLOSED, doing=doing_by(OFFICER))
    write_decision(REF, "1", WITHHELD, doing=doing_by(OFFICER))

    found = set(DecidedTag.objects.values_list("kind", "value"))
    assert found == {
        ("outcome", "withheld"),
        ("exemption", "31(1)(a)"),
        ("exemption", "31(1)"),
        ("exemption", "31"),
    }


def test_a_decision_goes_from_hand_to_hand_until_it_is_cleared():
    drafted("1", "2")
    assert stages() == ["drafted", "drafted"]

    check_draft(REF, ["1", "2"], doing=doing_by(CHECKER))
    clear_draft(REF, ["1", "2"], doing=doing_by(MANAGER))

    assert stages() == ["cleared", "cleared"]
    assert Request.objects.get().stage == "cleared"
    assert [row.action for row in ledger_rows()[-2:]] == ["draft checked", "draft cleared"]


def test_a_request_is_as_far_as_its_last_question():
    drafted("1")

    assert stages() == ["drafted", "open"]
    assert Request.objects.get().stage == "open"


def test_an_unlawful_decision_is_not_put_forward_and_all_reasons_are_told():
    begun()
    ground = whole_ground("31(1)(a)", lacks="public interest")
    write_decision(
        REF, "1", Draft(Decision((Outcome.WITHHELD,), (ground,))), doing=doing_by(OFFICER)
    )

    with pytest.raises(DecisionNotLawful) as refusal:
        put_forward(REF, ["1", "2"], doing=doing_by(OFFICER))

    assert [(label, str(one)) for label, one in refusal.value.reasons] == [
        ("1", "31(1)(a) is qualified: record the public-interest test"),
        ("2", "The question has no outcome yet: say what was decided"),
    ]
    assert stages() == ["open", "open"]


BOTH = somebody("Bo", "officer", "checker", "manager")


def test_whoever_decided_neither_checks_nor_clears():
    drafted("1", officer=BOTH)

    for action in (check_draft, clear_unchecked):
        about = {"reason": "Nobody is in"} if action is clear_unchecked else {}
        with pytest.raises(MoveNotAllowed, match="You decided it"):
            action(REF, ["1"], doing=doing_by(BOTH), **about)
    check_draft(REF, ["1"], doing=doing_by(CHECKER))
    with pytest.raises(MoveNotAllowed, match="You decided it"):
        clear_draft(REF, ["1"], doing=doing_by(BOTH))


def test_whoever_checked_does_not_clear():
    drafted("1")
    check_draft(REF, ["1"], doing=doing_by(MANAGER))

    with pytest.raises(MoveNotAllowed, match="You checked it"):
        clear_draft(REF, ["1"], doing=doing_by(MANAGER))
    clear_draft(REF, ["1"], doing=doing_by(SECOND_MANAGER))


def test_whoever_wrote_an_earlier_version_does_not_clear_it_either():
    begun(officer=BOTH)
    write_decision(REF, "1", WITHHELD, doing=doing_by(BOTH))
    assign_request(REF, officer=OFFICER, doing=doing_by(MANAGER))
    accept_request(REF, doing=doing_by(OFFICER))
    with pytest.raises(MoveNotAllowed, match=r"bo@body\.example wrote the latest words"):
        put_forward(REF, ["1"], doing=doing_by(OFFICER))
    write_decision(REF, "1", WITHHELD, doing=doing_by(OFFICER))
    put_forward(REF, ["1"], doing=doing_by(OFFICER))

    with pytest.raises(MoveNotAllowed, match="You decided it"):
        check_draft(REF, ["1"], doing=doing_by(BOTH))


def test_a_draft_is_cleared_without_a_check_only_with_a_reason_that_is_kept():
    drafted("1")

    with pytest.raises(MoveNotAllowed, match="Say why"):
        clear_unchecked(REF, ["1"], reason="", doing=doing_by(MANAGER))
    clear_unchecked(REF, ["1"], reason="Both checkers are ill", doing=doing_by(MANAGER))

    assert ledger_rows()[-1].data == {"questions": ["1"], "reason": "Both checkers are ill"}
    assert stages() == ["cleared", "open"]


def test_a_draft_that_is_sent_back_begins_again():
    drafted("1")
    check_draft(REF, ["1"], doing=doing_by(CHECKER))

    send_back(REF, ["1"], reason="The harm is not explained", doing=doing_by(MANAGER))

    question = Question.objects.get(label="1")
    assert (question.stage, question.drafted_by, question.checked_by) == ("open", "", "")


def test_nothing_of_a_move_is_done_when_one_question_cannot_be_moved():
    drafted("1")

    with pytest.raises(MoveNotAllowed, match="It is open"):
        check_draft(REF, ["1", "2"], doing=doing_by(CHECKER))

    assert stages() == ["drafted", "open"]


def test_another_officer_does_not_write_in_a_request_that_is_not_theirs():
    begun()

    with pytest.raises(MoveNotAllowed, match=r"olive@body\.example has it"):
        write_decision(REF, "1", DISCLOSED, doing=doing_by(OTHER_OFFICER))


def test_what_is_further_on_is_taken_back_before_the_request_is_split_anew():
    drafted("1")

    with pytest.raises(MoveNotAllowed, match="Question 1 is drafted: take it back first"):
        cut_question(REF, "2", "pays", doing=doing_by(OFFICER))
    take_back(REF, ["1"], doing=doing_by(OFFICER))
    cut_question(REF, "2", "pays", doing=doing_by(OFFICER))


def test_a_question_on_which_somebodys_work_hangs_is_not_merged_away():
    begun()
    write_decision(REF, "2", DISCLOSED, doing=doing_by(OFFICER))

    with pytest.raises(EditRefused, match="Question 2 has a draft"):
        merge_questions(REF, ["1", "2"], doing=doing_by(OFFICER))

    assert len(stages()) == 2


def test_a_closed_question_holds_nobody_up_and_can_be_opened_again():
    drafted("1")
    close_questions(REF, ["2"], reason="The requester withdrew it", doing=doing_by(OFFICER))
    assert Request.objects.get().stage == "drafted"

    reopen_questions(REF, ["2"], reason="They changed their mind", doing=doing_by(MANAGER))

    assert stages() == ["drafted", "open"]
    assert list(checked_lines())[-1].holds


def test_the_dates_of_a_request_are_those_of_its_open_questions():
    reference = begun()
    request = Request.objects.get(reference=reference)
    assert (str(request.work_to), request.open_questions) == ("2025-11-03", 2)

    close_questions(REF, ["1", "2"], reason="Withdrawn", doing=doing_by(OFFICER))

    request.refresh_from_db()
    assert (request.work_to, request.open_questions, request.stage) == (None, 0, "closed")


def test_a_decision_whose_letter_could_not_go_is_not_put_forward():
    begun()
    empty = Draft(Decision((Outcome.DISCLOSED,)))
    write_decision(REF, "1", empty, doing=doing_by(OFFICER))

    with pytest.raises(DecisionNotLawful, match="Its letter must say the information"):
        put_forward(REF, ["1"], doing=doing_by(OFFICER))
    assert stages()[0] == "open"


def test_a_request_that_is_taken_out_whole_says_from_where_its_answers_were_taken():
    begun()
    source = TakenFrom("5000001", "3", "/log/5000001/3", AT.date(), digest_of("Twelve."))
    draft = replace(DISCLOSED, answer="Thirteen.", taken_from=(source,))

    write_decision(REF, "1", draft, doing=doing_by(OFFICER))

    whole = whole_case(Request.objects.get(reference=REF), table=TABLE, at=AT)
    words = [item.text for section in whole.sections for item in section.items]
    assert "Thirteen.\ntaken from 5000001 question 3, then changed" in words
