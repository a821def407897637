"""Points that a capital letter and a dash count: "A – How many lamps?", "B – Who lights them?", each in its line or all in one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from answerable.reading.blocks import Block, Kind, Run, after
from answerable.reading.items import cut_at

# Inside a paragraph a point begins behind the end of another.
_POINT = re.compile(
    r"(?:^|(?<=[?.!;:]\s))(?P<letter>[A-J])\s[\u2013\u2014-]\s+(?=[A-Z\d£\"'\u201c\u2018])"
)
_KINDS = (Kind.PARAGRAPH, Kind.ITEM)
_FEWEST = 2


def with_dashed_letters(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return blocks in which such points are lettered as others are, "A. How many lamps?", if their letters count on from A.

    As they are where "A –" only takes turns with "Q –", or heads a single point.
    """
    points = {place: found for place, block in enumerate(blocks) if (found := _points(block))}
    if not _count_on([one["letter"] for found in points.values() for one in found]):
        return blocks
    lettered: list[Block] = []
    for place, block in enumerate(blocks):
        if place in points:
            lettered += _lettered(block, [one.start() for one in points[place]])
        else:
            lettered.append(block)
    return lettered


def _points(block: Block) -> list[re.Match[str]]:
    if block.kind not in _KINDS or block.rows or block.column is not None or block.aside:
        return []
    return [*_POINT.finditer(block.text)]


def _count_on(letters: Sequence[str]) -> bool:
    """Return whether letters count on from A, and each time again from A at least to B."""
    if len(letters) < _FEWEST or letters[0] != "A" or letters[-1] == "A":
        return False
    return all(
        ord(later) == ord(letter) + 1 or (later == "A" != letter)
        for letter, later in pairwise(letters)
    )


def _lettered(block: Block, starts: Sequence[int]) -> Iterator[Block]:
    for part in cut_at(block, [start for start in starts if start]):
        point = _POINT.match(part.text)
        if point is None:
            yield part
            continue
        first, rest = part.runs[0], after(part.runs, point.end())
        lead = Run(f"{point['letter']}. ", italic=first.italic, bold=first.bold)
        yield replace(part, kind=Kind.PARAGRAPH, marker=None, runs=(lead, *rest))
