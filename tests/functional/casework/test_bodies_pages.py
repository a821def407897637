"""The pages of other bodies, and of a question that is sent on to one."""

import pytest

from answerable.queries.casework.bodies import body_row
from answerable.queries.casework.deciding import version_page
from tests.functional.casework.conftest import done, seen
from tests.support import later_scenes, scenes
from tests.support.casework import INTAKE, OFFICER, REF
from tests.support.doors import DECIDED

pytestmark = pytest.mark.django_db


def test_staff_add_a_body_and_find_it(as_):
    scenes.begun()
    browser = as_(INTAKE)
    said = {"do": "add", "name": "Office of Ink", "area": "Wells"}

    done(browser.post("/other-bodies/new/", said, follow=True), "Office of Ink can be chosen now")

    assert "Office of Ink" in seen(browser.get("/other-bodies/?words=wells"))
    assert "No body has these words" in seen(browser.get("/other-bodies/?words=wales"))


def test_an_entry_that_is_wrong_is_refused_beside_what_was_typed(as_):
    later_scenes.directed()
    said = {"do": "change", "name": "Office of Pens", "email": "pens"}

    page = seen(as_(OFFICER).post("/other-bodies/office-of-pens/", said), 422)

    assert "is no e-mail address" in page
    assert body_row("office-of-pens").email == "foi@pens.example"


def test_an_officer_picks_bodies_and_a_transfer_with_the_decision(as_):
    later_scenes.directed()
    agreed = {"agreed_on_day": "6", "agreed_on_month": "10", "agreed_on_year": "2025"}
    picked = {"outcomes": ["signposted"], "bodies": ["office-of-pens"], "do": "save"}
    said = {**DECIDED, **picked, **agreed, "transfer_to": "office-of-pens"}

    done(as_(OFFICER).post(f"/requests/{REF}/questions/1/", said, follow=True), "Saved")

    kept = version_page(REF, "1", 1).particulars
    assert [one.words for one in kept.bodies] == [
        "Office of Pens (foi@pens.example, 0300 000 0000)"
    ]
    assert (kept.transfer.slug, str(kept.transfer.agreed_on)) == ("office-of-pens", "2025-10-06")
    form = seen(as_(OFFICER).get(f"/requests/{REF}/questions/1/"))
    assert "How the question is sent on" in form


def test_who_asked_is_shown_with_a_transfer_to_those_only_who_read_letters(as_):
    later_scenes.transferring(names_requester=True)
    address = f"/requests/{REF}/questions/1/transfer/"

    assert "a.person@example.org" not in seen(as_(OFFICER).get(address))
    assert "a.person@example.org" in seen(as_(INTAKE).get(address))


def test_a_question_that_is_not_sent_on_has_no_such_page(as_):
    scenes.begun()

    assert as_(OFFICER).get(f"/requests/{REF}/questions/1/transfer/").status_code == 404
