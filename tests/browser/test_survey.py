"""The survey's results and words: axe finds nothing on their pages, for staff and for everybody, on a small screen too."""

import pytest

from answerable.actions.standards.publishing_survey import publish_survey
from answerable.actions.standards.reviewing_words import ToShow, show_words
from answerable.domain.roles import Role
from answerable.records.standards.models import Quotation
from tests.browser.test_statistics import looked_at
from tests.support.accounts import PASSWORD, make_person
from tests.support.casework import QUALITY_LEAD, doing_by
from tests.support.survey_scenes import closed_year, written

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def lead(settings):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    return make_person("quinn@body.example", name="Quinn Lead", roles=(Role.QUALITY_LEAD,))


def test_words_are_looked_through_by_keyboard_and_axe_finds_nothing(lead, visitor):
    closed_year()
    doing = doing_by(QUALITY_LEAD)
    publish_survey(reason="It was agreed", doing=doing)
    show_words(
        str(written("They were quick").pk), ToShow("They were quick", is_public=True), doing=doing
    )
    waits = written("Oswin Tarrant was quick, and rang me on 07700 900123")
    visitor.goto("/account/sign-in?next=/standards/survey/")
    visitor.get_by_label("E-mail address").fill("quinn@body.example")
    visitor.get_by_label("Password", exact=True).fill(PASSWORD)
    visitor.keyboard.press("Enter")
    visitor.get_by_role("heading", name="Survey", exact=True).wait_for()
    visitor.set_viewport_size({"width": 320, "height": 800})

    addresses = (
        "/standards/survey/",
        "/standards/survey/words/",
        f"/standards/survey/words/{waits.pk}/",
        "/satisfaction/",
        "/cy/satisfaction/",
    )
    seen = []
    for address in addresses:
        visitor.goto(address)
        seen.append(looked_at(visitor))
    assert seen == [([], True)] * len(addresses)

    visitor.goto(f"/standards/survey/words/{waits.pk}/")
    visitor.get_by_label("The words, as they would be shown").fill("They were quick, and rang me")
    visitor.get_by_role("button", name="They may be shown").focus()
    visitor.keyboard.press("Enter")
    visitor.get_by_role("heading", name="Words that were decided").wait_for()
    assert looked_at(visitor) == ([], True)
    assert Quotation.objects.get(pk=waits.pk).written == ""
    assert visitor.complaints == []
