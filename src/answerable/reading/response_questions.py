"""Questions that a request does not list: the sentences that ask in it, and what its response repeats."""

from collections.abc import Sequence

from answerable.domain.questions import PrintedLabel
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
