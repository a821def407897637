"""The office's figures: axe finds nothing on them, for staff and for everybody, on a small screen too."""

import datetime as dt

import pytest
from django.utils import timezone

from answerable.actions.casework.figures import freeze_figures, publish_figures
from answerable.domain.measures.office import months_before
from answerable.domain.measures.office.published import profile_named
from answerable.domain.roles import Role
from answerable.queries.accounts import actor_of
from tests.browser.conftest import violations
from tests.support import scenes
from tests.support.accounts import PASSWORD, make_person
from tests.support.casework import OFFICER, doing_by

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def manager(settings):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    return make_person("mary@body.example", name="Mary Manager", roles=(Role.MANAGER,))


def looked_at(page):
    """Return what axe finds on a page, and whether it fits a small screen."""
    return violations(page), page.evaluate("document.documentElement.scrollWidth") <= 320


def test_axe_finds_nothing_on_the_figures(manager, visitor):
    scenes.begun()
    now = timezone.now()
    months = months_before(now.date(), 3)[1:]
    for month in months:
        number = freeze_figures(month, doing=doing_by(OFFICER, at=now))
        publish_figures(number, profile_named("round-5"), doing=doing_by(actor_of(manager), at=now))
    visitor.goto("/account/sign-in?next=/statistics/?period=2025-10")
    visitor.get_by_label("E-mail address").fill("mary@body.example")
    visitor.get_by_label("Password", exact=True).fill(PASSWORD)
    visitor.keyboard.press("Enter")
    visitor.get_by_role("heading", name="Statistics").wait_for()
    visitor.set_viewport_size({"width": 320, "height": 800})

    addresses = (
        "/statistics/?period=2025-10",
        "/statistics/cases/?period=2025-10&line=received",
        "/statistics/frozen/",
        f"/statistics/frozen/{number}/",
        "/performance/",
        f"/performance/{months[0].slug}/",
        f"/cy/performance/{months[0].slug}/",
    )
    seen = []
    for address in addresses:
        visitor.goto(address)
        seen.append(looked_at(visitor))

    assert seen == [([], True)] * len(addresses)
    assert visitor.complaints == []


def test_a_period_is_chosen_by_keyboard_and_a_number_leads_to_its_cases(manager, visitor):
    scenes.begun()
    visitor.goto("/account/sign-in?next=/statistics/")
    visitor.get_by_label("E-mail address").fill("mary@body.example")
    visitor.get_by_label("Password", exact=True).fill(PASSWORD)
    visitor.keyboard.press("Enter")
    visitor.get_by_label("Period").focus()
    visitor.get_by_label("Period").select_option(_financial_year_of(dt.date(2025, 10, 6)))
    visitor.get_by_role("button", name="Show").focus()
    visitor.keyboard.press("Enter")
    visitor.get_by_role("link", name="1 cases: Received", exact=True).focus()
    visitor.keyboard.press("Enter")

    visitor.get_by_role("heading", name="Received").wait_for()
    assert visitor.get_by_role("link", name="2025-0001").is_visible()


def _financial_year_of(day):
    return f"{day.year}/{(day.year + 1) % 100}"
