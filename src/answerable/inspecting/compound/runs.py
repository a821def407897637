"""How the text of an old document looks, run by run: hidden, deleted, in white, under black (MS-DOC)."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.inspecting.compound.pieces import OldText

_STYLES, _LOOKS = 1, 12
_PAGE, _NUMBER_OF_PAGE = 512, 0x3FFFFF
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_DELETED, _INSERTED, _HIDDEN, _STYLE = 0x0800, 0x0801, 0x083C, 0x4A30
_COLOUR, _OLD_COLOUR, _HIGHLIGHT, _HALF_POINTS = 0x6870, 0x2A42, 0x2A0C, 0x4A43
_CHANGED = (0xCA57, 0xCA89)
_ON = (1, 0x81)
_WHITE, _WHITE_OF_OLD, _BLACK_OF_OLD = 0x00FFFFFF, 8, 1
_SMALLEST = 6
_OF_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Run:
    """Bytes of the file with text of one look, and what is amiss with it: "hidden", "deleted", and so on."""

    start: int
    end: int
    traits: frozenset[str]


def telling_runs(text: OldText) -> Iterator[Run]:
    """Yield the runs of a document that are hidden, deleted, inserted, changed, white, tiny, or under black."""
    hiding = frozenset(_hiding_styles(text.table_of(_STYLES)))
    for number in _pages(text.table_of(_LOOKS)):
        page = text.data[number * _PAGE : (number + 1) * _PAGE]
        if len(page) == _PAGE:
            yield from _runs_of(page, hiding)


def _pages(table: bytes) -> Iterator[int]:
    count = max(0, (len(table) - 4) // 8)
    for at in range(count):
        yield int.from_bytes(table[4 * (count + 1) + 4 * at :][:4], "little") & _NUMBER_OF_PAGE


def _runs_of(page: bytes, hiding: frozenset[int]) -> Iterator[Run]:
    count = page[-1]
    if 4 * (count + 1) + count >= _PAGE:
        return
    ends = struct.unpack_from(f"<{count + 1}I", page)
    for number in range(count):
        at = 2 * page[4 * (count + 1) + number]
        traits = _traits(page[at + 1 : at + 1 + page[at]], hiding) if at else frozenset[str]()
        if traits and ends[number] < ends[number + 1]:
            yield Run(ends[number], ends[number + 1], traits)


def _traits(held: bytes, hiding: frozenset[int]) -> frozenset[str]:
    said = dict(_said(held))
    is_hidden = said[_HIDDEN] in _ON if _HIDDEN in said else said.get(_STYLE) in hiding
    is_white = said.get(_COLOUR) == _WHITE or said.get(_OLD_COLOUR) == _WHITE_OF_OLD
    found = {
        "hidden": is_hidden,
        "deleted": said.get(_DELETED) in _ON,
        "inserted": said.get(_INSERTED) in _ON,
        "changed": any(one in said for one in _CHANGED),
        "white": is_white,
        "tiny": 0 < said.get(_HALF_POINTS, _SMALLEST) < _SMALLEST,
        "under black": said.get(_HIGHLIGHT) == _BLACK_OF_OLD and not is_white,
    }
    return frozenset(name for name, holds in found.items() if holds)


def _said(held: bytes) -> Iterator[tuple[int, int]]:
    """Yield what a list of properties sets, and to which number."""
    at = 0
    while at + 2 < len(held):
        (what,) = struct.unpack_from("<H", held, at)
        at += 2
        size = _SIZES.get(what >> 13, 0)
        if not size:
            size = held[at] + 1
        yield what, int.from_bytes(held[at : at + size], "little")
        at += size


def _hiding_styles(table: bytes) -> Iterator[int]:
    """Yield the numbers of the styles of letters that hide what is written in them."""
    if len(table) < 6:  # noqa: PLR2004 the sizes of the head and of the fixed part of a style
        return
    head = int.from_bytes(table[:2], "little")
    count, fixed = struct.unpack_from("<HH", table, 2)
    at = 2 + head
    for number in range(count):
        if at + 2 > len(table):
            return
        size = int.from_bytes(table[at : at + 2], "little")
        style = table[at + 2 : at + 2 + size]
        if size and style[2] & 0xF == _OF_LETTERS and _hides(style, fixed):
            yield number
        at += 2 + size


def _hides(style: bytes, fixed: int) -> bool:
    letters = int.from_bytes(style[fixed : fixed + 2], "little")
    at = fixed + 2 + 2 * letters + 2
    size = int.from_bytes(style[at : at + 2], "little")
    return dict(_said(style[at + 2 : at + 2 + size])).get(_HIDDEN) in _ON
