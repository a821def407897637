"""Letters whose paragraphs are all numbered: "1. Thank you for your request …", "2. You asked …", "3. We hold …"."""

from collections.abc import Sequence
from dataclasses import replace

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind, after
from answerable.reading.items import asks
from answerable.reading.letter_reach import asked_in
from answerable.reading.vocabulary import current_vocabulary

_FEWEST = 3


def without_paragraph_numbers(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return a letter without the numbers of its paragraphs, if the first of them opens the letter: they count no question."""
    counted: dict[int, int] = {}
    style = ""
    for place, block in enumerate(blocks):
        label = leading_label(block.text)
        if label is None or label.word or label.number != str(len(counted) + 1):
            continue
        words = block.text[label.end :]
        if not counted and not _opens(words):
            return blocks
        style = style or label.style
        # A question may have the number of the next paragraph.
        if label.style == style and not asks(words):
            counted[place] = label.end
    if len(counted) < _FEWEST:
        return blocks
    return [
        replace(block, runs=after(block.runs, counted[place]), kind=Kind.PARAGRAPH, marker=None)
        if place in counted
        else block
        for place, block in enumerate(blocks)
    ]


def _opens(words: str) -> bool:
    """Return whether a paragraph says what opens a letter: thanks, or that its reader asked."""
    opened = current_vocabulary().says("letter.opened", words)
    return opened is not None or asked_in(words) is not None
