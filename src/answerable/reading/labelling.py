"""Which blocks of a log begin with a label, by the words that bodies use."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.blocks import Block, Kind, bold_lead
from answerable.reading.references import is_reference
from answerable.reading.vocabulary import Label, Role, label_of

_NUMBER_ALONE = re.compile(r"(?:no\.? ?)?\d{1,5}\.?\s*", re.IGNORECASE)
_EDGES = " :.\u2013\u2014-"
_NO_LABEL = (Kind.TABLE, Kind.PICTURE, Kind.BREAK)


def labels_of(blocks: Sequence[Block]) -> dict[int, Label]:
    """Find the blocks that begin with a label; weak ones only where the text has no table to hold them."""
    has_layout = any(block.column == 0 for block in blocks)
    labels = {}
    for place, block in enumerate(blocks):
        if block.kind in _NO_LABEL or block.column == 1 or block.aside:
            continue
        label = _of_lead(block) or label_of(block.text)
        if label is None or (block.kind is Kind.ITEM and not label.is_strong):
            continue
        if label.role is Role.REQUEST and _is_number(block.text[label.rest :]):
            # "Request 12" heads a record; what was asked stands under another label.
            label = replace(label, role=Role.REF, is_strong=True)
        if block.column == 0 or label.is_strong or (not has_layout and _may_be_weak(block, label)):
            labels[place] = label
    return labels


def _of_lead(block: Block) -> Label | None:
    """Return the label that the bold words are with which a paragraph begins: "**You asked** how many …"."""
    lead = bold_lead(block)
    words = lead.strip(_EDGES)
    label = label_of(f"{words}:") if words else None
    if label is None or label.rest <= len(words):
        return None
    return replace(label, rest=len(lead), is_strong=True)


def _is_number(text: str) -> bool:
    return bool(_NUMBER_ALONE.fullmatch(text)) or is_reference(text)


def _may_be_weak(block: Block, label: Label) -> bool:
    rest = block.text[label.rest :]
    is_frame = label.role in (Role.REF, Role.REQUEST, Role.RESPONSE)
    return (
        is_frame
        and label.words[:1].isupper()
        and bool(re.match(r"[A-Z0-9(\"'\u201c\u2018•]", rest))
    )
