"""The page on which staff send whoever asked a new link, and see whether files were fetched."""

import pytest

from answerable.records.casework.models import DeliveryLink, FollowLink, Outgoing
from tests.functional.casework.conftest import done, seen
from tests.support import later_scenes, scenes
from tests.support.casework import INTAKE, OFFICER, REF

pytestmark = pytest.mark.django_db
PAGE = f"/requests/{REF}/follow-link/"


def test_intake_staff_send_a_new_link_and_see_nobody_s_name_or_link(as_, office):
    scenes.mailing()
    before = FollowLink.objects.get().nonce
    browser = as_(INTAKE)
    page = seen(browser.get(PAGE))
    assert "the present one was made on 6 October 2025" in page

    done(browser.post(PAGE, {"do": "send"}, follow=True), "A new link was sent")

    new = FollowLink.objects.get().nonce
    assert new != before
    assert Outgoing.objects.filter(key__startswith="link ", address="a.person@example.org").exists()
    page = seen(browser.get(PAGE))
    for hidden in (new, "a.person", "A. Person"):
        assert hidden not in page


def test_files_are_let_be_fetched_for_longer(as_, office):
    later_scenes.delivered()
    browser = as_(INTAKE)
    assert "Nobody has opened it yet" in seen(browser.get(PAGE))

    done(browser.post(PAGE, {"do": "extend:1"}, follow=True), "The link was extended")

    assert str(DeliveryLink.objects.get().ends_on) == "2025-11-05"
    assert browser.post(PAGE, {"do": "extend:x"}).status_code == 400
    assert browser.post(PAGE, {"do": "other"}).status_code == 400
    assert "are not fetched by a link" in seen(browser.post(PAGE, {"do": "extend:2"}), 404)


def test_an_officer_is_told_whose_it_is(as_):
    scenes.begun()

    page = seen(as_(OFFICER).get(PAGE))

    assert "is for whoever asked, intake staff, managers and the system itself" in page
