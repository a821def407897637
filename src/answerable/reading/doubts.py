"""What a reading is not sure of, gathered when its entries are read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from answerable.reading.blocks import Document
from answerable.reading.documents import Reading, Unassigned
from answerable.reading.entries import EntryRead
from answerable.reading.gates import gates_of, gates_of_entries
from answerable.reading.remarks import remarks_of
from answerable.reading.sections import Record

if TYPE_CHECKING:
    from answerable.domain.clock import Holidays


def doubted(
    reading: Reading, document: Document, records: Sequence[Record], read: Sequence[EntryRead]
) -> Reading:
    """Return the reading with its gates, its remarks, and the passages that nothing assigns to a question."""
    begins = records[0].start if records else len(document.text)
    blocks = [(*one.head, *one.request, *one.response) for one in records]
    remarks = remarks_of(reading.entries, blocks, month=reading.month, table=_holidays)
    return replace(
        reading,
        unassigned=tuple(_unassigned(read)),
        remarks=tuple(remarks),
        gates=gates_of(reading, document, begins=begins),
    )


def doubted_entries(reading: Reading, read: Sequence[EntryRead]) -> Reading:
    """Return the same for a reading whose file names its fields: a table, a feed, an exchange of messages."""
    blocks = [() for _ in read]
    remarks = remarks_of(reading.entries, blocks, month=reading.month, table=_holidays)
    return replace(
        reading,
        unassigned=tuple(_unassigned(read)),
        remarks=tuple(remarks),
        gates=gates_of_entries(reading),
    )


def _holidays() -> "Holidays":
    from answerable.domain.clock import shipped_holidays  # noqa: PLC0415 few logs print both days of an entry

    return shipped_holidays()


def _unassigned(read: Sequence[EntryRead]) -> Iterator[Unassigned]:
    for number, one in enumerate(read):
        for start, end in one.unassigned:
            yield Unassigned(number, one.entry.response[start:end], start, end)
