"""Pages that are pictures: their words are recognised in the background, and can be picked then."""

import shutil

import pytest

from answerable.actions.casework.redacting import recognising
from answerable.actions.casework.redacting.beginning import begin_redaction
from answerable.actions.casework.redacting.recognising import recognise_pages
from answerable.domain.release.page_words import PageWord
from answerable.queries.casework.redacting.seen import redaction_seen
from answerable.queries.casework.redacting.words import found_in_files, page_of
from answerable.reading import NotReadable
from answerable.records.casework.models import RecognisedPage
from tests.support import redactions
from tests.support.casework import OFFICER, REF, doing_by
from tests.support.pdf_made import at, drawn_pdf, filled
from tests.support.redactions import NAME, attached, file, page

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
WORD = PageWord("Quillfeather,", (60, 50, 130, 64), 0)


def scanned(monkeypatch):
    """A file whose second page has no words, with a reader of pictures that always reads the same."""
    monkeypatch.setattr(recognising, "words_recognised", lambda *_: (WORD,))
    redactions.filed()
    attached("scan.pdf", drawn_pdf(page("Words."), filled(10, 10, 50, 50, 0)))
    begin_redaction(REF, file("scan.pdf").pk, doing=doing_by(OFFICER))
    return file("scan.pdf").pk


def test_a_page_that_is_a_picture_has_its_words_once_they_are_recognised(monkeypatch):
    number = scanned(monkeypatch)
    assert (page_of(number, 2).words, redaction_seen(number).unread) == ((), 1)
    assert [one.unread for one in found_in_files(REF, [NAME], file=number)] == [1]

    assert recognise_pages(goes_on=lambda: True) == 1

    assert (page_of(number, 2).words, redaction_seen(number).unread) == ((WORD,), 0)
    (found,) = found_in_files(REF, [NAME], file=number)
    assert [(one.page, one.places[0].box) for one in found.found] == [(2, WORD.box)]
    assert recognise_pages(goes_on=lambda: True) == 0


def test_a_file_that_nobody_begins_to_mark_says_how_many_of_its_pages_have_no_words():
    redactions.filed()
    attached("scan.pdf", drawn_pdf(page("Words."), "", ""))

    assert [one.unread for one in found_in_files(REF, [NAME])] == [0, 2]


def test_without_a_reader_of_pictures_a_page_goes_on_waiting(monkeypatch):
    number = scanned(monkeypatch)

    def refused(*_):
        raise NotReadable("install tesseract-ocr")

    monkeypatch.setattr(recognising, "words_recognised", refused)

    assert recognise_pages(goes_on=lambda: True) == 0
    assert redaction_seen(number).unread == 1
    assert recognise_pages(goes_on=lambda: False) == 0


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="apt install tesseract-ocr")
def test_tesseract_reads_the_words_where_they_stand():
    from answerable.reading.shown_pages import pages_shown, words_recognised

    data = drawn_pdf(at(60, 700, "Quillfeather was seen", size=14))
    (shown,) = pages_shown(data, "a.pdf")

    read = words_recognised(data, "a.pdf", shown)

    assert [one.text for one in read] == [one.text for one in shown.words]
    for one, other in zip(read, shown.words, strict=True):
        assert one.box == pytest.approx(other.box, abs=6)
    # The boxes of a line are as high as the line, whatever letters stand in them.
    assert len({(one.box[1], one.box[3]) for one in read}) == 1


def test_what_was_recognised_is_not_read_again_for_another_redaction(monkeypatch):
    number = scanned(monkeypatch)
    recognise_pages(goes_on=lambda: True)
    redactions.mark_and_finish(number)

    begin_redaction(REF, number, doing=doing_by(OFFICER))

    assert redaction_seen(number).unread == 0
    assert RecognisedPage.objects.filter(is_read=True).count() == 2
