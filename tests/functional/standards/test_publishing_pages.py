"""Publishing from the pages of staff: what everybody will read is shown first, and a reason is asked."""

import re

import pytest

from answerable.actions.standards.promises import Promise, make_standard
from answerable.domain.assurance.promises import Aim
from answerable.records.standards.models import AssessmentRound, PublishedRound, ServiceStandard
from tests.functional.casework.conftest import done, seen
from tests.support.casework import MANAGER, QUALITY_LEAD, STANDARDS_READER, doing_by
from tests.support.open_standards import closed_round, kept_inside, opened, opened_round
from tests.support.standards_doors import open_round

pytestmark = pytest.mark.django_db
STANDARD, PAGE = "/standards/service/leave/", "/standards/service/leave/publishing/"


def test_what_everybody_will_read_is_shown_before_it_is_published(as_):
    kept_inside()

    page = seen(as_(QUALITY_LEAD).get(PAGE))

    assert "As everybody reads it" in page
    assert "Not shown: small numbers" in page
    assert "38 of 40" not in page
    assert "Two posts were empty" in page
    assert "Caiff gwyliau eu setlo mewn wythnos" in page


def test_a_manager_publishes_it_and_takes_it_back(as_):
    kept_inside()
    client = as_(MANAGER)

    done(
        client.post(PAGE, {"do": "publish", "reason": "It was agreed"}, follow=True),
        "Everybody reads it from now on",
    )
    published = seen(client.get(STANDARD))
    done(
        client.post(PAGE, {"do": "take-back", "reason": "It counts one team"}, follow=True),
        "It is not published any more",
    )

    assert 'href="/service-standards/leave/"' in published
    assert "Take it back" in published
    assert 'href="/service-standards/leave/"' not in seen(client.get(STANDARD))


@pytest.mark.parametrize(
    ("data", "status", "said"),
    [
        ({"do": "publish"}, 422, "Say why: the reason is kept in the ledger"),
        ({"reason": "It was agreed"}, 422, "Choose whether to publish it or to take it back"),
        ({"do": "take-back", "reason": "It was agreed"}, 409, "Leave is not published"),
    ],
    ids=["no reason", "no button", "not published"],
)
def test_what_cannot_be_done_is_said_in_a_sentence(as_, data, status, said):
    kept_inside()

    page = seen(as_(QUALITY_LEAD).post(PAGE, data), status)

    assert said in page
    assert not ServiceStandard.objects.get().is_public


def test_a_second_target_for_a_published_figure_is_refused_on_the_page(as_):
    doing = doing_by(QUALITY_LEAD)
    for name in ("First", "Second"):
        promise = Promise(
            name,
            "",
            "Soon",
            "",
            "",
            "satisfied",
            Aim.AT_LEAST,
            95_000,
            doing.on.replace(day=1),
        )
        make_standard(promise, doing=doing)
    client, said = as_(QUALITY_LEAD), {"do": "publish", "reason": "It was agreed"}

    client.post("/standards/service/first/publishing/", said)
    page = seen(client.post("/standards/service/second/publishing/", said), 409)

    assert "First is published and measured by the same" in page


def test_whoever_only_reads_the_standards_sees_that_one_is_published_and_no_button(as_):
    opened()
    client = as_(STANDARDS_READER)

    page = seen(client.get(STANDARD))

    assert "as everybody reads it" in page
    assert "publishing/" not in page
    assert client.get(PAGE).status_code == 403


def test_levels_of_a_closed_round_are_published_from_its_page(as_):
    number, client = closed_round(), as_(QUALITY_LEAD)
    page = f"/standards/rounds/{number}/"

    assert "Publish its levels" in seen(client.get(page))
    assert "Partially Compliant" in seen(client.get(f"{page}publishing/"))
    done(
        client.post(
            f"{page}publishing/", {"do": "publish", "reason": "It was agreed"}, follow=True
        ),
        "Everybody reads it from now on",
    )

    assert PublishedRound.objects.get().round_id == number
    assert "Take its levels back" in seen(client.get(page))


def test_an_open_round_is_not_published(as_):
    open_round()
    client, number = as_(QUALITY_LEAD), AssessmentRound.objects.get().pk
    page = f"/standards/rounds/{number}/publishing/"

    shown = seen(client.get(page))
    refused = seen(client.post(page, {"do": "publish", "reason": "It was agreed"}), 409)

    assert "The round is open" in shown
    assert "is open: close it first" in refused
    assert "Publish its levels" not in seen(client.get(f"/standards/rounds/{number}/"))


def test_levels_are_taken_back_from_the_page_of_the_round(as_):
    number = opened_round()

    as_(QUALITY_LEAD).post(
        f"/standards/rounds/{number}/publishing/", {"do": "take-back", "reason": "A mistake"}
    )

    assert not PublishedRound.objects.exists()


def test_what_is_not_there_is_not_found(as_):
    client = as_(QUALITY_LEAD)

    assert client.get("/standards/service/nothing/publishing/").status_code == 404
    assert client.get("/standards/rounds/999/publishing/").status_code == 404


NAMED = {"told": "Ring 07700 900123", "action": "Both are filled"}


def why_fields(page):
    return dict.fromkeys(set(re.findall(r'name="(why-[0-9a-f]+)"', page)), "An invented number")


def test_what_is_found_in_its_words_is_decided_on_the_page_that_publishes_it(as_):
    kept_inside()
    client = as_(QUALITY_LEAD)
    client.post("/standards/service/leave/2025-07/", NAMED)
    said = {"do": "publish", "reason": "It was agreed"}

    asked = seen(client.get(PAGE))
    refused = seen(client.post(PAGE, said), 409)
    done(client.post(PAGE, said | why_fields(asked), follow=True), "Everybody reads it from now on")

    assert "Telephone number: “07700 900123”" in asked
    assert "say of each that was found why it is none" in refused


def test_what_is_found_in_an_explanation_of_a_published_standard_is_asked_before_it_is_kept(as_):
    opened()
    client, month = as_(QUALITY_LEAD), "/standards/service/leave/2025-07/"

    asked = seen(client.post(month, NAMED), 409)
    done(client.post(month, NAMED | why_fields(asked), follow=True), "The explanation was kept")

    assert "Everybody reads at once what you write here" in asked
    assert ServiceStandard.objects.get().months.filter(told__contains="900123").count() == 1
