"""What a reading is not sure of, gathered when its entries are read."""

from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.blocks import Document
from answerable.reading.documents import Reading
from answerable.reading.gates import gates_of
from answerable.reading.sections import Record


def doubted(reading: Reading, document: Document, records: Sequence[Record]) -> Reading:
    """Return the reading with its gates."""
    begins = records[0].start if records else len(document.text)
    return replace(reading, gates=gates_of(reading, document, begins=begins))
