"""The survey for everybody: what was published, in both languages, and nothing before."""

import json

import pytest

from tests.support.survey_doors import published, shown
from tests.support.survey_scenes import closed_year, written

pytestmark = pytest.mark.django_db
PAGE = "/satisfaction/"


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.getvalue().decode()


def test_before_anything_is_published_nothing_is_shown_and_no_page_leads_there(client):
    closed_year()
    written()

    assert "No results have been published yet" in read(client, PAGE)
    assert "They were quick" not in read(client, PAGE)
    assert read(client, "/satisfaction.json") == "[]\n"
    for address in ("/", "/performance/", "/sitemap-1.xml"):
        assert PAGE not in read(client, address)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("", ("May 2025 to June 2025", "More than 90%", "Fewer than five answered it")),
        ("/cy", ("Mai 2025 i Mehefin 2025", "Mwy na 90%", "Atebodd llai na phump")),
    ],
)
def test_results_are_read_in_both_languages(client, language, said):
    published()

    page = read(client, f"{language}{PAGE}")

    assert [words for words in said if words not in page] == []
    assert page.count("<svg") == 1
    assert "July 2025" not in page
    assert f'href="{language}{PAGE}"' in read(client, f"{language}/performance/")
    assert f'href="{language}{PAGE}"' in read(client, f"{language}/")
    assert PAGE in read(client, "/sitemap-1.xml")


def test_words_that_were_allowed_for_all_stand_with_their_year_and_no_month(client):
    shown()

    page = read(client, PAGE)

    assert "They were quick" in page
    assert "Survey of 2025" in page
    assert "April" not in page


def test_the_files_hold_what_was_published(client):
    published()

    rows = json.loads(read(client, "/satisfaction.json"))

    assert [one["first"] for one in rows] == ["2025-04", "2025-05"]
    assert "2025-05,2025-06,40,6,15,,,65" in read(client, "/satisfaction.csv")
    assert client.get("/satisfaction.xml").status_code == 404
