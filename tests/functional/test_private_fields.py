"""No private field of any table is on anything that is open: pages, feeds, files, API, logs."""

import logging

import pytest
from django.apps import apps

from tests.functional.public.conftest import log  # noqa: F401 a fixture
from tests.functional.public.test_hidden import TARGETS
from tests.support.full_tables import PRIVATE_APPS, FullTables
from tests.support.said import said_by

pytestmark = pytest.mark.django_db
SEARCHED = [f"/search{form}?q=how" for form in ("", ".csv", ".json", ".atom")]
OPEN = [one for some in TARGETS.values() for one in some]


@pytest.fixture
def full(log):  # noqa: F811 the fixture above
    return FullTables().fill()


@pytest.fixture
def written(monkeypatch):
    """Collect every line that any logger writes."""
    lines = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())
    monkeypatch.setattr(logging.getLogger(), "handlers", [handler])
    return lines


def test_every_private_table_has_a_row_with_words_of_its_own(full):
    models = [one for label in PRIVATE_APPS for one in apps.get_app_config(label).get_models()]

    assert [one.__name__ for one in models if not one._base_manager.exists()] == []
    assert len(full.words) > 200


def test_none_of_their_words_is_on_anything_that_is_open(client, full, written):
    plain = [
        f"/{name}"
        for name in (
            "make-a-request",
            "api/openapi.json",
            "account/sign-in",
            "your-request",
            "search/alert?q=how",
            "search/alert/asked",
            "survey/thanks/",
            "survey/none/",
        )
    ]
    for address in [*OPEN, *SEARCHED, *plain]:
        for language in ("", "/cy"):
            response = client.get(f"{language}{address}")
            said = said_by(response)
            betrayed = {full.words[word] for word in full.words if word in said}
            assert betrayed == set(), (address, response.status_code)

    lines = "\n".join(written)
    assert [full.words[word] for word in full.words if word in lines] == []
