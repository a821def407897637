"""An officer decides a question beside its earlier answers: without scripts, by keyboard, and axe finds nothing."""

import re

import pytest
from django.utils import timezone

from answerable.records.casework.models import DecisionVersion
from tests.support.accounts import let_in
from tests.support.casework import OFFICER
from tests.support.earlier import asked, published, theirs, withheld
from tests.support.indexed import indexed

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def address(settings, site):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    let_in(OFFICER)
    published()
    withheld(ref="7000002")
    published("How many wheelbarrows does the workshop own?", ref="7000003")
    theirs()
    reference = asked()
    indexed(at=timezone.now())
    return f"/requests/{reference}/questions/-/"


@pytest.mark.parametrize("scripts", [True, False])
def test_an_answer_is_used_changed_and_saved_with_its_source(address, at_desk, scripts):
    with at_desk(OFFICER, scripts=scripts) as page:
        page.goto(address)
        page.get_by_label("What the answer leaves out").fill("Live data")
        use = page.get_by_role(
            "button", name=re.compile("Use the answer and the decision.*7000001")
        )
        use.focus()
        page.keyboard.press("Enter")
        page.get_by_text("The answer is taken from 7000001 question 1.").wait_for()
        assert page.get_by_label("The answer", exact=True).input_value() == "There are seven."
        page.get_by_label("The answer", exact=True).fill("There are eight now.")
        page.get_by_role("button", name="Save", exact=True).click()
        page.get_by_text("then changed", exact=False).first.wait_for()

    saved = DecisionVersion.objects.get()
    assert (saved.answer, saved.caveats) == ("There are eight now.", "Live data")
    assert saved.taken_from[0]["reference"] == "7000001"


def test_what_is_not_the_same_goes_and_comes_back_without_scripts(address, at_desk):
    with at_desk(OFFICER, scripts=False) as page:
        page.goto(address)
        row = page.locator("[id^=earlier-]", has_text="7000002 question 1")
        row.get_by_text("Not the same").first.click()
        row.get_by_label("What is it, then?").select_option("The same, about something else")
        row.get_by_label("Why").fill("Ours are unicycles")
        row.get_by_role("button", name="Put it aside").click()
        page.get_by_text("Put aside (1)").click()
        assert page.get_by_text("Ours are unicycles").is_visible()
        assert row.count() == 0
        page.get_by_role("button", name="Show it again").click()
        row.first.wait_for()


def test_axe_finds_nothing_and_nothing_is_cut_off(address, at_desk):
    with at_desk(OFFICER) as page:
        for width in (1200, 320):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(address)
            for details in page.locator("details").all():
                details.evaluate("node => node.open = true")
            page.look()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
