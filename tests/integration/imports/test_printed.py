"""As printed: the page with the place on it, or the lines around where there are no pages."""

import hashlib
from dataclasses import replace

import pytest

from answerable.actions.imports import working
from answerable.queries.imports import (
    Lines,
    NotPrinted,
    as_printed,
    doubts,
    page_image,
    printed_field,
)
from answerable.reading.documents import Place, Printed, Unread
from answerable.records.archive.models import KeptFile
from tests.support.imports import AT, doubtful, doubtful_readings, import_all, log
from tests.support.pdf_made import at, drawn_pdf

pytestmark = pytest.mark.django_db
PDF = drawn_pdf(at(50, 700, "Kept in the shed."), at(50, 700, "Another page"))
BOX = (50.0, 130.0, 200.0, 145.0)


@pytest.fixture
def imports(monkeypatch):
    """Import a file that is read so, and return the number of its first doubt."""

    def doubt(data, reading):
        monkeypatch.setattr(working, "readings_of", doubtful_readings({data: reading}))
        import_all([("log.pdf", data)])
        return doubts()[0].number

    return doubt


@pytest.mark.slow
def test_a_doubt_is_shown_on_its_page_and_others_can_be_turned_to(imports):
    printed = Printed(response=(Place(1, BOX),), questions=((Place(2, None),),))
    reading = replace(doubtful(PDF), format="pdf", printed=(printed,))
    number = imports(PDF, reading)

    shown, other = as_printed(number), as_printed(number, page=2)

    assert (shown.page, shown.pages, shown.content_type) == (1, 2, "image/png")
    assert (other.page, other.data != shown.data) == (2, True)
    assert printed_field("OPA", "7000001", "response").data == shown.data
    assert printed_field("OPA", "7000001", "questions/0").page == 2
    assert printed_field("OPA", "7000001", "questions/1") is None
    assert printed_field("OPA", "7000001", "questions/x") is None
    assert printed_field("OPA", "7000001", "title") is None
    assert printed_field("OPA", "other", "title") is None
    with pytest.raises(NotPrinted, match="has no page 3"):
        as_printed(number, page=3)


def test_a_picture_that_was_imported_is_its_own_page():
    data = b"\x89PNG\r\n\x1a\n and more"
    sha256 = hashlib.sha256(data).hexdigest()
    KeptFile.objects.create(sha256=sha256, size=len(data), kept_at=AT, data=data)

    shown = page_image(sha256, 1)

    assert (shown.data, shown.content_type) == (data, "image/png")


def test_without_pages_a_passage_stands_between_the_lines_of_its_response(imports):
    number = imports(b"a file", doubtful(b"a file"))

    assert as_printed(number) == Lines("Seven.\n\n", "Kept in the shed.", "")


def test_without_pages_what_is_unread_stands_between_the_lines_of_its_file(imports):
    data = log(7000001)
    reading = doubtful(data, passage="")
    unread = Unread("Back to top", "It fits no entry", 12, 23)
    number = imports(data, replace(reading, unread=(unread,)))

    shown = as_printed(number)

    assert (shown.before, shown.text) == ("Ref\n7000001\n\n", "Back to top")
    assert shown.after.startswith("\n\nBicycles")


def test_a_remark_is_shown_with_the_answer_that_it_is_about(imports):
    reading = doubtful(b"a file", passage="")
    remark = replace(doubtful(b"a file", remarks=[("sum", "It is 8")]).remarks[0], label="1")
    number = imports(b"a file", replace(reading, remarks=(remark,)))

    assert as_printed(number).text == "Seven."


def test_of_a_document_that_is_not_kept_by_itself_the_lines_are_shown(imports):
    reading = replace(doubtful(b"a zip"), printed=(Printed(response=(Place(1, BOX),)),))
    number = imports(b"a zip", replace(reading, sha256="0" * 64))

    assert as_printed(number).text == "Kept in the shed."


def test_what_is_not_kept_is_not_shown():
    with pytest.raises(NotPrinted, match="no such doubt"):
        as_printed(1)
    with pytest.raises(NotPrinted, match="is not kept"):
        page_image("0" * 64, 1)
