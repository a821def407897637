"""A container of streams (MS-CFB), opened without trust in what it says of itself, and what lies between them."""

import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from answerable.inspecting.findings import CannotSay

MOST_BYTES = 512 * 1024 * 1024
"""Bytes that are read from one file in all: its streams may say that they share their sectors."""

MOST_ENTRIES = 20_000
LOCKED = "It is locked by a password, and cannot be inspected: save a copy without one"
"""What is said of every file that is."""

_HEAD, _ENTRY, _SMALL = 512, 128, 64
_AT_SECTORS, _AT_SHIFTS = 44, 30
_STREAM, _ROOT = 2, 5
_LAST = 0xFFFFFFFA
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
_DAMAGED = "It is a file of old Office or Outlook that is cut off or damaged: open it with its program, and save it again"


@contextmanager
def damage_told() -> Iterator[None]:
    """Say in a sentence that a container is damaged.

    :raises CannotSay: if it is.
    """
    try:
        yield
    except _DAMAGE:
        raise CannotSay(_DAMAGED) from None


@dataclass(slots=True)
class Container:
    """A container that is open: `left` bytes of it may still be read."""

    data: bytes
    ole: Any
    folders: dict[tuple[str, ...], list[str]]
    left: int = MOST_BYTES

    def children(self, *path: str) -> list[str]:
        """Return the names of what stands in a folder, in their order."""
        return self.folders.get(path, [])

    def has(self, *path: str) -> bool:
        """Return whether a stream or folder is there."""
        return path[-1] in self.folders.get(path[:-1], [])

    def read(self, *path: str) -> bytes:
        """Return a stream's bytes; none if it is not there.

        :raises CannotSay: if it is damaged, or says that it is larger than the file.
        """
        with damage_told():
            given = list(path)
            if not self.ole.exists(given) or self.ole.get_type(given) != _STREAM:
                return b""
            size = self.ole.get_size(given)
            self.left -= size
            if size > len(self.data) or self.left < 0:
                raise ValueError(size)
            held: bytes = self.ole.openstream(given).read()
            return held

    def with_stream(self, name: str, held: bytes) -> bytes:
        """Return the container's bytes with others, as many as it has, in a stream that stands first in it.

        :raises CannotSay: if it is damaged.
        """
        with damage_told():
            made, at = bytearray(self.data), 0
            entry = self.ole.root.kids_dict[name.lower()]
            for start, size in _Sectors(self).stretches(entry):
                some = held[at : at + size]
                made[start : start + len(some)] = some
                at += size
            if at < len(held) or len(made) != len(self.data):
                raise ValueError(at)
            return bytes(made)

    def left_over(self) -> Iterator[bytes]:
        """Yield bytes that belong to no stream: free sectors, and what lies behind the end of a stream."""
        with damage_told():
            yield from _Sectors(self).left_over()


def opened(data: bytes) -> Container:
    """Return a container.

    :raises CannotSay: if it is damaged or cut off.
    """
    import olefile  # noqa: PLC0415 most files are none

    with damage_told():
        (sectors,) = struct.unpack_from("<I", data, _AT_SECTORS)
        shift, small = struct.unpack_from("<HH", data, _AT_SHIFTS)
        if sectors > len(data) // _HEAD or shift not in (9, 12) or small != 6:  # noqa: PLR2004 as the format has it
            raise ValueError(sectors)
        ole = olefile.OleFileIO(io.BytesIO(data))
        folders = dict[tuple[str, ...], list[str]]()
        paths = ole.listdir(streams=True, storages=True)
        if len(paths) > MOST_ENTRIES:
            raise ValueError(len(paths))
        for one in paths:
            folders.setdefault(tuple(one[:-1]), []).append(one[-1])
        return Container(data, ole, folders)


class _Sectors:
    """Which sectors belong to a stream."""

    def __init__(self, container: Container) -> None:
        self._data, self._ole = container.data, container.ole
        self._size = self._ole.sector_size
        self._fat = list(self._ole.fat)
        self._small = list(self._ole.minifat) if self._ole.minifat else self._load_small()
        self._taken: set[int] = set()

    def _load_small(self) -> list[int]:
        self._ole.loadminifat()
        return list(self._ole.minifat or [])

    def left_over(self) -> Iterator[bytes]:
        entries = [one for one in self._ole.direntries if one is not None]
        self._take(self._ole.first_dir_sector)
        self._take(self._ole.first_mini_fat_sector)
        for one in entries:
            yield from self._behind(one)
        self._take_tables()
        for number in range((len(self._data) - _HEAD) // self._size + 1):
            if number not in self._taken:
                yield self._sector(number)
        yield from self._small_ones(entries)
        yield from self._free_entries(entries)

    def stretches(self, entry: Any) -> Iterator[tuple[int, int]]:
        """Yield from which byte of the file each piece of a stream lies, and how long it may be, in its order."""
        if entry.size >= self._ole.minisectorcutoff:
            for number in _chain(self._fat, entry.isectStart):
                yield (number + 1) * self._size, self._size
            return
        held = _chain(self._fat, self._ole.root.isectStart)
        for number in _chain(self._small, entry.isectStart):
            sector, at = divmod(number * _SMALL, self._size)
            yield (held[sector] + 1) * self._size + at, _SMALL

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return bytes(self._data[start : start + self._size])

    def _take(self, start: int) -> list[int]:
        chain = _chain(self._fat, start)
        self._taken.update(chain)
        return chain

    def _take_tables(self) -> None:
        # Tables of tables: their sectors name themselves in the first table.
        self._taken.update(
            number for number, after in enumerate(self._fat) if after in (0xFFFFFFFD, 0xFFFFFFFC)
        )

    def _behind(self, entry: Any) -> Iterator[bytes]:
        """Yield what is behind the end of a stream in its last sector."""
        if entry.entry_type == _ROOT:
            self._take(entry.isectStart)
        elif entry.entry_type == _STREAM and entry.size >= self._ole.minisectorcutoff:
            chain = self._take(entry.isectStart)
            used = entry.size % self._size
            if used and chain:
                yield self._sector(chain[-1])[used:]

    def _small_ones(self, entries: list[Any]) -> Iterator[bytes]:
        root = next((one for one in entries if one.entry_type == _ROOT), None)
        if root is None or not self._small:
            return
        held = b"".join(self._sector(one) for one in _chain(self._fat, root.isectStart))
        taken = set[int]()
        for one in entries:
            if one.entry_type == _STREAM and 0 < one.size < self._ole.minisectorcutoff:
                chain = _chain(self._small, one.isectStart)
                taken.update(chain)
                used = one.size % 64
                if used and chain:
                    yield held[chain[-1] * 64 + used : chain[-1] * 64 + 64]
        for number in range(len(held) // 64):
            if number not in taken:
                yield held[number * 64 : number * 64 + 64]

    def _free_entries(self, entries: list[Any]) -> Iterator[bytes]:
        directory = b"".join(
            self._sector(one) for one in _chain(self._fat, self._ole.first_dir_sector)
        )
        known = {one.sid for one in entries}
        for number in range(len(directory) // _ENTRY):
            held = directory[number * _ENTRY : (number + 1) * _ENTRY]
            length = int.from_bytes(held[64:66], "little")
            yield held[:64] if number not in known else held[length:64]


def _chain(table: list[int], start: int) -> list[int]:
    chain, met = [], set[int]()
    while start < len(table) and start < _LAST and start not in met:
        chain.append(start)
        met.add(start)
        start = table[start]
    return chain
