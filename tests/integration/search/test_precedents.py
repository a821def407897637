"""Earlier questions like one are found in what is published, and in what was answered here."""

import datetime as dt

import pytest

from answerable.queries.casework.precedents import sent_like
from answerable.queries.precedents import published_like
from answerable.records.casework.models import Question, Request
from tests.support.accounts import let_in
from tests.support.casework import MANAGER, OFFICER, drafted
from tests.support.entries import AT, OTHER, keep, make_entry, make_question

pytestmark = pytest.mark.django_db
ASKED_ON = AT.date()
LATER = AT + dt.timedelta(days=1)


def published(text):
    return published_like(text, asked_on=ASKED_ON, at=LATER, most=5)


def test_a_published_question_is_found_with_its_relation_and_its_address():
    keep(make_entry(questions=(make_question(text="How many tandems do you own?"),)))

    (found,) = published("Number of tandems that you own")

    assert found.related.relation == "same"
    assert found.filed.address.endswith("/1")
    assert not found.filed.is_theirs


def test_what_another_body_decided_is_marked_as_theirs():
    keep(make_entry(questions=(make_question(text="How many tandems do you own?"),)), body=OTHER)

    (found,) = published("How many tandems do you own?")

    assert (found.filed.body, found.filed.is_theirs) == (OTHER.name, True)


@pytest.mark.parametrize(("stage", "count"), [("sent", 1), ("open", 0)])
def test_only_an_answer_that_was_sent_is_found_among_our_own(stage, count):
    let_in(OFFICER)
    drafted("", text="How many tandems were repaired by the workshop?")
    Question.objects.update(stage=stage)
    Request.objects.update(stage=stage)

    found = sent_like(
        "Tandems repaired by the workshop", asked_on=ASKED_ON, viewer=MANAGER, at=LATER, most=5
    )

    assert len(found) == count
