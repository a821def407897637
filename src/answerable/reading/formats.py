"""Files that are no text: which reader takes them, told by what is in them and never by their names.

A reader gives a `Document`: blocks in reading order, and a text of its own making to which their offsets
refer, one block to a paragraph. The one grammar of logs reads that as it reads text.
"""

from collections.abc import Callable
from dataclasses import dataclass

from answerable.reading.blocks import Document
from answerable.reading.ocr import is_picture
from answerable.reading.pdf import PagesOfPictures, is_pdf, read_apart


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
    FileFormat("docx", _is_like_word, _word_document),
    FileFormat("pdf", is_pdf, _pdf_document),
    FileFormat("picture", is_picture, _picture_document),
)


def format_of(data: bytes) -> FileFormat | None:
    """Return the format of a file that is no text; None if it is text, or nothing that is read."""
    return next((one for one in FORMATS if one.recognises(data)), None)


def is_no_text(name: str) -> bool:
    """Return whether a format of this name is read from bytes."""
    return any(one.name == name for one in FORMATS)
