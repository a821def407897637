"""In which encoding a text file is written, told by all of its bytes."""

import codecs
import hashlib
from dataclasses import dataclass
from pathlib import Path

from answerable.measuring.snapshots.refusals import CannotLoad

_AT_ONCE = 2**20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with a byte order mark"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_UNUSED_IN_1252 = b"\x81\x8d\x8f\x90\x9d"


@dataclass(frozen=True, slots=True)
class Encoding:
    """The encoding of a text: its codec, and its name in words."""

    codec: str
    words: str


def digest_of_file(file: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def encoding_of(file: Path) -> Encoding:
    """Return the encoding of a text file.

    What is no UTF-8 anywhere is Windows-1252, as spreadsheets on Windows write CSV.

    :raises CannotLoad: if it is no text in any of the encodings that are read.
    """
    with file.open("rb") as opened:
        beginning = opened.read(_AT_ONCE)
    for mark, codec, words in _MARKS:
        if beginning.startswith(mark):
            return Encoding(codec, words)
    if b"\0" in beginning:
        # Every second byte of western text in UTF-16 is nought.
        even, odd = beginning[::2].count(0), beginning[1::2].count(0)
        if max(even, odd) < len(beginning) // 4 or min(even, odd):
            raise CannotLoad(f"{file.name} is no text, no workbook (XLSX) and no Parquet file")
        return Encoding("utf-16-be" if even else "utf-16-le", "UTF-16 without a byte order mark")
    if _is_utf8(file):
        return Encoding("utf-8", "UTF-8")
    if (place := _unused(file)) is not None:
        message = (
            f"{file.name} is neither UTF-8 nor Windows-1252 (byte {place:,}): save it as CSV UTF-8"
        )
        raise CannotLoad(message)
    return Encoding("cp1252", "Windows-1252")


def _is_utf8(file: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with file.open("rb") as opened:
        try:
            while data := opened.read(_AT_ONCE):
                decoder.decode(data)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _unused(file: Path) -> int | None:
    """Return the place of the first byte that Windows-1252 does not use."""
    place = 0
    with file.open("rb") as opened:
        while data := opened.read(_AT_ONCE):
            found = [at for at in (data.find(sign) for sign in _each(_UNUSED_IN_1252)) if at >= 0]
            if found:
                return place + min(found)
            place += len(data)
    return None


def _each(signs: bytes) -> list[bytes]:
    return [bytes([sign]) for sign in signs]
