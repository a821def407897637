"""Records in running text: a paragraph for each, that says what was asked and what was replied."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answerable.reading.blocks import Block, Kind, after
from answerable.reading.completing import complete
from answerable.reading.days import day_in
from answerable.reading.documents import Explained
from answerable.reading.heads import NO_FIELD
from answerable.reading.items import cut_at
from answerable.reading.records import Record, Sections, is_furniture
from answerable.reading.references import labelled_reference, reference_within
from answerable.reading.request_titles import title_of_request
from answerable.reading.vocabulary import Role, current_vocabulary

_FEWEST = 2
_LONGEST_HEAD = 30
_LONGEST = 6_000
_SENTENCE = re.compile(r"(?:(?<=[.?!:;)\u2013\u2014-])\s+|^)(?=\S)")
# "Asked on 7 June 2023:", "We replied (12/05/2023) that …".
_BEHIND = re.compile(
    r"\s*(?:on\s+|\()?(?P<day>[^:.?()]{0,24}?\d{4})?\)?\s*(?:[:,\u2013-]\s*|that\s+|\s)"
)
_EDGES = " .,:;|()\u2013\u2014-"


@dataclass(frozen=True, slots=True)
class _Told:
    """Where a paragraph says what was asked and what was replied, and where the words of both begin."""

    block: Block
    asked: int
    request: int
    replied: int
    response: int


def paragraph_sections(blocks: Sequence[Block]) -> Sections | None:
    """Return a record for each paragraph that says what was asked and then what was replied; None unless most long ones do."""
    told = {place: one for place, block in enumerate(blocks) if (one := _told(block))}
    prose = sum(len(block.text.split()) > _LONGEST_HEAD for block in blocks if not block.rows)
    missed = prose - sum(len(one.block.text.split()) > _LONGEST_HEAD for one in told.values())
    if len(told) < _FEWEST or missed > len(told) // 2:
        return None
    front: list[Block] = []
    records: list[Record] = []
    for place, block in enumerate(blocks):
        if place in told:
            records.append(_record(told[place]))
        elif records:
            records[-1].others += [] if is_furniture(block) else [(block, NO_FIELD)]
        else:
            front.append(block)
    _take_references(records)
    rule = f"structure: a paragraph that says what was asked and what was replied, {len(records)} in all → record"
    rules = [
        Explained(one.block.start, one.block.end, one.block.text[:60], rule)
        for one in told.values()
    ]
    return Sections(tuple(front), tuple(records), rules=tuple(rules))


def _told(block: Block) -> _Told | None:
    is_text = block.kind in (Kind.PARAGRAPH, Kind.ITEM) and not block.aside and not block.rows
    says = current_vocabulary().says
    if not is_text or len(block.text) > _LONGEST:
        return None
    if not (says("log.asked", block.text) and says("log.replied", block.text)):
        return None
    asked = _phrase(block.text, "log.asked", 0)
    if asked is None or len(block.text[: asked[0]].split()) > _LONGEST_HEAD:
        return None
    replied = _phrase(block.text, "log.replied", asked[1])
    if replied is None or not block.text[asked[1] : replied[0]].strip(_EDGES):
        return None
    is_whole = bool(block.text[replied[1] :].strip(_EDGES))
    return _Told(block, *asked, *replied) if is_whole else None


def _phrase(text: str, kind: str, begin: int) -> tuple[int, int] | None:
    """Return where a sentence begins with a phrase of a kind, and where the words behind it and its day begin."""
    known = current_vocabulary().phrases[kind]
    for start in (one.end() for one in _SENTENCE.finditer(text, begin)):
        found = known.match(text, start)
        behind = _BEHIND.match(text, found.end()) if found else None
        if behind:
            return start, behind.end()
    return None


def _record(told: _Told) -> Record:
    block, text = told.block, told.block.text
    places = [place for place in (told.asked, told.replied) if place]
    *heads, asked, replied = cut_at(block, places)
    record = Record(block.start)
    record.head = heads
    record.title = text[: told.asked].strip(_EDGES)
    record.take_day(Role.RECEIVED, day_in(text[told.asked : told.request]))
    record.take_day(Role.ANSWERED, day_in(text[told.replied : told.response]))
    record.request = [_bare(asked, told.request - told.asked)]
    record.response = [_bare(replied, told.response - told.replied)]
    return record


def _bare(block: Block, length: int) -> Block:
    return replace(block, runs=after(block.runs, length), kind=Kind.PARAGRAPH, marker=None)


def _take_references(records: Sequence[Record]) -> None:
    """Take the references out of what stands in front of the requests, if each record has one of its own."""
    found = [_reference(record.title) for record in records]
    refs = {one[0] for one in found if one}
    are_each = len(refs) == len(records)
    for record, one in zip(records, found, strict=True):
        if one and are_each:
            record.ref = one[0]
            record.title = f"{record.title[: one[1]]} {record.title[one[2] :]}".strip(_EDGES)
        complete(record)
        record.title = record.title or title_of_request(record)


def _reference(head: str) -> tuple[str, int, int] | None:
    if begun := labelled_reference(head):
        return begun[0], 0, begun[1]
    return reference_within(head)
