"""Questions and answers by turns that no number counts: "Q. How many?", "A. Nine.", "Q. Who keeps them?", "A. Nobody."."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from answerable.reading.blocks import Block, Kind, Run, after

_TURN = re.compile(r"(?:(?P<asks>Q)|(?P<tells>A))\s?[.:)\u2013\u2014-]\s*(?=\S)")
_KINDS = (Kind.PARAGRAPH, Kind.ITEM)
_FEWEST = 2


def with_turns_counted(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return blocks in which such turns are counted, "Q1:" and "A1:", from one again below each heading.

    As they are, unless each question has its answer before the next: "A." alone may be the first of a list. A single
    question needs no number, and "Question:" in full is a label that needs none.
    """
    turns = {
        place: found
        for place, block in enumerate(blocks)
        if block.kind in _KINDS and not block.rows and (found := _TURN.match(block.text))
    }
    if sum(found["asks"] is not None for found in turns.values()) < _FEWEST:
        return blocks
    counted = [*blocks]
    for run in _runs(blocks, [*turns]):
        asking = [turns[place]["asks"] is not None for place in run]
        takes_turns = asking[0] and all(one is not other for one, other in pairwise(asking))
        if not takes_turns or len(run) < 2 * _FEWEST:
            continue
        for number, place in enumerate(run):
            found, block = turns[place], blocks[place]
            lead = Run(
                f"{'Q' if found['asks'] else 'A'}{number // 2 + 1}: ", bold=block.runs[0].bold
            )
            runs = (lead, *after(block.runs, found.end()))
            counted[place] = replace(block, kind=Kind.PARAGRAPH, marker=None, runs=runs)
    return counted


def _runs(blocks: Sequence[Block], places: Sequence[int]) -> list[list[int]]:
    """Return the places of turns, in groups that headings part, and what is set in bold as a heading is."""
    groups: list[list[int]] = []
    last = -1
    for place in places:
        if last < 0 or any(_heads(block) for block in blocks[last + 1 : place]):
            groups.append([])
        groups[-1].append(place)
        last = place
    return groups


def _heads(block: Block) -> bool:
    return block.kind is Kind.HEADING or (block.kind is Kind.PARAGRAPH and block.is_bold)
