"""Whoever tries the demo can open its requests, and sees of each what their role may see."""

import datetime as dt

import pytest
from django.utils import timezone

from answerable.cli.sample_cases import FOLDER, Setting, build_cases, let_people_in
from answerable.domain.clock import shipped_holidays
from answerable.domain.decisions.decision import Authority
from answerable.queries.office import office_of
from answerable.records.accounts.models import Person

OFFICE = FOLDER / "office.toml"


@pytest.fixture(autouse=True)
def _of_the_demo(settings):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    settings.ANSWERABLE_OFFICE = OFFICE


@pytest.fixture(scope="module")
def db(built_once):
    """Stand in the place of the fixture that undoes everything behind each test."""


@pytest.fixture(scope="module")
def references(db):
    """Return the reference of each request of the demo by its name; nothing of what is done lasts."""
    first = timezone.now() - dt.timedelta(days=600)
    people = let_people_in("a password for one afternoon", at=first)
    office = office_of(OFFICE, authority=Authority())
    setting = Setting(people, shipped_holidays(), timezone.localdate(), office)
    return build_cases(setting, told=len)


def sign_in(client, name):
    """Sign in as somebody of the demo."""
    client.force_login(Person.objects.get(email=f"{name}@iocs.example"))


def test_a_manager_opens_every_request_and_every_letter(client, references):
    sign_in(client, "maud.hollin")

    for reference in references.values():
        assert client.get(f"/requests/{reference}/").status_code == 200
        assert client.get(f"/requests/{reference}/letter/").status_code == 200
    assert (
        "31(1)(a)" in client.get(f"/requests/{references['drafted']}/clearance/").content.decode()
    )


def test_who_is_not_named_finds_nothing_of_the_restricted_one(client, references):
    sign_in(client, "clement.ashby")

    assert client.get(f"/requests/{references['restricted']}/").status_code == 404
    assert client.get(f"/requests/{references['drafted']}/").status_code == 200


def test_the_page_of_a_question_offers_the_lines_that_fit(client, references):
    sign_in(client, "osric.fenwick")

    page = client.get(f"/requests/{references['new']}/questions/-/").content.decode()

    assert "Not held: ask the force" in page
    assert "Prices of a supplier" not in page
