"""Questions with their answers, laid out one below the other: rows of a table, and "Q1 … A1 …" in one paragraph."""

import re
from collections.abc import Sequence

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind
from answerable.reading.items import cut_at
from answerable.reading.question_rows import question_rows

_RUNNING = re.compile(r"(?<=[.?!:;] )(?P<who>Q|A)\.?\s?(?P<number>\d{1,2})[.:)]?\s+(?=\S)")
_LONGEST_HEAD = 20
_FEWEST = 2


def questions_laid_out(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with tables of questions opened, where each has a head of its own, and running answers parted."""
    tables = {
        place: rows
        for place, block in enumerate(blocks)
        if block.cells and place and _heads(blocks[place - 1])
        for rows in [question_rows(block)]
        if len(rows) > 1
    }
    opened: list[Block] = []
    for place, block in enumerate(blocks):
        if place in tables and len(tables) >= _FEWEST:
            opened += tables[place]
        else:
            opened += _parted(block)
    return opened


def _heads(block: Block) -> bool:
    text = block.text.strip()
    is_line = block.kind in (Kind.PARAGRAPH, Kind.HEADING) and block.column is None
    return is_line and 0 < len(text.split()) <= _LONGEST_HEAD and text[-1] not in ".?:"


def _parted(block: Block) -> list[Block]:
    """Return a paragraph that begins with a question cut in front of each answer and question in it."""
    if block.kind is not Kind.PARAGRAPH or block.text[:1] not in "Qq":
        return [block]
    label = leading_label(block.text)
    if label is None or not label.number or not label.word:
        return [block]
    places, expected = [], ("A", int(label.number))
    for found in _RUNNING.finditer(block.text, label.end):
        if (found["who"], int(found["number"])) == expected:
            places.append(found.start())
            expected = ("Q", expected[1] + 1) if expected[0] == "A" else ("A", expected[1])
    return cut_at(block, places) if places else [block]
