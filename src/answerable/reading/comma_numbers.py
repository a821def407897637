"""Points that a number and a comma count: "1, How many lamps?", "2, Who lights them?", each in its line."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.blocks import Block, Kind, Run, after

_POINT = re.compile(r"(?P<number>\d{1,2}),\s+(?=[^\W\d])")
_KINDS = (Kind.PARAGRAPH, Kind.ITEM)
_FEWEST = 3


def with_comma_numbers(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return blocks in which such points are numbered as others are, "1. How many lamps?", if they count on from 1.

    They may begin again, above the answers. "12, High Street" counts nothing, and of points that are names alone, as those of
    streets are, none asks.
    """
    points = {
        place: found
        for place, block in enumerate(blocks)
        if block.text[:1].isdigit()
        and block.kind in _KINDS
        and block.column is None
        and (found := _POINT.match(block.text))
    }
    numbers = [int(one["number"]) for one in points.values()]
    counted = all(
        number in (1, last + 1) for last, number in zip([0, *numbers], numbers, strict=False)
    )
    if not counted or max(numbers, default=0) < _FEWEST:
        return blocks
    said = [blocks[place].text[found.end() :] for place, found in points.items()]
    if 2 * sum(map(_is_name, said)) > len(said):
        return blocks
    return [
        replace(block, runs=_numbered(block, points[place])) if place in points else block
        for place, block in enumerate(blocks)
    ]


def _is_name(text: str) -> bool:
    """Return whether all words of a line are capitalised: "Mill Lane"."""
    return all(not one[0].islower() for one in text.split())


def _numbered(block: Block, point: re.Match[str]) -> tuple[Run, ...]:
    first = block.runs[0]
    lead = Run(f"{point['number']}. ", italic=first.italic, bold=first.bold)
    return (lead, *after(block.runs, point.end()))
