"""Pictures of pages, read: scanned PDF, files of pictures, and pages of pictures among pages of text."""

import io

import pikepdf
import pytest

from answerable.reading import read_bytes
from answerable.reading.ocr import is_picture
from answerable.reading.ocr.progress import pages_told
from tests.support.pdf_made import Words, at, bytes_of, drawn_pdf, element, tagged_pdf
from tests.support.scans import (
    LOG,
    PRINTERS,
    VEHICLES,
    log_page,
    needs_tesseract,
    pdf_of,
    saved,
    scanned,
)

pytestmark = [needs_tesseract, pytest.mark.slow]


def told(reading):
    return [
        (entry.ref, entry.title, [(one.label, one.text, one.answer) for one in entry.questions])
        for entry in reading.entries
    ]


WHOLE = [
    (
        "7001234",
        "Printers and paper",
        [
            ("1", "How many printers does the office own?", "The office owns 48 printers."),
            ("2", "What did paper cost in the last year?", "Paper cost 1,250 pounds."),
        ],
    ),
    (
        "7001235",
        "Electric vehicles",
        [
            ("1", "How many vehicles are electric?", "Nine vehicles are electric."),
            ("2", "When was the first of them bought?", "The first was bought in March 2019."),
        ],
    ),
]


def test_a_leaning_speckled_scan_is_read_whole():
    data = pdf_of(scanned(LOG, lean=-2.2, noise=9))
    seen = []

    with pages_told(lambda read, of: seen.append((read, of))):
        reading = read_bytes(data, name="log.pdf")

    assert told(reading) == WHOLE
    assert reading.how.startswith("scanned PDF by OCR (tesseract ")
    assert (reading.format, reading.unread, seen) == ("pdf", (), [(1, 1)])


def test_a_picture_on_its_side_is_turned():
    data = saved(scanned(LOG, turned=1), "PNG", dpi=(200, 200))

    reading = read_bytes(data, name="log.png")

    assert told(reading) == WHOLE
    assert (reading.format, reading.how[:15]) == ("picture", "picture by OCR ")


def test_each_page_of_a_tiff_is_read():
    pages = scanned(drawn_pdf(log_page(PRINTERS), log_page(VEHICLES)))

    reading = read_bytes(saved(pages, "TIFF", dpi=(200, 200)), name="log.tif")

    assert told(reading) == WHOLE
    assert [entry.pages for entry in reading.entries] == [(1, 1), (2, 2)]


def test_pages_of_pictures_are_read_between_pages_of_text():
    written = pikepdf.open(io.BytesIO(drawn_pdf(log_page(PRINTERS))))
    pictured = pikepdf.open(io.BytesIO(pdf_of(scanned(drawn_pdf(log_page(VEHICLES))))))
    written.pages.append(pictured.pages[0])

    reading = read_bytes(bytes_of(written), name="log.pdf")

    assert told(reading) == WHOLE
    assert reading.how.startswith("untagged PDF by its lines, page 2 by OCR (tesseract ")


def test_pages_with_tags_are_read_by_them_and_pages_of_pictures_between_them_by_ocr():
    pdf = pikepdf.open(io.BytesIO(tagged_log()))
    pictured = pikepdf.open(io.BytesIO(pdf_of(scanned(drawn_pdf(log_page(VEHICLES))))))
    pdf.pages.insert(1, pictured.pages[0])

    reading = read_bytes(bytes_of(pdf), name="log.pdf")

    assert told(reading)[:2] == WHOLE
    assert [entry.ref for entry in reading.entries] == ["7001234", "7001235", "7001236"]
    assert [entry.pages for entry in reading.entries] == [(1, 1), (2, 2), (3, 3)]
    assert reading.how.startswith("tagged PDF, page 2 by OCR (tesseract ")


def tagged_log():
    """Return a log with tags: a record on its first page, and another on its second."""
    printers = (
        (
            "1. How many printers does the office own?",
            "2. What did paper cost in the last year?",
        ),
        ("1. The office owns 48 printers.", "2. Paper cost 1,250 pounds."),
    )
    bees = ("How many hives stand on the roof?",), ("Four hives stand on the roof.",)
    return tagged_pdf(
        *_tagged_record(1, "7001234", "Printers and paper", *printers),
        *_tagged_record(2, "7001236", "Bees", *bees),
    )


def _tagged_record(page, ref, title, request, response):
    rows = (("Ref", [ref]), ("Request", request), ("Response", response))
    yield element("H2", Words(title, page=page - 1))
    for label, lines in rows:
        yield element("P", Words(label, page=page - 1))
        for line in lines:
            yield element("P", Words(line, page=page - 1))


def test_without_tesseract_pages_of_text_are_read_and_the_others_named(monkeypatch):
    monkeypatch.setattr("answerable.reading.ocr.tesseract._program", lambda: None)
    written = pikepdf.open(io.BytesIO(drawn_pdf(log_page(PRINTERS))))
    pictured = pikepdf.open(io.BytesIO(pdf_of(scanned(drawn_pdf(at(50, 700, "Seen"))))))
    written.pages.append(pictured.pages[0])

    reading = read_bytes(bytes_of(written), name="log.pdf")

    assert told(reading) == WHOLE[:1]
    assert reading.how == "untagged PDF by its lines, without page 2, which are pictures"
    lost = next(one for one in reading.repairs if one.was == "page 2")
    assert lost.why == "A picture is not read: install tesseract-ocr, or save it as text"


def test_what_a_picture_is_told_by():
    page = scanned(drawn_pdf(at(50, 700, "Seen")), dots=30)
    forms = ("PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP")

    assert [is_picture(saved(page, form)) for form in forms] == [True] * len(forms)
    assert not is_picture(b"BM is how the body signs its letters, and no picture begins so")
