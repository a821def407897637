"""Pairs of labels below the heading of a response: "You asked", "Our response", and again for each question of one request."""

from collections.abc import Sequence

from answerable.reading.blocks import Block, Kind
from answerable.reading.letter_bodies import asked_and_answered
from answerable.reading.vocabulary import Label, Role, label_of

_BOTH = [Role.REQUEST, Role.RESPONSE]
_FEWEST_PAIRED = 4


def with_pairs_below(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return blocks of one record with the questions of such pairs set in italics, and without the lines over both.

    A heading over the request and one over the response, once each, say that it is one record; below the second each
    line "You asked" would begin another.
    """
    heads = [
        (place, label.role)
        for place, block in enumerate(blocks)
        if block.kind is Kind.HEADING and (label := _alone(block))
    ]
    if [role for _, role in heads] != _BOTH:
        return blocks
    begin = heads[1][0] + 1
    below = blocks[begin:]
    labelled = sum(not one.rows and _alone(one) is not None for one in below)
    return [*blocks[:begin], *asked_and_answered(below)] if labelled >= _FEWEST_PAIRED else blocks


def _alone(block: Block) -> Label | None:
    label = label_of(block.text)
    is_alone = label is not None and label.is_strong and label.rest >= len(block.text)
    return label if label and is_alone and label.begins_part else None
