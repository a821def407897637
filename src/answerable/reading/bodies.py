"""The body of a record: its request, its response, and the facts that stand beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from answerable.reading.blocks import Block, Kind, after, of_words
from answerable.reading.days import day_in, is_day_alone
from answerable.reading.facts import FACTS, behind_outcome, outcomes_named, take_fact
from answerable.reading.heads import NO_FIELD, take_days
from answerable.reading.records import Record, beside, is_furniture
from answerable.reading.references import labelled_reference
from answerable.reading.vocabulary import Label, Role

_LONGEST_TITLE = 14
_LONGEST_RESULT = 6
QUESTION = ("question", "cwestiwn")
"""Words that label one question of several."""


def read_body(
    record: Record, blocks: Sequence[Block], labels: Mapping[int, Label], start: int, end: int
) -> None:
    """Share the blocks from the request on between request, response and the facts beside them."""
    if again := _asked_again(labels, start, end):
        _share_one_by_one(record, blocks, labels, again, range(start, end))
        return
    field_blocks = record.request
    taken: set[int] = set()
    backwards = range(end - 1, start - 1, -1)
    last = next((one for one in backwards if not is_furniture(blocks[one])), end)
    for place in range(start, end):
        block, label = blocks[place], labels.get(place)
        if label:
            _take_at(record, blocks, place, labels, taken)
        if place in taken:
            continue
        if label and _begins_field(record, label, is_first=place == start):
            field_blocks = record.response if label.role is Role.RESPONSE else record.request
            block = _without_fact(record, without_label(block, label), label)
        elif label and block.column == 0:
            block = without_label(block, label)
        if reason := block.aside or _left_at_end(record, blocks, labels, place, last):
            record.others.append((block, reason))
        elif block.runs or block.rows or block.kind in (Kind.PICTURE, Kind.BREAK):
            field_blocks.append(block)


def _take_at(
    record: Record,
    blocks: Sequence[Block],
    place: int,
    labels: Mapping[int, Label],
    taken: set[int],
) -> None:
    """Take what a label names that is neither asked nor answered, and note the places of it."""
    label, block = labels[place], blocks[place]
    if _take_fact_at(record, blocks, place, label, taken) or _take_head_at(
        record, blocks, place, labels, taken
    ):
        taken.add(place)
    if label.role is Role.OTHER and block.column == 0:
        left = [place, *beside(blocks, place)]
        record.others += [(blocks[one], NO_FIELD) for one in left]
        taken.update(left)


def _left_at_end(
    record: Record,
    blocks: Sequence[Block],
    labels: Mapping[int, Label],
    place: int,
    last: int,
) -> str | None:
    """Return why a record's last line, or the last but one, is no part of its answer: it tells days, or what came of it.

    "Received 7 June; closed 27 June" does, if nothing above told a day, and "Result" with "Some supplied" below it.
    """
    if not record.request or not record.response or place < last - 1:
        return None
    if place == last and not record.days and take_days(record, blocks[place].text):
        return NO_FIELD
    label = labels.get(last - 1)
    is_name = label is not None and label.role is Role.OUTCOME and label.is_strong
    is_alone = is_name and label is not None and label.rest >= len(blocks[last - 1].text)
    is_short = last not in labels and 0 < len(blocks[last].text.split()) <= _LONGEST_RESULT
    return NO_FIELD if is_alone and is_short and not blocks[last].rows else None


def _share_one_by_one(
    record: Record,
    blocks: Sequence[Block],
    labels: Mapping[int, Label],
    asked: Sequence[int],
    places: range,
) -> None:
    """Take questions that stand above their answers: both are read where they stand, and facts between them taken."""
    record.request += [blocks[place] for place in asked]
    taken: set[int] = set()
    for place in places:
        label = labels.get(place)
        if label and _take_fact_at(record, blocks, place, label, taken):
            taken.add(place)
    record.response += [blocks[place] for place in places if place not in taken]


def _asked_again(labels: Mapping[int, Label], start: int, end: int) -> list[int]:
    """Return where the questions of a record stand that are labelled one by one, with their answers between."""
    inside = [
        (place, labels[place])
        for place in range(start, end)
        if place in labels and labels[place].role not in FACTS
    ]
    known = all(label.role in (Role.REQUEST, Role.RESPONSE) for _, label in inside)
    asked = [place for place, label in inside if label.role is Role.REQUEST]
    is_each = [label.role for _, label in inside] == [Role.REQUEST, Role.RESPONSE] * len(asked)
    words = all(labels[place].words.lower().startswith(QUESTION) for place in asked)
    return asked if len(asked) > 1 and known and is_each and words else []


def _begins_field(record: Record, label: Label, *, is_first: bool) -> bool:
    """Return whether a label begins the request or, once, the response."""
    if label.role is Role.REQUEST:
        # Some print the answer first: then the request is what stands below it.
        return is_first or (label.is_strong and bool(record.response) and not record.request)
    return label.role is Role.RESPONSE and (is_first or not record.response)


def _take_head_at(
    record: Record,
    blocks: Sequence[Block],
    place: int,
    labels: Mapping[int, Label],
    taken: set[int],
) -> bool:
    """Take a reference or a title that stands below the request: at its foot, or between it and the answer."""
    label = labels[place]
    if not label.is_strong or label.role not in (Role.REF, Role.TITLE):
        return False
    block = blocks[place]
    cells = beside(blocks, place) if block.column == 0 else _below(blocks, labels, place)
    text = block.text[label.rest :].strip(" *_|") or (blocks[cells.start].text if cells else "")
    if label.role is Role.TITLE:
        over = _line_over(record, blocks, place)
        if (record.title and over is None) or not 0 < len(text.split()) <= _LONGEST_TITLE:
            return False
        if over is not None:
            record.others.append((over, NO_FIELD))
        record.title = text
    else:
        found = labelled_reference(text)
        if record.ref or not found or len(text[found[1] :].split()) > _LONGEST_TITLE:
            return False
        record.ref = found[0]
        if any(map(str.isalnum, text[found[1] :])):
            record.others.append((block, NO_FIELD))
    if cells and not block.text[label.rest :].strip(" *_|"):
        taken.add(cells.start)
    return True


def _line_over(record: Record, blocks: Sequence[Block], place: int) -> Block | None:
    """Return the line that was taken for a title, if a label tells another before anything was asked: then it only named the page."""
    if record.request or record.response:
        return None
    return next((one for one in blocks[:place] if one.text.strip() == record.title), None)


def _below(blocks: Sequence[Block], labels: Mapping[int, Label], place: int) -> range:
    """Return the place of the reference or title that stands right below its label, outside of any table."""
    label, text = labels[place], blocks[place].text
    is_name = label.role in (Role.REF, Role.TITLE) and label.rest >= len(text)
    is_free = place + 1 < len(blocks) and place + 1 not in labels
    return range(place + 1, place + 2 if is_name and is_free else place + 1)


def without_label(block: Block, label: Label) -> Block:
    """Return what stands behind the label in its block."""
    return of_words(block, after(block.runs, label.rest), kind=Kind.PARAGRAPH)


def _without_fact(record: Record, block: Block, label: Label) -> Block:
    """Return what stands behind the label of a field, without a fact: "Response 15-11-2016", "Response (not held) – letter.pdf"."""
    is_response = label.role is Role.RESPONSE
    if is_response and (end := behind_outcome(block.text)):
        take_fact(record, Role.OUTCOME, block.text[:end].strip(" ()\u2013\u2014:-"))
        return replace(block, runs=after(block.runs, end))
    if not is_day_alone(block.text.strip()):
        return block
    record.take_day(Role.ANSWERED if is_response else Role.ASKED, day_in(block.text))
    return replace(block, runs=())


def _take_fact_at(
    record: Record, blocks: Sequence[Block], place: int, label: Label, taken: set[int]
) -> bool:
    """Take a fact that stands behind its label, or in the cell beside it; an empty cell is taken too."""
    block = blocks[place]
    text = block.text[label.rest :].strip()
    if label.role not in FACTS:
        return False
    if not text and block.column is None:
        return _take_fact_below(record, blocks, place, label, taken)
    if text or block.column != 0:
        return bool(text) and take_fact(record, label.role, text)
    cells = beside(blocks, place)
    if not cells:
        return True
    if take_fact(record, label.role, blocks[cells.start].text):
        taken.add(cells.start)
        return True
    return False


def _take_fact_below(
    record: Record, blocks: Sequence[Block], place: int, label: Label, taken: set[int]
) -> bool:
    """Take the day, or the outcome, that stands alone below its name: "Date of decision" over "14 January 2020"."""
    below = blocks[place + 1].text.strip() if place + 1 < len(blocks) else ""
    is_outcome = label.role is Role.OUTCOME and bool(outcomes_named(below))
    if not label.is_strong or not (is_outcome or is_day_alone(below)):
        return False
    if not take_fact(record, label.role, below):
        return False
    taken.add(place + 1)
    return True
