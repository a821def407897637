"""Notices: one person writes them, another lets them go, and clocks move when they have left."""

import datetime as dt

import pytest

from answerable.actions.casework import (
    RequestNotFound,
    merge_questions,
    record_posted,
    stop_letter,
)
from answerable.actions.casework.delivering import letter_left
from answerable.actions.casework.turning import (
    fee_came,
    let_go,
    take_back_notice,
    withdraw_questions,
    write_notice,
)
from answerable.domain.clock import ClockRefused
from answerable.domain.clock.clocks import question_clock
from answerable.domain.decisions.notice_kinds import NoticeRefused
from answerable.domain.decisions.notices import check_notice
from answerable.domain.law.letters import LetterKind
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.casework.clocks import clock_facts
from answerable.queries.casework.notices import notices_of
from answerable.queries.casework.reminding import Why, waiting_for
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import Notice, QuestionEvent, Request
from tests.support.casework import (
    AT,
    AUDITOR,
    CHECKER,
    INTAKE,
    MANAGER,
    OFFICER,
    OTHER_OFFICER,
    REF,
    TABLE,
    begun,
    doing_by,
    record,
    somebody,
)
from tests.support.turning import (
    LATER,
    OFFICE,
    complexity,
    fee,
    gone,
    noticed,
    question,
    to_weigh,
    told,
)

pytestmark = pytest.mark.django_db
FIRST, LATEST = dt.date(2025, 11, 3), dt.date(2025, 12, 2)


@pytest.fixture(autouse=True)
def _begun():
    begun()


def clock(label="1"):
    return question_clock(clock_facts(Request.objects.get(), question(label)), TABLE)


def state(number=1):
    return Notice.objects.get(number=number).state


def test_more_time_runs_from_the_day_on_which_its_letter_left():
    letter = gone(noticed(to_weigh("1")))
    assert (question("1").due_on, state()) == (FIRST, "leaving")

    letter_left(letter, at=LATER, table=TABLE)

    event = QuestionEvent.objects.get()
    assert (question("1").due_on, question("2").due_on) == (LATEST, FIRST)
    assert (event.kind, event.on, event.until) == ("pit_extension_notice", LATER.date(), LATEST)
    assert state() == "sent"


def test_the_letter_says_all_that_section_17_asks_for_and_keeps_the_first_date():
    letter = gone(noticed(to_weigh("1", until=dt.date(2025, 11, 20))))

    kind = LetterKind.PUBLIC_INTEREST_EXTENSION
    check = check_notice([], letter.contents, sent_on=AT.date(), due_on=FIRST, kinds=[kind])
    assert check.missing == ()
    for words in ("section 31(1)(a)", "3 November 2025", "20 November 2025", "How many?"):
        assert words in letter.text
    assert "Who pays?" not in letter.text


def test_a_letter_that_is_stopped_moves_nothing_and_can_go_again():
    letter = gone(noticed(to_weigh("1")))

    stop_letter(REF, letter.number, reason="The limb is wrong", doing=doing_by(INTAKE))

    assert (question("1").due_on, state()) == (FIRST, "written")
    assert not QuestionEvent.objects.exists()
    assert gone().number == 2


def test_a_posted_letter_moves_the_clock_on_the_day_on_which_it_was_posted():
    letter = gone(noticed(fee("1")), way="post")

    record_posted(REF, letter.number, doing=doing_by(INTAKE, at=LATER))

    assert clock().waiting.on == LATER.date()


@pytest.mark.parametrize("person", [CHECKER, MANAGER], ids=["checker", "manager"])
def test_somebody_else_lets_it_go(person):
    noticed(to_weigh("1"))

    assert gone(by=person).state == "leaving"


def test_whoever_wrote_it_does_not_let_it_go():
    both = somebody("Olive", "officer", "manager")
    noticed(to_weigh("1"))

    with pytest.raises(MoveNotAllowed, match="You wrote it: somebody else must let it go"):
        gone(by=both)


@pytest.mark.parametrize("person", [AUDITOR, INTAKE, OTHER_OFFICER])
def test_it_is_for_checkers_and_managers_to_let_go(person):
    noticed(to_weigh("1"))

    with pytest.raises(MoveNotAllowed):
        gone(by=person)


def test_what_was_not_looked_at_does_not_go():
    noticed(to_weigh("1"))

    with pytest.raises(MoveNotAllowed, match="look at it again"):
        let_go(REF, 1, seen="0" * 32, way="email", office=OFFICE, doing=doing_by(MANAGER))

    assert state() == "written"


def test_a_notice_goes_once():
    gone(noticed(to_weigh("1")))

    with pytest.raises(MoveNotAllowed, match="Notice 1 is leaving"):
        gone()

    with pytest.raises(RequestNotFound, match="has no notice 7"):
        let_go(REF, 7, seen="", way="email", office=OFFICE, doing=doing_by(MANAGER))


def test_a_notice_is_taken_back_and_another_written():
    noticed(to_weigh("1"))

    take_back_notice(REF, 1, doing=doing_by(OFFICER))

    assert (state(), noticed(to_weigh("1"))) == ("taken back", 2)


def test_a_notice_that_its_questions_left_behind_is_taken_back_all_the_same():
    noticed(to_weigh("1"))
    withdraw_questions(REF, [], doing=doing_by(OFFICER))

    assert Why.NOTICES not in {one.why for one in waiting_for(MANAGER)}
    take_back_notice(REF, 1, doing=doing_by(OFFICER))

    assert state() == "taken back"


def test_two_notices_alike_do_not_wait_at_once():
    noticed(to_weigh("1"))

    with pytest.raises(MoveNotAllowed, match="Notice 1 about question 1 is written"):
        noticed(to_weigh("1", "2"))


REFUSED = [
    (to_weigh("1", limbs=("21(1)",)), "is absolute"),
    (to_weigh("1", until=dt.date(2025, 10, 3)), "not after its own day"),
    (to_weigh("1", until=dt.date(2025, 12, 3)), "is the latest day"),
    (to_weigh("1", until=dt.date(2025, 11, 8)), "is no working day"),
    (to_weigh("1", again="Because"), "No notice gave more time before"),
    (to_weigh(), "Choose the questions"),
    (complexity("1"), "FOIA gives no such time"),
    (fee("1", pounds="0"), "Say how much"),
]


@pytest.mark.parametrize(("notice", "why"), REFUSED, ids=[why for _, why in REFUSED])
def test_what_the_law_does_not_allow_is_not_written(notice, why):
    with pytest.raises((NoticeRefused, ClockRefused), match=why):
        noticed(notice)

    assert not Notice.objects.exists()


def test_a_question_that_is_not_there_has_no_notice():
    with pytest.raises(RequestNotFound):
        noticed(to_weigh("9"))


def test_only_whoever_has_the_request_writes_one():
    with pytest.raises(MoveNotAllowed):
        write_notice(REF, to_weigh("1"), doing=doing_by(OTHER_OFFICER))


def test_questions_with_different_dates_have_notices_of_their_own():
    record("clarification:2025-10-07:2025-10-13", labels=["2"])

    with pytest.raises(NoticeRefused, match="different dates"):
        noticed(to_weigh("1", "2"), at=LATER)


def test_more_time_again_needs_a_reason_and_keeps_both_dates_in_its_letter():
    told(to_weigh("1", until=dt.date(2025, 11, 20)))

    with pytest.raises(ClockRefused, match="needs a reason of its own"):
        noticed(to_weigh("1"), at=LATER)
    letter = told(to_weigh("1", again="Advice came late", until=dt.date(2025, 11, 27)), at=LATER)

    assert question("1").due_on == dt.date(2025, 11, 27)
    text = " ".join(letter.text.split())
    for words in ("3 November 2025", "20 November 2025", "Advice came late", "27 November 2025"):
        assert words in text


def test_a_fee_stops_the_clock_until_it_comes():
    letter = told(fee("1"))
    assert clock().pay_by == dt.date(2026, 1, 5)
    assert "£24.50" in letter.text
    assert "5 January 2026" in letter.text

    assert fee_came(REF, [], doing=doing_by(INTAKE, at=LATER)) == ("1",)

    assert question("1").due_on > FIRST
    assert question("2").due_on == FIRST


@pytest.mark.parametrize("labels", [[], ["2"]])
def test_a_fee_that_nobody_asked_for_is_not_taken(labels):
    with pytest.raises(MoveNotAllowed, match="wait"):
        fee_came(REF, labels, doing=doing_by(INTAKE))


def test_what_was_withdrawn_is_told_nothing_more():
    noticed(to_weigh("1"))
    withdraw_questions(REF, ["1"], doing=doing_by(OFFICER))

    with pytest.raises(MoveNotAllowed, match="It is closed"):
        gone()


def test_a_clock_that_cannot_move_any_more_stays_and_the_ledger_says_so():
    letter = gone(noticed(to_weigh("1")))
    record("pit_extension_notice:2025-10-06", labels=["1"])

    letter_left(letter, at=AT, table=TABLE)

    assert clock().due_on == LATEST
    actions = [one.action for one in ledger_rows(subject=f"request {REF}")]
    assert "notice without effect" in actions
    assert state() == "sent"


def test_questions_stay_as_they_are_while_a_notice_about_them_leaves():
    gone(noticed(to_weigh("1")))

    with pytest.raises(MoveNotAllowed, match="is leaving"):
        merge_questions(REF, ["1", "2"], doing=doing_by(OFFICER))


def test_notices_are_listed_with_their_letters():
    letter = told(to_weigh("1"))
    noticed(fee("2"))

    second, first = notices_of(REF)

    assert (first.state, first.letter_number, first.sent_on) == (
        "sent",
        letter.number,
        AT.date(),
    )
    assert (second.state, second.letter_number, second.written_by) == (
        "written",
        None,
        OFFICER.key,
    )
    assert second.situations[0].writers == {OFFICER.key}
    assert notices_of("2025-0099") == ()


def test_the_ledger_holds_no_reason_of_a_notice():
    told(to_weigh("1"))

    lines = list(ledger_rows(subject=f"request {REF}"))
    assert {"notice written", "notice let go", "letter leaves"} <= {one.action for one in lines}
    assert "break in" not in str(lines)
