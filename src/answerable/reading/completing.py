"""What a record's request and response tell of its other fields, where nothing else does."""

import re
from dataclasses import replace

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind, after
from answerable.reading.heads import NO_FIELD
from answerable.reading.records import Record
from answerable.reading.references import reference_in_heading
from answerable.reading.vocabulary import current_vocabulary

_LONGEST = 14
_LONGEST_FOOT = 12
_BRACKETS = " \t([{)]}.|\u2013\u2014-"
_LETTERS = re.compile(r"[A-Za-z]")


def complete(record: Record) -> None:
    """Part questions from answers that stand in one field, and take the reference that heads or ends a record's text."""
    if not record.response:
        _part(record)
    while len(record.response) > 1 and record.response[-1].kind is Kind.HEADING:
        # It heads what stands at the record's foot: "About this release".
        record.others.append((record.response.pop(), NO_FIELD))
    if record.ref is None:
        _take_first(record)
    if record.ref is None:
        _take_last(record)


def _part(record: Record) -> None:
    """Take as the response a request in which questions and answers follow each other, each with its label."""
    labels = [leading_label(block.text) for block in record.request]
    if sum(label is not None and label.is_answer for label in labels) == 0:
        return
    asked = [
        block
        for block, label in zip(record.request, labels, strict=True)
        if label is not None and not label.is_answer
    ]
    if asked:
        record.request, record.response = asked, record.request


def _take_first(record: Record) -> None:
    """Take the reference, and the title, in a line above what was asked: "Request | FOI 17/22 – Parking | How many …"."""
    first = record.request[0] if record.request else None
    if first is None or first.kind is Kind.TABLE or len(first.text.split()) > _LONGEST:
        return
    found = reference_in_heading(first.text)
    if found is None or found[1] or not _LETTERS.search(found[0]):
        return
    record.ref = found[0]
    rest = first.text[found[2] :].strip(_BRACKETS)
    if len(record.request) > 1 and not rest.endswith("?"):
        record.title = record.title or rest
        record.head.append(first)
        record.request.pop(0)
    else:
        record.request[0] = _behind(first, found[2])


def _behind(block: Block, place: int) -> Block:
    lead = len(block.text) - len(block.text.lstrip())
    return replace(block, runs=after(block.runs, lead + place))


def _take_last(record: Record) -> None:
    """Take the reference that a line below the answer begins with: "(FOI 17/22, answered in May)"."""
    part = record.response or record.request
    last = next((block for block in reversed(part) if block.text.strip()), None)
    if last is None or len(last.text.split()) > _LONGEST_FOOT or last.rows:
        return
    words = last.text.strip().lstrip(_BRACKETS)
    found = current_vocabulary().reference.match(words)
    if found and _LETTERS.match(found[0]) and sum(map(str.isdigit, found[0])) > 2:  # noqa: PLR2004
        record.ref = found[0]
        record.others.append((last, NO_FIELD))
        part.remove(last)
