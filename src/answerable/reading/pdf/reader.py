"""A PDF into a document, in the richest way that it allows, and the way is said with it."""

import io
from dataclasses import replace

import pikepdf
import pypdfium2

from answerable.reading.blocks import Document
from answerable.reading.documents import NotReadable
from answerable.reading.pdf.content import Page, Piece
from answerable.reading.pdf.tagged import tagged_document
from answerable.reading.pdf.tree import NoTree, events_of

MOST_PAGES = 5_000
"""No log is longer; with the limit on a file's size it bounds the time of a reading to a minute."""

_TAGGED = "tagged PDF"
# A tree that leaves out more was made by hand, or not for reading.
_LEAST_COVERED = 0.9
_END_OF_FILE = b"%%EOF"
_MOST_BEHIND = 4096


def document_of(data: bytes, name: str) -> Document:
    """Return the document of a PDF's bytes.

    :raises NotReadable: if it is encrypted, damaged, too long, or holds no text that can be told.
    """
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            _check_whole(pdf, data, name)
            with pypdfium2.PdfDocument(data) as drawn:
                return _document(pdf, drawn, name)
    except pikepdf.PasswordError:
        message = f"{name} is locked with a password: save it without one, and read it again"
        raise NotReadable(message) from None
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, RuntimeError, MemoryError):
        raise _damaged(name) from None


def _damaged(name: str) -> NotReadable:
    return NotReadable(f"{name} is a damaged PDF, or cut off: fetch it again, or save it anew")


def _check_whole(pdf: pikepdf.Pdf, data: bytes, name: str) -> None:
    """Do nothing if a PDF can be read as it was made.

    :raises NotReadable: if it was cut off, or has no pages, or too many.
    """
    if pdf.get_warnings() and _END_OF_FILE not in data[-_MOST_BEHIND:]:
        raise _damaged(name)
    count = len(pdf.pages)
    if not count:
        raise NotReadable(f"{name} is a PDF without pages: there is nothing to read")
    if count > MOST_PAGES:
        message = f"{name} has more than {MOST_PAGES:,} pages: split it, a month or a year in each"
        raise NotReadable(message)


def _document(pdf: pikepdf.Pdf, drawn: pypdfium2.PdfDocument, name: str) -> Document:
    pieces = _pieces(drawn)
    if not any(piece.text.strip() for piece in pieces):
        raise NotReadable(
            f"{name} is a PDF of pictures without text: it needs a picture reading (OCR)"
        )
    try:
        tagged = tagged_document(events_of(pdf), pieces)
    except NoTree:
        tagged = None
    if tagged and tagged.covered >= _LEAST_COVERED:
        return replace(tagged.document, how=_TAGGED)
    raise NotReadable(f"{name} is a PDF without tags: save it as Word or HTML")


def _pieces(drawn: pypdfium2.PdfDocument) -> list[Piece]:
    pieces = []
    for number in range(1, len(drawn) + 1):
        page = Page(drawn, number)
        pieces += page.pieces()
        page.close()
    return pieces
