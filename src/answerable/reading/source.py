"""A file's bytes into text: bounded, and with a plain sentence for what is no text."""

import codecs
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from answerable.reading.alphabets import codecs_of, in_letters
from answerable.reading.blocks import MOST_BLOCKS, Document, TooManyBlocks
from answerable.reading.documents import NotReadable, Repair
from answerable.reading.formats import TABLES, FileFormat, format_of
from answerable.reading.names import cleaned, cleaned_path
from answerable.reading.spreadsheets.commas import table_of

LARGEST_BYTES = 32 * 1024 * 1024
"""Larger files are refused: with the limit on paragraphs it bounds the memory of a reading to 1 GB."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_JUNK = re.compile(r"[\x01-\x08\x0e-\x1f\ufffd]")
# Pages that say Latin-1 are read as this by browsers: it has all its letters and more.
_LATIN = "cp1252"
_OTHER_FORMATS = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text, its name, the SHA-256 of its bytes, and how its characters were mended.

    A file that is no text has its `format` and its `document` already; its text is that of the document. A
    text that is a table has them too, beside its own text.
    """

    name: str
    sha256: str
    text: str
    repairs: tuple[Repair, ...] = ()
    format: str = ""
    document: Document | None = None


def open_source(path: Path) -> Source:
    """Return the text of a file.

    :raises NotReadable: if it is missing, empty, too large, or holds no text.
    """
    return source_from(bytes_of_file(path), name=path.name)


def bytes_of_file(path: Path) -> bytes:
    """Return a file's bytes, and no more of them than are read.

    :raises NotReadable: if it is missing, a folder, or cannot be opened.
    """
    name = cleaned(path.name)
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_BYTES + 1)
    except FileNotFoundError:
        raise NotReadable(f"{name}: there is no such file: check the name") from None
    except IsADirectoryError:
        raise NotReadable(f"{name} is a folder: name the files in it") from None
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise NotReadable(f"{name} cannot be opened: {reason}") from problem


def source_from(data: bytes, *, name: str) -> Source:
    """Return the text of a file's bytes.

    :raises NotReadable: if there are none, too many, or they are no text.
    """
    name = cleaned_path(name)
    _check_size(data, name=name)
    sha256 = hashlib.sha256(data).hexdigest()
    if found := format_of(data):
        document = _document(found, data, name=name)
        return Source(name, sha256, document.text, format=found.name, document=document)
    _check_is_no_other(data, name=name)
    text, repairs = _decoded(data, name=name)
    if "\0" in text:
        repairs = (
            *repairs,
            Repair("NUL", "a space", "NUL characters carry no text", text.count("\0")),
        )
        text = text.replace("\0", " ")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise NotReadable(f"{name} holds only blank space: there is nothing to read")
    with paragraphs_counted(name):
        table = table_of(text, name)
    if table is not None:
        return Source(name, sha256, text, repairs, format=TABLES[0], document=table)
    return Source(name, sha256, text, repairs)


def _document(found: FileFormat, data: bytes, *, name: str) -> Document:
    with paragraphs_counted(name):
        document = found.reads(data, name)
    if not document.text.strip():
        raise NotReadable(f"{name} holds only blank space: there is nothing to read")
    return document


@contextmanager
def paragraphs_counted(name: str) -> Iterator[None]:
    """Say in a sentence that a file has too many paragraphs.

    :raises NotReadable: if it does.
    """
    try:
        yield
    except TooManyBlocks:
        message = f"{name} has more than {MOST_BLOCKS:,} paragraphs: split it, a month in each file"
        raise NotReadable(message) from None


def _check_size(data: bytes, *, name: str) -> None:
    if not data:
        raise NotReadable(f"{name} is empty: there is nothing to read")
    if len(data) > LARGEST_BYTES:
        limit = LARGEST_BYTES // (1024 * 1024)
        raise NotReadable(f"{name} is larger than {limit} MB: split it, a month or a year in each")


def _check_is_no_other(data: bytes, *, name: str) -> None:
    for start, what in _OTHER_FORMATS:
        if data.startswith(start):
            raise NotReadable(f"{name} is {what}, not text: save it as text, HTML or markdown")


def _decoded(data: bytes, *, name: str) -> tuple[str, tuple[Repair, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), ()
    sample = data[:4096]
    for parity, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = sample[parity::2].count(0)
        if zeros * 10 > len(sample) * 4 and sample[1 - parity :: 2].count(0) * 20 < len(sample):
            return data.decode(encoding, errors="replace"), ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text, charset = _as_it_says(data)
        why = f"The file is not UTF-8: it was read as {charset}"
        repairs: tuple[Repair, ...] = (
            Repair("bytes over 127", f"letters of {charset.partition(' ')[0]}", why),
        )
    else:
        repairs = ()
    _check_is_text(text[:65536], name=name)
    return text, repairs


def _as_it_says(data: bytes) -> tuple[str, str]:
    """Return bytes as the letters of the alphabet that a page names, else of Windows-1252, and its name."""
    from answerable.reading.webpage.saved import declared_charset  # noqa: PLC0415 few files are not in UTF-8

    charset = declared_charset(data)
    text, is_said = in_letters(data, charset) if charset else ("", False)
    if is_said and _LATIN not in codecs_of(charset):
        return text, charset
    return data.decode(_LATIN, errors="replace"), "Windows-1252 (Latin-1)"


def _check_is_text(sample: str, *, name: str) -> None:
    # Text holds next to no control characters; machine code and compressed data are full of them.
    junk = len(_JUNK.findall(sample))
    if junk * 20 > len(sample) or sample.count("\0") * 10 > len(sample):
        raise NotReadable(f"{name} holds no text that can be read: is it the right file?")
