"""A site for staff, and people with each role who came in."""

import pytest

from tests.functional.public.conftest import _plain_static  # noqa: F401 a fixture
from tests.support.accounts import make_person
from tests.support.casework import AUDITOR, CHECKER, INTAKE, MANAGER, OFFICER, somebody

RITA = somebody("Rita", "administrator")
PEOPLE = (OFFICER, CHECKER, MANAGER, INTAKE, AUDITOR, RITA)


@pytest.fixture(autouse=True)
def _second_factor_is_optional(settings):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"


@pytest.fixture
def people(db):
    """Everybody who works here, by their key."""
    return {one.key: make_person(one.key, name=one.name, roles=tuple(one.roles)) for one in PEOPLE}


@pytest.fixture
def visit(client, people):
    """Return what asks for a page as somebody, on a Monday in October, and gives the answer."""

    def asked(actor, address, **posted):
        client.force_login(people[actor.key])
        if posted:
            return client.post(address, posted)
        return client.get(address)

    return asked
