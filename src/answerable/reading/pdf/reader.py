"""A PDF into a document, in the richest way that it allows, and the way is said with it."""

import io
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pikepdf
import pypdfium2

from answerable.reading.blocks import Document
from answerable.reading.documents import NotReadable
from answerable.reading.pdf.content import Page
from answerable.reading.pdf.joining import together
from answerable.reading.pdf.links import links_on, with_links
from answerable.reading.pdf.pages_of_pictures import PagesOfPictures
from answerable.reading.pdf.pictured import check_written
from answerable.reading.pdf.tagged import tagged_document
from answerable.reading.pdf.tree import NoTree, events_of
from answerable.reading.pdf.untagged import Sheet, untagged_document

MOST_PAGES = 5_000
"""No log is longer; with the limit on a file's size it bounds the time of a reading to a minute."""

_TAGGED = "tagged PDF"
# A tree that leaves out more was made by hand, or not for reading.
_LEAST_COVERED = 0.9
_PAGES_LOOKED_AT = 3
_LETTERS_LOOKED_AT = 20_000
_END_OF_FILE = b"%%EOF"
_MOST_BEHIND = 4096


def document_of(data: bytes, name: str, seen: Mapping[int, Sheet] | None = None) -> Document:
    """Return the document of a PDF's bytes; `seen` are those of its pages that were read as pictures, by number.

    :raises NotReadable: if it is encrypted, damaged, too long, or holds no text that can be told.
    :raises PagesOfPictures: if some pages are pictures, and nothing was said of any.
    """
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            _check_whole(pdf, data, name)
            with pypdfium2.PdfDocument(data) as drawn:
                return _from_left(_document(pdf, drawn, seen), name)
    except pikepdf.PasswordError:
        message = f"{name} is locked with a password: save it without one, and read it again"
        raise NotReadable(message) from None
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, RuntimeError, MemoryError):
        raise _damaged(name) from None


def _damaged(name: str) -> NotReadable:
    return NotReadable(f"{name} is a damaged PDF, or cut off: fetch it again, or save it anew")


def _from_left(document: Document, name: str) -> Document:
    """Return a document that is written from left to right.

    :raises NotReadable: if most of its letters run from right to left: a page tells their order badly.
    """
    runs = [unicodedata.bidirectional(one) for one in document.text[:_LETTERS_LOOKED_AT]]
    if sum(one in ("R", "AL") for one in runs) > runs.count("L"):
        message = f"{name} is a PDF written from right to left, which is not read in order: save it as Word or HTML"
        raise NotReadable(message)
    return document


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


def _document(
    pdf: pikepdf.Pdf, drawn: pypdfium2.PdfDocument, seen: Mapping[int, Sheet] | None
) -> Document:
    if seen:
        return _document_with(pdf, drawn, seen)
    is_bare = seen is not None
    try:
        events = list(events_of(pdf))
    except NoTree as problem:
        document = untagged_document(_sheets(pdf, drawn, is_bare=is_bare))
        why = f": {problem}" if str(problem) else ""
        return replace(document, how=f"{document.how}{why}")
    pieces = [piece for page in _pages(drawn) for piece in together(page.pieces())]
    if not is_bare:
        check_written(drawn, pieces)
    tagged = tagged_document(events, pieces)
    if tagged.covered >= _LEAST_COVERED:
        return replace(tagged.document, how=_TAGGED)
    document = untagged_document(_sheets(pdf, drawn, is_bare=is_bare))
    why = f"its tags cover {tagged.covered:.0%} of its text"
    return replace(document, how=f"{document.how}: {why}")


def _document_with(
    pdf: pikepdf.Pdf, drawn: pypdfium2.PdfDocument, seen: Mapping[int, Sheet]
) -> Document:
    """Return the document of pages that are pictures, and of those between them that are text."""
    if len(seen) < len(drawn):
        written = enumerate(_sheets(pdf, drawn, is_bare=True), start=1)
        sheets = [seen.get(number, sheet) for number, sheet in written]
    else:
        sheets = [seen[number] for number in sorted(seen)]
    return untagged_document(sheets)


def _sheets(pdf: pikepdf.Pdf, drawn: pypdfium2.PdfDocument, *, is_bare: bool) -> list[Sheet]:
    """Return the pages of a PDF; `is_bare` says that those without text stay so.

    :raises PagesOfPictures: if some are pictures, and may not stay without text.
    """
    sheets = []
    own = list(pdf.pages)
    for page in _pages(drawn):
        links = links_on(own[page.number - 1], page) if page.number <= len(own) else []
        pieces = together(with_links(page.pieces(), links))
        sheets.append(Sheet(page.height, pieces, page.rules()))
    if not is_bare:
        check_written(drawn, (piece for sheet in sheets for piece in sheet.pieces))
    return sheets


def _pages(drawn: pypdfium2.PdfDocument) -> Iterator[Page]:
    """Yield the pages of a PDF, each open until the next.

    :raises PagesOfPictures: if the fonts of the first do not say what most of their characters mean.
    """
    wrong = whole = 0
    for number in range(1, len(drawn) + 1):
        page = Page(drawn, number)
        if number <= _PAGES_LOOKED_AT:
            untold, count = page.untold()
            wrong, whole = wrong + untold, whole + count
        yield page
        page.close()
    if wrong * 2 > whole:
        raise PagesOfPictures(list(range(1, len(drawn) + 1)), len(drawn))
