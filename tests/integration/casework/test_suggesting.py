"""Who answered questions like those of a request is suggested, with the reason, and never chosen."""

import pytest

from answerable.actions.casework import (
    restrict_request,
)
from answerable.actions.casework.indexing import rebuild_casework_index
from answerable.actions.casework.owners import end_owner
from answerable.queries.casework.suggesting import officers_suggested, owners_suggested
from answerable.records.accounts.models import Person
from answerable.records.casework.models import Question, Request
from tests.support.accounts import let_in
from tests.support.casework import (
    MANAGER,
    OFFICER,
    OTHER_OFFICER,
    arrive,
    begun,
    doing_by,
    drafted,
)
from tests.support.contributions import OFFICER as OLGA
from tests.support.contributions import OWNER, answer, ask, request_with_owner
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db
TANDEMS = "How many tandems were repaired by the workshop?"


def came(text, number):
    (taken,) = arrive(make_mail(text, Message_ID=f"<{number}@example.org>", Subject="A question"))
    return taken.reference


@pytest.fixture
def answered():
    """A question that the officer answered, and the question of somebody else."""
    let_in(OFFICER)
    let_in(OTHER_OFFICER)
    reference = drafted("", text=TANDEMS)
    Question.objects.update(stage="sent")
    Request.objects.update(stage="sent")
    return reference


def officers(reference, viewer=MANAGER):
    rebuild_casework_index()
    return [
        (one.name, one.words, one.references)
        for one in officers_suggested(reference, viewer=viewer)
    ]


def test_whoever_answered_such_a_question_is_suggested_with_where(answered):
    reference = came("How many tandems has the workshop repaired?", 2)

    assert officers(reference) == [("Olive", "answered a question like it", (answered,))]


def test_whoever_answered_more_of_them_comes_first(answered):
    other = came(f"1. {TANDEMS}\n2. When were tandems repaired by the workshop?", 2)
    Request.objects.filter(reference=other).update(officer=OTHER_OFFICER.key)
    Question.objects.filter(request__reference=other).update(stage="sent")
    reference = came(TANDEMS, 3)

    assert officers(reference) == [
        ("Omar", "answered 2 questions like it", (other,)),
        ("Olive", "answered a question like it", (answered,)),
    ]


@pytest.mark.parametrize("text", ["Who pays for the coffee?", "How many?"])
def test_for_another_question_nobody_is_suggested(answered, text):
    assert officers(came(text, 2)) == []


def test_what_is_not_answered_yet_suggests_nobody():
    let_in(OFFICER)
    begun(TANDEMS)

    assert officers(came(TANDEMS, 2)) == []


def test_a_request_does_not_suggest_its_own_officer(answered):
    assert officers(answered) == []


@pytest.mark.parametrize("change", [{"is_active": False}, {"roles": ["auditor"]}])
def test_whoever_works_on_requests_no_more_is_not_suggested(answered, change):
    Person.objects.filter(email=OFFICER.key).update(**change)

    assert officers(came(TANDEMS, 2)) == []


def test_what_is_restricted_suggests_nobody_to_others_whether_the_index_knows_it_or_not(answered):
    reference = came(TANDEMS, 2)
    rebuild_casework_index()
    restrict_request(answered, people=[], reason="A colleague", doing=doing_by(MANAGER))

    assert officers_suggested(reference, viewer=OTHER_OFFICER) == ()
    assert officers(reference, OTHER_OFFICER) == []
    assert officers(reference, MANAGER) != []
    restrict_request(reference, people=[], reason="A colleague", doing=doing_by(MANAGER))
    assert officers(reference, OTHER_OFFICER) == []


def test_without_an_index_nobody_is_suggested(answered):
    assert officers_suggested(came(TANDEMS, 2), viewer=MANAGER) == ()


def owners(reference, label):
    rebuild_casework_index()
    found = owners_suggested(reference, label, viewer=OLGA)
    return [(one.key, one.words, one.references) for one in found]


def test_an_owner_who_contributed_to_such_an_answer_is_suggested_until_they_can_be_asked_no_more():
    request_with_owner()
    Question.objects.filter(label="1").update(text=TANDEMS)
    ask()
    reference = came(TANDEMS, 2)
    assert owners(reference, "") == []

    answer("There are 12.")

    assert owners(reference, "") == [(OWNER, "answered a question like it", ("2025-0001",))]
    end_owner(OWNER, doing=doing_by(OLGA))
    assert owners(reference, "") == []
