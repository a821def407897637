"""The page on which requests are linked, and what the page of a request says of it."""

import pytest

from answerable.actions.casework import restrict_request
from answerable.records.casework.models import RequestLink
from tests.functional.casework.conftest import seen
from tests.support.casework import AUDITOR, MANAGER, OFFICER, arrive, begun, doing_by
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db
PAGE = "/requests/2025-0001/"
LINKS = f"{PAGE}links/"


@pytest.fixture
def two(db):
    begun()
    arrive(make_mail(Message_ID="<2@example.org>"))


def test_a_request_of_the_same_person_is_suggested_linked_and_let_go_again(as_, two):
    browser = as_(OFFICER)
    assert "The same person asked this about the same day" in seen(browser.get(PAGE))
    assert 'value="2025-0002"' in seen(browser.get(f"{LINKS}?other=2025-0002"))

    linked = browser.post(LINKS, {"other": " 2025-0002 ", "kind": "repeats"}, follow=True)

    assert "Repeats <a" in seen(linked)
    assert "Is repeated by <a" in seen(browser.get("/requests/2025-0002/"))
    let_go = {"do": "unlink", "other": "2025-0002", "kind": "repeats"}
    assert "The link was taken away" in seen(browser.post(LINKS, let_go, follow=True))
    assert not RequestLink.objects.exists()


REFUSED = [
    ({"kind": "repeats"}, 200, "Enter the reference of the other request"),
    ({"other": "2025-0002"}, 200, "Choose how they belong together"),
    ({"other": "2025-0009", "kind": "repeats"}, 404, "There is no request 2025-0009"),
    ({"other": "2025-0001", "kind": "repeats"}, 403, "A request is not linked to itself"),
    ({"other": "2025-0002", "kind": "repeats", "do": "unlink"}, 403, "is not linked so to"),
]


@pytest.mark.parametrize(("form", "status", "words"), REFUSED)
def test_what_cannot_be_linked_is_said(as_, two, form, status, words):
    assert words in seen(as_(OFFICER).post(LINKS, form), status)


def test_a_form_that_sends_what_none_of_ours_sends_is_refused(as_, two):
    form = {"do": "unlink", "other": "2025-0002", "kind": "cousins"}

    assert as_(OFFICER).post(LINKS, form).status_code == 400


def test_an_auditor_sees_links_and_makes_none(as_, two):
    browser = as_(AUDITOR)

    assert 'value="link" disabled' in seen(browser.get(LINKS))
    form = {"other": "2025-0002", "kind": "repeats"}
    assert "Linking requests is for" in seen(browser.post(LINKS, form), 403)


def test_the_history_names_no_request_that_its_reader_may_not_see(as_, two):
    as_(OFFICER).post(LINKS, {"other": "2025-0002", "kind": "follows"})
    restrict_request("2025-0002", people=[], reason="A colleague", doing=doing_by(MANAGER))

    page = seen(as_(OFFICER).get(PAGE))

    assert "Requests linked, follows" in page
    assert "2025-0002" not in page
    assert as_(OFFICER).get("/requests/2025-0002/links/").status_code == 404
