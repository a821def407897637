"""A request from the public form to the letter in the requester's mailbox, by people of the office."""

import pytest
from django.utils import timezone

from answerable.actions.casework.owners import add_owner
from answerable.domain.clock import shipped_holidays
from answerable.queries.ledger import checked_lines
from answerable.records.casework.models import Contribution, Question, Request
from tests.browser.desks import received, run_jobs, text_of
from tests.functional.casework.conftest import office  # noqa: F401 a fixture
from tests.support.accounts import let_in
from tests.support.casework import CHECKER, INTAKE, MANAGER, OFFICER, doing_by
from tests.support.mail_server import mail_server

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
OWNER = "wim@body.example"
ASKED = "1. How many bicycles did you buy in 2024?\n2. Which locks do they have?"


@pytest.fixture
def the_office(settings, site, office):  # noqa: F811 the fixture above
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    for one in (INTAKE, OFFICER, CHECKER, MANAGER):
        let_in(one)
    add_owner(OWNER, name="Wim Owner", doing=doing_by(OFFICER, at=timezone.now()))


def test_a_request_goes_from_the_form_to_a_sent_answer(
    the_office,
    at_desk,
    visitor,
    settings,
):
    with mail_server() as post:
        post.serve(settings, sender="Requests <foi@body.example>")

        reference = make_request(visitor)
        run_jobs()
        take_on(at_desk, reference)
        ask_the_owner(at_desk, reference)
        run_jobs()
        answer_by_link(visitor)
        decide(at_desk, reference)
        check_and_clear(at_desk, reference)
        send(at_desk, reference)
        run_jobs()
        run_jobs()

    to = [one["To"] for one in received(post)]
    # Acknowledged once and answered once; the owner was asked once.
    assert (to.count("ann@example.org"), to.count(OWNER)) == (2, 1)
    letter = received(post)[-1]
    text = text_of(letter)
    for words in ("Dear Ann Example", "We bought 14", "section 31(1)(a)", "internal review"):
        assert words in text
    assert [part.get_content_type() for part in letter.iter_attachments()] == ["application/pdf"]
    assert set(Question.objects.values_list("stage", flat=True)) == {"sent"}
    assert Request.objects.get().stage == "sent"
    assert list(checked_lines())[-1].holds
    assert visitor.complaints == []


def make_request(page):
    page.goto("/make-a-request")
    page.get_by_label("Information that we may hold").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Your request").fill(ASKED)
    page.get_by_label("Your full name").fill("Ann Example")
    page.get_by_label("E-mail address", exact=True).fill("ann@example.org")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Send the request").click()
    page.get_by_role("heading", name="Your request was taken in").wait_for()
    return Request.objects.get().reference


def take_on(at_desk, reference):
    with at_desk(INTAKE) as page:
        page.look()
        page.goto(f"/requests/{reference}/validity/")
        page.get_by_label("Yes: it is in writing").check()
        page.get_by_role("button", name="Record it").click()
        page.get_by_role("link", name="Assign it").click()
        page.get_by_label("Officer").select_option(label=OFFICER.name)
        page.get_by_role("button", name="Assign it").click()
        page.get_by_text("Olive (has not accepted it yet)").wait_for()
        page.look()


def ask_the_owner(at_desk, reference):
    due = shipped_holidays().calendar("uk-any").add(timezone.localdate(), 5)
    with at_desk(OFFICER) as page:
        page.get_by_role("link", name="How many bicycles").first.click()
        page.get_by_role("link", name="Accept it").click()
        page.get_by_role("button", name="Accept it").click()
        page.get_by_role("link", name="1. How many bicycles").click()
        page.get_by_role("link", name="Contributions from information owners").click()
        page.get_by_label("Whom do you ask?").select_option(index=1)
        for name, value in (("Day", due.day), ("Month", due.month), ("Year", due.year)):
            page.get_by_label(name, exact=True).fill(str(value))
        page.look()
        page.get_by_role("button", name="Ask", exact=True).click()
        page.get_by_text("Asked: the mail leaves by itself").wait_for()


def answer_by_link(page):
    from answerable.queries.casework.links import link_address

    page.goto(link_address(Contribution.objects.get()))
    page.get_by_label("Your answer").fill("We bought 14, all of them folding.")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Send your answer").click()
    page.get_by_role("heading", name="Thank you").wait_for()


def decide(at_desk, reference):
    with at_desk(OFFICER) as page:
        page.goto(f"/requests/{reference}/questions/1/?from=1")
        assert "We bought 14" in page.get_by_label("The answer", exact=True).input_value()
        page.get_by_label("Disclosed", exact=True).check()
        page.look()
        page.get_by_role("button", name="Save and put forward").click()
        page.get_by_text("Put forward for checking").wait_for()
        page.goto(f"/requests/{reference}/questions/2/")
        page.get_by_label("Withheld", exact=True).check()
        # While somebody types, the law's objections follow.
        page.get_by_text("rests on an exemption: cite it to the limb").wait_for()
        page.get_by_label("Exemption, to its limb").fill("31(1)(a)")
        page.get_by_role("button", name="Show what these grounds need").click()
        page.get_by_label("Why it applies to this information").fill("It names the locks.")
        page.get_by_label("It would be likely to happen").check()
        page.get_by_label("What harm disclosure would cause").fill("Thieves would bring the tool.")
        page.get_by_label("Record that section 30").fill("Nothing was investigated.")
        page.get_by_label("What speaks for disclosure").fill("Money was spent on them.")
        page.get_by_label("What speaks for withholding").fill("Bicycles would be stolen.")
        page.get_by_label("Withholding weighs more").check()
        page.get_by_role("heading", name="What the law says").wait_for()
        page.get_by_text("No objection").wait_for()
        page.look()
        page.get_by_role("button", name="Save and put forward").click()
        page.get_by_text("Put forward for checking").wait_for()


def check_and_clear(at_desk, reference):
    for actor, words, done in (
        (CHECKER, "I have checked them", "Checked"),
        (MANAGER, "Clear them", "Cleared"),
    ):
        # Nothing of this needs a script.
        with at_desk(actor, scripts=False) as page:
            page.goto(f"/requests/{reference}/clearance/")
            for box in page.get_by_role("checkbox").all():
                box.check()
            page.get_by_role("button", name=words, exact=True).click()
            page.get_by_text(done, exact=True).first.wait_for()


def send(at_desk, reference):
    with at_desk(INTAKE) as page:
        page.goto(f"/requests/{reference}/letter/")
        assert page.get_by_text("Dear [the requester]").is_visible()
        page.look()
        page.get_by_role("button", name="Send it").press("Enter")
        page.get_by_text("It leaves by e-mail now").wait_for()
