"""The earlier answers beside the form on which a question is decided."""

import pytest

from answerable.queries import search
from answerable.queries.casework import earlier as found_earlier
from tests.functional.casework.conftest import seen
from tests.support.casework import AUDITOR, OFFICER
from tests.support.earlier import asked, published, sent, theirs, withheld
from tests.support.entries import OTHER

pytestmark = pytest.mark.django_db


def page_of(reference):
    return f"/requests/{reference}/questions/-/"


def test_an_earlier_answer_stands_with_its_decision_its_month_and_what_it_is_to_the_question(as_):
    withheld("How many tandems did the workshop own in 2019?")
    own = asked("How many tandems did the workshop own in 2024?")

    page = seen(as_(OFFICER).get(page_of(own)))

    assert "The same, for another time" in page
    assert '<a class="govuk-link" href="/log/7000001/1">7000001 question 1</a>, March 2025' in page
    assert "Withheld under 31(1)(a)" in page
    assert "It is exempt under section 31(1)(a)." in page
    assert "This question asks for 2024, the earlier for 2019" in page
    assert "Why it was found: " in page


def test_what_is_not_published_leads_to_its_request(as_):
    reference = sent()
    own = asked()

    page = seen(as_(AUDITOR).get(page_of(own)))

    assert f'href="/requests/{reference}/">{reference}</a>, October 2025, not published' in page


def test_another_body_decides_and_nothing_of_it_can_be_used(as_):
    theirs()
    own = asked()

    page = seen(as_(OFFICER).get(page_of(own)))

    assert f"{OTHER.name} decided: <strong>disclosed</strong>" in page
    assert "their words are not taken over" in page
    assert "No earlier answer was found that could be used" in page


def test_where_search_fails_the_page_says_so_and_works(as_, monkeypatch):
    def fails(*_, **__):
        raise search.SearchUnavailable

    monkeypatch.setattr(found_earlier, "sent_like", fails)
    published()
    own = asked()

    page = seen(as_(OFFICER).get(page_of(own)))

    assert "Search cannot be used now" in page
    assert 'name="do" value="forward"' in page
