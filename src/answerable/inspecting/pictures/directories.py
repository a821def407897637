"""The directories of a TIFF, of which Exif is one too: entries by their tags, without trust in where they point."""

import struct
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from answerable.inspecting.findings import CannotSay

SUB_DIRECTORIES, EXIF, GPS, INTEROPERABILITY = 0x014A, 0x8769, 0x8825, 0xA005
_POINTS = (SUB_DIRECTORIES, EXIF, GPS, INTEROPERABILITY)
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_NUMBERS = {1: "B", 3: "H", 4: "I", 13: "I"}
_TEXT, _UNDEFINED = 2, 7
_MOST_DIRECTORIES, _MOST_ENTRIES = 2_000, 1_000
_THUMBNAIL_AT, _THUMBNAIL_SIZE = 0x0201, 0x0202


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `of` is the tag that leads to its directory, `page` the number of the one it belongs to."""

    tag: int
    type_: int
    value: bytes
    order: str
    of: int
    page: int

    @property
    def is_text(self) -> bool:
        """Return whether it is a text, or bytes of which nobody says what they are."""
        return self.type_ in (_TEXT, _UNDEFINED)

    def numbers(self) -> tuple[int, ...]:
        """Return the whole numbers that it holds; none if it holds others."""
        sign = _NUMBERS.get(self.type_)
        if not sign:
            return ()
        count = len(self.value) // struct.calcsize(sign)
        return struct.unpack_from(f"{self.order}{count}{sign}", self.value)


@dataclass(slots=True)
class Directories:
    """All entries, and which bytes belong to something."""

    data: bytes
    entries: list[Entry] = field(default_factory=list)
    count: int = 0
    taken: list[tuple[int, int]] = field(default_factory=list)

    def gaps(self) -> Iterator[bytes]:
        """Yield the bytes that belong to nothing, where they are not blank."""
        reached = 0
        for start, end in [*sorted(self.taken), (len(self.data), len(self.data))]:
            gap = self.data[reached:start]
            if gap.strip(b"\0"):
                yield gap
            reached = max(reached, end)


def directories_of(data: bytes) -> Directories:
    """Return what stands in the directories of a TIFF, each once, however they lead to each other.

    :raises CannotSay: if there are too many, or they lead out of the file.
    """
    order = "<" if data[:2] == b"II" else ">"
    (first,) = struct.unpack_from(f"{order}I", data, 4)
    found = Directories(data, taken=[(0, 8)])
    waiting, met = deque([(first, 0, 0)]), set[int]()
    while waiting:
        at, of, page = waiting.popleft()
        if at in met:
            raise CannotSay("It is a picture whose directories lead in a circle: it is damaged")
        met.add(at)
        found.count += 1
        if found.count > _MOST_DIRECTORIES:
            raise CannotSay(f"It is a picture of more than {_MOST_DIRECTORIES:,} pages: split it")
        waiting.extend(_read(found, order, at, of, page))
    return found


def _read(
    found: Directories, order: str, at: int, of: int, page: int
) -> list[tuple[int, int, int]]:
    (count,) = struct.unpack_from(f"{order}H", found.data, at)
    if count > _MOST_ENTRIES:
        raise CannotSay("It is a picture with more entries than can be inspected: it is damaged")
    found.taken.append((at, at + 6 + 12 * count))
    leads = list[tuple[int, int, int]]()
    here = list[Entry]()
    for number in range(count):
        one = _entry(found, order, at + 2 + 12 * number, (of, page))
        here.append(one)
        if one.tag in _POINTS:
            leads.extend((to, one.tag, page) for to in one.numbers() if to)
    found.entries.extend(here)
    _take_thumbnail(found, here)
    (after,) = struct.unpack_from(f"{order}I", found.data, at + 2 + 12 * count)
    if after:
        leads.append((after, of, page + 1))
    return leads


def _entry(found: Directories, order: str, at: int, of: tuple[int, int]) -> Entry:
    tag, type_, count = struct.unpack_from(f"{order}HHI", found.data, at)
    size = _SIZES.get(type_, 1) * count
    start = at + 8
    if size > 4:  # noqa: PLR2004 what is larger stands elsewhere
        (start,) = struct.unpack_from(f"{order}I", found.data, start)
        if start + size > len(found.data):
            raise CannotSay("It is a picture that is cut off or damaged: fetch it again")
        found.taken.append((start, start + size + size % 2))
    return Entry(tag, type_, found.data[start : start + size], order, *of)


def _take_thumbnail(found: Directories, here: list[Entry]) -> None:
    numbers = {
        one.tag: one.numbers() for one in here if one.tag in (_THUMBNAIL_AT, _THUMBNAIL_SIZE)
    }
    at, size = (numbers.get(tag) or (0,) for tag in (_THUMBNAIL_AT, _THUMBNAIL_SIZE))
    if at[0]:
        found.taken.append((at[0], at[0] + size[0]))
