"""What the office's figures say of requests that went through the actions, as at one day and another."""

import datetime as dt

import pytest

from answerable.actions.casework import close_questions, reopen_questions, validate_request
from answerable.actions.casework.merging import merge_requests
from answerable.domain.measures.office import Period, Unit
from answerable.queries.casework.statistics import office_facts, office_figures
from answerable.queries.casework.statistics.behind import cases_behind
from answerable.records.casework.models import DisposedRequest, Request
from tests.support import challenges, later_scenes, scenes, turning
from tests.support.casework import (
    AT,
    MANAGER,
    OFFICER,
    REF,
    TABLE,
    arrive,
    doing_by,
    record,
)
from tests.support.letters import make_mail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
OCTOBER = Period(dt.date(2025, 10, 1), dt.date(2025, 10, 31))
DAY = AT.date()


def later(days):
    return DAY + dt.timedelta(days=days)


def lines(as_at=None, *, period=OCTOBER, unit=Unit.REQUEST):
    """Return the lines that count anything, with how often."""
    office = office_figures(period, as_at=as_at or later(60), table=TABLE)
    assert office.failed == ()
    return {one.ident: one.numerator for one in office.by(unit).lines if one.numerator}


def test_an_answer_counts_from_the_day_on_which_it_was_recorded():
    later_scenes.answered_late()

    before, after = lines(later(34)), lines(later(35))

    assert before["open_late"] == 1
    assert "late" not in before
    assert (after["late"], after["granted"]) == (1, 1)


def test_a_request_counts_from_the_day_on_which_it_was_taken_in():
    scenes.arrived()

    assert lines(DAY - dt.timedelta(days=1)) == {}
    assert lines(DAY)["received"] == 1


def test_what_is_open_is_late_from_the_day_after_its_due_date():
    scenes.begun()
    due_on = Request.objects.get(reference=REF).due_on

    assert lines(due_on)["open_in_time"] == 1
    assert lines(due_on + dt.timedelta(days=1))["open_late"] == 1


def test_two_questions_have_their_own_clocks():
    scenes.begun()
    turning.meaning_asked("2")

    by_question = lines(later(60), unit=Unit.QUESTION)

    assert (by_question["open_late"], by_question["open_in_time"]) == (1, 1)
    assert by_question["clarification"] == 1
    assert lines(later(60))["open_late"] == 1


def test_an_extension_counts_with_its_length_once_its_notice_left():
    scenes.begun()
    turning.told(turning.to_weigh("1", "2"), at=turning.LATER)

    assert "extended" not in lines(DAY)
    found = lines(turning.LATER.date())
    assert (found["extended"], found["extended_to_20"]) == (1, 1)


def test_a_fee_is_counted_as_asked_for_and_as_paid():
    scenes.begun()
    record("fee:2025-10-08:2025-10-10")

    found = lines()

    assert (found["fees_notices"], found["fees_paid"]) == (1, 1)


def test_a_question_that_was_closed_ended_until_it_was_opened_again():
    scenes.begun()
    for days, move, by in ((1, close_questions, OFFICER), (3, reopen_questions, MANAGER)):
        at = AT + dt.timedelta(days=days)
        move(REF, ["1", "2"], reason="A slip", doing=doing_by(by, at=at))

    assert "lapsed" not in lines(DAY)
    assert lines(later(1))["lapsed"] == 1
    assert lines(later(3))["open"] == 1


def test_a_review_is_counted_apart_and_leaves_the_first_answer_as_it_was():
    later_scenes.answered_by_others()
    number = challenges.taken(at=AT + dt.timedelta(days=2))
    challenges.decided(number, at=AT + dt.timedelta(days=31))

    asked, done = lines(later(2)), lines(later(31))

    assert (asked["reviews"], asked["reviews_open"]) == (1, 1)
    assert (done["reviews_late"], done["reviews_overturned"]) == (1, 1)
    assert {done[one] for one in ("received", "in_time", "granted")} == {1}


def test_a_review_in_the_period_counts_whenever_its_request_came():
    later_scenes.answered_by_others()
    challenges.taken(at=AT + dt.timedelta(days=30))
    november = Period(dt.date(2025, 11, 1), dt.date(2025, 11, 30))

    found = lines(later(31), period=november)

    assert found == {"reviews": 1, "reviews_owed": 1, "reviews_open": 1}


def test_a_complaint_is_decided_when_the_ruling_was_recorded():
    later_scenes.answered_by_others()
    number = challenges.complain(at=AT + dt.timedelta(days=3))
    challenges.rule(number, at=AT + dt.timedelta(days=9))

    assert lines(later(3))["complaints_open"] == 1
    assert lines(later(9))["complaints_upheld"] == 1


def test_what_is_no_request_is_left_out_once_somebody_said_so():
    scenes.arrived()
    doing = doing_by(MANAGER, at=AT + dt.timedelta(days=2))
    validate_request(REF, "no request", reason="A complaint", doing=doing)

    assert lines(DAY)["received"] == 1
    assert lines(later(2)) == {"left_out": 1}


def test_people_s_own_data_are_left_out():
    scenes.arrived()
    Request.objects.update(regime="SAR")

    assert lines() == {"left_out": 1}


def test_a_question_moved_to_the_eir_is_counted_there_from_that_day():
    scenes.begun()
    record("regime_changed:2025-10-07:EIR")

    assert lines()["received_eir"] == 1


def test_a_request_that_was_merged_counts_once():
    for number in (1, 2):
        arrive(make_mail(text=f"How many in year {number}?", Message_ID=f"<{number}@a.example>"))
    merge_requests(REF, "2025-0002", doing=doing_by(MANAGER, at=AT + dt.timedelta(days=1)))

    found = lines(later(1))

    assert (found["received"], found["left_out"]) == (1, 1)


def test_what_was_disposed_of_is_named_among_what_is_left_out():
    DisposedRequest.objects.create(
        reference="2025-0009", received_on=DAY, closed_on=DAY, questions=1, rule="x",
        listed_by="a", approved_by="b", disposed_at=AT,
    )  # fmt: skip

    facts = office_facts(OCTOBER, as_at=later(60), table=TABLE)

    assert facts.left_out == ("2025-0009",)


def test_days_at_each_stage_are_told_from_the_ledger():
    later_scenes.answered_late()

    office = office_figures(OCTOBER, as_at=later(60), table=TABLE)

    lengths = {one.ident: one for one in office.by_question.lengths}
    assert (lengths["stage_sending"].median, lengths["stage_sending"].count) == (25, 2)
    assert lengths["days_to_answer"].median == 25


def test_the_cases_behind_a_figure_are_those_that_somebody_may_see():
    scenes.begun()
    Request.objects.update(is_restricted=True)

    hidden = cases_behind((REF,), viewer=MANAGER)
    Request.objects.update(is_restricted=False)
    shown = cases_behind((f"{REF}/1",), viewer=MANAGER)

    assert (hidden.rows, hidden.hidden) == ((), 1)
    assert [(one.reference, one.label) for one in shown.rows] == [(REF, "1")]


@pytest.mark.parametrize("more", [0, 6])
def test_figures_take_as_many_queries_for_one_request_as_for_many(
    more, django_assert_max_num_queries
):
    scenes.posted()
    for number in range(more):
        arrive(make_mail(text=f"How many in {number}?", Message_ID=f"<{number}@a.example>"))

    with django_assert_max_num_queries(10):
        found = office_figures(OCTOBER, as_at=later(60), table=TABLE)

    assert found.by_request.line("received").numerator == more + 1
