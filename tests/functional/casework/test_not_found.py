"""What is not there: said to those at work with the way back, and to the public as before."""

import pytest

from answerable.actions.casework import restrict_request
from tests.functional.casework.conftest import seen
from tests.support.casework import CHECKER, MANAGER, begun, doing_by

pytestmark = pytest.mark.django_db


def test_those_at_work_are_led_back_to_it(as_):
    page = seen(as_(CHECKER).get("/requests/2025-9999/"), 404)

    assert "Go to where your work begins" in page
    assert 'href="/start/"' in page


def test_a_restricted_request_looks_as_one_that_does_not_exist(as_):
    begun()
    restrict_request("2025-0001", people=[], reason="A colleague", doing=doing_by(MANAGER))
    browser = as_(CHECKER)

    there, nowhere = (
        seen(browser.get(f"/requests/{one}/"), 404) for one in ("2025-0001", "2025-9999")
    )

    assert there.replace("2025-0001", "2025-9999") == nowhere


def test_the_public_is_led_to_the_log(client):
    assert "Search the log" in seen(client.get("/no-such-page"), 404)
