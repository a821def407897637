"""Zips of files, opened without trust in what they say of themselves: one file in memory at a time."""

import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from answerable.reading.documents import NotReadable
from answerable.reading.names import cleaned_path, joined

MOST_FILES = 10_000
"""Files in one zip, with all that is in the files in it."""

MOST_BYTES = 1024 * 1024 * 1024
"""Bytes that are unpacked in all, counted as they come."""

MOST_TIMES = 500
"""How many times as large as in the zip a file may be: text is packed to a tenth, and a bomb to a thousandth."""

_SMALL = 1024 * 1024
_LOCKED = 1
_PIECE = 1024 * 1024


@dataclass(slots=True)
class Allowance:
    """How much more may be taken out of one bundle, whatever is packed in what is packed in it."""

    files: int = MOST_FILES
    bytes: int = MOST_BYTES

    def take_file(self, name: str) -> None:
        """Count a file.

        :raises NotReadable: if there were too many.
        """
        self.files -= 1
        if self.files < 0:
            raise NotReadable(
                f"{name} and what follows is more than {MOST_FILES:,} files: split it"
            )

    def take_bytes(self, count: int, name: str) -> None:
        """Count bytes.

        :raises NotReadable: if there were too many.
        """
        self.bytes -= count
        if self.bytes < 0:
            size = MOST_BYTES // (1024 * 1024)
            raise NotReadable(
                f"{name} and what stands before it unpack to more than {size:,} MB: split it"
            )


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a zip: its name, cleaned, and how its bytes are had; that raises `NotReadable`."""

    name: str
    data: Callable[[], bytes]


def members_of(
    file: BinaryIO, *, name: str, largest: int, allowance: Allowance
) -> Iterator[Member]:
    """Yield the files of a zip in the order of their names; of each at most `largest` bytes are unpacked.

    :raises NotReadable: if the zip is damaged, or holds too many files.
    """
    with _damage_told(name):
        opened = zipfile.ZipFile(file)
        found = sorted(opened.infolist(), key=lambda one: one.filename)
    if len(found) > MOST_FILES:
        raise NotReadable(f"{name} holds more than {MOST_FILES:,} files: split it")
    for one in found:
        if one.is_dir() or stat.S_ISLNK(one.external_attr >> 16):
            continue
        inside = joined(name, cleaned_path(one.filename))
        yield Member(inside, _Unpacking(opened, one, inside, largest, allowance))


@dataclass(frozen=True, slots=True)
class _Unpacking:
    """Unpacks one file when it is called."""

    opened: zipfile.ZipFile
    info: zipfile.ZipInfo
    name: str
    largest: int
    allowance: Allowance

    def __call__(self) -> bytes:
        self.allowance.take_file(self.name)
        if self.info.flag_bits & _LOCKED:
            raise NotReadable(
                f"{self.name} is protected by the zip's password: unpack it, and name the files in it"
            )
        pieces, size = [], 0
        with _damage_told(self.name), self.opened.open(self.info) as part:
            while size <= self.largest and (piece := part.read(_PIECE)):
                pieces.append(piece)
                size += len(piece)
                self.allowance.take_bytes(len(piece), self.name)
                self._check_is_no_bomb(size)
        return b"".join(pieces)

    def _check_is_no_bomb(self, size: int) -> None:
        if size > _SMALL and size > MOST_TIMES * max(1, self.info.compress_size):
            raise NotReadable(
                f"{self.name} unpacks to more than {MOST_TIMES} times its size: it is no document"
            )


@contextmanager
def _damage_told(name: str) -> Iterator[None]:
    try:
        yield
    except NotImplementedError:
        message = f"{name} is packed in a way that is not known here: pack it again as a plain zip"
        raise NotReadable(message) from None
    except RuntimeError:
        message = f"{name} is protected by a password: unpack it, and name the files in it"
        raise NotReadable(message) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError):
        message = f"{name} is a zip, or in a zip, that is cut off or damaged: fetch it again"
        raise NotReadable(message) from None
