"""The container of Outlook's messages and old Office files, opened without trust in what it says of itself."""

import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from answerable.reading.documents import NotReadable

MOST_BYTES = 96 * 1024 * 1024
"""Bytes that are read from one file in all: its streams may say that they share their sectors."""

_SECTOR = 512
_FAT_SECTORS = struct.Struct("<I")
_AT_FAT_SECTORS = 44
_HEAD = 512
# What a library raises over a container that is damaged is not all its own.
_DAMAGE = (
    OSError,
    ValueError,
    LookupError,
    AttributeError,
    TypeError,
    struct.error,
    RecursionError,
    OverflowError,
)


@dataclass(slots=True)
class Compound:
    """A container that is open: `left` bytes of it may still be read."""

    name: str
    ole: Any
    size: int
    left: int = MOST_BYTES

    def children(self, path: list[str]) -> list[str]:
        """Return the names of what stands in a folder, in their order."""
        depth = len(path)
        found = [
            one[depth]
            for one in self.ole.listdir(streams=True, storages=True)
            if len(one) == depth + 1 and one[:depth] == path
        ]
        return list(dict.fromkeys(found))

    def read(self, path: list[str]) -> bytes | None:
        """Return a stream's bytes; None if it is not there.

        :raises NotReadable: if it is damaged, or says that it is larger than the file.
        """
        with damage_told(self.name):
            if not self.ole.exists(path) or self.ole.get_type(path) != 2:  # noqa: PLR2004 a stream
                return None
            size = self.ole.get_size(path)
            self.left -= size
            if size > self.size or self.left < 0:
                raise ValueError(size)
            data: bytes = self.ole.openstream(path).read()
            return data


def opened(data: bytes, name: str) -> Compound:
    """Return a container.

    :raises NotReadable: if it is damaged or cut off.
    """
    import olefile  # noqa: PLC0415 text and dates are read without it

    with damage_told(name):
        (sectors,) = _FAT_SECTORS.unpack_from(data, _AT_FAT_SECTORS)
        if sectors > len(data) // _SECTOR:
            raise ValueError(sectors)
        return Compound(name, olefile.OleFileIO(io.BytesIO(data)), len(data))


def names_in(data: bytes) -> frozenset[str]:
    """Return the names of what stands first in a container; none if it cannot be opened."""
    try:
        return frozenset(opened(data, "").children([]))
    except NotReadable:
        return frozenset()


@contextmanager
def damage_told(name: str) -> Iterator[None]:
    """Say in a sentence that a container is damaged.

    :raises NotReadable: if it is.
    """
    try:
        yield
    except _DAMAGE:
        message = f"{name} is a message of Outlook that is cut off or damaged: save it again"
        raise NotReadable(message) from None
