"""An information owner answers by the link in a mail, in a real browser."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from answerable.actions.casework.contributing import Asking, ask_owner
from answerable.actions.casework.owners import add_owner
from answerable.domain.clock import shipped_holidays
from answerable.records.casework.models import Contribution, Outgoing
from tests.browser.conftest import violations
from tests.support.accounts import make_person
from tests.support.casework import arrive, doing_by
from tests.support.contributions import OFFICER, OWNER, REF, given_to
from tests.support.letters import make_mail

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def link(visitor):
    """Return the link that an owner has just got, about a question whose deadline is to come."""
    now = timezone.now()
    arrive(make_mail())
    given_to(OFFICER)
    doing = doing_by(OFFICER, at=now)
    add_owner(OWNER, name="Wim Owner", doing=doing)
    due = shipped_holidays().calendar("uk-any").add(now.date() + dt.timedelta(days=1), 5)
    ask_owner(REF, "1", OWNER, Asking("How many printers?\nAnd where?", due, "Late"), doing=doing)
    text = Outgoing.objects.get(address=OWNER).text
    return next(line for line in text.splitlines() if "/contributions/" in line)


@pytest.fixture
def look(visitor):
    """Return what says, of the page that is shown, what axe finds."""

    return lambda: violations(visitor)


def test_an_owner_checks_what_they_wrote_changes_it_and_sends_it_with_a_file(
    visitor, link, look, tmp_path
):
    plan = tmp_path / "plan.csv"
    plan.write_text("room,printers\n1,2\n")
    found = []

    visitor.goto(link)
    found += look()
    visitor.get_by_label("Your answer").fill("There are 12.\nIn two rooms.")
    visitor.get_by_role("button", name="Continue").click()
    found += look()
    visitor.get_by_role("button", name="Change the words").click()
    assert visitor.get_by_label("Your answer").input_value() == "There are 12.\nIn two rooms."
    visitor.get_by_label("Your answer").fill("There are 13.")
    visitor.get_by_role("button", name="Continue").press("Enter")
    visitor.get_by_label("Attach files").set_input_files([plan])
    visitor.get_by_role("button", name="Send your answer").press("Enter")
    assert visitor.get_by_role("heading", name="Thank you").is_visible()
    found += look()
    visitor.get_by_role("link", name="change or add to your answer").click()
    found += look()

    kept = Contribution.objects.get()
    assert (kept.text, kept.files.get().name) == ("There are 13.", "plan.csv")
    assert found == []
    assert visitor.context.cookies() == []
    assert visitor.complaints == []


def test_an_owner_says_that_it_is_not_for_them_and_the_link_ends(visitor, link, look):
    visitor.goto(link)
    visitor.get_by_role("link", name="This is not for me to answer").click()
    found = look()
    visitor.get_by_role("button", name="Send").click()
    assert visitor.title().startswith("Error: ")
    found += look()
    visitor.get_by_role("link", name="Say why it is not for you to answer").click()
    visitor.keyboard.type("I left the team")
    visitor.get_by_role("button", name="Send").click()
    found += look()
    assert Contribution.objects.get().reason == "I left the team"

    Contribution.objects.update(nonce="another")
    assert visitor.goto(link).status == 410
    found += look()

    assert found == []
    assert visitor.context.cookies() == []


@pytest.fixture
def officer(visitor, site, settings):
    """Return the visitor, signed in as the officer of the request."""
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    client = Client()
    client.force_login(make_person(OFFICER.key, name=OFFICER.name))
    session = client.cookies["sessionid"].value
    visitor.context.add_cookies([{"name": "sessionid", "value": session, "url": site}])
    return visitor


def test_an_officer_asks_by_keyboard_and_axe_finds_nothing_on_any_page(officer, link, look):
    pages = (
        f"/requests/{REF}/questions/1/contributions/",
        f"/requests/{REF}/questions/1/contributions/1/",
        "/information-owners/",
        "/information-owners/new/",
        f"/information-owners/{OWNER}/",
    )
    found = {}
    for address in pages:
        officer.goto(address)
        for details in officer.locator("details").all():
            details.evaluate("node => node.open = true")
        found[address] = look()

    officer.goto(pages[0].replace("/1/", "/2/"))
    due = shipped_holidays().calendar("uk-any").add(timezone.localdate(), 6)
    officer.get_by_label("Whom do you ask?").select_option(OWNER)
    for name, value in (("Day", due.day), ("Month", due.month), ("Year", due.year)):
        officer.get_by_role("textbox", name=name).fill(str(value))
    officer.get_by_role("textbox", name="Reason").fill("The request is long overdue")
    officer.get_by_role("button", name="Ask", exact=True).press("Enter")
    officer.get_by_text("Asked: the mail leaves by itself").wait_for()
    found["asked"] = look()

    assert {page: what for page, what in found.items() if what} == {}
    assert Contribution.objects.count() == 2
