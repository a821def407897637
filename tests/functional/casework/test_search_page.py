"""Searching requests and questions on the page, and by the command line."""

import re
import shutil

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.actions.casework import add_note, indexing, restrict_request, write_decision
from answerable.actions.casework.indexing import rebuild_casework_index
from tests.support.casework import (
    INTAKE,
    MANAGER,
    OFFICER,
    WITHHELD,
    arrive,
    begun,
    doing_by,
)
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def tandems(people):
    reference = begun(text="1. How many tandems?\n2. Who pays for them?\n\nYours, A. Person")
    write_decision(reference, "2", WITHHELD, doing=doing_by(OFFICER))
    rebuild_casework_index()
    return reference


def says(response):
    return response.content.decode()


def words_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", says(response)).split())


def test_hits_lead_to_requests_and_questions_with_their_words_marked(visit, tandems):
    page = visit(OFFICER, "/requests/search/?q=tandems")

    assert "2 found" in words_of(page)
    assert f'href="/requests/{tandems}/"' in says(page)
    assert f'href="/requests/{tandems}/questions/1/"' in says(page)
    assert "<mark>tandems</mark>" in says(page)
    paid = visit(OFFICER, "/requests/search/?outcome=withheld&exemption=31&kind=question")
    assert f"{tandems}, question 2" in words_of(paid)
    assert "Withheld" in words_of(paid)


def test_what_was_saved_a_second_ago_is_found(visit, tandems):
    add_note(tandems, "Ask the quartermaster.", doing=doing_by(OFFICER))

    page = visit(OFFICER, "/requests/search/?q=quartermaster")

    assert "1 found" in words_of(page)
    assert "still to be indexed" not in words_of(page)


def test_many_hits_cost_no_more_queries_than_few(visit, tandems):
    address = "/requests/search/?q=tandems"
    few = _queries(visit, address)

    for number in range(2, 12):
        mail = make_mail(Message_ID=f"<{number}@x.example>", text=f"{number}. How many tandems?")
        arrive(mail)
    rebuild_casework_index()

    assert _queries(visit, address) == few <= 12


def _queries(visit, address):
    visit(OFFICER, address)
    with CaptureQueriesContext(connection) as queries:
        assert visit(OFFICER, address).status_code == 200
    # Signing in is no part of the page.
    return sum(
        "session" not in one["sql"] and "accounts_person" not in one["sql"] for one in queries
    )


def test_where_many_changes_wait_the_page_says_how_many(visit, tandems, monkeypatch):
    monkeypatch.setattr(indexing, "FEW", 0)
    add_note(tandems, "Ask the quartermaster.", doing=doing_by(OFFICER))

    page = visit(OFFICER, "/requests/search/?q=quartermaster")

    assert "1 change is still to be indexed" in words_of(page)
    assert "Nothing fits" in words_of(page)


def test_who_asked_is_found_by_intake_and_shown_to_nobody(visit, tandems):
    page = visit(INTAKE, "/requests/search/?q=a.person%40example.org")

    assert "Found by who asked." in words_of(page)
    assert "A. Person" not in says(page)
    assert "You also find requests by who asked" in words_of(page)
    officers = visit(OFFICER, "/requests/search/?q=a.person%40example.org")
    assert "Nothing fits" in words_of(officers)
    assert "Who asked cannot be searched for" in words_of(officers)


def test_nothing_restricted_is_found_by_others(visit, tandems):
    restrict_request(tandems, people=[], reason="Staff", doing=doing_by(MANAGER))

    assert "Nothing fits" in words_of(visit(INTAKE, "/requests/search/?q=tandems"))
    assert "Restricted" in words_of(visit(OFFICER, "/requests/search/?q=tandems"))


def test_an_index_that_cannot_be_used_is_said_and_never_nothing_found(visit, tandems, settings):
    shutil.rmtree(settings.ANSWERABLE_CASEWORK_INDEX)

    page = visit(OFFICER, "/requests/search/?q=tandems")

    assert page.status_code == 503
    assert page.headers["Retry-After"] == "60"
    assert "There is no casework index" in words_of(page)
    assert 'href="/requests/"' in says(page)
    assert "Nothing fits" not in words_of(page)
    assert visit(OFFICER, "/requests/search/").status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "q=%22AND",
        "q=" + "x" * 3000,
        "page=0",
        "page=99999999",
        "stage=none",
        "exemption=%00",
        "q=%00",
    ],
)
def test_any_query_is_answered(visit, tandems, query):
    assert visit(OFFICER, f"/requests/search/?{query}").status_code == 200


def test_a_long_search_has_pages(visit, tandems, monkeypatch):
    from answerable.web.casework import searching

    monkeypatch.setattr(searching, "SIZE", 1)
    page = visit(OFFICER, "/requests/search/?q=tandems")

    assert 'href="/requests/search/?q=tandems&amp;page=2" rel="next"' in says(page)
    last = visit(OFFICER, "/requests/search/?q=tandems&page=2")
    assert 'href="/requests/search/?q=tandems" rel="prev"' in says(last)
    assert 'rel="next"' not in says(last)
