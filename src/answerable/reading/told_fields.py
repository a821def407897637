"""What heads a request or a response without a word for it: a decision in sentences, days over what was asked and told."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind
from answerable.reading.days import is_day_alone
from answerable.reading.facts import outcomes_named
from answerable.reading.records import is_furniture
from answerable.reading.vocabulary import Label, Role, label_of

_FIELDS = (Role.REQUEST, Role.RESPONSE)
_OF_DAYS = {
    Role.RECEIVED: Role.REQUEST,
    Role.ASKED: Role.REQUEST,
    Role.ANSWERED: Role.RESPONSE,
}
_FEWEST_WORDS = 6


def with_fields_told(blocks: Sequence[Block], labels: Mapping[int, Label]) -> dict[int, Label]:
    """Return labels with those of the request and of the response that no word tells, but what stands below a line."""
    found = [role for _, label in sorted(labels.items()) if (role := label.role) in _FIELDS]
    told = dict(labels)
    if not found:
        told |= _days_over_words(blocks, labels)
    elif Role.RESPONSE not in found:
        told |= _decisions_in_sentences(blocks, labels)
    return dict(sorted(told.items()))


def _decisions_in_sentences(
    blocks: Sequence[Block], labels: Mapping[int, Label]
) -> dict[int, Label]:
    """Return as labels of responses the words for an outcome below which sentences stand, one below each request.

    "Decision" over "Refused" tells the outcome; over paragraphs it heads what was told.
    """
    asked = [place for place, label in labels.items() if label.role is Role.REQUEST]
    heads = [
        place
        for place, label in labels.items()
        if label.role is Role.OUTCOME and _is_alone(blocks, place, label)
    ]
    spans = pairwise([*asked, len(blocks)])
    below = [[one for one in heads if first < one < last] for first, last in spans]
    if not asked or any(len(one) != 1 for one in below):
        return {}
    places = [one[0] for one in below]
    if not all(_are_sentences(blocks, labels, place) for place in places):
        return {}
    rule = "structure: a word for an outcome with sentences below it"
    return {place: replace(labels[place], role=Role.RESPONSE, rule=rule) for place in places}


def _is_alone(blocks: Sequence[Block], place: int, label: Label) -> bool:
    return blocks[place].column is None and label.rest >= len(blocks[place].text)


def _are_sentences(blocks: Sequence[Block], labels: Mapping[int, Label], place: int) -> bool:
    """Return whether what stands right below a line is told in words, and names no outcome."""
    below = next(
        (
            one
            for one in range(place + 1, len(blocks))
            if blocks[one].rows or blocks[one].text.strip()
        ),
        None,
    )
    if below is None or below in labels or blocks[below].rows:
        return False
    text = blocks[below].text
    is_long = len(text.split()) >= _FEWEST_WORDS or leading_label(text) is not None
    is_item = blocks[below].kind in (Kind.ITEM, Kind.HEADING)
    return is_long and not is_item and not outcomes_named(text)


def _days_over_words(blocks: Sequence[Block], labels: Mapping[int, Label]) -> dict[int, Label]:
    """Return as labels the lines that say when something was asked and when it was answered, if words stand below each.

    "Request received 8 May 2024" over a list, and "Responded 3 June 2024" over what was told.
    """
    days = [
        (place, label)
        for place, block in enumerate(blocks)
        if (label := _of_day(block, labels.get(place)))
    ]
    roles = [label.role for _, label in days]
    if not days or roles != [Role.REQUEST, Role.RESPONSE] * (len(days) // 2):
        return {}
    edges = [*(place for place, _ in days[1:]), len(blocks)]
    spans = zip(days, edges, strict=True)
    if not all(_has_words(blocks[place + 1 : edge]) for (place, _), edge in spans):
        return {}
    return dict(days)


def _of_day(block: Block, known: Label | None) -> Label | None:
    """Return the label of the field that a line heads which says no more than what happened on a day."""
    may = block.column is None and not block.aside and not block.rows
    label = (known or label_of(block.text)) if may else None
    role = _OF_DAYS.get(label.role) if label else None
    if label is None or role is None or not is_day_alone(block.text[label.rest :].strip()):
        return None
    rule = "structure: a day with words below it"
    return replace(label, role=role, is_strong=True, rule=rule)


def _has_words(blocks: Sequence[Block]) -> bool:
    words = sum(len(one.text.split()) for one in blocks if not is_furniture(one))
    return words >= _FEWEST_WORDS
