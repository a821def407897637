"""The office's figures for everybody: in both languages, with charts, as files, with no case and small numbers kept."""

import csv
import datetime as dt
import io
import json

import pytest

from answerable.actions.casework.figures import freeze_figures, publish_figures
from answerable.domain.measures.office import months_before
from answerable.domain.measures.office.published import profile_named
from tests.functional.casework.conftest import office  # noqa: F401 a fixture
from tests.support import later_scenes
from tests.support.casework import AT, MANAGER, OFFICER, REF, doing_by

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
LATER = AT + dt.timedelta(days=60)
OCTOBER = "/performance/2025-10-01-to-2025-10-31"
AS_AT = f"{LATER:%Y-%m-%d}"


@pytest.fixture
def published(db):
    later_scenes.answered_late()
    for month in months_before(LATER.date(), 3)[1:]:
        number = freeze_figures(month, doing=doing_by(OFFICER, at=LATER))
        publish_figures(number, profile_named("round-5"), doing=doing_by(MANAGER, at=LATER))


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    ("address", "english", "welsh"),
    [
        ("/performance/", "How we answer requests", "Sut rydym yn ateb ceisiadau"),
        (f"{OCTOBER}/", "Answered in time", "Wedi&#x27;u hateb mewn pryd"),
        (
            f"{OCTOBER}/{AS_AT}/",
            "unsatisfactory (less than 90 per cent)",
            "anfoddhaol (llai na 90 y cant)",
        ),
    ],
)
def test_figures_are_read_in_both_languages(client, published, address, english, welsh):
    assert english in read(client, address)
    assert welsh in read(client, f"/cy{address}")


def test_before_anything_is_published_the_page_says_so(client):
    assert "No figures have been published yet" in read(client, "/performance/")


def test_a_page_shows_numerator_denominator_charts_and_where_the_band_is_from(client, published):
    words = read(client, f"{OCTOBER}/")

    assert "0 of 1, 0.0 %" in words
    assert "ico.org.uk" in words
    assert words.count("<svg") == 4
    assert "style=" not in words


def test_periods_are_compared_in_charts(client, published):
    words = read(client, "/performance/")

    assert words.count("<svg") == 2
    assert "Share answered in time, in per cent" in words


def test_how_small_numbers_are_protected_is_said(client, published):
    assert "rounded to the nearest 5, and those below 5 are given as such" in read(
        client, f"{OCTOBER}/"
    )


def test_the_files_are_what_was_published_and_name_no_case(client, published):
    table = client.get(f"{OCTOBER}/{AS_AT}.csv")
    data = client.get(f"{OCTOBER}/{AS_AT}.json")

    rows = list(csv.DictReader(io.StringIO(table.content.decode("utf-8-sig"))))
    assert rows[0]["id"] == "received"
    assert rows[0]["geiriau"] == "Wedi'u derbyn"
    assert json.loads(data.content)["profile"]["name"] == "round-5"
    assert table.headers["Content-Type"] == "text/csv; charset=utf-8"
    for text in (table.content.decode(), data.content.decode(), read(client, f"{OCTOBER}/")):
        assert REF not in text


@pytest.mark.parametrize(
    "address",
    [
        "/performance/2024-10-01-to-2024-10-31/",
        "/performance/2025-10-31-to-2025-10-01/",
        "/performance/2025-13-01-to-2025-13-31/",
        f"{OCTOBER}/2025-01-01/",
        f"{OCTOBER}/2025-99-01/",
        f"{OCTOBER}/2025-01-01.csv",
    ],
)
def test_what_was_not_published_is_not_found(client, published, address):
    assert client.get(address).status_code == 404
