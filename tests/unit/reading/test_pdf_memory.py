"""What a PDF of many pages holds in memory: nothing twice."""

from answerable.reading.pdf import columns
from answerable.reading.pdf.bands import Marks
from answerable.reading.pdf.carried import document_from, parts_of
from answerable.reading.pdf.opening import opened
from answerable.reading.pdf.reader import _sheets, document_of
from answerable.reading.pdf.untagged import untagged_document
from tests.support.pdf_made import at, drawn_pdf

PAGES = [
    "".join(
        at(50, 700 - 16 * row, f"Label {page}") + at(200, 700 - 16 * row, "what stands beside it")
        for row in range(4)
    )
    for page in range(6)
]


def test_what_is_laid_out_is_let_go_of():
    with opened(drawn_pdf(*PAGES), "log.pdf") as found:
        sheets = _sheets(found)
    document = untagged_document(sheets)

    assert sheets == []
    assert "Label 5" in document.text


def test_parts_are_let_go_of_as_they_are_put_together():
    document = document_of(drawn_pdf(*PAGES), "log.pdf")
    parts = [*parts_of(document)]

    assert document_from(parts) == document
    assert parts == []


def test_bands_that_are_not_kept_are_made_again(monkeypatch):
    data = drawn_pdf(*PAGES)
    kept = document_of(data, "log.pdf")
    monkeypatch.setattr(columns, "_MOST_KEPT", 2)

    assert document_of(data, "log.pdf") == kept
    assert columns.arranged([[]], [Marks()]) == [[]]
