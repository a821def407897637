"""What the office publishes of its own requests: with files, notes of corrections, and how many were answered."""

import datetime as dt
import io
import json

import pikepdf
import pytest
import time_machine

from answerable.actions.casework.publishing.correcting import Corrected, correct
from answerable.actions.casework.publishing.months import publish_month
from answerable.actions.casework.publishing.taking_out import withdraw
from tests.support.casework import AT, MANAGER, OFFICER, REF, doing_by
from tests.support.log_drafts import LATER, answered, validated, with_file, work
from tests.support.pdf_text import words as words_of_pdf

pytestmark = pytest.mark.django_db
SOON = LATER + dt.timedelta(minutes=5)
FILES = f"/log/{REF}/files"
NOTE = "Corrected on 6 October 2025"
WITHDRAWN = "It named a person"
EVERYWHERE = [
    f"/log/{REF}",
    f"/cy/log/{REF}",
    f"/log/{REF}/1",
    f"/log/{REF}.json",
    f"/log/{REF}.csv",
    f"/log/{REF}.pdf",
    f"/log/{REF}.html",
    f"/log/{REF}.md",
    f"/log/{REF}.atom",
    f"{FILES}/rooms.csv",
]
LISTS = [
    "/",
    "/log",
    "/log/2025-10",
    *(f"/log/2025-10.{form}" for form in ("json", "csv", "html", "md", "atom", "pdf")),
    *(f"/log.{form}" for form in ("json", "csv", "atom")),
    "/search",
    *(f"/search.{form}?q=bicycles" for form in ("json", "csv", "atom")),
    "/sitemap-1.xml",
]


@pytest.fixture
def own(settings):
    """Two entries of October are published, of three requests that were answered; one has files."""
    settings.ANSWERABLE_BODY = "OPA"
    draft = validated()
    with_file(draft)
    with_file(draft, "page.html", b"<script>1</script>", content_type="text/html")
    validated("2025-0002")
    answered("2025-0003")
    with time_machine.travel(SOON, tick=False):
        publish_month("2025-10", doing=doing_by(MANAGER))
        work()
        yield


def corrected():
    correct(REF, 1, Corrected("The count was wrong", "Cycles"), doing=doing_by(OFFICER, at=LATER))
    work(at=SOON)


def said(client, address):
    response = client.get(address)
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if not content.startswith(b"%PDF"):
        return response.status_code, content.decode()
    with pikepdf.open(io.BytesIO(content)) as document:
        return response.status_code, words_of_pdf(document)


def test_a_page_shows_files_with_their_size_and_kind(client, own):
    page = said(client, f"/log/{REF}")[1]

    assert f'href="{FILES}/rooms.csv"' in page
    assert "text/csv, 18\xa0bytes" in page
    assert "The body published it itself" in page


@pytest.mark.parametrize(
    ("name", "kind", "disposition"),
    [
        ("rooms.csv", "text/csv; charset=utf-8", 'inline; filename="rooms.csv"'),
        ("page.html", "application/octet-stream", 'attachment; filename="page.html"'),
    ],
)
def test_a_file_is_shown_only_where_that_is_safe(client, own, name, kind, disposition):
    response = client.get(f"{FILES}/{name}")

    assert response["Content-Type"] == kind
    assert response["Content-Disposition"] == disposition
    assert response["X-Content-Type-Options"] == "nosniff"
    again = client.get(f"{FILES}/{name}", headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304


def test_there_is_no_other_file(client, own):
    assert client.get(f"{FILES}/other.csv").status_code == 404
    assert client.get("/log/2025-0009/files/rooms.csv").status_code == 404


def test_the_files_and_the_note_are_in_every_form(client, own):
    corrected()

    entry = json.loads(said(client, f"/log/{REF}.json")[1])["entries"][0]
    assert [one["address"] for one in entry["files"]] == [
        f"https://foi.example{FILES}/rooms.csv",
        f"https://foi.example{FILES}/page.html",
    ]
    assert entry["notes"] == [{"version": 2, "on": "2025-10-06", "text": "The count was wrong"}]
    for form in ("csv", "html", "md", "atom", "pdf"):
        words = " ".join(said(client, f"/log/{REF}.{form}")[1].split())
        assert f"{NOTE}: The count was wrong" in words, form
        assert form in ("csv", "pdf") or f"{FILES}/rooms.csv" in words, form


def test_a_correction_is_noted_on_the_pages_in_both_languages(client, own):
    corrected()

    for address, words in (
        (f"/log/{REF}", NOTE),
        (f"/log/{REF}/1", NOTE),
        ("/log/2025-10", NOTE),
        (f"/cy/log/{REF}", "Cywirwyd ar"),
    ):
        page = said(client, address)[1]
        assert words in page, address
        assert "The count was wrong" in page, address


def test_a_month_says_how_many_were_answered_and_how_many_are_published(client, own):
    assert json.loads(said(client, "/log/2025-10.json")[1])["answers"] == {
        "answered": 3, "published": 2, "kept_out": 0,
    }  # fmt: skip
    sentence = "3 requests were answered in this month, of which 2 are published."
    for form in ("html", "md", "pdf"):
        assert sentence in " ".join(said(client, f"/log/2025-10.{form}")[1].split()), form
    assert "Requests answered in this month" in said(client, "/log/2025-10")[1]
    assert "Ceisiadau a atebwyd yn y mis hwn" in said(client, "/cy/log/2025-10")[1]


def test_a_month_that_was_only_imported_says_nothing_of_answers(client, log):
    assert "Requests answered in this month" not in said(client, "/log/2026-01")[1]
    assert json.loads(said(client, "/log/2026-01.json")[1])["answers"] is None


def test_a_withdrawal_is_seen_at_every_exit_at_once(client, own):
    title = f"Bicycles of {REF}"
    # Everything is looked at before, so that whatever is kept would be sent again.
    shown = [said(client, address) for address in (*EVERYWHERE, *LISTS)]

    withdraw(REF, reason=WITHDRAWN, doing=doing_by(MANAGER, at=SOON))

    assert {status for status, _ in shown} == {200}
    assert {said(client, address)[0] for address in EVERYWHERE} == {410}
    for address in LISTS:
        status, words = said(client, address)
        assert (status, title in words, f"/log/{REF}" in words) == (200, False, False), address
    assert WITHDRAWN in said(client, "/removals")[1]
    answers = json.loads(said(client, "/log/2025-10.json")[1])["answers"]
    assert answers["published"] == 1


def test_an_entry_under_embargo_is_nowhere_until_its_day(client, settings):
    settings.ANSWERABLE_BODY = "OPA"
    with_file(validated(embargo_until=dt.date(2025, 10, 9)))
    publish_month("2025-10", doing=doing_by(MANAGER))
    work()

    with time_machine.travel(SOON, tick=False):
        before = {said(client, address)[0] for address in EVERYWHERE}
    with time_machine.travel(AT + dt.timedelta(days=3), tick=False):
        after = {said(client, address)[0] for address in EVERYWHERE}

    assert (before, after) == ({404}, {200})
