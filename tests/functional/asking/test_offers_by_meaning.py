"""The public form shows earlier answers in other words, where the site has a model of paraphrase, and says so."""

import re

import pytest

from answerable.jobs.questions import read_by_meaning
from tests.functional.public.conftest import log  # noqa: F401 a fixture
from tests.support.small_model import write_model

pytestmark = pytest.mark.django_db
# The small model knows none of these words, so that texts of as many are one for it.
OWN, EARLIER = "The number of barnacles", "How many bicycles do you have?"


@pytest.fixture
def by_meaning(tmp_path, settings, log):  # noqa: F811 the fixture above
    """A small model of paraphrase, which has read the log."""
    write_model(tmp_path / "model")
    settings.ANSWERABLE_PARAPHRASE = str(tmp_path / "model")
    read_by_meaning()


def offered(reader):
    page = reader.to_check(text=OWN).content.decode()
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


def test_an_answer_in_other_words_is_offered_and_how_it_was_found_is_said(reader, by_meaning):
    shown = offered(reader)

    assert EARLIER in shown
    assert "A computer model found it by its meaning, not by its words." in shown


def test_the_welsh_form_says_so_in_welsh(welsh_reader, by_meaning):
    shown = offered(welsh_reader)

    assert EARLIER in shown
    assert "Daeth model cyfrifiadurol o hyd iddo yn ôl ei ystyr, nid yn ôl ei eiriau." in shown


def test_without_a_model_nothing_of_it_is_shown(reader, by_meaning, settings):
    settings.ANSWERABLE_PARAPHRASE = "none"

    shown = offered(reader)

    assert EARLIER not in shown
    assert "computer model" not in shown
