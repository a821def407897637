"""A checker keeps standard lines: by keyboard, on a small screen, and axe finds nothing."""

import datetime as dt

import pytest
from django.utils import timezone

from answerable.actions.casework import Wording, keep_line
from answerable.domain.roles import Role
from answerable.queries.accounts import actor_of
from tests.browser.conftest import violations
from tests.support.accounts import PASSWORD, make_person
from tests.support.casework import doing_by

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def checker(settings):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    return make_person("cora@body.example", name="Cora Checker", roles=(Role.CHECKER,))


def sign_in(page):
    """Sign the checker in, and open the list of lines."""
    page.goto("/account/sign-in?next=/standard-lines/")
    page.get_by_label("E-mail address").fill("cora@body.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Standard lines").wait_for()


def test_a_line_is_written_by_keyboard_alone(checker, visitor):
    sign_in(visitor)
    visitor.get_by_role("button", name="Write a line").focus()
    visitor.keyboard.press("Enter")
    visitor.get_by_label("Name").focus()
    for words in ("Rivals", "43(2)", "A rival could undercut."):
        visitor.keyboard.type(words)
        visitor.keyboard.press("Tab")
    visitor.get_by_role("button", name="Save it").focus()
    visitor.keyboard.press("Enter")

    visitor.get_by_text("Rivals can be used now").wait_for()
    assert visitor.get_by_role("link", name="Rivals").is_visible()
    assert visitor.get_by_text("In use").is_visible()
    assert visitor.complaints == []


def test_axe_finds_nothing_on_the_pages_of_lines(checker, visitor):
    at = timezone.now() - dt.timedelta(days=300)
    doing = doing_by(actor_of(checker), at=at)
    for name, days in (("Rivals", 310), ("Expired", 100), ("In use", 360)):
        expires_on = (at + dt.timedelta(days=days)).date()
        keep_line(name, Wording("A rival could undercut.", expires_on, "43(2)"), doing=doing)
    sign_in(visitor)
    seen = []
    visitor.set_viewport_size({"width": 320, "height": 800})
    for path in ("", "new/", "rivals/"):
        visitor.goto(f"/standard-lines/{path}")
        seen.append(looked_at(visitor))
    visitor.goto("/standard-lines/new/")
    visitor.get_by_role("button", name="Save it").click()
    seen.append(looked_at(visitor))

    assert seen == [([], True)] * 4


def looked_at(page):
    """Return what axe finds on a page, and whether it fits a small screen."""
    return violations(page), page.evaluate("document.documentElement.scrollWidth") <= 320
