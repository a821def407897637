"""Blocks into the parts of a log: what stands before the entries, and each entry's fields."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from answerable.domain.decisions import OUTCOME_WORDS, Outcome
from answerable.domain.law.citations import citations
from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind, after
from answerable.reading.vocabulary import (
    BACK_TO_TOP,
    MONTHS,
    PAGE_NUMBER,
    REF_PATTERN,
    Label,
    Role,
    label_of,
)

_LONGEST_HEAD = 12
_LONGEST_TITLE = 30
_LONGEST_LOOSE_TITLE = 14
_MONTH_ALONE = re.compile(rf"(?:{'|'.join(MONTHS)})\.? \d{{4}}", re.IGNORECASE)


@dataclass(slots=True)
class Record:
    """The fields of one entry as they stand on the page; `head` is what stands over its request."""

    start: int
    ref: str | None = None
    title: str = ""
    received_on: dt.date | None = None
    answered_on: dt.date | None = None
    stated: list[Outcome] = field(default_factory=list)
    cited: list[str] = field(default_factory=list)
    head: list[Block] = field(default_factory=list)
    request: list[Block] = field(default_factory=list)
    response: list[Block] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sections:
    """A log's blocks, parted: `front` is what stands before the first record."""

    front: tuple[Block, ...]
    records: tuple[Record, ...]


def sections_of(blocks: Sequence[Block]) -> Sections:
    """Return the front matter and the records of a log's blocks."""
    labels = _labels(blocks)
    anchors = _anchors(blocks, labels)
    starts = _starts(blocks, labels, anchors)
    ends = [*starts[1:], len(blocks)][: len(starts)]
    front = tuple(blocks[: starts[0]]) if starts else tuple(blocks)
    records = [_record(blocks, labels, start, end) for start, end in zip(starts, ends, strict=True)]
    return Sections(front, tuple(records))


def is_furniture(block: Block) -> bool:
    """Return whether a block only frames the page: "Back to top", a page number, a drawn line."""
    text = block.text.strip()
    if block.kind in (Kind.PICTURE, Kind.BREAK):
        return True
    is_number = PAGE_NUMBER.fullmatch(text) is not None and block.kind is not Kind.ITEM
    return bool(BACK_TO_TOP.fullmatch(text) or is_number) and not block.rows


_NUMBER_ALONE = re.compile(r"(?:no\.? ?)?\d{1,5}\.?\s*", re.IGNORECASE)


def _labels(blocks: Sequence[Block]) -> dict[int, Label]:
    """Find the blocks that begin with a label; weak ones only where the text has no table to hold them."""
    has_layout = any(block.column == 0 for block in blocks)
    labels = {}
    for place, block in enumerate(blocks):
        if block.kind in (Kind.TABLE, Kind.PICTURE, Kind.BREAK) or block.column == 1:
            continue
        label = label_of(block.text)
        if label is None or (block.kind is Kind.ITEM and not label.is_strong):
            continue
        if label.role is Role.REQUEST and _NUMBER_ALONE.fullmatch(block.text[label.rest :]):
            # "Request 12" heads a record; what was asked stands under another label.
            label = replace(label, role=Role.REF, is_strong=True)
        if block.column == 0 or label.is_strong or (not has_layout and _may_be_weak(block, label)):
            labels[place] = label
    return labels


def _may_be_weak(block: Block, label: Label) -> bool:
    rest = block.text[label.rest :]
    is_frame = label.role in (Role.REF, Role.REQUEST, Role.RESPONSE)
    return (
        is_frame
        and label.words[:1].isupper()
        and bool(re.match(r"[A-Z0-9(\"'\u201c\u2018•]", rest))
    )


def _anchors(blocks: Sequence[Block], labels: dict[int, Label]) -> list[int]:
    """Return where each record's request begins; or its response, where it prints no request."""
    anchors: list[int] = []
    heads = [place for place, label in labels.items() if label.role is Role.REF]
    last_response = last_request = -1
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
            if (
                label.is_strong
                or blocks[place].column == 0
                or _has_head(heads, last_response, place)
                or not heads
            ):
                anchors.append(place)
                last_request = place
    return anchors


def _has_head(heads: list[int], low: int, high: int) -> bool:
    place = bisect_right(heads, low)
    return place < len(heads) and heads[place] < high


def _starts(blocks: Sequence[Block], labels: dict[int, Label], anchors: list[int]) -> list[int]:
    starts = []
    floor = 0
    for anchor in anchors:
        starts.append(_start(blocks, labels, anchor, floor))
        floor = anchor + 1
    return starts


def _start(blocks: Sequence[Block], labels: dict[int, Label], anchor: int, floor: int) -> int:
    """Walk back from a request to where its record's head begins."""
    start = anchor
    for place in range(anchor - 1, max(floor, anchor - _LONGEST_HEAD) - 1, -1):
        block, label = blocks[place], labels.get(place)
        if label and label.role in (Role.REQUEST, Role.RESPONSE):
            break
        if label:
            start = place
            if label.role is Role.REF and _has_title(blocks, labels, place, anchor):
                break
        elif is_furniture(block):
            continue
        elif not _may_head(block):
            break
        elif block.kind is Kind.HEADING:
            start = place
            break
    if start == anchor or not _has_title(blocks, labels, start, anchor):
        above = start - 1
        if above >= floor and above not in labels and _may_be_title(blocks[above]):
            return above
    return start


def _may_be_title(block: Block) -> bool:
    """Return whether a line without a label may be the title over a record: short, and no sentence."""
    text = block.text.strip()
    if block.kind is Kind.HEADING:
        return True
    is_short = 0 < len(text.split()) <= _LONGEST_LOOSE_TITLE and text[-1:] not in ".?!:;,"
    is_plain = leading_label(text) is None and _MONTH_ALONE.fullmatch(text) is None
    return (
        block.kind is Kind.PARAGRAPH
        and block.column is None
        and is_short
        and is_plain
        and not is_furniture(block)
    )


def _may_head(block: Block) -> bool:
    words = block.text.split()
    return block.kind in (Kind.PARAGRAPH, Kind.HEADING) and len(words) <= _LONGEST_TITLE


def _has_title(blocks: Sequence[Block], labels: dict[int, Label], start: int, anchor: int) -> bool:
    record = Record(start)
    _read_head(record, blocks, labels, start, anchor)
    return bool(record.title)


def _record(blocks: Sequence[Block], labels: dict[int, Label], start: int, end: int) -> Record:
    record = Record(blocks[start].start)
    anchor = next(
        place
        for place in range(start, end)
        if place in labels and labels[place].role in (Role.REQUEST, Role.RESPONSE)
    )
    _read_head(record, blocks, labels, start, anchor)
    record.head = list(blocks[start:anchor])
    _read_body(record, blocks, labels, anchor, end)
    record.title = record.title or _title_of_request(record)
    return record


def _title_of_request(record: Record) -> str:
    """Return the first words of a request whose entry prints no title."""
    text = next((block.text for block in record.request if block.text.strip()), "")
    label = leading_label(text)
    words = text[label.end if label else 0 :].split()
    short = " ".join(words[:_LONGEST_LOOSE_TITLE])
    return f"{short} …" if len(words) > _LONGEST_LOOSE_TITLE else short


def _read_head(
    record: Record, blocks: Sequence[Block], labels: dict[int, Label], start: int, end: int
) -> None:
    """Read the reference, the title and the dates that stand over a request."""
    titles: list[str] = []
    role: Role | None = None
    for place in range(start, end):
        block, label = blocks[place], labels.get(place)
        role = label.role if label else role
        text = BACK_TO_TOP.sub("", block.text[label.rest :] if label else block.text).strip(
            " |*_\t"
        )
        if not text:
            continue
        if role in _FACTS and _take_fact(record, role, text):
            text = ""
        elif role in (Role.REF, None) and record.ref is None:
            text = _without_title_label(_take_ref(record, text, is_labelled=role is Role.REF))
        if text and role is Role.TITLE:
            titles = [text]
        elif text:
            titles.append(text)
        # "Ref", the title, and only then the number: the label still waits for it.
        role = role if role is Role.REF and record.ref is None else None
    record.title = " ".join(titles).strip(" *_")


def _without_title_label(text: str) -> str:
    label = label_of(text)
    return text[label.rest :] if label and label.role is Role.TITLE and label.is_strong else text


_FACTS = (Role.RECEIVED, Role.ANSWERED, Role.OUTCOME, Role.EXEMPTION)
_REF_IN_HEADING = re.compile(
    r"^(?:[Rr]ef(?:erence)?(?: no\.?| number)?[:.\s]+)?"
    r"(?P<first>[A-Z]{0,6}[-/_ ]?(?=[A-Z0-9/_.-]*\d{3})[A-Z0-9]+(?:[-/_.][A-Z0-9]+)*)\s*(?:[:|]|\s[–—-]\s|$)"
    r"|\s*[\[(](?:[Rr]ef(?:erence)?[:.\s]*)?(?P<last>[A-Z0-9]*\d[A-Z0-9/_.-]*\d)[\])]$"
)


def _take_ref(record: Record, text: str, *, is_labelled: bool) -> str:
    """Take the reference out of a head's line, and return what is left of it."""
    found = REF_PATTERN.match(text) if is_labelled else _REF_IN_HEADING.search(text)
    if found:
        ref = found.group() if is_labelled else found["first"] or found["last"]
        record.ref = ref.strip(" .:-")
        return (text[: found.start()] + text[found.end() :]).strip(" :|–—-")
    if is_labelled and len(text.split()) == 1 and any(one.isdigit() for one in text):
        record.ref = text
        return ""
    return text


def _read_body(
    record: Record, blocks: Sequence[Block], labels: dict[int, Label], start: int, end: int
) -> None:
    """Share the blocks from the request on between request, response and the facts beside them."""
    field_blocks = record.request
    taken: set[int] = set()
    for place in range(start, end):
        block, label = blocks[place], labels.get(place)
        if label and _take_fact_at(record, blocks, place, label, taken):
            taken.add(place)
        if place in taken:
            continue
        if label and _begins_field(record, label, is_first=place == start):
            field_blocks = record.response if label.role is Role.RESPONSE else record.request
            block = _without_label(block, label)
        elif label and block.column == 0:
            block = _without_label(block, label)
        if block.runs or block.rows or block.kind in (Kind.PICTURE, Kind.BREAK):
            field_blocks.append(block)


def _begins_field(record: Record, label: Label, *, is_first: bool) -> bool:
    """Return whether a label begins the request or, once, the response."""
    if label.role is Role.REQUEST:
        return is_first
    return label.role is Role.RESPONSE and (is_first or not record.response)


def _without_label(block: Block, label: Label) -> Block:
    return replace(block, runs=after(block.runs, label.rest), kind=Kind.PARAGRAPH)


def _take_fact_at(
    record: Record, blocks: Sequence[Block], place: int, label: Label, taken: set[int]
) -> bool:
    """Take a fact that stands behind its label, or in the cell beside it; an empty cell is taken too."""
    block = blocks[place]
    text = block.text[label.rest :].strip()
    if label.role not in _FACTS:
        return False
    if text or block.column != 0:
        return bool(text) and _take_fact(record, label.role, text)
    beside = blocks[place + 1] if place + 1 < len(blocks) else None
    if beside is None or beside.column != 1:
        return True
    if _take_fact(record, label.role, beside.text):
        taken.add(place + 1)
        return True
    return False


_DAY = re.compile(
    r"\b(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<name>[A-Za-z]{3,9})\.?,?\s+(?P<year>\d{4})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})|(?P<numbers>\d{1,2}[/.]\d{1,2}[/.]\d{2,4}))"
)


def day_in(text: str) -> dt.date | None:
    """Return the first day that a text names, the British way round, or None."""
    found = _DAY.search(text)
    if found is None:
        return None
    try:
        if found["iso"]:
            return dt.date.fromisoformat(found["iso"])
        if found["numbers"]:
            day, month, year = (int(part) for part in re.split(r"[/.]", found["numbers"]))
            return dt.date(year + 2000 if year < 100 else year, month, day)  # noqa: PLR2004 two digits
        return dt.date(int(found["year"]), MONTHS[found["name"].lower()], int(found["day"]))
    except (KeyError, ValueError):
        return None


_OUTCOME_OF_WORDS = {words: outcome for outcome, words in OUTCOME_WORDS.items()} | {
    "disclosed in full": Outcome.DISCLOSED,
    "full disclosure": Outcome.DISCLOSED,
    "granted": Outcome.DISCLOSED,
    "granted in full": Outcome.DISCLOSED,
    "all information disclosed": Outcome.DISCLOSED,
    "information disclosed": Outcome.DISCLOSED,
    "partial disclosure": Outcome.PART_DISCLOSED,
    "part disclosure": Outcome.PART_DISCLOSED,
    "partially disclosed": Outcome.PART_DISCLOSED,
    "granted in part": Outcome.PART_DISCLOSED,
    "partially withheld": Outcome.PART_DISCLOSED,
    "refused": Outcome.WITHHELD,
    "refused in full": Outcome.WITHHELD,
    "withheld in full": Outcome.WITHHELD,
    "exempt": Outcome.WITHHELD,
    "no information held": Outcome.NOT_HELD,
    "information not held": Outcome.NOT_HELD,
    "cost limit": Outcome.COST_LIMIT,
    "cost limit exceeded": Outcome.COST_LIMIT,
    "withdrawn": Outcome.LAPSED,
    "lapsed": Outcome.LAPSED,
    "information already available": Outcome.ELSEWHERE,
    "publicly available": Outcome.ELSEWHERE,
}


def outcomes_named(text: str) -> list[Outcome]:
    """Return the outcomes that a line such as "Disclosed; not held" names, or an empty list."""
    named = [_OUTCOME_OF_WORDS.get(part.strip(" .").lower()) for part in re.split(r"[;,/]", text)]
    return [outcome for outcome in named if outcome] if all(named) else []


def _take_fact(record: Record, role: Role, text: str) -> bool:
    """Take a date, an outcome or an exemption that is printed beside a label; say whether it was one."""
    day = day_in(text)
    if role is Role.RECEIVED and day:
        record.received_on = record.received_on or day
    elif role is Role.ANSWERED and day:
        record.answered_on = record.answered_on or day
    elif role is Role.OUTCOME and outcomes_named(text):
        record.stated += outcomes_named(text)
    elif role is Role.EXEMPTION and (found := [cited for _, cited in citations(f"section {text}")]):
        record.cited += found
    else:
        return False
    return True
