"""A file's bytes into text: bounded, and with a plain sentence for what is no text."""

import codecs
import hashlib
from dataclasses import dataclass
from pathlib import Path

from answerable.reading.documents import NotReadable, Repair

LARGEST_BYTES = 32 * 1024 * 1024
"""Larger files are refused: with the limit on paragraphs it bounds the memory of a reading to 1 GB."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, Excel or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "an RTF file"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text, its name, the SHA-256 of its bytes, and how its characters were mended."""

    name: str
    sha256: str
    text: str
    repairs: tuple[Repair, ...] = ()


def open_source(path: Path) -> Source:
    """Return the text of a file.

    :raises NotReadable: if it is missing, empty, too large, or holds no text.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except FileNotFoundError:
        raise NotReadable(f"{path.name}: there is no such file: check the name") from None
    except IsADirectoryError:
        raise NotReadable(f"{path.name} is a folder: name the files in it") from None
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise NotReadable(f"{path.name} cannot be opened: {reason}") from problem
    return source_from(data, name=path.name)


def source_from(data: bytes, *, name: str) -> Source:
    """Return the text of a file's bytes.

    :raises NotReadable: if there are none, too many, or they are no text.
    """
    _check_readable(data, name=name)
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
    return Source(name, hashlib.sha256(data).hexdigest(), text, repairs)


def _check_readable(data: bytes, *, name: str) -> None:
    if not data:
        raise NotReadable(f"{name} is empty: there is nothing to read")
    if len(data) > LARGEST_BYTES:
        limit = LARGEST_BYTES // (1024 * 1024)
        raise NotReadable(f"{name} is larger than {limit} MB: split it, a month or a year in each")
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
        text = data.decode("cp1252", errors="replace")
        why = "The file is not UTF-8: it was read as Windows-1252 (Latin-1)"
        repairs: tuple[Repair, ...] = (Repair("bytes over 127", "letters of Windows-1252", why),)
    else:
        repairs = ()
    _check_is_text(text[:65536], name=name)
    return text, repairs


def _check_is_text(sample: str, *, name: str) -> None:
    # Text holds next to no control characters; machine code and compressed data are full of them.
    junk = sum(
        1 for one in sample if (one < " " and one not in "\t\n\r\f\x0b\0") or one == "\ufffd"
    )
    if junk * 20 > len(sample) or sample.count("\0") * 10 > len(sample):
        raise NotReadable(f"{name} holds no text that can be read: is it the right file?")
