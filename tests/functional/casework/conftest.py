"""People who signed in, and a request that one of them works on, on a day in October."""

import pytest
import time_machine

from tests.support.accounts import at_work, let_in
from tests.support.casework import (
    ANALYST,
    AT,
    AUDITOR,
    CHECKER,
    ELEMENT_OWNER,
    INTAKE,
    MANAGER,
    OFFICER,
    QUALITY_LEAD,
    STANDARDS_READER,
    somebody,
)

ADMINISTRATOR = somebody("Rita", "administrator")
EVERYBODY = {
    "intake": INTAKE,
    "officer": OFFICER,
    "checker": CHECKER,
    "manager": MANAGER,
    "auditor": AUDITOR,
    "administrator": ADMINISTRATOR,
    "analyst": ANALYST,
    "quality lead": QUALITY_LEAD,
    "element owner": ELEMENT_OWNER,
    "standards reader": STANDARDS_READER,
}


RITA = ADMINISTRATOR


@pytest.fixture(autouse=True)
def _second_factor_is_optional(settings):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"


@pytest.fixture
def people(db):
    """Everybody who works here, by their key."""
    return {one.key: let_in(one) for one in EVERYBODY.values()}


@pytest.fixture
def visit(client, people):
    """Return what asks for a page as somebody, on a Monday in October, and gives the answer."""

    def asked(actor, address, **posted):
        client.force_login(people[actor.key])
        if posted:
            return client.post(address, posted)
        return client.get(address)

    return asked


@pytest.fixture
def october():
    """Let it be the morning on which requests come in."""
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def as_(client, october, db):
    """Return what signs somebody in, and gives their browser."""
    known = {}

    def sign_in(actor):
        if actor.key not in known:
            known[actor.key] = at_work(actor)
        client.force_login(known[actor.key])
        return client

    return sign_in


def seen(response, status=200):
    """Return a page's words after checking its status."""
    assert response.status_code == status, response.content.decode()[:2000]
    return response.content.decode()


@pytest.fixture
def office(settings, tmp_path):
    """Let the office say of itself what its letters need."""
    settings.ANSWERABLE_OFFICE = tmp_path / "office.toml"
    settings.ANSWERABLE_OFFICE.write_text(
        'body = "Office of Public Answers"\nteam = "Information Rights Team"\n'
        'email = "foi@body.example"\naddress = "1 High Street"\n'
        'review_contact = "reviews@body.example"\nregulator_address = "regulator.example"\n'
        'licence = "You may use this under the Open Government Licence v3.0."\n'
        'copyright = "Others may hold rights in it."\n',
        encoding="utf-8",
    )


def done(response, words):
    """Check that something was done, and that the next page says so."""
    assert response.redirect_chain, response.content.decode()[:3000]
    assert words in seen(response)
