"""Requests that are assigned, taken, accepted, declined and restricted."""

import pytest

from answerable.actions.casework import (
    RequestNotFound,
    accept_request,
    assign_many,
    assign_request,
    decline_request,
    lift_restriction,
    restrict_request,
    take_request,
)
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import Allocation, Request
from tests.support.casework import (
    AUDITOR,
    CHECKER,
    INTAKE,
    MANAGER,
    OFFICER,
    OTHER_OFFICER,
    REF,
    arrive,
    doing_by,
)
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_request():
    arrive(make_mail(text="1. How many?\n2. Who pays?"))


def request():
    return Request.objects.get(reference=REF)


def given(officer=OFFICER, team=""):
    assign_request(REF, officer=officer, team=team, doing=doing_by(MANAGER))


def test_an_officer_has_a_request_once_they_accept_it():
    given()
    assert (request().officer, request().is_accepted) == (OFFICER.key, False)

    accept_request(REF, doing=doing_by(OFFICER))

    assert request().is_accepted
    assert [one.answer for one in Allocation.objects.all()] == ["accepted"]


def test_who_declines_says_why_and_nobody_has_it_then():
    given()

    with pytest.raises(MoveNotAllowed, match="Say why"):
        decline_request(REF, reason=" ", doing=doing_by(OFFICER))
    decline_request(REF, reason="I know the requester", doing=doing_by(OFFICER))

    assert request().officer == ""
    assert ledger_rows()[-1].data == {"reason": "I know the requester"}


def test_a_request_that_moves_on_leaves_what_was_offered_before():
    given()
    given(OTHER_OFFICER, "press")

    assert [one.answer for one in Allocation.objects.order_by("pk")] == ["moved", "offered"]
    assert (request().officer, request().team) == (OTHER_OFFICER.key, "press")


def test_an_officer_takes_what_nobody_has_and_nobody_takes_it_from_them():
    take_request(REF, doing=doing_by(OFFICER))

    with pytest.raises(MoveNotAllowed, match=r"olive@body\.example has it already"):
        take_request(REF, doing=doing_by(OTHER_OFFICER))
    assert request().is_accepted


@pytest.mark.parametrize(
    ("officer", "by", "words"),
    [
        (OFFICER, OFFICER, "Assigning is for intake staff and managers"),
        (CHECKER, MANAGER, "Cora is no officer"),
        (None, MANAGER, "Say to whom"),
    ],
)
def test_what_cannot_be_assigned_is_refused(officer, by, words):
    with pytest.raises(MoveNotAllowed, match=words):
        assign_request(REF, officer=officer, doing=doing_by(by))


def test_many_are_assigned_at_once_after_a_trial_that_changes_nothing():
    arrive(make_mail(Message_ID="<2@x.example>", text="How much?"))
    references = [REF, "2025-0002", "2025-0999"]

    trial = assign_many(references, officer=OFFICER, team="", doing=doing_by(INTAKE), is_trial=True)
    assert request().officer == ""
    done = assign_many(references, officer=OFFICER, team="", doing=doing_by(INTAKE), is_trial=False)

    assert trial == done
    assert [one.problem[:35] for one in done] == [
        "",
        "",
        "There is no request 2025-0999: check"[:35],
    ]
    assert Request.objects.filter(officer=OFFICER.key).count() == 2


def test_a_restricted_request_is_not_there_for_others():
    given()
    restrict_request(
        REF, people=[OTHER_OFFICER.key], reason="It is about a colleague", doing=doing_by(MANAGER)
    )

    accept_request(REF, doing=doing_by(OFFICER))
    with pytest.raises(RequestNotFound, match="There is no request 2025-0001"):
        assign_request(REF, officer=OFFICER, doing=doing_by(INTAKE))
    lift_restriction(REF, reason="It is answered", doing=doing_by(MANAGER))
    assign_request(REF, officer=OTHER_OFFICER, doing=doing_by(INTAKE))


def test_whoever_declines_a_restricted_request_sees_it_no_more():
    restrict_request(REF, people=[], reason="It is about a colleague", doing=doing_by(MANAGER))
    given()

    decline_request(REF, reason="It is about me", doing=doing_by(OFFICER))

    with pytest.raises(RequestNotFound):
        accept_request(REF, doing=doing_by(OFFICER))


def test_only_a_manager_restricts_and_says_why():
    with pytest.raises(MoveNotAllowed, match="is for managers"):
        restrict_request(REF, people=[], reason="-", doing=doing_by(AUDITOR))
    with pytest.raises(MoveNotAllowed, match="Say why"):
        restrict_request(REF, people=[], reason="", doing=doing_by(MANAGER))


def test_whoever_is_given_a_restricted_request_sees_it():
    restrict_request(REF, people=[], reason="It is about a colleague", doing=doing_by(MANAGER))

    given()

    accept_request(REF, doing=doing_by(OFFICER))
    assert request().is_accepted
