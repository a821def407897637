"""Where the records of a log begin: without the heading of the whole log, and where something stands in them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from answerable.reading.blocks import Block, Kind
from answerable.reading.days import is_day_alone
from answerable.reading.facts import DAYS
from answerable.reading.letter_frame import any_salute, is_salute
from answerable.reading.letter_subjects import says_only_form
from answerable.reading.records import Sections, is_furniture
from answerable.reading.references import is_reference
from answerable.reading.vocabulary import Label, Role, current_vocabulary, label_of

_FEWEST_RECORDS = 2
_LONGEST_LINE = 14
_LONGEST_TITLE = 30
_FEWEST_FACTS = 2
_FACTS = (Role.REF, Role.ASKED, Role.RECEIVED, Role.ANSWERED)


def with_words_below(
    blocks: Sequence[Block], labels: Mapping[int, Label], anchors: Sequence[int]
) -> list[int]:
    """Return the anchors without the first if it heads the page: "FOI request detail", over the record's name and "You asked".

    Below such a line stand only what names the record, and lines as short as titles; no reference stands above it.
    """
    several = len(anchors) >= _FEWEST_RECORDS
    named = (
        any(label.role is Role.REF for place, label in labels.items() if place < anchors[0])
        if several
        else True
    )
    if named or not _only_names(blocks, labels, anchors[0], anchors[1]):
        return [*anchors]
    return [*anchors[1:]]


def _only_names(
    blocks: Sequence[Block], labels: Mapping[int, Label], anchor: int, end: int
) -> bool:
    label = labels[anchor]
    is_alone = blocks[anchor].column is None and label.rest >= len(blocks[anchor].text)
    if label.role is not Role.REQUEST or not is_alone:
        return False
    below = [place for place in range(anchor + 1, end) if not is_furniture(blocks[place])]
    names = any(place in labels and labels[place].role is Role.REF for place in below)
    return names and all(
        (place in labels and labels[place].role not in (Role.REQUEST, Role.RESPONSE))
        # A list of terms that lost its form has each of them in an item of its own: "Reference", "FOI 17/22 Ponds".
        or (not blocks[place].rows and _is_short(replace(blocks[place], kind=Kind.PARAGRAPH)))
        for place in below
    )


def _is_short(block: Block, *, longest: int = _LONGEST_LINE) -> bool:
    text = block.text.strip()
    is_line = block.kind in (Kind.PARAGRAPH, Kind.HEADING) and block.column is None
    return is_line and len(text.split()) <= longest and text[-1:] not in ".?:;"


def without_loose(labels: Mapping[int, Label], anchors: Sequence[int]) -> dict[int, Label]:
    """Return labels without the words for a request with which lines begin that head none: "Freedom of information requests in 2017"."""
    heads = {*anchors}
    return {
        place: label
        for place, label in labels.items()
        if label.is_strong or label.role is not Role.REQUEST or place in heads
    }


def behind_front(
    blocks: Sequence[Block], labels: Mapping[int, Label], anchors: list[int], starts: list[int]
) -> list[int]:
    """Return the starts without the heading of the whole log: it stands over the first record alone.

    Where each of the others has as many lines that no label tells, the first has one more.
    """
    heads = [_headings(blocks, labels, *span) for span in zip(starts, anchors, strict=True)]
    if len(heads) < _FEWEST_RECORDS or len({*map(len, heads[1:])}) > 1:
        return starts
    more = heads[0][: len(heads[0]) - len(heads[1])]
    is_title = bool(heads[1]) and not any(blocks[place].kind is Kind.HEADING for place in more)
    return starts if not more or is_title else [min(more[-1] + 1, anchors[0]), *starts[1:]]


def _headings(
    blocks: Sequence[Block], labels: Mapping[int, Label], start: int, anchor: int
) -> list[int]:
    """Return the places in a head of what no label tells to be its title."""
    return [
        place
        for place in range(start, anchor)
        if place not in labels and blocks[place].column is None and not is_furniture(blocks[place])
    ]


def title_on_top(blocks: Sequence[Block], labels: Mapping[int, Label]) -> int:
    """Return the place of the heading with which a document begins, or of the days above it; behind it all if it begins with none."""
    first = next((at for at, one in enumerate(blocks) if not is_furniture(one)), len(blocks))
    top = first
    while top < len(blocks) and _tells_day(blocks[top]):
        top += 1
    is_title = top < len(blocks) and top not in labels and blocks[top].kind is Kind.HEADING
    return first if is_title else len(blocks)


def tell_days(blocks: Sequence[Block]) -> bool:
    """Return whether lines tell days and nothing else."""
    return all(map(_tells_day, blocks))


def _tells_day(block: Block) -> bool:
    """Return whether a line tells what happened on a day, and nothing else: "Date responded 14 January 2031"."""
    label = label_of(block.text) if block.kind is Kind.PARAGRAPH else None
    return label is not None and label.role in DAYS and is_day_alone(block.text[label.rest :].strip())  # fmt: skip


def with_title_on_top(
    blocks: Sequence[Block], labels: Mapping[int, Label], anchors: Sequence[int]
) -> Sequence[Block]:
    """Return the blocks of a single record with the line on top as a heading, if it may be its title."""
    first = next((at for at, one in enumerate(blocks) if not is_furniture(one)), len(blocks))
    if len(anchors) != 1 or first >= anchors[0] or first in labels:
        return blocks
    top = blocks[first]
    # A title is long only where a line below it says no more than what the page is.
    is_over_form = first + 1 < anchors[0] and says_only_form(blocks[first + 1].text)
    longest = _LONGEST_TITLE if is_over_form else _LONGEST_LINE
    may = top.kind is Kind.PARAGRAPH and _is_short(top, longest=longest) and not is_salute(top)
    if not may or says_only_form(top.text):
        return blocks
    return [*blocks[:first], replace(top, kind=Kind.HEADING), *blocks[first + 1 :]]


def is_labelled(sections: Sections) -> bool:
    """Return whether lines of their own head the request and the response of the only record, below labels of its facts.

    Where days of both stand above what is asked, no line needs to head it.
    """
    if len(sections.records) != 1:
        return False
    blocks = sections.blocks
    strong = {place: label for place, label in sections.labels.items() if label.is_strong}
    if _greets_in_request(sections, strong):
        return True
    if sections.records[0].ref is None:
        return _heads_both(sections, strong)
    alone = [
        label.role
        for place, label in sections.labels.items()
        if _stands_alone(blocks[place], label)
    ]
    if alone.count(Role.RESPONSE) != 1:
        return False
    if Role.REQUEST in alone:
        return sum(role in _FACTS for role in alone) >= _FEWEST_FACTS
    told = {
        label.role for place, label in strong.items() if is_day_alone(_behind(blocks[place], label))
    }
    is_dated = Role.ANSWERED in told and bool(told & {Role.ASKED, Role.RECEIVED})
    return is_dated and bool(sections.records[0].request) and not any_salute(blocks)


def _greets_in_request(sections: Sections, strong: Mapping[int, Label]) -> bool:
    """Return whether lines of their own head the request and the response, once each, and the first greeting stands right below the former: the letter is what was asked."""
    blocks = sections.blocks
    heads = [
        place
        for place, label in strong.items()
        if label.begins_part and _stands_alone(blocks[place], label)
    ]
    if [strong[place].role for place in heads] != [Role.REQUEST, Role.RESPONSE]:
        return False
    first = next((place for place, block in enumerate(blocks) if is_salute(block)), None)
    return (
        first is not None
        and not any(block.text.strip() for block in blocks[heads[0] + 1 : first])
        and first > heads[0]
    )


def _heads_both(sections: Sections, strong: Mapping[int, Label]) -> bool:
    """Return whether lines that are set out head the request, and then the response, once each, of a page that greets nobody and offers no remedy."""
    blocks = sections.blocks
    heads = [
        label.role
        for place, label in strong.items()
        if label.begins_part
        and label.rest >= len(blocks[place].text)
        and (blocks[place].kind is Kind.HEADING or blocks[place].is_bold)
    ]
    # "Information released" may head what came with the response.
    is_told = heads[:2] == [Role.REQUEST, Role.RESPONSE] and heads.count(Role.REQUEST) == 1
    if not is_told or any_salute(blocks):
        return False
    complains = current_vocabulary().phrases["letter.complained"].search
    return not any(complains(block.text) for block in blocks)


def _stands_alone(block: Block, label: Label) -> bool:
    """Return whether a label fills its line, but for a heading's number or day: "Request 4512", "Response 04-08-2031"."""
    if label.is_strong and label.rest >= len(block.text):
        return True
    if not label.begins_part or block.kind is not Kind.HEADING:
        return False
    rest = _behind(block, label)
    return is_day_alone(rest) or is_reference(rest, is_labelled=True)


def _behind(block: Block, label: Label) -> str:
    return block.text[label.rest :].strip()
