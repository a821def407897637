"""The pages on which duplicates are merged, and campaigns are found, tried and done."""

import pytest

from answerable.records.casework.models import Question
from tests.functional.casework.conftest import done, seen
from tests.support import later_scenes
from tests.support.casework import CHECKER, OFFICER, REF

pytestmark = pytest.mark.django_db
CAMPAIGN = f"/campaigns/{REF}/"


def test_a_campaign_is_made_tried_and_done(as_):
    later_scenes.alike()
    assert "Printers: 2 requests" in seen(as_(OFFICER).get("/campaigns/"))
    form = {"model": REF, "request": [REF, "2025-0002"], "name": ""}
    assert "Give the campaign a name" in seen(as_(OFFICER).post("/campaigns/", form), 403)
    page = as_(OFFICER).post("/campaigns/", {**form, "name": "Printer letters"}, follow=True)
    assert "Printer letters" in seen(page)

    assert "No open question of it" in seen(as_(OFFICER).post(CAMPAIGN, {"do": "write:trial"}))
    assert as_(OFFICER).post(CAMPAIGN, {"do": "cousins:trial"}).status_code == 400
    assert as_(OFFICER).get("/campaigns/2025-0002/").status_code == 404


def test_a_dry_run_is_confirmed_and_then_done(as_):
    later_scenes.modelled()

    tried = seen(as_(OFFICER).post(CAMPAIGN, {"do": "write:trial"}))
    assert "nothing is changed yet" in tried
    assert "Questions 1, 2" in tried
    assert set(Question.objects.filter(request__reference="2025-0002").values_list("stage")) == {
        ("open",)
    }

    assert "What happened" in seen(as_(OFFICER).post(CAMPAIGN, {"do": "write:now"}))
    assert "Questions 1, 2" in seen(as_(CHECKER).post(CAMPAIGN, {"do": "check:now"}))


def test_a_duplicate_is_merged_and_its_page_says_where_it_went(as_):
    later_scenes.doubled()
    page = f"/requests/{REF}/merging/"
    assert "The same person asked this about the same day" in seen(as_(OFFICER).get(page))
    assert "Enter the reference" in seen(as_(OFFICER).post(page, {"do": "merge"}))
    refused = as_(OFFICER).post(page, {"duplicate": "2025-0009"})
    assert "There is no request 2025-0009" in seen(refused, 404)

    done(as_(OFFICER).post(page, {"duplicate": "2025-0002"}, follow=True), "was merged into")

    assert f"Merged into {REF}" in seen(as_(OFFICER).get("/requests/2025-0002/"))
