"""The lists in a letter: that of the questions, and that of the answers, which counts from the beginning again."""

from collections.abc import Sequence

from answerable.domain.questions import PrintedLabel, leading_label
from answerable.reading.blocks import Block, Kind
from answerable.reading.items import asks

_FIRST = frozenset(("1", "a", "i", "A"))


def begins_list(label: PrintedLabel) -> bool:
    """Return whether a label is the first of its kind: "1.", "(a)", "i)"."""
    return not label.is_answer and {*key_of(label)} <= _FIRST


def key_of(label: PrintedLabel) -> tuple[str, ...]:
    """Return what a label counts with: its number, letter or numeral; how it is printed does not matter."""
    parts = (label.block, label.number, label.letter, label.roman, label.deeper, label.deepest)
    return tuple(part for part in parts if part) or ("",)


def behind_first_list(pieces: Sequence[Block]) -> int:
    """Return the place behind the last label of a list that is followed by another like it; 0 if none is.

    So a letter first tells all that was asked, and then answers: the second list is the answers'. Where paragraphs
    stand between the first list's labels that ask nothing, they answer, and the second is a list in an answer.
    """
    labels = [
        (place, label)
        for place, block in enumerate(pieces)
        if (label := leading_label(block.text)) and not label.is_answer
    ]
    if not labels or not begins_list(labels[0][1]):
        return 0
    first = key_of(labels[0][1])
    again = [number for number, (_, label) in enumerate(labels) if key_of(label) == first]
    # Three lists or more: numbers that begin again below headings, in the request and in the answers.
    cut = again[len(again) // 2] if len(again) > 1 and len(again) % 2 == 0 else 0
    if cut < 2 or _highest(labels[cut:]) > _highest(labels[:cut]):  # noqa: PLR2004 one question is no list
        return 0
    start, end = labels[0][0], labels[cut - 1][0] + 1
    between = [block for block in pieces[start:end] if not leading_label(block.text)]
    # "If yes:" only leads to the next.
    plain = (one.text for one in between if one.kind is Kind.PARAGRAPH)
    told = sum(not asks(text) and not text.rstrip().endswith(":") for text in plain)
    return end if told * 2 < cut else 0


def _highest(labels: Sequence[tuple[int, PrintedLabel]]) -> int:
    return max((int(label.number) for _, label in labels if label.number), default=0)
