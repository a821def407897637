"""The public pages of the standards: axe finds nothing on them, on a small screen too, and the keyboard leads there."""

import pytest

from tests.browser.test_statistics import looked_at
from tests.support.open_standards import opened, opened_round

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
ADDRESSES = (
    "/service-standards/",
    "/service-standards/leave/",
    "/cy/service-standards/leave/",
    "/service-standards/assessment/",
    "/cy/service-standards/assessment/",
)


def test_axe_finds_nothing_on_the_public_standards(visitor):
    opened()
    opened_round()
    visitor.set_viewport_size({"width": 320, "height": 800})

    seen = []
    for address in ADDRESSES:
        visitor.goto(address)
        seen.append(looked_at(visitor))

    assert seen == [([], True)] * len(ADDRESSES)
    assert visitor.complaints == []


def test_the_keyboard_leads_from_the_foot_of_a_page_to_a_missed_month(visitor):
    opened()
    visitor.goto("/")

    visitor.get_by_role("link", name="Our service standards").focus()
    visitor.keyboard.press("Enter")
    visitor.get_by_role("heading", name="Our service standards").wait_for()
    visitor.get_by_role("link", name="Leave", exact=True).focus()
    visitor.keyboard.press("Enter")

    row = visitor.get_by_role("row").filter(has_text="July 2025")
    row.wait_for()
    assert "Missed" in row.inner_text()
    assert "Two posts were empty" in row.inner_text()
