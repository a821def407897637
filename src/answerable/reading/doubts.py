"""What a reading is not sure of, gathered when its entries are read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from answerable.reading.blocks import Document
from answerable.reading.documents import Reading, Unassigned
from answerable.reading.entries import EntryRead
from answerable.reading.gates import gates_of
from answerable.reading.sections import Record


def doubted(
    reading: Reading, document: Document, records: Sequence[Record], read: Sequence[EntryRead]
) -> Reading:
    """Return the reading with its gates, and the passages that nothing assigns to a question."""
    begins = records[0].start if records else len(document.text)
    reading = replace(reading, unassigned=tuple(_unassigned(read)))
    return replace(reading, gates=gates_of(reading, document, begins=begins))


def _unassigned(read: Sequence[EntryRead]) -> Iterator[Unassigned]:
    for number, one in enumerate(read):
        for start, end in one.unassigned:
            yield Unassigned(number, one.entry.response[start:end], start, end)
