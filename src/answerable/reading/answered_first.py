"""Where records begin that print the response above the request."""

from collections.abc import Mapping, Sequence

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind
from answerable.reading.items import asks
from answerable.reading.vocabulary import Label, Role

_FIELDS = (Role.REQUEST, Role.RESPONSE)
_FEWEST_RECORDS = 2


def answered_first(labels: Mapping[int, Label]) -> list[int]:
    """Return where the responses begin if each stands above its request; else nothing."""
    fields = [(place, label.role) for place, label in labels.items() if label.role in _FIELDS]
    roles = [role for _, role in fields]
    half = len(roles) // 2
    if half < _FEWEST_RECORDS or roles != [Role.RESPONSE, Role.REQUEST] * half:
        return []
    return [place for place, _ in fields[::2]]


def answered_above(blocks: Sequence[Block], labels: Mapping[int, Label]) -> list[int]:
    """Return where the only response of a page begins that stands above the only request, if lines of their own head both.

    Nothing above the response asks, and something below the request does.
    """
    fields = [place for place, label in labels.items() if label.role in _FIELDS]
    if [labels[place].role for place in fields] != [Role.RESPONSE, Role.REQUEST]:
        return []
    told, asked = fields
    heads = (blocks[place] for place in fields)
    are_lines = all(one.column is None and labels[place].rest >= len(one.text.rstrip()) for place, one in zip(fields, heads, strict=True))  # fmt: skip
    below = blocks[asked + 1 :]
    is_asked = any(asks(one.text) for one in below) or are_listed(below)
    is_above = any(asks(one.text) or leading_label(one.text) for one in blocks[:told])
    # Below a heading that only names the page, others head what it says.
    is_told = asked > told + 1 and not any(one.kind is Kind.HEADING for one in (*blocks[told + 1 : asked], *below))  # fmt: skip
    return [told] if are_lines and is_asked and is_told and not is_above else []


def are_listed(blocks: Sequence[Block]) -> bool:
    """Return whether several lines of a list stand together: what is asked may be in no word."""
    found = [leading_label(block.text) for block in blocks]
    return sum(label is not None and not label.is_answer for label in found) > 1
