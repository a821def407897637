"""Somebody makes a request by the public form: by keyboard, without scripts, and on a small screen."""

import re

import pytest

from answerable.domain.roles import Role
from answerable.records.casework.models import Message, Request
from tests.browser.conftest import violations
from tests.support.accounts import make_person

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

TEXT = "1. How many bicycles do you have?\n2. Whose number is 07700 900123?"


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
    visitor.get_by_role("button", name=re.compile("Read what was said.*bicycles")).first.focus()
    visitor.keyboard.press("Enter")
    whole = visitor.get_by_role("link", name="The whole entry, with tables and files")
    whole.wait_for()
    assert visitor.url.endswith("#opened")
    assert whole.get_attribute("target") == "_blank"
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


STEPS = [
    ({}, "Parhau"),
    ({"Cwyn, neu gymorth gyda rhywbeth arall": None}, "Parhau"),
    ({}, "Gofyn am wybodaeth yr un fath"),
    ({"Eich cais": "Faint? Fy rhif: 07700 900123"}, "Parhau"),
    ({}, "Read this page in English"),
    ({"Your full name": "Siân Ŵyn", "E-mail address": "sian@example.org"}, "Continue"),
    ({}, "Send the request"),
]
"""What is typed or, without words, chosen on each page, and the button that leads on."""


@pytest.mark.parametrize("scripts", [True, False])
def test_axe_finds_nothing_on_any_step_in_either_language(browser, site, scripts):
    context = browser.new_context(
        base_url=site, java_script_enabled=scripts, viewport={"width": 320, "height": 800}
    )
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto("/cy/make-a-request")
    seen = [page.title()]
    for fields, button in STEPS:
        for label, words in fields.items():
            field = page.get_by_label(label, exact=True)
            field.check() if words is None else field.fill(words)
        page.get_by_role("button", name=button).click()
        page.get_by_role("heading", level=1).wait_for()
        page.wait_for_load_state()
        seen.append(page.title())
        # Without scripts axe cannot run; that every page is reached is the test then.
        assert not scripts or (_fits(page) and violations(page) == [])

    assert len(set(seen)) == len(STEPS) + 1
    assert seen[1].startswith("Gwall:")
    assert seen[-1].startswith("Your request was taken in")
    assert Message.objects.get().text == "Faint? Fy rhif: 07700 900123"
    assert all(url.startswith(site) for url in asked)
    context.close()


@pytest.mark.parametrize(
    ("language", "read"), [("", "Read what was said"), ("/cy", "Darllenwch yr hyn a ddywedwyd")]
)
def test_axe_finds_nothing_where_earlier_answers_are_shown_and_opened(
    browser, site, language, read
):
    context = browser.new_context(base_url=site, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(f"{language}/make-a-request")
    page.locator("input[value=information]").check()
    page.locator("button[value=on]").click()
    page.locator("[name=text]").fill(
        "1. How many bicycles do you have?\n2. Which firewall do you use?"
    )
    page.locator("[name=name]").fill("Ann Example")
    page.locator("[name=address]").fill("ann@example.org")
    page.locator("button[value=on]").click()
    page.get_by_role("button", name=read).first.wait_for()
    assert (_fits(page), violations(page)) == (True, [])

    page.get_by_role("button", name=read).last.click()
    page.locator("#opened").wait_for()
    assert page.locator("#opened").get_by_text("Northshire County Council").is_visible()
    assert (_fits(page), violations(page)) == (True, [])
    context.close()


def test_axe_finds_nothing_where_officers_enter_letters(visitor, site, client, settings, tmp_path):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    client.force_login(make_person("ina@body.example", name="Ina Intake", roles=(Role.INTAKE,)))
    name = settings.SESSION_COOKIE_NAME
    visitor.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site}])
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.7")

    visitor.goto("/requests/new/")
    assert violations(visitor) == []
    visitor.get_by_role("button", name="Enter it").click()
    assert visitor.get_by_role("link", name="Select how it came").is_visible()
    assert violations(visitor) == []
    visitor.get_by_label("By post").check()
    for part, typed in {"Day": "2", "Month": "11", "Year": "2025"}.items():
        visitor.get_by_label(part, exact=True).fill(typed)
    visitor.get_by_label("Scans (optional)").set_input_files(tmp_path / "letter.pdf")
    visitor.get_by_role("button", name="Enter it").click()

    visitor.wait_for_url("**/requests/20*/")
    assert Message.objects.get().files.get().name == "letter.pdf"
