"""The pages on which what is old is held, listed, spared, approved, and what is left of it."""

import pytest
import time_machine

from answerable.actions.casework.retaining import hold_request
from answerable.jobs.casework import dispose
from tests.functional.casework.conftest import ADMINISTRATOR, done, seen
from tests.support.casework import AUDITOR, INTAKE, MANAGER, OFFICER
from tests.support.ended import LATER, closed, later, listed

pytestmark = pytest.mark.django_db
LISTS, LIST = "/disposals/", "/disposals/1/"


@pytest.fixture
def october():
    """Let it be the morning on which the time of what was closed is over."""
    with time_machine.travel(LATER, tick=False):
        yield


def test_a_request_is_listed_by_one_approved_by_another_and_leaves_a_page(as_):
    reference = closed()
    page = seen(as_(INTAKE).post(LISTS, {"do": "list"}, follow=True))
    assert "Since 6 October 2027, because it was withdrawn, lapsed, or closed" in page
    rows = seen(as_(INTAKE).get("/disposals/1.csv"))
    assert f"{reference},Pens 1,2025-10-06,2," in rows

    done(as_(MANAGER).post(LIST, {"do": "approve"}, follow=True), "Recorded")
    assert dispose() == "1 disposed of"
    assert dispose() == ""

    stub = seen(as_(OFFICER).get(f"/requests/{reference}/"), 410)
    assert "2025-0001 was disposed of" in stub
    assert "Listed by" in stub
    assert as_(ADMINISTRATOR).get(f"/requests/{reference}/").status_code == 403
    assert "1 disposed of" in seen(as_(INTAKE).get(LISTS))
    assert f"{reference}," in seen(as_(INTAKE).get("/disposals/1.csv"))


def test_the_list_is_not_approved_by_whoever_made_it_and_the_page_says_why(as_):
    closed()
    seen(as_(MANAGER).post(LISTS, {"do": "list"}, follow=True))

    assert "You wrote it: somebody else must approve it" in seen(as_(MANAGER).get(LIST))
    refused = as_(MANAGER).post(LIST, {"do": "approve"})
    assert "somebody else must approve it" in seen(refused, 403)


def test_one_is_spared_and_the_list_dropped(as_):
    reference = closed()
    listed()
    assert "Say why" in seen(as_(INTAKE).post(LIST, {"do": f"spare:{reference}"}), 403)

    spare = {"do": f"spare:{reference}", "reason": "An inquiry"}
    assert "Spared: An inquiry" in seen(as_(INTAKE).post(LIST, spare, follow=True))
    assert "It is dropped" in seen(as_(INTAKE).post(LIST, {"do": "drop"}, follow=True))
    assert as_(INTAKE).post(LIST, {"do": "cousins"}).status_code == 400
    assert as_(INTAKE).post(LIST, {"do": "spare:2025-0009", "reason": "x"}).status_code == 404
    assert as_(INTAKE).get("/disposals/9/").status_code == 404


def test_the_page_of_a_request_says_when_it_may_go_and_holds_it(as_):
    page = f"/requests/{closed()}/retention/"
    assert "It may go from 6 October 2027" in seen(as_(AUDITOR).get(page))
    assert "disabled" in seen(as_(AUDITOR).get(page))

    held = seen(as_(MANAGER).post(page, {"reason": "An inquiry", "do": "hold"}, follow=True))
    assert "It is held" in held
    assert "An inquiry" in held
    assert "Nothing is due today" in seen(as_(INTAKE).post(LISTS, {"do": "list"}), 403)

    lifted = seen(as_(MANAGER).post(page, {"reason": "It is over", "do": "lift"}, follow=True))
    assert "Lifted by" in lifted


def test_rules_that_cannot_be_used_are_said_and_nothing_goes(as_, settings, tmp_path):
    reference = closed()
    settings.ANSWERABLE_OFFICE = tmp_path / "office.toml"
    (tmp_path / "retention.toml").write_text("[closed]\nyears = 0\n", encoding="utf-8")

    for address in (LISTS, LIST, "/disposals/1.csv", f"/requests/{reference}/retention/"):
        assert "retention.toml cannot be used" in seen(as_(MANAGER).get(address), 503)


def test_who_asked_is_left_out_of_the_reason_for_a_hold(as_):
    reference = closed()
    hold_request(reference, reason="bo1@example.org sued us", doing=later(MANAGER))

    assert "bo1@" not in seen(as_(OFFICER).get(f"/requests/{reference}/retention/"))
