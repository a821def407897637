"""The requests that the bench fills a database with are such as casework itself would store."""

import datetime as dt

import pytest
from bench.case_decisions import lawful_decision
from bench.cases import generated_cases
from bench.casework import NotEmpty, fill_requests
from bench.entries import generated_entries

from answerable.actions.casework.counting import recount
from answerable.domain.clock import shipped_holidays
from answerable.domain.decisions.checking import check_decision
from answerable.domain.decisions.decision import Authority
from answerable.domain.decisions.written import decision_of
from answerable.domain.law.limbs import upwards
from answerable.queries.following.links import follow_token
from answerable.queries.following.request_pages import followed_request
from answerable.queries.ledger import checked_lines
from answerable.records.casework.models import (
    DecisionVersion,
    FollowLink,
    Question,
    Request,
    RequestCounter,
)
from tests.support.casework import arrive
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 11, 2)
KEPT = ("stage", "open_questions", "work_to", "due_on", "calendar")
COUNTED = ("clock_state", "due_on", "work_to")


def test_the_same_seed_gives_the_same_requests():
    assert list(generated_cases(30, on=DAY)) == list(generated_cases(30, on=DAY))
    assert list(generated_cases(30, on=DAY)) != list(generated_cases(30, on=DAY, seed=2))


def test_there_are_four_questions_to_a_request_and_every_stage_is_there():
    fill_requests(600, on=DAY)

    assert Request.objects.count() == 600
    assert Question.objects.count() == 2_400
    assert set(Question.objects.values_list("stage", flat=True)) >= {
        *("open", "drafted", "checked", "sent", "closed")
    }
    assert Request.objects.filter(stage="sent").count() > 450
    assert Request.objects.filter(is_restricted=True).exists()


def test_dates_and_stages_are_those_that_recount_would_store():
    fill_requests(200, on=DAY)
    before = [kept(one) for one in Request.objects.order_by("pk")]

    # What has ended is only counted where nothing was counted before.
    Question.objects.update(clock_state="", due_on=None, work_to=None)
    for one in Request.objects.all():
        recount(one, shipped_holidays())

    assert [kept(one) for one in Request.objects.order_by("pk")] == before


def kept(request):
    """Return what is kept beside a request and its questions."""
    counted = request.questions.order_by("place").values_list(*COUNTED)
    return [getattr(request, name) for name in KEPT], list(counted)


def test_the_ledger_holds():
    fill_requests(100, on=DAY)

    *_, last = checked_lines()

    assert last.lines > 1_000
    assert last.problems == ()


def test_whoever_asked_has_a_link_and_of_what_was_answered_a_letter():
    fill_requests(40, on=DAY)

    found = [
        followed_request(follow_token(one), table=shipped_holidays())
        for one in FollowLink.objects.select_related("request")
    ]

    assert len(found) == 40
    for one in found:
        answered = tuple(each.label for each in one.questions if each.standing == "answered")
        assert tuple(label for letter in one.letters for label in letter.labels) == answered
    assert sum(len(one.letters) for one in found) > 25


def test_decisions_are_lawful_and_tagged_as_those_of_officers_are():
    fill_requests(200, on=DAY)

    for version in DecisionVersion.objects.prefetch_related("question__tags"):
        decision = decision_of(version.decision)
        cited = {upper for one in decision.grounds for upper in upwards(one.citation)}
        tags = {(one.kind, one.value) for one in version.question.tags.all()}
        outcomes = {("outcome", one.value) for one in decision.outcomes}
        assert {one.request_id for one in version.question.tags.all()} <= {
            version.question.request_id
        }
        assert tags == outcomes | {("exemption", one) for one in cited}
        assert check_decision(decision, authority=Authority(), on=DAY) == ()


def test_every_decision_of_generated_entries_has_a_lawful_form():
    asked = {
        (one.outcomes, one.exemptions)
        for entry in generated_entries(2_000)
        for one in entry.questions
    }

    for outcomes, exemptions in asked:
        decision = lawful_decision(outcomes, exemptions)
        assert check_decision(decision, authority=Authority(), on=DAY) == ()


def test_what_comes_in_afterwards_goes_on_from_there():
    fill_requests(40, on=DAY)
    last = RequestCounter.objects.get(year=2026).number

    (taken,) = arrive(make_mail(), at=dt.datetime(2026, 11, 3, 9, tzinfo=dt.UTC))

    assert taken.reference == f"2026-{last + 1:04d}"


def test_nothing_is_mixed_with_requests_that_are_there():
    arrive(make_mail())

    with pytest.raises(NotEmpty, match="empty database"):
        fill_requests(10, on=DAY)
