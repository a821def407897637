"""Earlier answers in other words, found by a model of paraphrase, beside the form on which a question is decided."""

import re

import pytest
from django.core.checks import run_checks

from answerable.actions.casework import restrict_request
from answerable.jobs.questions import read_by_meaning
from answerable.matching import pair_model
from answerable.matching.paraphrase import identity_of
from tests.functional.casework.conftest import seen
from tests.support.casework import MANAGER, OFFICER, doing_by
from tests.support.earlier import asked, published, sent
from tests.support.read_together import Says
from tests.support.small_model import write_model

pytestmark = pytest.mark.django_db
# The small model knows none of these words, so that texts of as many are one for it.
OWN, EARLIER = "The number of barnacles", "How many limpets do you have?"


@pytest.fixture
def model(tmp_path, settings):
    """A site with a small model of paraphrase, which has read nothing yet."""
    write_model(tmp_path / "model")
    settings.ANSWERABLE_PARAPHRASE = str(tmp_path / "model")
    return tmp_path / "model"


def page_of(browser, reference):
    return seen(browser.get(f"/requests/{reference}/questions/-/"))


def test_what_shares_no_word_is_found_once_the_model_has_read_it_and_the_page_says_why(as_, model):
    published(EARLIER)
    own = asked(OWN)

    before = page_of(as_(OFFICER), own)
    assert read_by_meaning() == "1 of 1 published texts read by the model"
    after = page_of(as_(OFFICER), own)

    assert EARLIER not in before
    assert '<a class="govuk-link" href="/log/7000001/1">7000001 question 1</a>' in after
    assert "The same question" in after
    assert "it was found by meaning (model), not by its words" in after
    assert read_by_meaning() == ""


def test_a_page_tells_what_a_model_says_that_was_taught_to_read_both(as_, model, monkeypatch):
    known = []
    both = Says(opposite=-0.01)
    monkeypatch.setattr(pair_model, "taught", lambda *given: known.append(given) or both)
    published(EARLIER)
    own = asked(OWN)
    read_by_meaning()

    page = page_of(as_(OFFICER), own)

    assert "read together by a model: opposite" in page
    assert [identity for _, identity in known] == [identity_of(model)]
    assert [tuple(one.text for one in pair) for pair in both.read] == [(OWN, EARLIER)]


def test_an_own_answer_that_was_sent_is_found_until_its_request_is_restricted(as_, model):
    reference = sent(EARLIER)
    own = asked(OWN)
    read_by_meaning()

    assert f'href="/requests/{reference}/">{reference}</a>' in page_of(as_(OFFICER), own)

    restrict_request(reference, people=[], reason="Staff", doing=doing_by(MANAGER))
    assert EARLIER not in page_of(as_(OFFICER), own)


def test_without_a_model_the_page_is_as_it_was_and_no_vectors_are_kept(as_, settings):
    published(EARLIER)
    own = asked(OWN)

    assert read_by_meaning() == ""
    page = page_of(as_(OFFICER), own)

    assert EARLIER not in page
    assert "model" not in re.sub(r"<[^>]*>", " ", page)
    assert not (settings.ANSWERABLE_QUESTION_INDEX / "meanings").exists()
    assert run_checks(tags=["paraphrase"]) == []
