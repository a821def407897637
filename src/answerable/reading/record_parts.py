"""A record's request and response in their parts: cut where several points stand in one block, joined where a label stands alone."""

from collections.abc import Sequence
from operator import is_

from answerable.reading.blocks import Block
from answerable.reading.items import split_blocks, with_words
from answerable.reading.questions_told import with_questions_told
from answerable.reading.records import Record


def parts_of(record: Record) -> tuple[list[Block], list[Block]]:
    """Return the parts of a record's request and those of its response."""
    request = _asked_parts(record.request)
    return request, split_blocks(with_questions_told(request, record.response))


def _asked_parts(request: Sequence[Block]) -> list[Block]:
    """Return a request cut into what it asks: a label that a line's end parted from its words stands with them again."""
    parts = split_blocks(request, are_asked=True)
    joined = with_words(parts)
    is_whole = len(joined) == len(request) and all(map(is_, joined, request))
    return parts if is_whole else split_blocks(joined, are_asked=True)
