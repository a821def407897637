"""The boxes of words that are picked cover those words for the engine that redacts, and no others."""

import io

import pikepdf
import pypdfium2
import pytest

from answerable.domain.release.page_words import places_of
from answerable.inspecting.redacting import Mark, redact_pdf
from answerable.reading.shown_pages import pages_shown
from tests.support.pdf_made import at, bytes_of, drawn_pdf

pytestmark = pytest.mark.slow
LINES = ("Dear Ms Quillfeather, ring Quill-", "feather or A. Quillfeather at once.", "Nobody else.")
KEPT = ("Dear", "ring", "at once.", "Nobody else.")


def drawn(turned=0, size=10, leading=12):
    rows = (at(60, 700 - leading * row, one, size=size) for row, one in enumerate(LINES))
    return drawn_pdf("".join(rows), turned=turned)


def cut():
    with pikepdf.open(io.BytesIO(drawn())) as pdf:
        pdf.pages[0].CropBox = pikepdf.Array([50, 600, 400, 750])
        return bytes_of(pdf)


def moved():
    with pikepdf.open(io.BytesIO(drawn())) as pdf:
        pdf.pages[0].MediaBox = pikepdf.Array([-100, -50, 495, 792])
        return bytes_of(pdf)


@pytest.mark.parametrize(
    "data",
    [
        drawn(), drawn(90), drawn(180), drawn(270), drawn(size=24, leading=26),
        drawn(size=6, leading=6.5), cut(), moved(),
    ],
    ids=["plain", "quarter", "half", "three quarters", "large", "tight", "cut", "moved"],
)  # fmt: skip
def test_picked_words_are_gone_and_the_others_stay(data):
    (shown,) = pages_shown(data, "a.pdf")
    marks = [
        Mark(1, place.box, place.text, "40(2)", "A name")
        for places in places_of(shown.words, "Quillfeather")
        for place in places
    ]
    assert len(marks) >= 2

    redacted = redact_pdf(data, marks, name="a.pdf")

    text = read(redacted.data)
    assert "quillfeather" not in text.lower()
    assert all(one in text for one in KEPT), text
    assert redacted.words_lost == 0


def read(data):
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        page = pdf[0]
        words = page.get_textpage()
        text = words.get_text_range()
        words.close()
        page.close()
    return text
