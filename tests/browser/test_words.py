"""A checker teaches words: by keyboard, on a small screen, and axe finds nothing, nor on whole requests."""

import pytest
from django.utils import timezone

from answerable.domain.roles import Role
from tests.browser.test_lines import looked_at
from tests.support.accounts import PASSWORD, make_person
from tests.support.casework import begun
from tests.support.entries import keep, make_entry, make_question
from tests.support.indexed import indexed
from tests.support.word_doors import switched_off

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def checker(settings):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    return make_person("vera@body.example", name="Vera Checker", roles=(Role.CHECKER,))


def sign_in(page, address="/words/", heading="Words for one thing"):
    page.goto(f"/account/sign-in?next={address}")
    page.get_by_label("E-mail address").fill("vera@body.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=heading, exact=True).wait_for()


def test_words_are_tried_and_saved_by_keyboard_alone(checker, visitor):
    sign_in(visitor)
    visitor.get_by_role("button", name="Add words for one thing").focus()
    visitor.keyboard.press("Enter")
    visitor.get_by_label("Phrases that mean one thing").focus()
    visitor.keyboard.type("wobble board\ncharge")
    visitor.get_by_role("button", name="See what it would change").focus()
    visitor.keyboard.press("Enter")
    visitor.get_by_text("“charge” alone has several senses").wait_for()
    visitor.get_by_label("Why").focus()
    visitor.keyboard.type("Askers say both")
    visitor.keyboard.press("Tab")
    visitor.keyboard.press("Enter")

    visitor.get_by_text("The group has its effect now").wait_for()
    assert visitor.get_by_role("link", name="wobble board = charge").is_visible()
    assert visitor.complaints == []


def test_axe_finds_nothing_on_the_pages_of_words(checker, visitor):
    switched_off()
    sign_in(visitor)
    visitor.set_viewport_size({"width": 320, "height": 800})
    seen = []
    for path in (
        *("", "?q=phone", "new-group/", "group/wobble-board/", "new-name/", "name/harbour-watch/"),
        *("product/mobile-phone/", "file/"),
    ):
        visitor.goto(f"/words/{path}")
        seen.append(looked_at(visitor))
    visitor.goto("/words/new-group/")
    visitor.get_by_role("button", name="Save them").click()
    seen.append(looked_at(visitor))

    assert seen == [([], True)] * 9


def test_axe_finds_nothing_where_a_whole_request_stands(checker, visitor):
    reference = begun("1. How many skips were hired in 2021?\n2. Who repairs your lifts?")
    keep(make_entry(questions=[make_question(text="How many skips were hired in 2021?")]))
    indexed(at=timezone.now())
    address = f"/requests/{reference}/asked-before/"
    sign_in(visitor, address, "Asked before")
    visitor.set_viewport_size({"width": 320, "height": 800})

    visitor.get_by_text("Question by question").click()

    assert visitor.get_by_text("1 of its 2 questions stands in").is_visible()
    assert looked_at(visitor) == ([], True)
