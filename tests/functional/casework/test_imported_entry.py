"""An imported entry as printed: each field beside its page, or beside the words around it."""

import hashlib
from dataclasses import replace
from unittest import mock

import pytest

from answerable.actions.archive import correct_entry
from answerable.actions.imports import working
from answerable.domain.decisions import Outcome
from answerable.domain.disclosure_log import entry_from_json
from answerable.reading.documents import Place, Printed
from answerable.records.archive.models import Entry
from tests.functional.casework.conftest import ADMINISTRATOR, seen
from tests.support import import_scenes as scenes
from tests.support.casework import AUDITOR, MANAGER, OFFICER
from tests.support.entries import make_entry, make_question, make_reading
from tests.support.imports import AT, doubtful_readings, import_all, log
from tests.support.pdf_made import at, drawn_pdf

pytestmark = pytest.mark.django_db
ADDRESS = "/imports/entries/OPA/7000001/"
PDF = drawn_pdf(at(50, 700, "Kept in the shed."), at(50, 700, "Another page"))
BOX = (50.0, 130.0, 200.0, 145.0)


def printed_pdf(*questions, **places):
    """Import a PDF of two pages that holds one entry."""
    entry = make_entry(questions=questions) if questions else make_entry()
    reading = replace(
        make_reading(entry),
        sha256=hashlib.sha256(PDF).hexdigest(),
        format="pdf",
        printed=(Printed(**places),),
    )
    with mock.patch.object(working, "readings_of", doubtful_readings({PDF: reading})):
        return import_all([("log.pdf", PDF)])


def field(page, what):
    """What stands on a page from the heading of a field to that of the next."""
    return page.split(f">{what}</h2>")[1].split("</section>")[0]


def test_a_decision_stands_in_words(as_):
    printed_pdf(make_question(outcomes=(Outcome.NOT_HELD, Outcome.SIGNPOSTED)))

    assert "not held, signposted" in field(seen(as_(OFFICER).get(ADDRESS)), "Decision 1")


def test_each_field_stands_beside_the_page_on_which_it_is_printed(as_):
    printed_pdf(
        ref=(Place(1, BOX),),
        request=(Place(1, BOX), Place(2, BOX)),
        questions=((Place(1, BOX),),),
        answers=((Place(2, BOX),),),
    )
    page = seen(as_(OFFICER).get(ADDRESS))

    assert "Page 1 of the file, with the passage marked" in field(page, "Reference")
    assert "7000001" in field(page, "Reference")
    assert field(page, "Request").count("<img") == 1
    assert "&amp;page=2" in field(page, "Request")
    assert "field=answers%2F0&amp;file=" in field(page, "Answer 1")
    assert "with the passage marked (answer 1)" in field(page, "Decision 1")
    assert "No place is known for the title" in field(page, "Title")
    assert page.count("<img") == page.count('loading="lazy"')


def test_the_pictures_are_those_of_the_fields_page(as_):
    printed_pdf(ref=(Place(1, BOX),), answers=((Place(2, BOX),),))
    officer = as_(OFFICER)

    first = officer.get(f"{ADDRESS}page.png?field=ref")
    second = officer.get(f"{ADDRESS}page.png?field=answers/0&page=2")

    assert (first["Content-Type"], first["X-Content-Type-Options"]) == ("image/png", "nosniff")
    assert first.content != second.content
    for none in ("", "?field=title", "?field=answers/7", "?field=ref&page=9", "?field=ref&file=9"):
        assert officer.get(f"{ADDRESS}page.png{none}").status_code == 404


def test_a_file_without_pages_shows_the_words_where_they_stand(as_):
    import_all([("log.txt", log("7000001"))])
    page = seen(as_(OFFICER).get(ADDRESS))

    assert "<img" not in page
    assert "<mark>7000001</mark>" in field(page, "Reference")
    assert "<mark>1. How many bicycles do you have?</mark>" in field(page, "Question 1")
    assert "Response" in field(page, "Answer 1")
    assert "no place of its own: it was read from the words" in field(page, "Decision 1")


def test_long_entries_are_shown_a_part_at_a_time(as_):
    questions = [make_question(str(one), answer="Seven.") for one in range(1, 9)]
    printed_pdf(*questions, answers=((Place(1, BOX),),) * 8)
    page = seen(as_(OFFICER).get(ADDRESS))

    # An answer and its decision are printed in one place.
    assert page.count("<section") == 9
    assert "Fields 1 to 12 of 28" in page
    assert "Fields 25 to 28 of 28" in seen(as_(OFFICER).get(f"{ADDRESS}?from=24"))
    assert "Fields 28 to 28" in seen(as_(OFFICER).get(f"{ADDRESS}?from=99999"))


def test_another_file_that_holds_the_entry_can_be_looked_at(as_):
    import_all([("older.txt", log("7000001", answer="Six."))])
    import_all([("newer.txt", log("7000001"))])
    entry = Entry.objects.get()
    older = entry.sources.exclude(document=entry.document).get()

    page = seen(as_(OFFICER).get(ADDRESS))
    assert f'href="?file={older.pk}">older.txt' in page
    page = seen(as_(OFFICER).get(f"{ADDRESS}?file={older.pk}"))
    assert "The record follows another file" in page
    assert "Six." not in field(page, "Answer 1").split("an-printed__place")[0]
    assert as_(OFFICER).get(f"{ADDRESS}?file=99999").status_code == 404


def test_a_corrected_field_is_said_to_be(as_):
    import_all([("log.txt", log("7000001"))])
    corrected = replace(entry_from_json(Entry.objects.get().content), title="Tricycles")
    correct_entry("OPA", "7000001", corrected, by="an officer", at=AT, reason="They have three")
    page = seen(as_(OFFICER).get(ADDRESS))

    assert "Somebody put this right" in field(page, "Title")
    assert "Somebody put this right" not in field(page, "Request")


def test_the_page_is_found_from_an_import_a_doubt_and_by_a_reference(as_):
    run = scenes.imported()
    officer = as_(OFFICER)
    for address in (f"/imports/{run}/", "/doubts/", f"/doubts/{scenes.passage()}/"):
        assert f'href="{ADDRESS}"' in seen(officer.get(address))
    for named in ("7000001", " https://foi.example/log/7000001/ "):
        assert officer.get("/imports/entries/", {"named": named}).url == ADDRESS
    for odd in ("", "7009999", "\x00", "<b>"):
        answer = officer.get("/imports/entries/", {"named": odd}, follow=True)
        assert "No imported entry has the reference" in seen(answer)


def test_a_reference_with_strokes_is_found_whole(as_):
    import_all([("log.txt", log("FOI/2020/5085"))])
    entry = Entry.objects.get(ref="FOI/2020/5085")

    found = as_(OFFICER).get("/imports/entries/", {"named": " FOI/2020/5085 "})

    assert found.url == f"/imports/entries/OPA/{entry.key}/"


def test_it_is_for_those_who_settle_doubts(as_):
    import_all([("log.txt", log("7000001"))])
    assert as_(MANAGER).get(ADDRESS).status_code == 200
    assert as_(MANAGER).get("/imports/entries/OPA/other/").status_code == 404
    for stranger in (AUDITOR, ADMINISTRATOR):
        for address in (ADDRESS, f"{ADDRESS}page.png?field=ref", "/imports/entries/?named=x"):
            assert as_(stranger).get(address).status_code == 403
