"""Blocks into the parts of a log: what stands before the entries, and each entry's fields."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from answerable.domain.questions import leading_label
from answerable.reading.answered_first import answered_above, answered_first, are_listed
from answerable.reading.blocks import Block, Kind
from answerable.reading.bodies import QUESTION, read_body
from answerable.reading.completing import complete, look
from answerable.reading.days import is_day_alone, is_month_alone
from answerable.reading.facts import FACTS, take_fact
from answerable.reading.framing import framed
from answerable.reading.heads import read_head
from answerable.reading.items import asks
from answerable.reading.labelling import cut_at_labels, labels_of
from answerable.reading.letter_subjects import says_only_form
from answerable.reading.numbered_heads import numbered_heads
from answerable.reading.question_rows import with_question_rows
from answerable.reading.record_starts import (
    behind_front,
    tell_days,
    title_on_top,
    with_title_on_top,
    with_words_below,
    without_loose,
)
from answerable.reading.records import Record, Sections, is_furniture
from answerable.reading.references import reference_in_heading
from answerable.reading.request_titles import title_of_request
from answerable.reading.sheets import QUESTION_ROW
from answerable.reading.titles_with_references import part_references
from answerable.reading.vocabulary import Label, Role

__all__ = ["Record", "Sections", "is_furniture", "sections_by", "sections_of"]

_LONGEST_HEAD = 12
_FEWEST_RECORDS = 2
_LONGEST_TITLE = 30
_LONGEST_LOOSE_TITLE = 14


def sections_of(blocks: Sequence[Block]) -> Sections:
    """Return the front matter and the records of a log's blocks, by the words of its labels."""
    blocks, asked = with_question_rows(cut_at_labels(blocks))
    return sections_by(blocks, framed(blocks, {**labels_of(blocks), **asked}))


def sections_by(blocks: Sequence[Block], labels: dict[int, Label]) -> Sections:
    """Return the front matter and the records of blocks whose labels are known by their places."""
    labels = dict(sorted({**labels, **numbered_heads(blocks, labels)}.items()))
    anchors = with_words_below(blocks, labels, _anchors(blocks, labels))
    labels = without_loose(labels, anchors)
    blocks = with_title_on_top(blocks, labels, anchors)
    heads = _Heads(blocks, labels)
    starts = behind_front(blocks, labels, anchors, _starts(heads, anchors))
    if len(starts) == 1:
        top = title_on_top(blocks, labels)
        is_higher = not heads.has_title(starts[0], anchors[0]) or tell_days(blocks[top : starts[0]])
        starts = [min(starts[0], top)] if is_higher else starts
    ends = [*starts[1:], len(blocks)][: len(starts)]
    front = tuple(blocks[: starts[0]]) if starts else tuple(blocks)
    records = [_record(heads, start, end) for start, end in zip(starts, ends, strict=True)]
    part_references(records)
    if len(records) > 1 and _is_empty(records[0]):
        # A heading that names a request, over the list of its facts, begins none.
        front, records = tuple(blocks[: starts[1]]), records[1:]
    return Sections(front, tuple(records), tuple(blocks), labels)


def _is_empty(record: Record) -> bool:
    told = record.ref or record.title or record.days or record.stated
    return not (told or record.request or record.response)


@dataclass(frozen=True, slots=True)
class _Heads:
    """The heads of a log's records, each read once: whether one has a title tells where its record begins."""

    blocks: Sequence[Block]
    labels: dict[int, Label]
    read: dict[tuple[int, int], Record] = field(default_factory=dict)

    def between(self, start: int, end: int) -> Record:
        """Return a record with what its head tells that stands between two places."""
        if (start, end) not in self.read:
            record = self.read[start, end] = Record(self.blocks[start].start)
            read_head(record, self.blocks, self.labels, start, end)
        return self.read[start, end]

    def has_title(self, start: int, anchor: int) -> bool:
        """Return whether a title stands in the head that begins at a place, above what is asked there."""
        return bool(self.title(start, anchor))

    def title(self, start: int, anchor: int) -> str:
        """Return the title that stands there; nothing if none does."""
        return self.between(start, self.asked_above(start, anchor)).title

    def asked_above(self, start: int, anchor: int) -> int:
        """Return where the request begins that stands above its response without a label; the anchor if none does."""
        blocks, labels = self.blocks, self.labels
        label = labels.get(anchor)
        if label is None or label.role is not Role.RESPONSE or blocks[anchor].column is not None:
            return anchor
        edge = _above_facts(labels, anchor, start)
        place = edge
        while place - 1 > start and place - 1 not in labels and _may_ask(blocks[place - 1]):
            place -= 1
        asked = blocks[place:edge]
        if not any(asks(one.text) for one in asked) and not are_listed(asked):
            return anchor if asked and not self.has_title(start, place) else place
        is_titled = len(asked) > 1 and not self.has_title(start, place)
        return place + 1 if is_titled and _stands_over(asked[0], asked[1]) else place


def _anchors(blocks: Sequence[Block], labels: dict[int, Label]) -> list[int]:
    """Return where each record's request begins; or its response, where it prints no request, or prints it first."""
    if found := answered_first(labels) or answered_above(blocks, labels):
        return found
    anchors: list[int] = []
    heads = [place for place, label in labels.items() if label.role is Role.REF]
    last_response = last_request = -1
    is_headed = len(heads) >= _FEWEST_RECORDS
    for place, label in labels.items():
        if label.role is Role.RESPONSE:
            if last_response < last_request:
                last_response = place
            elif _has_head(heads, last_response, place):
                anchors.append(place)
                last_request = last_response = place
        elif label.role is Role.REQUEST:
            if (
                anchors
                and last_response < last_request
                and not _has_head(heads, last_request, place)
            ):
                continue
            is_row = label.words == QUESTION_ROW
            if (is_headed or is_row) and _asks_again(blocks, label, last_response, place, heads):
                continue
            if (
                label.is_strong
                or blocks[place].column == 0
                or _has_head(heads, last_response, place)
                or not heads
            ):
                anchors.append(place)
                last_request = place
    return anchors


def _asks_again(
    blocks: Sequence[Block], label: Label, low: int, place: int, heads: list[int]
) -> bool:
    """Return whether "Question" begins another question of a record: no head parts it from the answer above."""
    is_question = label.words.lower().startswith(QUESTION)
    is_apart = low < 0 or _has_head(heads, low, place)
    return (
        is_question
        and not is_apart
        and not any(block.kind is Kind.HEADING for block in blocks[low + 1 : place])
    )


def _are_footed(labels: dict[int, Label], anchors: list[int]) -> bool:
    """Return whether references stand at the feet of records: below the last, and above the first none."""
    refs = [place for place, label in labels.items() if label.role is Role.REF]
    return bool(anchors) and bool(refs) and refs[0] > anchors[0] and refs[-1] > anchors[-1]


def _has_head(heads: list[int], low: int, high: int) -> bool:
    place = bisect_right(heads, low)
    return place < len(heads) and heads[place] < high


def _starts(heads: _Heads, anchors: list[int]) -> list[int]:
    blocks, labels = heads.blocks, heads.labels
    starts: list[int] = []
    floor = 0
    is_footed = _are_footed(labels, anchors)
    first = next(iter(labels.values()), None)
    from_ref = first is not None and first.role is Role.REF
    roles = [label.role for label in labels.values() if label.role in (Role.REF, Role.RESPONSE)]
    is_answered_once = roles == [Role.REF, Role.RESPONSE] * (len(roles) // 2)
    for anchor in anchors:
        if is_footed and starts:
            floor = _behind_foot(labels, floor, anchor)
        start = _start(heads, anchor, floor, from_ref=from_ref)
        if from_ref and is_answered_once and labels[anchor].role is Role.RESPONSE:
            start = min(start, _only_reference(blocks, labels, floor, anchor))
        starts.append(start if is_footed else _with_ref_above(blocks, labels, start, floor))
        floor = anchor + 1
    return starts


def _only_reference(
    blocks: Sequence[Block], labels: dict[int, Label], floor: int, anchor: int
) -> int:
    """Return the place of the one reference above a response; that of the response if there is none, or several."""
    refs = [place for place in range(floor, anchor) if _is_reference(labels.get(place))]
    return refs[0] if len(refs) == 1 and blocks[refs[0]].column is None else anchor


def _is_reference(label: Label | None) -> bool:
    return label is not None and label.role is Role.REF


def _above_facts(labels: dict[int, Label], anchor: int, start: int) -> int:
    """Return the place below which only days stand above a response: "Response date: 3 May" over "Response:"."""
    edge = anchor
    while edge - 1 > start and _is_fact(labels.get(edge - 1)):
        edge -= 1
    return edge


def _behind_foot(labels: dict[int, Label], floor: int, anchor: int) -> int:
    feet = (place for place in range(anchor - 1, floor - 1, -1) if place in labels)
    foot = next((place for place in feet if labels[place].role is Role.REF), None)
    return floor if foot is None else foot + 1


def _start(heads: _Heads, anchor: int, floor: int, *, from_ref: bool) -> int:
    """Walk back from a request to where its record's head begins.

    `from_ref` says that the first record's first label is its reference: what is stated above one ends a record.
    """
    blocks, labels = heads.blocks, heads.labels
    start = anchor
    for place in range(anchor - 1, max(floor, anchor - _LONGEST_HEAD) - 1, -1):
        block, label = blocks[place], labels.get(place)
        if _is_asked(label) or (from_ref and _ends_above(label, labels.get(start))):
            break
        if label:
            start = place
            if label.role is Role.REF and (title := heads.title(place, anchor)):
                return _above_reference(blocks, labels, start, floor, title)
        elif is_furniture(block):
            continue
        elif not _may_head(block, below=blocks[anchor]):
            break
        elif block.kind in (Kind.HEADING, Kind.ITEM):
            start = place
            break
    if start == anchor or not heads.has_title(start, anchor):
        above = _above_form(blocks, start, floor)
        if (
            above >= floor
            and above not in labels
            and _may_be_title(blocks[above], below=blocks[anchor])
        ):
            return above
    return start


def _above_form(blocks: Sequence[Block], start: int, floor: int) -> int:
    """Return the place above a record's head, and above what only says what stands below: "Information request and response"."""
    above = start - 1
    while above > floor and says_only_form(blocks[above].text):
        above -= 1
    return above


def _with_ref_above(
    blocks: Sequence[Block], labels: dict[int, Label], start: int, floor: int
) -> int:
    """Return the place of a reference right above the heading with which a record seems to begin, or its own."""
    above = start - 1
    while above >= floor and (is_furniture(blocks[above]) or _is_fact(labels.get(above))):
        above -= 1
    label = labels.get(above) if above >= floor else None
    is_apart = label is not None and label.role is Role.REF and blocks[above].column is None
    return above if is_apart and blocks[start].kind is Kind.HEADING else start


def _above_reference(
    blocks: Sequence[Block], labels: dict[int, Label], start: int, floor: int, title: str
) -> int:
    """Return where a record begins whose reference has a title below it: there, or at what stands above and heads it."""
    if not title.endswith("."):
        return _with_day(blocks, labels, start, floor)
    # A sentence is hardly a title: what the record is about stands over its facts, if a heading does.
    above = start - 1
    while above >= floor and (is_furniture(blocks[above]) or _states(labels.get(above))):
        above -= 1
    is_heading = above >= floor and above not in labels and blocks[above].kind is Kind.HEADING
    return above if is_heading else start


def _states(label: Label | None) -> bool:
    return _is_fact(label) or (label is not None and label.role is Role.OTHER)


def _is_asked(label: Label | None) -> bool:
    return label is not None and label.role in (Role.REQUEST, Role.RESPONSE)


def _ends_above(label: Label | None, first: Label | None) -> bool:
    """Return whether something is stated right above a reference: it is the last of the record before."""
    return _states(label) and first is not None and first.role is Role.REF


def _is_fact(label: Label | None) -> bool:
    return label is not None and label.role in FACTS


def _with_day(blocks: Sequence[Block], labels: dict[int, Label], start: int, floor: int) -> int:
    """Return the place of a day alone right above a reference, or that of the reference."""
    above = start - 1
    is_free = above >= floor and above not in labels and blocks[above].column is None
    return above if is_free and is_day_alone(blocks[above].text) else start


def _may_be_title(block: Block, *, below: Block) -> bool:
    """Return whether a line without a label may be the title over a record: short, and no sentence."""
    text = block.text.strip()
    if block.kind is Kind.HEADING:
        return True
    is_short = 0 < len(text.split()) <= _LONGEST_LOOSE_TITLE and text[-1:] not in ".?!:;,"
    label = leading_label(text)
    # "3. Parking (FOI 17/22)" counts the records.
    counts = label is not None and reference_in_heading(text[label.end :]) is not None
    is_plain = (label is None or counts) and not is_month_alone(text)
    return (
        (block.kind is Kind.PARAGRAPH or _is_item_over(block, below))
        and block.column is None
        and is_short
        and is_plain
        and not is_furniture(block)
    )


def _may_head(block: Block, *, below: Block) -> bool:
    is_line = block.kind in (Kind.PARAGRAPH, Kind.HEADING) or _is_item_over(block, below)
    return is_line and len(block.text.split()) <= _LONGEST_TITLE


def _is_item_over(block: Block, below: Block) -> bool:
    """Return whether a list's item has another below it, in a list of its own."""
    return block.kind is Kind.ITEM and below.kind is Kind.ITEM and block.level < below.level


def _record(heads: _Heads, start: int, end: int) -> Record:
    blocks, labels = heads.blocks, heads.labels
    anchor = next(
        place
        for place in range(start, end)
        if place in labels and labels[place].role in (Role.REQUEST, Role.RESPONSE)
    )
    asked = heads.asked_above(start, anchor)
    record = heads.between(start, asked)
    record.head = list(blocks[start:asked])
    for place in range(asked, anchor):
        label = labels.get(place)
        if not (label and take_fact(record, label.role, blocks[place].text[label.rest :])):
            record.request.append(blocks[place])
    read_body(record, blocks, labels, anchor, end)
    complete(record)
    record.title = record.title or title_of_request(record)
    return record


def _stands_over(block: Block, below: Block) -> bool:
    """Return whether a line names what is asked below it: no sentence, no question, and otherwise set."""
    is_line = block.kind is Kind.PARAGRAPH and _may_be_title(block, below=below)
    return is_line and not asks(block.text) and look(block) != look(below)


def _may_ask(block: Block) -> bool:
    return block.kind in (Kind.PARAGRAPH, Kind.ITEM) and not is_day_alone(block.text)
