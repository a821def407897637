"""Files that are no text: which reader takes them, told by what is in them and never by their names.

A reader gives a `Document`: blocks in reading order, and a text of its own making to which their offsets
refer, one block to a paragraph. The one grammar of logs reads that as it reads text.
"""

from collections.abc import Callable
from dataclasses import dataclass

from answerable.reading.blocks import Document
from answerable.reading.ocr import is_picture
from answerable.reading.pdf import PagesOfPictures, is_pdf, read_apart
from answerable.reading.recognised import (
    is_excel,
    is_mail,
    is_old_word,
    is_opendocument,
    is_outlook,
    is_rtf,
    is_saved_page,
)


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format that is read from bytes: `recognises` looks at them, `reads` makes a document of them.

    `reads` takes the bytes and the file's name, and raises `NotReadable` with a sentence for whatever
    is wrong with them: that it is encrypted, cut off, too large, or holds no text.
    """

    name: str
    recognises: Callable[[bytes], bool]
    reads: Callable[[bytes, str], Document]


# A zip of any kind, and the container of old Office files and of new ones with a password.
_LIKE_WORD = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def _is_like_word(data: bytes) -> bool:
    """Return whether a file is Word's, or so like it that Word's reader says best what it is."""
    return data.startswith(_LIKE_WORD)


def _word_document(data: bytes, name: str) -> Document:
    from answerable.reading.docx import document_of  # noqa: PLC0415 text is read without it

    return document_of(data, name)


def _odt(data: bytes, name: str) -> Document:
    from answerable.reading.opendocument import text_of  # noqa: PLC0415 text is read without it

    return text_of(data, name)


def _ods(data: bytes, name: str) -> Document:
    from answerable.reading.opendocument import sheets_of  # noqa: PLC0415 text is read without it

    return sheets_of(data, name)


def _excel(data: bytes, name: str) -> Document:
    from answerable.reading.spreadsheets.excel import document_of_excel  # noqa: PLC0415 as above

    return document_of_excel(data, name)


def _rtf(data: bytes, name: str) -> Document:
    from answerable.reading.rtf import document_of  # noqa: PLC0415 text is read without it

    return document_of(data, name)


def _old_word(data: bytes, name: str) -> Document:
    from answerable.reading.office import document_of_old_word  # noqa: PLC0415 as above

    return document_of_old_word(data, name)


def _mail(data: bytes, name: str) -> Document:
    from answerable.reading.mailed.mail import document_of_mail  # noqa: PLC0415 as above

    return document_of_mail(data, name)


def _saved_page(data: bytes, name: str) -> Document:
    from answerable.reading.webpage.saved import saved_document  # noqa: PLC0415 as above

    return saved_document(data, name)


def _outlook(data: bytes, name: str) -> Document:
    from answerable.reading.mailed.outlook import document_of_outlook  # noqa: PLC0415 as above

    return document_of_outlook(data, name)


def _pdf_document(data: bytes, name: str) -> Document:
    try:
        return read_apart(data, name)
    except PagesOfPictures as some:
        from answerable.reading.ocr.reading import scanned_document  # noqa: PLC0415 few files need it

        return scanned_document(data, name, some.pages, is_whole=len(some.pages) == some.count)


def _picture_document(data: bytes, name: str) -> Document:
    from answerable.reading.ocr.reading import picture_document  # noqa: PLC0415 few files need it

    return picture_document(data, name)


FORMATS: tuple[FileFormat, ...] = (
    FileFormat("odt", lambda data: is_opendocument(data, "text"), _odt),
    FileFormat("ods", lambda data: is_opendocument(data, "spreadsheet"), _ods),
    FileFormat("xlsx", is_excel, _excel),
    FileFormat("msg", is_outlook, _outlook),
    FileFormat("doc", is_old_word, _old_word),
    FileFormat("docx", _is_like_word, _word_document),
    FileFormat("pdf", is_pdf, _pdf_document),
    FileFormat("rtf", is_rtf, _rtf),
    FileFormat("mhtml", is_saved_page, _saved_page),
    FileFormat("eml", is_mail, _mail),
    FileFormat("picture", is_picture, _picture_document),
)
"""The formats that are read from bytes; the first that recognises a file reads it."""

TABLES = ("csv",)
"""Formats of text that are tables: they are told by their rows (spreadsheets/commas.py)."""


def format_of(data: bytes) -> FileFormat | None:
    """Return the format of a file that is no text; None if it is text, or nothing that is read."""
    return next((one for one in FORMATS if one.recognises(data)), None)


def is_no_text(name: str) -> bool:
    """Return whether a format of this name is read into a document of its own."""
    return name in TABLES or any(one.name == name for one in FORMATS)
