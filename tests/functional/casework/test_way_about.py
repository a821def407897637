"""The way about: groups in the first line, the pages of one in the second, and none further than two steps."""

import re

import pytest
from django.urls import reverse

from answerable.web import staff
from tests.functional.casework.conftest import seen
from tests.support.casework import AUDITOR, INTAKE, MANAGER, OFFICER

pytestmark = pytest.mark.django_db
LINK = re.compile(r'<a class="govuk-(?:service-navigation__)?link[^"]*" href="([^"]+)"')


def links(page, label):
    found = re.search(rf'<nav[^>]* aria-label="{label}".*?</nav>', page, re.DOTALL)
    return LINK.findall(found[0].replace(' aria-current="true"', "")) if found else []


@pytest.mark.parametrize("who", [MANAGER, OFFICER, INTAKE, AUDITOR], ids=lambda one: one.name)
def test_every_page_is_two_steps_away_at_most(as_, who):
    browser = as_(who)
    expected = {
        reverse(name)
        for _, rows in staff._NAVIGATION
        for _, name, roles in rows
        if roles & who.roles
    }

    groups = links(seen(browser.get("/account", follow=True)), "Menu")
    reached = set(groups)
    for address in groups:
        page = seen(browser.get(address, follow=True))
        for words, _ in staff._NAVIGATION:
            reached |= set(links(page, words))

    assert reached == expected
    assert len(groups) <= 7


def test_a_page_says_in_which_group_it_is_and_where_in_it(as_):
    page = seen(as_(MANAGER).get("/standard-lines/"))

    assert page.count('aria-current="true"') == 2
    assert "<strong>Standard lines</strong>" in page
    assert ">Office</strong>" in page
    assert links(page, "Requests") == []


def test_a_group_of_a_single_page_has_its_words_and_no_second_line(as_):
    page = seen(as_(MANAGER).get("/work/"))

    assert ">My work</strong>" in page
    assert "govuk-link--no-underline" not in page.split("</header>")[0]
