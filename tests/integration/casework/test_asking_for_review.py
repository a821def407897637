"""A review is asked for: by whoever asked, or by staff who say that somebody did."""

import datetime as dt

import pytest

from answerable.domain.clock.clocks import question_clock
from answerable.domain.decisions.challenges import Ground
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.casework.clocks import clock_facts
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import Challenge, Question
from tests.functional.casework.conftest import office  # noqa: F401 a fixture
from tests.support import scenes
from tests.support.casework import AUDITOR, INTAKE, REF, TABLE
from tests.support.challenges import WORDS, ask, later

pytestmark = pytest.mark.django_db


@pytest.fixture
def answered(office):  # noqa: F811 the fixture above
    """Both questions were answered on the day on which they came."""
    scenes.posted()


def test_it_is_due_twenty_working_days_after_it_was_asked_for(answered):
    number = ask("1", at=later(1))

    made = Challenge.objects.get(number=number)
    (one,) = made.questions.all()
    assert (made.due_on, made.state, made.entered_by) == (
        dt.date(2025, 11, 4),
        "asked",
        "requester",
    )
    assert (one.question.label, one.version.number, one.round) == ("1", 1, 1)
    assert one.grounds == ["timeliness", "handling", "decision"]


def test_the_clock_of_the_answer_shows_it(answered):
    ask("1", at=later(1))

    one, two = Question.objects.order_by("place")
    (review,) = question_clock(clock_facts(one.request, one), TABLE).reviews
    assert review.due_on == dt.date(2025, 11, 4)
    assert question_clock(clock_facts(two.request, two), TABLE).reviews == ()


def test_the_ledger_holds_none_of_their_words(answered):
    ask("1")

    line = ledger_rows(subject=f"request {REF}", last=1)[0]
    assert line.action == "review asked for"
    assert WORDS not in str(line.data)


def test_one_that_is_in_hand_is_not_asked_for_again(answered):
    number = ask("1")

    with pytest.raises(MoveNotAllowed, match=f"review {number}"):
        ask("1", "2", at=later(1))
    assert Challenge.objects.count() == 1


def test_a_year_later_whoever_asked_is_told_the_last_day_and_whom_to_write_to(answered):
    with pytest.raises(MoveNotAllowed, match=r"2 December 2025.*reviews@body\.example"):
        ask("1", at=later(365))


def test_what_they_say_by_their_link_is_said_today(answered):
    with pytest.raises(MoveNotAllowed):
        ask("1", at=later(365), asked_on=dt.date(2025, 10, 7))


def test_staff_take_it_a_year_later_if_they_say_why(answered):
    with pytest.raises(MoveNotAllowed, match="say why"):
        ask("1", actor=INTAKE, at=later(365))

    number = ask("1", actor=INTAKE, at=later(365), late_because="They were ill.")

    assert Challenge.objects.get(number=number).late_because == "They were ill."


def test_a_reason_is_kept_only_of_what_was_late(answered):
    number = ask("1", actor=INTAKE, late_because="They were ill.")

    assert Challenge.objects.get(number=number).late_because == ""


def test_it_cannot_be_asked_for_tomorrow(answered):
    with pytest.raises(MoveNotAllowed, match="has not come"):
        ask("1", actor=INTAKE, asked_on=later(1).date())


def test_it_is_not_for_auditors(answered):
    with pytest.raises(MoveNotAllowed):
        ask("1", actor=AUDITOR)


def test_what_is_late_and_not_answered_is_reviewed_for_its_time(db):
    scenes.begun()
    at = later(40)
    with pytest.raises(MoveNotAllowed, match="not answered yet"):
        ask("1", at=at)

    ask("1", grounds=(Ground.TIMELINESS,), at=at)

    (one,) = Challenge.objects.get().questions.all()
    assert one.version is None
    assert Question.objects.get(label="1").events.count() == 0
