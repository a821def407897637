"""Questions that a request does not list: the sentences that ask in it, and what its response repeats."""

from collections.abc import Sequence
from itertools import pairwise

from answerable.domain.questions import PrintedLabel, leading_label
from answerable.reading.blocks import Block
from answerable.reading.items import Mark, asked_sentences, asks


def asked_in_prose(request: Sequence[Block], told: Sequence[Mark]) -> list[Mark]:
    """Return the sentences of a request that ask, where the answers have as many numbers as there are of them.

    `told` are the marks in front of what the response says.
    """
    numbers = [
        mark.mark.number
        for mark in told
        if isinstance(mark.mark, PrintedLabel) and not mark.mark.letter
    ]
    if len(numbers) < 2 or numbers != [str(one) for one in range(1, len(numbers) + 1)]:  # noqa: PLR2004
        return []
    sentences = asked_sentences(request)
    return sentences if len(sentences) == len(numbers) else []


def answered_in_turn(marks: Sequence[Mark], response: Sequence[Block]) -> list[Mark]:
    """Return those of a response's marks below which what announces an answer counts with them: "Q1", "A1", "Q2", "A2".

    They ask, whatever their words are; none unless each has its answer.
    """
    asked = [mark for mark in marks if isinstance(mark.mark, PrintedLabel)]
    edges = [*(mark.block for mark in asked), len(response)]
    between = (response[place + 1 : edge] for place, edge in pairwise(edges))
    is_each = all(map(_is_answered, asked, between))
    return asked if is_each and len(asked) > 1 else []


def _is_answered(mark: Mark, below: Sequence[Block]) -> bool:
    told = (leading_label(block.text) for block in below if block.text.strip())
    number = _number(mark)
    return any(
        label is not None and label.is_answer and label.number in (None, number and number[0])
        for label in told
    )


def questions_in(marks: Sequence[Mark]) -> list[Mark]:
    """Return those of a response's marks that repeat questions because the request only sums them up."""
    labelled = [mark for mark in marks if isinstance(mark.mark, PrintedLabel)]
    bullets = [mark for mark in marks if not isinstance(mark.mark, PrintedLabel)]
    chosen = [mark for mark in bullets if mark.is_italic]
    if _are_questions(labelled):
        chosen += labelled
    if (
        not chosen
        and _are_questions(bullets)
        and sum(mark.text.endswith("?") for mark in bullets) * 2 > len(bullets)
    ):
        chosen = bullets
    return sorted(chosen, key=lambda mark: mark.block)


def asked_first(marks: Sequence[Mark]) -> list[Mark]:
    """Return the questions of a response that has them all first, and their answers with the same numbers after."""
    numbers = [_number(mark) for mark in marks]
    half = len(marks) // 2
    if half < 2 or None in numbers or numbers[:half] != numbers[half:]:  # noqa: PLR2004 one may be by chance
        return []
    asked, told = marks[:half], marks[half:]
    is_told = not any(asks(mark.text) and mark.text.endswith("?") for mark in told)
    return list(asked) if _are_questions(asked) and is_told else []


def _number(mark: Mark) -> tuple[str | None, str | None] | None:
    label = mark.mark
    return (label.number, label.letter) if isinstance(label, PrintedLabel) else None


def _are_questions(marks: Sequence[Mark]) -> bool:
    likely = sum(mark.is_italic or asks(mark.text) for mark in marks)
    return bool(marks) and likely * 2 >= len(marks)
