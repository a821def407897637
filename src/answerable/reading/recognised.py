"""What a file is, by its bytes alone and without the library that reads it."""

import io
import re
import zipfile
from typing import BinaryIO

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_MIMETYPE = b"mimetypeapplication/vnd.oasis.opendocument."
_BEGINS = 120
_OFFICE = ("[Content_Types].xml", "_rels/.rels", "META-INF/manifest.xml", "mimetype")
_END = b"PK\x05\x06"
_LONGEST_END = 66_000
# Ten thousand files with long names take a quarter of it.
_LARGEST_DIRECTORY = 8 * 1024 * 1024
_HEADER = re.compile(rb"([!-9;-~]{2,60})[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*(?:\n|\Z)")
_ENVELOPE = re.compile(rb"(?:>?From [^\n]*\n)?")
_LONGEST_HEAD = 200_000
_MOST_HEADERS = 500
# Servers and programs write these, and nobody who types a letter.
_OF_MAIL = frozenset(
    (b"received", b"message-id", b"mime-version", b"return-path", b"delivered-to", b"x-mailer")
)
_SENT = frozenset((b"received", b"message-id", b"to", b"return-path", b"delivered-to"))
_SAID = frozenset((b"from", b"to", b"subject", b"date", b"sender", b"cc"))


def is_opendocument(data: bytes, kind: str) -> bool:
    """Return whether a file is OpenDocument of a kind ("text"), which stands first in it, unpacked."""
    begin = data[:_BEGINS]
    return begin.startswith(ZIP) and _MIMETYPE + kind.encode() in begin


def is_excel(data: bytes) -> bool:
    """Return whether a file is one of Excel's of today."""
    # Most files are none: their names are not listed to know it.
    return b"xl/workbook" in data and any(one.startswith("xl/workbook") for one in zip_names(data))


def is_zip_of_files(file: BinaryIO) -> bool:
    """Return whether an open file is a zip of files, and none of the office files that are zips of parts."""
    names = _names(file)
    return bool(names) and not any(name in names for name in _OFFICE)


def zip_names(data: bytes) -> frozenset[str]:
    """Return the names of what is in a zip; none if it is no zip, or one that cannot be opened."""
    return _names(io.BytesIO(data))


def _names(file: BinaryIO) -> frozenset[str]:
    begin = file.read(len(ZIP))
    if begin != ZIP or _directory_size(file) > _LARGEST_DIRECTORY:
        return frozenset()
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as opened:
            return frozenset(opened.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError):
        return frozenset()


def _directory_size(file: BinaryIO) -> int:
    """Return how many bytes a zip's list of files takes, as its end says: they are all read to open it."""
    length = file.seek(0, io.SEEK_END)
    file.seek(max(0, length - _LONGEST_END))
    end = file.read()
    at = end.rfind(_END)
    return int.from_bytes(end[at + 12 : at + 16], "little") if at >= 0 else 0


def is_outlook(data: bytes) -> bool:
    """Return whether a file is a message of Outlook."""
    return "__properties_version1.0" in ole_names(data)


def is_old_word(data: bytes) -> bool:
    """Return whether a file is one of Word before 2007, and open to be read."""
    names = ole_names(data)
    return "WordDocument" in names and "EncryptedPackage" not in names


def ole_names(data: bytes) -> frozenset[str]:
    """Return what stands first in an old Office file; nothing if it is none, or one that cannot be opened."""
    if not data.startswith(OLE):
        return frozenset()
    from answerable.reading.mailed.compound import names_in  # noqa: PLC0415 text is read without it

    return names_in(data)


def is_rtf(data: bytes) -> bool:
    """Return whether a file is RTF."""
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


def is_mail(data: bytes) -> bool:
    """Return whether a file is an e-mail: it begins with headers, and some are such as nobody types."""
    names = _headers(data).keys()
    return bool(names & _OF_MAIL) and bool(names & _SAID)


def is_saved_page(data: bytes) -> bool:
    """Return whether a file is a page of a site that was saved with its pictures (MHTML): nobody sent it."""
    headers = _headers(data)
    kind = headers.get(b"content-type", b"").strip().lower()
    is_sent = bool(headers.keys() & _SENT)
    return b"mime-version" in headers and kind.startswith(b"multipart/related") and not is_sent


def _headers(data: bytes) -> dict[bytes, bytes]:
    """Return the headers that a file begins with, by their names in small letters; none if no blank line ends them."""
    begin = data[:_LONGEST_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    envelope = _ENVELOPE.match(begin)
    at = envelope.end() if envelope else 0
    headers: dict[bytes, bytes] = {}
    for _ in range(_MOST_HEADERS):
        found = _HEADER.match(begin, at)
        if found is None:
            break
        headers[found[1].lower()] = found[0].partition(b":")[2]
        at = found.end()
    has_end = at >= len(data) or begin[at : at + 2] in (b"\r\n", b"") or begin[at : at + 1] == b"\n"
    return headers if has_end else {}
