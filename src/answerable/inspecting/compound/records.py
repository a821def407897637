"""The records of an old workbook (BIFF, MS-XLS), one by one, and the strings in them."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.inspecting.findings import CannotSay

MOST_RECORDS = 6_000_000
GOES_ON = 0x003C
"""A record that holds what did not fit into the one before."""

_WIDE, _RICH, _PHONETIC = 0x01, 0x08, 0x04


@dataclass(frozen=True, slots=True)
class Record:
    """A record: from which byte it stands, its kind, what it holds, and what the records behind it add to that."""

    at: int
    kind: int
    held: bytes
    more: tuple[bytes, ...] = ()

    @property
    def end(self) -> int:
        """Return the byte behind it and what is added to it."""
        return self.at + sum(4 + len(one) for one in (self.held, *self.more))


def records_of(data: bytes) -> Iterator[Record]:
    """Yield the records of a workbook, each with those that only go on with it.

    :raises CannotSay: if it is cut off, or has more in it than can be inspected.
    """
    waiting: tuple[int, int, bytes] | None = None
    more: list[bytes] = []
    for at, kind, held in _each(data):
        if kind == GOES_ON and waiting is not None:
            more.append(held)
            continue
        if waiting is not None:
            yield Record(*waiting, tuple(more))
        waiting, more = (at, kind, held), []
    if waiting is not None:
        yield Record(*waiting, tuple(more))


def _each(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = 0
    for _ in range(MOST_RECORDS):
        if at + 4 > len(data):
            return
        kind, size = struct.unpack_from("<HH", data, at)
        if kind == 0 and size == 0:
            return
        held = data[at + 4 : at + 4 + size]
        if len(held) < size:
            raise CannotSay(
                "It is a workbook that is cut off or damaged: open it with its program, and save it again"
            )
        yield at, kind, held
        at += 4 + size
    raise CannotSay("It is a workbook with more in it than can be inspected: save it as XLSX")


def string_at(held: bytes, at: int, *, size: int, is_new: bool) -> str:
    """Return the string of a record from a byte on, of which `size` bytes say how long it is.

    Since Excel 97 (`is_new`) a byte says whether its letters take two.
    """
    count = int.from_bytes(held[at : at + size], "little")
    at += size
    if not is_new:
        return held[at : at + count].decode("cp1252", "replace")
    is_wide = bool(held[at : at + 1]) and bool(held[at] & _WIDE)
    raw = held[at + 1 : at + 1 + count * (2 if is_wide else 1)]
    return raw.decode("utf-16-le" if is_wide else "latin-1", "replace")


def text_of_box(record: Record) -> str:
    """Return the text of a box or a note, which stands in the record that goes on with it."""
    if not record.more or len(record.held) < 12:  # noqa: PLR2004 where it says how long its text is
        return ""
    count = int.from_bytes(record.held[10:12], "little")
    return _Pieces(record.more).letters(count)


def shared_strings(record: Record) -> list[str]:
    """Return the strings that the cells of a workbook share, in their order."""
    pieces = _Pieces((record.held, *record.more))
    pieces.take(4)
    (count,) = struct.unpack("<I", pieces.take(4).ljust(4, b"\0"))
    found = []
    for _ in range(min(count, MOST_RECORDS)):
        if pieces.is_at_end():
            break
        found.append(pieces.string())
    return found


def small_number(held: bytes) -> float:
    """Return a number of which a cell keeps 30 bits (RK): a whole one, or the upper part of any, perhaps times 100."""
    (bits,) = struct.unpack("<i", held.ljust(4, b"\0"))
    if bits & 2:
        number = float(bits >> 2)
    else:
        (number,) = struct.unpack("<d", bytes(4) + struct.pack("<i", bits & ~3))
    return number / 100 if bits & 1 else number


class _Pieces:
    """What a record and those behind it hold, read from the beginning."""

    def __init__(self, pieces: tuple[bytes, ...]) -> None:
        self._pieces, self._number, self._at = pieces, 0, 0

    def is_at_end(self) -> bool:
        self._turn()
        return self._number >= len(self._pieces)

    def take(self, count: int) -> bytes:
        """Return some bytes, over the ends of records."""
        taken = b""
        while len(taken) < count and not self.is_at_end():
            some = self._pieces[self._number][self._at : self._at + count - len(taken)]
            self._at += len(some)
            taken += some
        return taken

    def string(self) -> str:
        """Return a string with its length before it, and pass over what says how it looks and is spoken."""
        count = int.from_bytes(self.take(2), "little")
        flags = self.take(1)
        looks = 4 * int.from_bytes(self.take(2), "little") if flags and flags[0] & _RICH else 0
        spoken = int.from_bytes(self.take(4), "little") if flags and flags[0] & _PHONETIC else 0
        text = self._letters(count, is_wide=bool(flags) and bool(flags[0] & _WIDE))
        self._pass_over(looks + spoken)
        return text

    def letters(self, count: int) -> str:
        """Return so many letters, before which a byte says whether they take two."""
        flags = self.take(1)
        return self._letters(count, is_wide=bool(flags) and bool(flags[0] & _WIDE))

    def _letters(self, count: int, *, is_wide: bool) -> str:
        text: list[str] = []
        left = count
        while left and not self.is_at_end():
            piece = self._pieces[self._number]
            if self._at == 0 and text:
                # Where a string goes on in another record, that says anew how it is written.
                is_wide, self._at = bool(piece[0] & _WIDE), 1
            size = 2 if is_wide else 1
            some = piece[self._at : self._at + left * size]
            self._at += len(some)
            text.append(some.decode("utf-16-le" if is_wide else "latin-1", "replace"))
            left -= max(1, len(some) // size)
        return "".join(text)

    def _pass_over(self, count: int) -> None:
        while count and not self.is_at_end():
            some = min(count, len(self._pieces[self._number]) - self._at)
            self._at += some
            count -= some

    def _turn(self) -> None:
        while self._number < len(self._pieces) and self._at >= len(self._pieces[self._number]):
            self._number, self._at = self._number + 1, 0
