"""The pages of the survey: few are never told from many, and nobody decides about words that they did not see."""

import json

import pytest

from answerable.records.standards.models import PublishedSurvey, Quotation
from tests.functional.casework.conftest import done, seen
from tests.support.casework import MANAGER, QUALITY_LEAD, STANDARDS_READER
from tests.support.survey_doors import published, shown
from tests.support.survey_scenes import closed_year, written

pytestmark = pytest.mark.django_db
PAGE = "/standards/survey/"
NAMED = "Oswin Tarrant was quick"


def test_the_page_shows_groups_of_months_with_bounds_and_says_what_waits(as_):
    closed_year()

    page = seen(as_(STANDARDS_READER).get(PAGE))

    assert "May 2025 to June 2025" in page
    assert "More than 90%" in page
    assert "Fewer than five answered it" in page
    assert page.count("<svg") == 1
    assert "<li>July 2025</li>" in page
    assert "Publish them" not in page
    assert "to look through" not in page


def test_the_files_hold_what_the_page_shows_and_no_count_of_few(as_):
    closed_year()
    client = as_(STANDARDS_READER)

    rows = json.loads(client.get("/standards/survey.json").content)
    table = client.get("/standards/survey.csv").content.decode()

    assert [(one["first"], one["last"], one["answered"]) for one in rows] == [
        ("2025-04", "2025-04", 8), ("2025-05", "2025-06", 6),
    ]  # fmt: skip
    assert rows[0]["content"]["overall"] == {"per_cent": 90, "bound": "more than"}
    assert rows[0]["content"]["easy"] is None
    assert "2025-05,2025-06,40,6,15,,,65" in table
    assert "2025-07" not in table
    assert client.get("/standards/survey.xml").status_code == 404


def test_before_a_month_is_closed_the_page_says_so(as_):
    assert "No month can be shown yet" in seen(as_(STANDARDS_READER).get(PAGE))


def test_all_results_are_published_together_and_taken_back_one_by_one(as_):
    closed_year()
    client = as_(MANAGER)

    told = client.post(PAGE, {"do": "publish"})
    assert told.status_code == 403
    assert "Say why" in told.content.decode()
    send = {"do": "publish", "publish-reason": "It was agreed"}
    done(client.post(PAGE, send, follow=True), "The results are published")
    assert client.post(PAGE, send).status_code == 409
    back = {"do": "take-back", "take-back-first": "2025-05", "take-back-reason": "It was wrong"}
    done(client.post(PAGE, back, follow=True), "taken off the public page")

    assert [str(one) for one in PublishedSurvey.objects.all()] == [
        "published results from 2025-04 to 2025-04"
    ]


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"do": "nothing"}, 422),
        ({"do": "publish", "publish-reason": "x" * 2001}, 422),
        ({"do": "take-back", "take-back-first": "soon", "take-back-reason": "x"}, 422),
        ({"do": "take-back", "take-back-first": "2025-05", "take-back-reason": ""}, 403),
    ],
)
def test_what_cannot_be_done_with_results_is_said(as_, data, status):
    published()

    assert as_(MANAGER).post(PAGE, data).status_code == status


def test_the_list_of_what_waits_holds_no_words(as_):
    written(NAMED)
    client = as_(QUALITY_LEAD)

    page = seen(client.get(f"{PAGE}words/"))

    assert "Tarrant" not in page
    assert "Look through number 1" in page
    assert "27 October 2025" in page
    assert "What people wrote: 1 to look through" in seen(client.get(PAGE))


def test_words_stand_on_their_page_with_what_was_found_and_how_much_is_missed(as_):
    address = f"{PAGE}words/{written(NAMED).pk}/"

    page = seen(as_(QUALITY_LEAD).get(address))

    assert "<mark>Oswin Tarrant</mark>" in page
    assert "In line 1" in page
    assert "the finder found" in page


def test_words_that_name_somebody_are_shown_only_after_each_find_is_explained(as_):
    one = written(NAMED)
    address, client = f"{PAGE}words/{one.pk}/", as_(QUALITY_LEAD)

    told = client.post(address, {"do": "show", "words": NAMED})

    assert told.status_code == 409
    assert "Personal data may be in the words (name)" in told.content.decode()
    assert Quotation.objects.get().written == NAMED
    shorter = {"do": "show", "words": "They were quick", "is_public": "on"}
    done(client.post(address, shorter, follow=True), "They may be shown")
    assert "everybody reads them" in seen(client.get(address))
    assert "They were quick" in seen(as_(STANDARDS_READER).get(PAGE))


def test_words_that_are_typed_are_looked_through_as_they_are_typed(as_):
    address = f"{PAGE}words/{written('They were quick').pk}/"

    told = as_(QUALITY_LEAD).post(address, {"do": "show", "words": NAMED})

    assert told.status_code == 409
    assert "<mark>Oswin Tarrant</mark>" in told.content.decode()


def test_words_are_reworded_kept_out_and_taken_back(as_):
    client = as_(QUALITY_LEAD)
    address = f"{PAGE}words/{written(NAMED).pk}/"
    done(client.post(address, {"do": "reword", "words": "Quick"}, follow=True), "were kept")
    assert "As it came" in seen(client.get(address))
    out = {"do": "keep-out", "words": "Quick", "reason": "It says nothing"}
    done(client.post(address, out, follow=True), "were removed")
    assert "It says nothing. The words were removed" in seen(client.get(address))
    Quotation.objects.all().delete()
    shown()
    address = f"{PAGE}words/{Quotation.objects.get().pk}/"
    done(client.post(address, {"do": "take-back", "reason": "Again"}, follow=True), "taken back")
    assert "They were shown before, and taken back: Again" in seen(client.get(address))


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"do": "nothing"}, 422),
        ({"do": "reword", "words": " "}, 409),
        ({"do": "show", "words": "x" * 5001}, 422),
        ({"do": "keep-out", "words": "x"}, 409),
        ({"do": "take-back", "reason": "x"}, 409),
    ],
)
def test_what_cannot_be_done_with_words_is_said(as_, data, status):
    address = f"{PAGE}words/{written().pk}/"

    assert as_(QUALITY_LEAD).post(address, data).status_code == status
    assert Quotation.objects.get().state == "waiting"


@pytest.mark.parametrize("ident", ["nothing", "00000000-0000-4000-8000-000000000000"])
def test_words_that_are_not_there_are_not_found(as_, ident):
    assert as_(QUALITY_LEAD).get(f"{PAGE}words/{ident}/").status_code == 404
