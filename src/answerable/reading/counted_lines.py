"""Questions that lines of their own count: "Question 1", below it "Your question" and "Our answer", or "Answer" alone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from answerable.domain.questions import PrintedLabel, leading_label
from answerable.reading.blocks import Block, Kind, Run, in_italics
from answerable.reading.labelling import says_reference
from answerable.reading.vocabulary import Role, label_of

ONLY_A_LABEL = "It only says that what stands below it was asked"

_FEWEST = 2
_LONGEST_LINE = 60
_LINES = (Kind.PARAGRAPH, Kind.HEADING)
# In a table of two columns the left one counts, and the words stand beside it.
_COLUMNS = (None, 0)


def with_counted_lines(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return blocks in which a line that counts a question is joined to the words below it, and so is that of its answer.

    "Request 1", "How many?", "Answer", "Four" then reads "Request 1 How many?", "Answer 1: Four". As they are, unless lines count.
    """
    counted = {place: label for place, block in enumerate(blocks) if (label := _counts(block))}
    if not _count_on([*counted.values()]):
        return blocks
    edges = [*counted, len(blocks)]
    joined = [*blocks[: edges[0]]]
    answered = 0
    for place, edge in pairwise(edges):
        number = counted[place].number or ""
        told = next((at for at in range(place + 1, edge) if _heads_answer(blocks[at])), None)
        if told is not None:
            answered += 1
            joined += _question(blocks[place:told])
            joined += _answer(blocks[told:edge], number)
        else:
            joined += blocks[place:edge]
    is_answered_once = answered == 1 and _is_answered_below(blocks, edges)
    if (not answered or is_answered_once) and _are_of_one(blocks, counted):
        return _asked_together(blocks, edges)
    return joined if answered * 3 >= len(counted) * 2 else blocks


def _asked_together(blocks: Sequence[Block], edges: Sequence[int]) -> list[Block]:
    """Return lines that count questions joined to their words; what is below the last may head what answers them all."""
    last = edges[-2]
    end = next((at for at in range(last + 1, edges[-1]) if _heads_answer(blocks[at])), edges[-1])
    asked = (_question(blocks[place:edge]) for place, edge in pairwise([*edges[:-1], end]))
    return [*blocks[: edges[0]], *(one for part in asked for one in part), *blocks[end:]]


def _is_answered_below(blocks: Sequence[Block], edges: Sequence[int]) -> bool:
    """Return whether a line that heads an answer, and counts none, stands below the last question of all."""
    return any(
        _heads_answer(blocks[at]) and leading_label(blocks[at].text) is None
        for at in range(edges[-2] + 1, edges[-1])
    )


def _are_of_one(blocks: Sequence[Block], counted: Mapping[int, PrintedLabel]) -> bool:
    """Return whether lines count what one record asks, and never again from 1: the only reference stands above the first."""
    if [label.number for label in counted.values()].count("1") > 1:
        return False
    refs = [place for place, block in enumerate(blocks) if says_reference(block)]
    is_plain = all((label.word or "").strip() == "Request" for label in counted.values())
    return is_plain and len(refs) == 1 and refs[0] < min(counted)


def _question(blocks: Sequence[Block]) -> list[Block]:
    """Return a line that counts a question joined to its words, in italics: they are somebody else's."""
    line, *below = blocks
    labels = [replace(one, aside=ONLY_A_LABEL) for one in below if _heads_question(one)]
    words = [one for one in below if not _heads_question(one)]
    if not words or words[0].rows:
        return [*blocks]
    first, *rest = words
    runs = (*line.runs, Run(" "), *in_italics(first.runs))
    whole = replace(first, kind=Kind.PARAGRAPH, runs=runs, start=line.start)
    return [whole, *labels, *(replace(one, runs=in_italics(one.runs)) for one in rest)]


def _answer(blocks: Sequence[Block], number: str) -> list[Block]:
    """Return the word above an answer, with the number of its question, joined to the answer."""
    line, *below = blocks
    lead = Run(f"Answer {number}: ")
    if not below or below[0].rows or below[0].kind not in (*_LINES, Kind.ITEM):
        return [replace(line, kind=Kind.PARAGRAPH, runs=(lead,)), *below]
    first, *rest = below
    if leading_label(first.text):
        return [replace(line, kind=Kind.PARAGRAPH, runs=(lead,)), *below]
    return [
        replace(first, kind=Kind.PARAGRAPH, runs=(lead, *first.runs), start=line.start),
        *rest,
    ]


def _counts(block: Block) -> PrintedLabel | None:
    """Return the label of a line that counts a question and says nothing else."""
    is_line = len(block.text) <= _LONGEST_LINE and block.text[:1].isalpha()
    is_line = is_line and block.kind in _LINES and block.column in _COLUMNS and not block.aside
    label = leading_label(block.text) if is_line else None
    if label is None or not label.word or not label.number or label.is_answer or label.letter:
        return None
    return label if label.end >= len(block.text.rstrip()) else None


def _count_on(labels: Sequence[PrintedLabel]) -> bool:
    """Return whether lines count from one on, if more than once then from one again."""
    numbers = [int(label.number or 0) for label in labels]
    if len(numbers) < _FEWEST or numbers[0] != 1 or max(numbers) < _FEWEST:
        return False
    return all(after in (1, before + 1) for before, after in pairwise(numbers))


def _heads_question(block: Block) -> bool:
    return _said_alone(block) is Role.REQUEST


def _heads_answer(block: Block) -> bool:
    return _said_alone(block) is Role.RESPONSE


def _said_alone(block: Block) -> Role | None:
    """Return what a line heads that says nothing else: "Your question", "Our answer", "Answer One"."""
    text = block.text.strip()
    is_line = 0 < len(text) <= _LONGEST_LINE and block.kind in _LINES and block.column in _COLUMNS
    if not is_line or block.aside:
        return None
    printed = leading_label(text)
    if printed:
        return Role.RESPONSE if printed.is_answer and printed.end >= len(text) else None
    label = label_of(text)
    is_alone = label is not None and label.begins_part and label.rest >= len(block.text.rstrip())
    return label.role if label and is_alone else None
