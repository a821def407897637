"""Questions that only the response has: below a line "Question 1" the question, and below that its answer."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from answerable.domain.questions import named_labels
from answerable.reading.blocks import Block, Kind, Run, in_italics
from answerable.reading.items import asked_sentences, asks, marks_of

_LINE = re.compile(r"(?:questions?|points?|q)\.?\s?\d[\w\s,&]{0,30}[.:]?", re.IGNORECASE)
_BEGINS = frozenset("QqPp")
_LONGEST_LINE = 40


def with_questions_told(request: Sequence[Block], response: Sequence[Block]) -> list[Block]:
    """Return a response in which each line "Question 1", or "Question 2 and 3", is joined to the questions right below it, in italics.

    Only where the request asks nothing itself, the lines count on from 1, and below the questions of each something answers.
    """
    lines = {place: labels for place, one in enumerate(response) if (labels := _named(one))}
    counted = [label for labels in lines.values() for label in labels]
    if not lines or counted != [str(one) for one in range(1, len(counted) + 1)] or _asks(request):
        return [*response]
    edges = [*lines, len(response)]
    is_told = all(
        edge > place + 1 + len(lines[place])
        and all(map(_is_words, response[place + 1 : place + 1 + len(lines[place])]))
        for place, edge in pairwise(edges)
    )
    return _joined(response, lines) if is_told else [*response]


def _named(block: Block) -> list[str]:
    text = block.text.strip()
    if text[:1] not in _BEGINS or len(text) > _LONGEST_LINE or not _LINE.fullmatch(text):
        return []
    labels = named_labels(text)
    return labels if all(map(str.isdigit, labels)) else []


def _asks(request: Sequence[Block]) -> bool:
    return bool(
        marks_of(request) or asked_sentences(request) or any(asks(one.text) for one in request)
    )


def _is_words(block: Block) -> bool:
    return block.kind is not Kind.TABLE and bool(block.text.strip())


def _joined(response: Sequence[Block], lines: dict[int, list[str]]) -> list[Block]:
    labels: dict[int, str] = {}
    for place, named in lines.items():
        labels.update(enumerate(named, place + 1))
    return [
        _asked(block, labels[place]) if place in labels else block
        for place, block in enumerate(response)
        if place not in lines
    ]


def _asked(block: Block, label: str) -> Block:
    runs = (Run(f"Question {label}: ", italic=True), *in_italics(block.runs))
    return replace(block, kind=Kind.PARAGRAPH, runs=runs)
