"""People watch a request from its page, and find it again."""

import pytest

from tests.functional.casework.conftest import ADMINISTRATOR, seen
from tests.support.casework import AUDITOR, OFFICER, begun

pytestmark = pytest.mark.django_db
PAGE = "/requests/2025-0001/"


def test_a_request_is_watched_found_again_and_let_go(as_):
    begun()
    browser = as_(AUDITOR)
    assert "You watch no request" in seen(browser.get("/requests/watched/"))

    page = seen(browser.post(f"{PAGE}watching/", {"do": "watch"}, follow=True))

    assert "You watch it now" in page
    assert "Watched by Ada" in page
    assert "2025-0001" in seen(browser.get("/requests/watched/"))
    assert "Watched by Ada" in seen(as_(OFFICER).get(PAGE))
    browser = as_(AUDITOR)
    after = seen(browser.post(f"{PAGE}watching/", {"do": "stop"}, follow=True))
    assert "Watched by" not in after


def test_what_cannot_be_done_is_refused(as_):
    begun()

    assert as_(OFFICER).post(f"{PAGE}watching/", {"do": "stare"}).status_code == 400
    assert as_(OFFICER).post("/requests/2025-0009/watching/", {"do": "watch"}).status_code == 404
    assert as_(ADMINISTRATOR).post(f"{PAGE}watching/", {"do": "watch"}).status_code == 403
    assert as_(ADMINISTRATOR).get("/requests/watched/").status_code == 403


def test_the_work_of_the_day_leads_there(as_):
    assert 'href="/requests/watched/"' in seen(as_(OFFICER).get("/work/"))
