"""Somebody says how it was, in a real browser: by keyboard, without scripts, and on a small screen."""

import pytest
from django.utils import timezone

from answerable.actions.standards.surveys import invite, new_token
from answerable.records.standards.models import Quotation, SurveyAnswer
from tests.browser.conftest import violations

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def token(visitor):
    made = new_token(timezone.localdate())
    invite(made)
    return made


def test_the_survey_is_answered_by_keyboard_and_axe_finds_nothing_on_any_page(visitor, token):
    found = []
    visitor.goto(f"/survey/{token}/")
    found += violations(visitor)
    visitor.get_by_role("button", name="Send").press("Enter")
    assert visitor.title().startswith("Error: ")
    found += violations(visitor)
    visitor.get_by_role("link", name="Answer at least one question").press("Enter")
    # The summary leads to the first of the answers: the arrows go on from there.
    visitor.keyboard.press("Space")
    visitor.keyboard.press("ArrowDown")
    visitor.get_by_role("group", name="The answer was clear").get_by_label("Strongly agree").press(
        "Space"
    )
    visitor.get_by_label("Is there anything that you want to add?").fill("It was quick.")
    visitor.get_by_role("button", name="Send").press("Enter")
    visitor.get_by_role("heading", name="Thank you").wait_for()
    found += violations(visitor)
    assert token not in visitor.url

    visitor.goto(f"/survey/{token}/")
    visitor.get_by_text("This link was used already").wait_for()
    found += violations(visitor)

    assert SurveyAnswer.objects.get().scores == {"easy": 4, "clear": 5}
    assert Quotation.objects.get().written == "It was quick."
    assert found == []
    assert visitor.context.cookies() == []
    assert [one for one in visitor.complaints if "410" not in one and "422" not in one] == []


def test_in_welsh_it_fits_a_small_screen_without_scripts(browser, site, token):
    context = browser.new_context(
        base_url=site, viewport={"width": 320, "height": 640}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"/survey/{token}/")
    page.get_by_role("link", name="Cymraeg").click()
    page.get_by_role("heading", name="Sut y gwnaethom?").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("group", name="Roedd yr ateb yn glir").get_by_label(
        "Cytuno", exact=True
    ).check()
    page.get_by_role("button", name="Anfon").click()
    page.get_by_role("heading", name="Diolch").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()

    answer = SurveyAnswer.objects.get()
    assert (answer.language, answer.scores) == ("cy", {"clear": 4})
