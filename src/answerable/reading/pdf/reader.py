"""A PDF into a document, in the richest way that it allows, and the way is said with it."""

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

import pikepdf
import pypdfium2

from answerable.reading.blocks import Document
from answerable.reading.documents import NotReadable
from answerable.reading.pdf.content import Page, Piece
from answerable.reading.pdf.doubts import doubt_of
from answerable.reading.pdf.joining import together
from answerable.reading.pdf.links import links_on, with_links
from answerable.reading.pdf.mending import mended_document
from answerable.reading.pdf.objects import Objects
from answerable.reading.pdf.rightward import is_logical
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
_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_END_OF_FILE = b"%%EOF"
_MOST_BEHIND = 4096


def document_of(data: bytes, name: str) -> Document:
    """Return the document of a PDF's bytes.

    :raises NotReadable: if it is encrypted, damaged, too long, or holds no text that can be told.
    """
    try:
        with _in_memory(data) as file, _opened(file) as pdf:
            _check_whole(pdf, data, name)
            with pypdfium2.PdfDocument(data) as drawn:
                return _from_left(_document(pdf, drawn, name), name)
    except pikepdf.PasswordError:
        message = f"{name} is locked with a password: save it without one, and read it again"
        raise NotReadable(message) from None
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, RuntimeError, MemoryError):
        raise _damaged(name) from None


def _in_memory(data: bytes) -> BinaryIO:
    """Return a file that holds these bytes and stands on no disk."""
    file = os.fdopen(os.memfd_create("pdf"), "w+b")
    file.write(data)
    file.seek(0)
    return file


def _opened(file: BinaryIO) -> pikepdf.Pdf:
    # What has a place in memory is read there; a stream of Python's is asked for every few bytes.
    return pikepdf.open(file, suppress_warnings=True, access_mode=pikepdf.AccessMode.mmap)


def _damaged(name: str) -> NotReadable:
    return NotReadable(f"{name} is a damaged PDF, or cut off: fetch it again, or save it anew")


def _from_left(document: Document, name: str) -> Document:
    """Return a document whose letters stand in the order in which they are read.

    :raises NotReadable: if most of them run from right to left, and are drawn the other way round.
    """
    text = document.text[:_LETTERS_LOOKED_AT]
    from_right = len(_FROM_RIGHT.findall(text))
    is_rightward = from_right and from_right > sum(
        unicodedata.bidirectional(one) == "L" for one in text
    )
    if is_rightward and not is_logical(text):
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


def _document(pdf: pikepdf.Pdf, drawn: pypdfium2.PdfDocument, name: str) -> Document:
    try:
        events = list(events_of(pdf))
    except NoTree as problem:
        return _untagged(pdf, drawn, name, why=str(problem))
    tagged = tagged_document(events, _pieces(drawn, name))
    why = doubt_of(tagged.document)
    if tagged.covered < _LEAST_COVERED:
        why = f"its tags cover {tagged.covered:.0%} of its text"
    if why is None:
        return mended_document(replace(tagged.document, how=_TAGGED))
    return _untagged(pdf, drawn, name, why=why)


def _untagged(pdf: pikepdf.Pdf, drawn: pypdfium2.PdfDocument, name: str, *, why: str) -> Document:
    document = untagged_document(_with_text(_sheets(pdf, drawn, name), name))
    how = f"{document.how}: {why}" if why else document.how
    return mended_document(replace(document, how=how))


def _with_text(sheets: list[Sheet], name: str) -> list[Sheet]:
    """Return the pages of a PDF, if any text is drawn on them.

    :raises NotReadable: if there is none.
    """
    if any(piece.text.strip() for sheet in sheets for piece in sheet.pieces):
        return sheets
    message = f"{name} is a PDF of pictures without text: it needs a picture reading (OCR)"
    raise NotReadable(message)


def _pieces(drawn: pypdfium2.PdfDocument, name: str) -> list[Piece]:
    return [piece for page in _pages(drawn, name) for piece in together(page.pieces())]


def _sheets(pdf: pikepdf.Pdf, drawn: pypdfium2.PdfDocument, name: str) -> list[Sheet]:
    sheets = []
    objects = Objects(pdf)
    own = objects.pages()
    for page in _pages(drawn, name):
        links = links_on(own[page.number - 1], objects, page) if page.number <= len(own) else []
        pieces = together(with_links(page.pieces(), links))
        sheets.append(
            Sheet(page.height, pieces, page.rules(), is_unseen=page.is_unseen(), raw=page.raw)
        )
    return sheets


def _pages(drawn: pypdfium2.PdfDocument, name: str) -> Iterator[Page]:
    """Yield the pages of a PDF, each open until the next.

    :raises NotReadable: if the fonts of the first do not say what most of their characters mean.
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
        message = (
            f"{name} is a PDF whose fonts do not say which letters they draw:"
            " it needs a picture reading (OCR)"
        )
        raise NotReadable(message)
