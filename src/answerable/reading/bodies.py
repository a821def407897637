"""The body of a record: its request, its response, and the facts that stand beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from answerable.reading.blocks import Block, Kind, after
from answerable.reading.facts import FACTS, take_fact
from answerable.reading.heads import NO_FIELD
from answerable.reading.records import Record, beside
from answerable.reading.vocabulary import Label, Role


def read_body(
    record: Record, blocks: Sequence[Block], labels: Mapping[int, Label], start: int, end: int
) -> None:
    """Share the blocks from the request on between request, response and the facts beside them."""
    field_blocks = record.request
    taken: set[int] = set()
    for place in range(start, end):
        block, label = blocks[place], labels.get(place)
        if label and _take_fact_at(record, blocks, place, label, taken):
            taken.add(place)
        if label and label.role is Role.OTHER and block.column == 0:
            left = [place, *beside(blocks, place)]
            record.others += [(blocks[one], NO_FIELD) for one in left]
            taken.update(left)
        if place in taken:
            continue
        if label and _begins_field(record, label, is_first=place == start):
            field_blocks = record.response if label.role is Role.RESPONSE else record.request
            block = without_label(block, label)
        elif label and block.column == 0:
            block = without_label(block, label)
        if block.aside:
            record.others.append((block, block.aside))
        elif block.runs or block.rows or block.kind in (Kind.PICTURE, Kind.BREAK):
            field_blocks.append(block)


def _begins_field(record: Record, label: Label, *, is_first: bool) -> bool:
    """Return whether a label begins the request or, once, the response."""
    if label.role is Role.REQUEST:
        return is_first
    return label.role is Role.RESPONSE and (is_first or not record.response)


def without_label(block: Block, label: Label) -> Block:
    """Return what stands behind the label in its block."""
    return replace(block, runs=after(block.runs, label.rest), kind=Kind.PARAGRAPH)


def _take_fact_at(
    record: Record, blocks: Sequence[Block], place: int, label: Label, taken: set[int]
) -> bool:
    """Take a fact that stands behind its label, or in the cell beside it; an empty cell is taken too."""
    block = blocks[place]
    text = block.text[label.rest :].strip()
    if label.role not in FACTS:
        return False
    if text or block.column != 0:
        return bool(text) and take_fact(record, label.role, text)
    cells = beside(blocks, place)
    if not cells:
        return True
    if take_fact(record, label.role, blocks[cells.start].text):
        taken.add(cells.start)
        return True
    return False
