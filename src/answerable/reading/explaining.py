"""Which rule took which line of a document, for whoever teaches the reader a new layout."""

from collections.abc import Iterable, Iterator, Sequence

from answerable.domain.disclosure_log import Entry
from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block
from answerable.reading.documents import Explained
from answerable.reading.records import Record, Sections

_LONGEST = 60


def explained(
    labels: Iterable[Explained], entries: Sequence[Entry], sections: Sections
) -> tuple[Explained, ...]:
    """Return which rule took each label of a document and each of its questions, in their order."""
    questions = (
        one
        for entry, record in zip(entries, sections.records, strict=True)
        for one in _questions(entry, record)
    )
    # What has the same place stays in the order in which it was read, whatever the hashes of a process are.
    found = dict.fromkeys((*labels, *questions))
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.rule)))


def _questions(entry: Entry, record: Record) -> Iterator[Explained]:
    """Yield what makes a question of each block of a request: its label's style, its bullet, or its place."""
    blocks = [*record.request, *record.response]
    for question in entry.questions:
        block = next((one for one in blocks if _holds(one, question.text)), None)
        if block is not None:
            rule = f"{_style(block)} → question {question.label or '(alone)'}"
            yield Explained(block.start, block.end, _short(block.text), rule)


def _holds(block: Block, words: str) -> bool:
    return bool(words) and words[:_LONGEST] in block.text


def _style(block: Block) -> str:
    label = leading_label(block.text)
    if label:
        return f"label style {label.style}"
    return f"bullet {block.marker}" if block.marker else "a paragraph that asks"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
