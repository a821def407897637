"""Which earlier answers are found to a question that somebody decides, and which are kept from them."""

import pytest

from answerable.domain.precedent.relations import Relation
from answerable.queries import search
from answerable.queries.casework import earlier as found_earlier
from answerable.records.casework.models import NamedPerson, Request
from tests.support.casework import OFFICER
from tests.support.earlier import LIMB, TEXT, asked, earlier, published, sent, theirs, withheld
from tests.support.entries import OTHER

pytestmark = pytest.mark.django_db


def test_what_is_published_comes_with_its_address_its_decision_and_its_relation():
    withheld()
    asked()

    (found,) = earlier().usable

    assert (found.named, found.relation) == ("7000001 question 1", Relation.SAME)
    assert found.filed.address == "/log/7000001/1"
    assert found.decision_words == f"withheld under {LIMB}"
    assert found.relation_words == "the same question"
    assert (found.is_usable, found.is_sent) == (True, False)


def test_what_was_sent_and_is_not_published_is_found_without_an_address():
    reference = sent()
    own = asked("The number of tandems that the workshop owns")

    (found,) = earlier(own).usable

    assert (found.filed.reference, found.filed.address, found.is_sent) == (reference, "", True)
    assert found.filed.answer == "There are twelve."


def test_what_was_sent_and_published_stands_there_once_as_everybody_can_read_it():
    reference = sent()
    published(ref=reference, label=None, answer="There are twelve, as published.")
    own = asked()

    (found,) = earlier(own).usable

    assert found.filed.address == f"/log/{reference}/1"
    assert found.filed.answer == "There are twelve, as published."
    assert found.is_sent


def test_its_own_request_is_no_earlier_answer():
    reference = sent()
    published(ref=reference, label=None)

    assert earlier(reference).usable == ()


def test_what_another_body_decided_is_apart_and_never_offered():
    theirs()
    asked()

    found = earlier()

    assert found.usable == found.alike == ()
    (one,) = found.theirs
    assert (one.filed.body, one.is_usable) == (OTHER.name, False)


def test_what_is_restricted_is_kept_out_of_an_answer_even_before_those_whom_it_names():
    reference = sent(is_restricted=True)
    NamedPerson.objects.create(request=Request.objects.get(reference=reference), key=OFFICER.key)
    own = asked()

    assert earlier(own).usable == ()


def test_what_can_be_used_stands_before_what_only_sounds_like_it():
    published("How many tandems did the workshop own in 2019?", ref="7000001")
    published("How many wheelbarrows does the workshop own?", ref="7000002")
    published(TEXT, ref="7000003")
    asked()

    found = earlier()

    assert [one.filed.reference for one in found.usable] == ["7000003", "7000001"]
    assert found.usable[1].relation is Relation.SAME_NEW_PERIOD
    assert found.usable[1].differs == ("names no period, the earlier asks for 2019",)
    assert [one.filed.reference for one in found.alike] == ["7000002"]
    assert found.of_key(found.alike[0].key) == found.alike[0]


def test_no_more_are_shown_than_are_asked_for():
    for number in range(4):
        published(ref=f"700000{number}")
    asked()

    assert len(earlier(most=3).usable) == 3


def test_a_period_is_counted_from_the_day_on_which_the_request_was_received():
    published("How many tandems were repaired in 2024?", ref="7000001", month="2025-01")
    own = asked("How many tandems were repaired last year?")

    assert [one.relation for one in earlier(own).usable] == [Relation.SAME]


def test_nothing_of_who_asked_stands_in_what_is_found():
    sent("How many tandems does the workshop own?\n\nRegards,\nA. Person")
    own = asked()

    (found,) = earlier(own).usable

    assert "Person" not in found.filed.text


def test_where_search_cannot_be_used_that_is_known(monkeypatch):
    def fails(*_, **__):
        raise search.SearchUnavailable

    monkeypatch.setattr(found_earlier, "published_like", fails)
    asked()

    assert not earlier().is_known


@pytest.mark.parametrize("text", ["?", "Dear team, thank you.", "12345", "Faint bricolage wobbles"])
def test_a_question_to_which_there_is_nothing_like_has_no_earlier_answer(text):
    published()
    own = asked(text)

    found = earlier(own)

    assert (found.usable, found.theirs, found.is_known) == ((), (), True)


def test_a_question_that_is_not_there_has_no_earlier_answer():
    assert earlier("2025-9999").usable == ()
