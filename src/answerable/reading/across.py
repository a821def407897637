"""Tables that count their questions: a column for each, "Question 1", "Answer 1"; or a row for each, "4512.1", "4512.2"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from answerable.domain.questions import PrintedLabel, leading_label
from answerable.reading.blocks import Block, Kind, Run

_FEWEST = 2
_HEADS = ("Questions", "Answers")
_COUNTED = "Question no."
# At least three digits stand in front: "3.1" and "3.2" are sections.
_NUMBERED = re.compile(r"(?P<base>\S*\d\S*\d\S*\d\S*?)[./_-](?P<count>\d{1,2})")


def with_questions_down(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return blocks with the tables whose columns are "Question 1", "Answer 1", "Question 2", … as those with two columns for all.

    Each question and each answer then stands behind its number, below the one before.
    """
    if not any(block.cells for block in blocks):
        return blocks
    return [_numbered_rows(_down(block)) if block.cells else block for block in blocks]


def ask_across(names: Sequence[str]) -> bool:
    """Return whether columns of these names hold a question each, and its answer."""
    return bool(_columns(names)[0])


def _columns(names: Sequence[str]) -> tuple[dict[str, int], dict[str, int]]:
    """Return the places of the questions and of the answers, by their numbers; none unless there are as many."""
    head = [_counts(words) for words in names]
    asked, told = (
        {
            label.number: place
            for place, label in enumerate(head)
            if label and label.number and label.is_answer is is_answer
        }
        for is_answer in (False, True)
    )
    return (asked, told) if len(asked) >= _FEWEST and asked.keys() == told.keys() else ({}, {})


def _down(block: Block) -> Block:
    asked, told = _columns(block.rows[0])
    if not asked:
        return block
    columns = {*asked.values(), *told.values()}
    kept = [place for place in range(len(block.rows[0])) if place not in columns]
    rows = [
        (*(row[place] for place in kept), _both(row, asked), _both(row, told))
        for row in block.cells[1:]
    ]
    first = [block.cells[0][place] for place in kept]
    heads = [(_said(block, words),) for words in _HEADS]
    cells = ((*first, *heads), *rows)
    return replace(block, cells=cells, rows=tuple(tuple(map(_words, row)) for row in cells))


def _counts(words: str) -> PrintedLabel | None:
    """Return the label that the head of a column is, if it counts a question or an answer and says nothing else."""
    label = leading_label(words.strip())
    is_alone = label is not None and label.end >= len(words.strip())
    return label if label and is_alone and label.word and label.number else None


def _both(row: Sequence[Sequence[Block]], places: Mapping[str, int]) -> tuple[Block, ...]:
    """Return the cells of a row at some places, one below the other, each behind its number."""
    found: list[Block] = []
    for number, place in places.items():
        for at, block in enumerate(row[place]):
            is_bare = at == 0 and leading_label(block.text) is None
            lead = (Run(f"{number}. "),) if is_bare else ()
            found.append(replace(block, runs=(*lead, *block.runs)))
    return tuple(found)


def _said(block: Block, words: str) -> Block:
    return Block(Kind.PARAGRAPH, (Run(words),), block.start, block.start, page=block.page)


def _words(cell: Sequence[Block]) -> str:
    return " ".join(block.text for block in cell)


def _numbered_rows(block: Block) -> Block:
    """Return a table whose first column has a request's number with a count behind it as one with a column for each of both."""
    pairs = _counted([row[0] for row in block.rows[1:]])
    if not pairs:
        return block
    head, *rows = block.cells
    counted = [
        ((_like(row[0], base),), (_like(row[0], str(count)),), *row[1:])
        for row, (base, count) in zip(rows, pairs, strict=True)
    ]
    cells = ((head[0], (_said(block, _COUNTED),), *head[1:]), *counted)
    return replace(block, cells=cells, rows=tuple(tuple(map(_words, row)) for row in cells))


def count_questions(numbers: Sequence[str]) -> bool:
    """Return whether numbers of rows have a count behind them: "4512.1", "4512.2"."""
    return bool(_counted(numbers))


def _counted(numbers: Sequence[str]) -> list[tuple[str, int]]:
    found = [_NUMBERED.fullmatch(one.strip()) for one in numbers]
    pairs = [(one["base"], int(one["count"])) for one in found if one]
    return pairs if len(pairs) == len(found) and pairs and _count_rows(pairs) else []


def _count_rows(pairs: Sequence[tuple[str, int]]) -> bool:
    """Return whether counts begin at one with each number, and go on by one while it stays the same."""
    last = ("", 0)
    for base, count in pairs:
        if count != (last[1] + 1 if base == last[0] else 1):
            return False
        last = (base, count)
    bases = [base for base, _ in pairs]
    return len({*bases}) < len(bases)


def _like(cell: Sequence[Block], words: str) -> Block:
    return replace(cell[0], runs=(replace(cell[0].runs[0], text=words),))
