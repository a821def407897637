"""The text of an old document (DOC, MS-DOC): the pieces of the file that it lies in, its parts, and its tables."""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_TABLES = 0x9A
_CLX, _NO_PIECES, _PIECES = 33, 1, 2
_PIECE = struct.Struct("<HIH")
_NARROW = 1 << 30
_AT_COUNTS = 0x4C
# The main text, footnotes, heads and feet, macros, comments, endnotes, and text boxes of the text and of heads.
_PARTS = ("text", "footnotes", "heads", "macros", "comments", "endnotes", "boxes", "boxes of heads")
_STRINGS = 0xFFFF
_MOST_STRINGS = 10_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Text from one letter to another, counted over the whole document, and from which byte it lies in the file."""

    first: int
    last: int
    at: int
    is_wide: bool

    @property
    def end(self) -> int:
        """Return the byte behind it."""
        return self.at + (self.last - self.first) * (2 if self.is_wide else 1)


@dataclass(frozen=True, slots=True)
class OldText:
    """A document's stream of text, its stream of tables, and its pieces: as the text has them, and as the file has."""

    data: bytes
    table: bytes
    pieces: tuple[Piece, ...] = ()
    in_file: tuple[Piece, ...] = ()

    def whole(self) -> str:
        """Return all text, of every part, whoever sees it."""
        return "".join(self._decoded(one.at, one.end, one) for one in self.pieces)

    def part(self, name: str) -> str:
        """Return the text of one part: "text", "comments", "boxes" and so on."""
        start = sum(self.count_of(one) for one in _PARTS[: _PARTS.index(name)])
        return self.whole()[start : start + self.count_of(name)]

    def count_of(self, name: str) -> int:
        """Return how many letters a part has, as the head says."""
        at = _AT_COUNTS + 4 * _PARTS.index(name)
        return int.from_bytes(self.data[at : at + 4], "little")

    def held_at(self, start: int, end: int) -> str:
        """Return the text that lies between two bytes of the file."""
        found = bisect_right(self.in_file, start, key=lambda one: one.at)
        return self._decoded(start, end, self.in_file[found - 1]) if found else ""

    def between(self) -> Iterator[bytes]:
        """Yield the bytes in the room of the text that no piece takes in: text as it was before it was changed."""
        at, end = struct.unpack_from("<II", self.data, 0x18)
        for one in self.in_file:
            if at < one.at <= end:
                yield self.data[at : one.at]
            at = max(at, one.end)
        if self.pieces and at < end:
            yield self.data[at:end]

    def table_of(self, number: int) -> bytes:
        """Return one of the tables that the head lists, by its number; nothing if there is none."""
        return _table_of(self.data, self.table, number)

    def _decoded(self, start: int, end: int, piece: Piece) -> str:
        held = self.data[start:end]
        return held.decode("utf-16-le" if piece.is_wide else "cp1252", "replace")


def old_text(data: bytes, table: bytes) -> OldText:
    """Return the text of a document whose streams are given."""
    pieces = tuple(_pieces(_table_of(data, table, _CLX), len(data)))
    return OldText(data, table, pieces, tuple(sorted(pieces, key=lambda one: one.at)))


def strings_of(held: bytes) -> list[str]:
    """Return the strings of a table of strings (STTB); none if it is not one."""
    if len(held) < 6 or int.from_bytes(held[:2], "little") != _STRINGS:  # noqa: PLR2004 the head of a table
        return []
    count, extra = struct.unpack_from("<HH", held, 2)
    found, at = [], 6
    for _ in range(min(count, _MOST_STRINGS)):
        size = 2 * int.from_bytes(held[at : at + 2], "little")
        found.append(held[at + 2 : at + 2 + size].decode("utf-16-le", "replace"))
        at += 2 + size + extra
    return [one for one in found if one]


def _table_of(data: bytes, table: bytes, number: int) -> bytes:
    at = _TABLES + 8 * number
    if at + 8 > len(data):
        return b""
    start, size = struct.unpack_from("<II", data, at)
    return table[start : start + size] if start + size <= len(table) else b""


def _pieces(clx: bytes, most: int) -> Iterator[Piece]:
    """Yield the pieces that a document lists, but for what lies outside of the file."""
    at = 0
    while at + 5 <= len(clx) and clx[at] == _NO_PIECES:
        at += 3 + int.from_bytes(clx[at + 1 : at + 3], "little")
    if at + 5 > len(clx) or clx[at] != _PIECES:
        return
    held = clx[at + 5 : at + 5 + int.from_bytes(clx[at + 1 : at + 5], "little")]
    count = max(0, (len(held) - 4) // 12)
    ends = struct.unpack_from(f"<{count + 1}I", held) if count else ()
    for number in range(count):
        _, place, _ = _PIECE.unpack_from(held, 4 * (count + 1) + 8 * number)
        is_wide = not place & _NARROW
        start = place if is_wide else (place & ~_NARROW) // 2
        piece = Piece(ends[number], ends[number + 1], start, is_wide)
        if piece.first < piece.last and piece.end <= most:
            yield piece
