"""Tags that are worse than none: a tree that was made without knowing what stands where."""

from collections.abc import Sequence
from itertools import pairwise

from answerable.reading.blocks import Block, Document, Kind

_MOST_WORDS = 700
_MOST_SHARE = 0.5
_MOST_BACKWARD = 0.3
_FEWEST_BLOCKS = 10
_FEWEST_CELLS = 8
_HIGHER = 14.0
_WIDER = 40.0


def doubt_of(document: Document) -> str | None:
    """Return why the tags of a document are not to be trusted, in words that follow a colon; None if they are."""
    if _is_one_paragraph(document.blocks):
        return "its tags call most of its text one paragraph"
    if any(_is_cut_to_one_row(block) for block in document.blocks):
        return "its tags give tables no rows"
    if _backward(document.blocks) > _MOST_BACKWARD:
        return "its tags put its text in no order of reading"
    return None


def _is_one_paragraph(blocks: Sequence[Block]) -> bool:
    """Return whether most of the words stand in one paragraph, and those are many."""
    # Words are counted only where a block is long enough to hold so many, with the blanks between them.
    if all(len(block.text) < 2 * _MOST_WORDS for block in blocks):
        return False
    words = [len(block.text.split()) for block in blocks]
    return max(words) > _MOST_WORDS and max(words) > sum(words) * _MOST_SHARE


def _is_cut_to_one_row(block: Block) -> bool:
    """Return whether a table of one row has more cells than stand beside each other."""
    if block.kind is not Kind.TABLE or len(block.rows) != 1 or block.box is None:
        return False
    _, top, _, bottom = block.box
    return len(block.rows[0]) >= _FEWEST_CELLS and bottom - top > _WIDER


def _backward(blocks: Sequence[Block]) -> float:
    """Return how many of the blocks that follow each other on a page stand above and over each other, from 0 to 1."""
    pairs = [
        (first, second)
        for first, second in pairwise(
            (block.page, block.box) for block in blocks if block.box is not None
        )
        if first[0] == second[0]
    ]
    if len(pairs) < _FEWEST_BLOCKS:
        return 0.0
    backward = sum(
        second[3] < first[1] - _HIGHER and min(first[2], second[2]) > max(first[0], second[0])
        for (_, first), (_, second) in pairs
    )
    return backward / len(pairs)
