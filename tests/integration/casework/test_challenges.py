"""An answer is challenged: reviewed, overturned, answered again, complained about, appealed."""

import datetime as dt
from dataclasses import replace

import pytest

from answerable.actions.casework import (
    LetterNotComplete,
    check_draft,
    put_forward,
    record_posted,
    send_back,
    stop_letter,
    write_decision,
)
from answerable.actions.casework.challenging import (
    Ground,
    acknowledge_reviews,
    answer_enquiry,
    extend_review,
    hand_over_review,
    record_enquiry,
    take_review,
    withdraw_review,
    write_findings,
)
from answerable.domain.clock import ClockRefused
from answerable.domain.clock.clocks import question_clock
from answerable.domain.roles import MoveNotAllowed
from answerable.domain.roles.people import MACHINE, REQUESTER
from answerable.queries.casework.clocks import clock_facts, events_in
from answerable.records.casework.models import (
    Challenge,
    Enquiry,
    Letter,
    Notice,
    Question,
    Request,
)
from tests.functional.casework.conftest import office  # noqa: F401 a fixture
from tests.support import scenes
from tests.support.casework import (
    AUDITOR,
    CHECKER,
    INTAKE,
    MANAGER,
    OFFICER,
    REF,
    TABLE,
    WITHHELD,
    doing_by,
)
from tests.support.challenges import (
    OTHER_REVIEWER,
    OVERTURNED,
    REVIEWER,
    UPHELD,
    answer_again,
    ask,
    complain,
    decide,
    decided,
    later,
    outcome,
    rule,
    site_office,
    taken,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _answered(office):  # noqa: F811 the fixture above
    scenes.posted()


def first():
    return Question.objects.get(request__reference=REF, label="1")


def test_the_whole_chain_from_a_review_to_a_notice_that_upholds():
    number = taken("1", at=later(7))
    decided(number, at=later(14))

    question = first()
    assert (question.stage, question.round, question.round_limit) == ("open", 2, "35days")
    assert question.round_from == later(14).date()
    assert question.due_on == later(14 + 35).date()
    assert Request.objects.get().stage == "open"
    assert set(question.past_hands) == {one.key for one in (OFFICER, CHECKER, MANAGER, REVIEWER)}

    answer_again(at=later(21))
    complaint = complain("1", at=later(30), follows=number)
    rule(complaint, at=later(60))

    question = first()
    assert (question.stage, question.round) == ("sent", 2)
    assert [one.kind.value for one in events_in(question, 1)] == [
        "answered",
        "review_requested",
        "review_answered",
    ]
    assert [one.kind.value for one in events_in(question, 2)] == ["answered"]
    assert Challenge.objects.get(number=complaint).appeal_by == later(88).date()


def test_the_other_question_stays_answered():
    decided(taken("1"), at=later(1))

    assert Question.objects.get(label="2").stage == "sent"


def test_what_is_upheld_stays_as_it_is():
    number = taken("1")
    decided(number, found=UPHELD, at=later(1))

    assert (first().stage, first().round) == ("sent", 1)
    assert Challenge.objects.get(number=number).state == "decided"


def test_of_what_was_reviewed_no_second_review_is_asked_for():
    decided(taken("1"), found=UPHELD, at=later(1))

    with pytest.raises(MoveNotAllowed, match="complaint to the regulator"):
        ask("1", at=later(2))


def test_a_later_answer_can_be_reviewed_and_not_by_those_of_the_first():
    decided(taken("1"), at=later(1))
    answer_again(at=later(2))

    number = ask("1", at=later(3))

    with pytest.raises(MoveNotAllowed, match="had a part"):
        take_review(REF, number, doing=doing_by(REVIEWER, at=later(3)))


@pytest.mark.parametrize("who", [OFFICER, CHECKER, MANAGER])
def test_nobody_reviews_what_they_had_a_part_in(who):
    number = ask("1", "2")

    with pytest.raises(MoveNotAllowed, match="You had a part in the answer"):
        take_review(REF, number, doing=doing_by(who))


def test_who_had_a_part_in_one_of_its_answers_reviews_none_of_them():
    question = Question.objects.get(label="2")
    question.past_hands = [REVIEWER.key]
    question.save()
    number = ask("1", "2")

    with pytest.raises(MoveNotAllowed, match="had a part"):
        take_review(REF, number, doing=doing_by(REVIEWER))


def test_the_second_to_take_it_is_told_who_was_quicker():
    number = taken("1")

    with pytest.raises(MoveNotAllowed, match=rf"{REVIEWER.key} has taken it already"):
        take_review(REF, number, doing=doing_by(OTHER_REVIEWER))


def test_a_manager_hands_it_over_to_somebody_who_had_no_part():
    number = taken("1")
    with pytest.raises(MoveNotAllowed, match="Say why"):
        hand_over_review(REF, number, OTHER_REVIEWER, reason="", doing=doing_by(MANAGER))
    with pytest.raises(MoveNotAllowed, match="Olive had a part"):
        hand_over_review(REF, number, OFFICER, reason="On leave", doing=doing_by(MANAGER))
    with pytest.raises(MoveNotAllowed, match="Ada cannot review it"):
        hand_over_review(REF, number, AUDITOR, reason="On leave", doing=doing_by(MANAGER))

    hand_over_review(REF, number, OTHER_REVIEWER, reason="On leave", doing=doing_by(MANAGER))

    with pytest.raises(MoveNotAllowed, match="ask a manager"):
        write_findings(REF, number, {"1": UPHELD}, doing=doing_by(REVIEWER))
    write_findings(REF, number, {"1": UPHELD}, doing=doing_by(OTHER_REVIEWER))


def test_its_outcome_goes_only_when_each_point_is_answered():
    number = taken("1")
    half = replace(UPHELD, answers={Ground.HANDLING: "We looked."})
    write_findings(REF, number, {"1": half}, doing=doing_by(REVIEWER))

    with pytest.raises(LetterNotComplete, match=r"how long it took.*the decision itself"):
        decide(number, at=later(0))
    assert Letter.objects.count() == 1


def test_an_outcome_that_was_stopped_is_with_its_reviewer_again():
    number = taken("1")
    write_findings(REF, number, {"1": OVERTURNED}, doing=doing_by(REVIEWER))
    letter = decide(number, at=later(1))

    stop_letter(REF, letter, reason="A name was in it", doing=doing_by(INTAKE, at=later(1)))

    assert first().round == 1
    assert Challenge.objects.get().state == "taken"
    assert decide(number, at=later(1)) == letter + 1


def test_nothing_is_open_again_before_the_outcome_has_left():
    number = taken("1")
    write_findings(REF, number, {"1": OVERTURNED}, doing=doing_by(REVIEWER))
    decide(number, at=later(1))

    assert first().stage == "sent"
    with pytest.raises(MoveNotAllowed, match="stop the letter first"):
        withdraw_review(REF, number, doing=doing_by(REQUESTER))


def test_a_limit_for_a_fresh_answer_is_within_reason():
    number = taken("1")

    with pytest.raises(ClockRefused, match="60 days at most"):
        write_findings(
            REF, number, {"1": replace(OVERTURNED, limit="90wd")}, doing=doing_by(REVIEWER)
        )


def test_a_review_that_was_withdrawn_leaves_no_clock_and_can_be_asked_for_again():
    number = ask("1")
    withdraw_review(REF, number, doing=doing_by(REQUESTER))

    question = first()
    assert question_clock(clock_facts(question.request, question), TABLE).reviews == ()
    assert ask("1") == number + 1


def test_it_is_acknowledged_once_with_its_date():
    ask("1", at=later(1))
    doing = doing_by(MACHINE, at=later(1))

    assert acknowledge_reviews(office=site_office(), doing=doing) == 1
    assert acknowledge_reviews(office=site_office(), doing=doing) == 0

    letter = Letter.objects.get(kind="review-acknowledgement")
    assert "4 November 2025" in letter.text
    assert "Question 1: how long it took, how the request was" in letter.text


def test_it_takes_longer_from_the_day_on_which_they_were_told_why():
    number = taken("1", at=later(1))
    letter = extend_review(
        REF,
        number,
        because="Three sites must be searched.",
        way="email",
        office=site_office(),
        doing=doing_by(REVIEWER, at=later(2)),
    )
    assert Challenge.objects.get().due_on == dt.date(2025, 11, 4)
    stop_letter(REF, letter, reason="Too soon", doing=doing_by(INTAKE, at=later(2)))
    assert Challenge.objects.get().extended_because == ""

    extend_review(
        REF,
        number,
        because="Three sites must be searched.",
        way="post",
        office=site_office(),
        doing=doing_by(REVIEWER, at=later(2)),
    )
    record_posted(REF, letter + 1, doing=doing_by(INTAKE, at=later(3)))

    made = Challenge.objects.get()
    assert (made.extended_on, made.due_on) == (later(3).date(), dt.date(2025, 12, 3))
    question = first()
    (review,) = question_clock(clock_facts(question.request, question), TABLE).reviews
    assert review.due_on == dt.date(2025, 12, 3)


def test_what_the_regulator_asks_for_is_answered_once():
    number = complain("1", at=later(1))
    doing = doing_by(MANAGER, at=later(5))
    record_enquiry(
        REF, number, "The unredacted list", asked_on=later(2).date(), due_on=None, doing=doing
    )

    answer_enquiry(REF, number, 1, doing=doing)

    assert Enquiry.objects.get().answered_on == later(5).date()
    with pytest.raises(MoveNotAllowed, match="already"):
        answer_enquiry(REF, number, 1, doing=doing)


def test_a_notice_that_overturns_opens_the_question_and_an_appeal_follows_it():
    number = complain("1", at=later(1))
    with pytest.raises(MoveNotAllowed, match="no decision notice"):
        complain("1", at=later(2), kind="tribunal", follows=number)

    rule(number, found=OVERTURNED, at=later(30), steps="Search the print room.")

    assert (first().round, first().stage) == (2, "open")
    appeal = complain("1", at=later(40), kind="tribunal", follows=number, brought_by="office")
    row = Challenge.objects.get(number=appeal).questions.get()
    assert (row.round, row.version.round) == (1, 1)
    rule(appeal, found=OVERTURNED, at=later(90))
    assert first().round == 2


def test_a_second_complaint_waits_for_the_first():
    complain("1")

    with pytest.raises(MoveNotAllowed, match="before them already"):
        complain("1")


def test_a_ruling_names_an_outcome_for_each_question():
    number = complain("1", "2")

    with pytest.raises(MoveNotAllowed, match="Question 2: say whether"):
        rule(number, "1")
    assert Challenge.objects.get().state == "asked"


def test_time_alone_gets_no_second_answer():
    number = taken("1", grounds=(Ground.TIMELINESS,))
    decided(number, at=later(1))

    assert first().round == 1
    assert (
        "not dealt with in the time" in outcome(number, later(1)).letter.sections[1].blocks[1].text
    )


@pytest.mark.parametrize("part", ["written_by", "let_go_by"])
def test_who_had_a_part_in_a_notice_reviews_nothing_of_it(part):
    given = {"written_by": OFFICER.key, "let_go_by": MANAGER.key, part: REVIEWER.key}
    Notice.objects.create(
        request=first().request,
        number=1,
        kind="public-interest-extension",
        labels=["1"],
        state="sent",
        written_at=later(0),
        **given,
    )
    number = ask("1")

    with pytest.raises(MoveNotAllowed, match="had a part"):
        take_review(REF, number, doing=doing_by(REVIEWER))


def test_who_checked_a_draft_that_was_sent_back_reviews_nothing_of_it():
    decided(taken("1"), at=later(1))
    write_decision(REF, "1", WITHHELD, doing=doing_by(OFFICER))
    put_forward(REF, ["1"], doing=doing_by(OFFICER))
    check_draft(REF, ["1"], doing=doing_by(OTHER_REVIEWER))
    send_back(REF, ["1"], reason="Say more", doing=doing_by(MANAGER))
    answer_again(at=later(2))

    number = ask("1", at=later(3))

    with pytest.raises(MoveNotAllowed, match="had a part"):
        take_review(REF, number, doing=doing_by(OTHER_REVIEWER, at=later(3)))
