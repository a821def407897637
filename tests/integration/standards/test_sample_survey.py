"""The survey of the demo: its pages show something, and nobody is named on them."""

import pytest

from answerable.cli.sample_survey import answer_surveys
from answerable.queries.standards.promises import service_standard
from answerable.queries.standards.published_survey import published_survey
from answerable.queries.standards.quotations import found_in, shown_quotations, waiting_quotations
from answerable.queries.standards.survey import survey_results
from tests.support.casework import QUALITY_LEAD, doing_by

pytestmark = pytest.mark.django_db


def test_the_demo_shows_groups_of_months_words_and_what_waits():
    doing = doing_by(QUALITY_LEAD)

    answer_surveys(doing)

    found, public = survey_results(), published_survey()
    assert [one.answered for one in found.groups] == [8, 6, 7, 9, 7]
    assert len(found.waiting) == 1
    assert public.groups == found.groups
    assert sorted(len(one.words.split()) > 0 for one in public.words) == [True] * 3
    assert not any("Penhallow" in one.words or found_in(one.words) for one in shown_quotations())
    assert len(waiting_quotations()) == 1
    months = service_standard("content-with-the-service", today=doing.on).months
    assert {bool(one.figure) for one in months} == {True, False}
    assert any(one.is_met for one in months)
