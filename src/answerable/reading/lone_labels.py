"""Labels that stand alone in a line above the words that they count: "A" over a question, and "A" again over its answer."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from answerable.reading.blocks import Block, Kind, Run

_FEWEST = 2
_LONGEST = 3
_LETTER = re.compile(r"([A-Z])[.)]?")
_LINES = (Kind.PARAGRAPH, Kind.HEADING)


def with_lone_labels(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return blocks in which capital letters in lines of their own are joined to the words below, if they count on from A.

    They are in bold, or come again with the answers.
    """
    every = {
        place: letter[1]
        for place, block in enumerate(blocks)
        if len(block.text) <= _LONGEST
        and (letter := _LETTER.fullmatch(block.text.strip()))
        and block.kind in _LINES
        and block.column is None
    }
    found = {place: one for place, one in every.items() if _is_set_out(blocks[place])}
    if not found and _come_again([*every.values()]):
        found = every
    if not _count_on([*found.values()]):
        return blocks
    joined: list[Block] = []
    for place, block in enumerate(blocks):
        if place - 1 in found and _has_words(block):
            label = Run(f"{found[place - 1]}. ")
            joined[-1] = replace(
                block, kind=Kind.PARAGRAPH, runs=(label, *block.runs), start=blocks[place - 1].start
            )
        elif place in found:
            joined.append(replace(block, kind=Kind.PARAGRAPH, runs=(Run(f"{found[place]}. "),)))
        else:
            joined.append(block)
    return joined


def _is_set_out(block: Block) -> bool:
    return block.is_bold or block.kind is Kind.HEADING


def _come_again(letters: Sequence[str]) -> bool:
    """Return whether letters that nothing sets out are two lists alike: one asks, and one answers."""
    half = len(letters) // 2
    return half >= _FEWEST and [*letters] == [*letters[:half]] * 2


def _has_words(block: Block) -> bool:
    return (
        block.kind in (*_LINES, Kind.ITEM)
        and block.column is None
        and not block.rows
        and bool(block.text.strip())
    )


def _count_on(letters: Sequence[str]) -> bool:
    """Return whether letters count from A on, if more than once then from A again."""
    if len({*letters}) < _FEWEST or letters[0] != "A":
        return False
    return all(after == "A" or ord(after) == ord(before) + 1 for before, after in pairwise(letters))
