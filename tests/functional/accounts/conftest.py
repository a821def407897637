"""A site on which people sign in, and somebody who did."""

import pytest

from answerable.domain.roles import Role
from tests.support.accounts import PASSWORD, make_person


@pytest.fixture(autouse=True)
def _no_attempts_yet(db):
    from django.core.cache import cache

    cache.clear()


@pytest.fixture(autouse=True)
def _second_factor_is_optional(settings):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"


@pytest.fixture
def sign_in(client):
    """Return what signs somebody in as people do, and gives the answer to it."""

    def sign_in(person, password=PASSWORD, to=""):
        address = f"/account/sign-in{to and f'?next={to}'}"
        return client.post(address, {"login": person.email, "password": password})

    return sign_in


@pytest.fixture
def officer(db):
    return make_person()


@pytest.fixture
def admin(db):
    return make_person("root@body.example", name="Rita Administrator", roles=(Role.ADMINISTRATOR,))
