"""Questions whose answers stand behind them in one paragraph, each behind a label: "Q1: How many? A1: Nine."."""

import re
from collections.abc import Sequence

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind
from answerable.reading.items import cut_at

_ANSWER = re.compile(
    r"(?<=\S)\s+(?=(?:A|Ans|Answer|Response|Reply)\s?\.?\s?(?P<key>\d{1,2}[a-z]?)\s?[:.)\u2013\u2014-]\s?\S)"
)
_FEWEST = 2
_KINDS = (Kind.PARAGRAPH, Kind.ITEM)


def answers_apart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks with those cut that hold a question and, behind a label with the same number, its answer.

    Once it may be something else that is called "A1".
    """
    found = {place: end for place, block in enumerate(blocks) if (end := _end_of_question(block))}
    if len(found) < _FEWEST:
        return tuple(blocks)
    return tuple(
        part
        for place, block in enumerate(blocks)
        for part in (cut_at(block, [found[place]]) if place in found else (block,))
    )


def _end_of_question(block: Block) -> int:
    """Return where the question ends that a block begins with, if its answer is behind it; else 0."""
    if block.kind not in _KINDS or block.rows:
        return 0
    # Few paragraphs begin with such a label, and it is known already; an answer is looked for at each blank.
    label = leading_label(block.text)
    if label is None or label.is_answer or not label.word:
        return 0
    one = _ANSWER.search(block.text)
    return one.start() if one and one["key"] == f"{label.number or ''}{label.letter or ''}" else 0
