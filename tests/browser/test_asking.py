"""Somebody makes a request by the public form: by keyboard, without scripts, and on a small screen."""

import pytest

from answerable.records.casework.models import Message, Request
from tests.browser.conftest import AXE

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

TEXT = "1. How many bicycles do you have?\n2. Whose number is 07700 900123?"


def _violations(page):
    page.evaluate(AXE.read_text())
    result = page.evaluate("() => axe.run()")
    return [(one["id"], [node["target"] for node in one["nodes"]]) for one in result["violations"]]


def _fits(page):
    return page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_request_is_made_by_keyboard_alone(visitor):
    visitor.goto("/")
    visitor.get_by_role("link", name="Make a request").first.focus()
    visitor.keyboard.press("Enter")
    visitor.wait_for_url("**/make-a-request")
    visitor.get_by_label("Information that we may hold").focus()
    visitor.keyboard.press("Space")
    visitor.keyboard.press("Enter")
    visitor.get_by_label("Your request").focus()
    visitor.keyboard.type(TEXT)
    visitor.keyboard.press("Tab")
    visitor.keyboard.type("Siân Ŵyn")
    visitor.keyboard.press("Tab")
    visitor.keyboard.type("sian@example.org")
    # Enter in a field goes on: it does not change the language.
    visitor.keyboard.press("Enter")
    visitor.get_by_role("heading", name="Check your request").wait_for()
    assert visitor.get_by_text("seems to hold personal data").is_visible()
    assert visitor.get_by_role("link", name="Bicycles (opens in a new tab)").is_visible()
    visitor.get_by_role("button", name="Send the request").focus()
    visitor.keyboard.press("Enter")

    visitor.get_by_role("heading", name="Your request was taken in").wait_for()
    assert visitor.get_by_text(Request.objects.get().reference).is_visible()
    assert Message.objects.get().text == TEXT
    assert visitor.context.cookies() == []
    assert visitor.complaints == []


def test_two_clicks_and_the_way_back_make_one_request(visitor):
    visitor.goto("/make-a-request")
    visitor.get_by_label("Information that we may hold").check()
    visitor.get_by_role("button", name="Continue").click()
    visitor.get_by_label("Your request").fill("How many unicycles?")
    visitor.get_by_label("Your full name").fill("Ann Example")
    visitor.get_by_label("E-mail address", exact=True).fill("ann@example.org")
    visitor.get_by_role("button", name="Continue").click()
    visitor.get_by_role("button", name="Send the request").dblclick()
    visitor.get_by_role("heading", name="Your request was taken in").wait_for()
    address = visitor.url
    visitor.go_back()
    visitor.get_by_role("button", name="Send the request").click()
    visitor.get_by_role("heading", name="Your request was taken in").wait_for()

    reference = Request.objects.get().reference
    assert visitor.get_by_text(reference).is_visible()
    visitor.goto(address)
    assert visitor.get_by_text(reference).is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_axe_finds_nothing_on_any_step_in_either_language(browser, site, scripts):
    context = browser.new_context(
        base_url=site, java_script_enabled=scripts, viewport={"width": 320, "height": 800}
    )
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    seen = []

    def look():
        if scripts:
            assert _fits(page)
            assert _violations(page) == []
        seen.append(page.title())

    page.goto("/cy/make-a-request")
    look()
    page.get_by_role("button", name="Parhau").click()
    look()
    page.get_by_label("Cwyn, neu gymorth gyda rhywbeth arall").check()
    page.get_by_role("button", name="Parhau").click()
    look()
    page.get_by_role("button", name="Gofyn am wybodaeth yr un fath").click()
    look()
    page.get_by_label("Eich cais").fill("Faint? Fy rhif: 07700 900123")
    page.get_by_role("button", name="Parhau").click()
    look()
    page.get_by_role("button", name="Read this page in English").click()
    look()
    assert page.get_by_label("Your request").input_value() == "Faint? Fy rhif: 07700 900123"
    page.get_by_label("Your full name").fill("Siân Ŵyn")
    page.get_by_label("E-mail address", exact=True).fill("sian@example.org")
    page.get_by_role("button", name="Continue").click()
    look()
    page.get_by_role("button", name="Send the request").click()
    look()

    assert len(set(seen)) == 8
    assert seen[1].startswith("Gwall:")
    assert seen[-1].startswith("Your request was taken in")
    assert all(url.startswith(site) for url in asked)
    context.close()
