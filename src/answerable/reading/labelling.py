"""Which blocks of a log begin with a label, by the words that bodies use."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind, bold_lead
from answerable.reading.days import day_in, is_day_alone
from answerable.reading.facts import DAYS, behind_outcome
from answerable.reading.items import cut_at
from answerable.reading.references import is_reference, reference_in_heading
from answerable.reading.vocabulary import Label, Role, label_of

_NUMBER_ALONE = re.compile(r"(?:no\.? ?)?\d{1,5}\.?\s*", re.IGNORECASE)
_LABEL_INSIDE = re.compile(r"(?<=\s)(?=[A-Z][^\W\d_]+(?:\s[^\W\d_]+){0,4}\s?:\s)")
_LONGEST_LINE = 4_000
_LONGEST_TOLD = 9
# No label is longer, so that no longer line is one.
_LONGEST_COUNTED = 96
_FEWEST_COUNTED = 2
_FEWEST_RECORDS = 2
_REQUEST_WORDS = frozenset(("Request ", "Request"))
_CHOICES = frozenset(("yes", "no", "partly", "part", "n/a"))
_EDGES = " :.\u2013\u2014-"
_LINES = (Kind.PARAGRAPH, Kind.HEADING)
_NO_LABEL = (Kind.TABLE, Kind.PICTURE, Kind.BREAK)


def cut_at_labels(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with the lines cut that hold several fields: "Ref: 17/22 Title: Parking", "FOI 17/22 Parking Request: …"."""
    return [part for block in blocks for part in _cut(block)]


def _cut(block: Block) -> list[Block]:
    if ":" not in block.text or block.kind not in _LINES or block.column is not None or block.aside:
        return [block]
    inside = [found.start() for found in _LABEL_INSIDE.finditer(block.text[:_LONGEST_LINE])]
    if not inside:
        return [block]
    first = label_of(block.text)
    role = first.role if first and first.is_strong else None
    if role is None and reference_in_heading(block.text[: inside[0]]) is None:
        return [block]
    places = []
    for place in inside:
        if first and place < first.rest:
            continue
        label = label_of(block.text[place:])
        if label is None or not label.is_strong or role in (Role.RESPONSE, Role.OTHER):
            continue
        if role is Role.REQUEST and label.role is not Role.RESPONSE:
            continue
        places.append(place)
        role = label.role
    return cut_at(block, places) if places else [block]


def labels_of(blocks: Sequence[Block]) -> dict[int, Label]:
    """Find the blocks that begin with a label; weak ones only where the text has no table to hold them."""
    has_layout = any(block.column == 0 for block in blocks)
    counted = counted_words(blocks)
    labels = {}
    for place, block in enumerate(blocks):
        if block.kind in _NO_LABEL or block.column == 1 or block.aside:
            continue
        label = _of_lead(block) or label_of(block.text)
        if label and block.kind is Kind.ITEM and behind_outcome(block.text[label.rest :]):
            label = replace(label, is_strong=True)
        if label is None or (block.kind is Kind.ITEM and not label.is_strong):
            continue
        printed = leading_label(block.text) if counted else None
        if printed and printed.number and printed.word in counted:
            continue
        label = _of_day(of_number(label, block.text), block.text)
        if block.column == 0 or label.is_strong or (not has_layout and _may_be_weak(block, label)):
            labels[place] = label
    return _without_choices(labels, blocks)


def counted_words(blocks: Sequence[Block]) -> set[str]:
    """Return the words that count questions and answers on lines of their own: "Question 1" and "Answer 1" head no record.

    Several that stand in front of their words do so, too, where both count to the same number; "Request 1: …" heads a
    record of its own unless the numbers begin again, or a reference stands above the first.
    """
    alone, led = _Counted(), _Counted()
    for place, block in enumerate(blocks):
        may_count = block.text[:1].isalpha() and block.column != 1
        printed = leading_label(block.text) if may_count else None
        if printed and printed.word and printed.number:
            is_alone = printed.end >= len(block.text) <= _LONGEST_COUNTED
            (alone if is_alone else led).add(
                printed.word, printed.number, is_answer=printed.is_answer, place=place
            )
    words = alone.words if alone.both() else set()
    if not alone.words and _counts_one(blocks, led):
        return led.words
    is_led = len(led.both()) >= _FEWEST_COUNTED
    if is_led and _REQUEST_WORDS & led.words and not led.begins_again:
        is_led = any(map(says_reference, blocks[: led.first]))
    return words | (led.words if is_led else set())


def _counts_one(blocks: Sequence[Block], led: "_Counted") -> bool:
    """Return whether words such as "Request 1" count what one record asks: the only reference stands above the first, behind its label."""
    is_once = len(led.asked) >= _FEWEST_COUNTED and not (led.told or led.begins_again)
    if not is_once or not _REQUEST_WORDS & led.words:
        return False
    refs = [place for place, block in enumerate(blocks) if says_reference(block)]
    return len(refs) == 1 and refs[0] < led.first


def says_reference(block: Block) -> bool:
    """Return whether a line says a reference behind its label: "FOI reference: F-2023-01234", "Request: FOI/12345"."""
    label = label_of(block.text)
    if label is None or not label.is_strong or label.role not in (Role.REF, Role.REQUEST):
        return False
    # Behind the word for a request only what needs no label is one.
    return is_reference(block.text[label.rest :], is_labelled=label.role is Role.REF)


@dataclass(slots=True)
class _Counted:
    """The numbers that words count questions with, and answers."""

    words: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    first: int = 0
    begins_again: bool = False

    def add(self, word: str, number: str, *, is_answer: bool, place: int) -> None:
        if not self.words:
            self.first = place
        self.begins_again = self.begins_again or (not is_answer and number in self.asked)
        self.words.add(word)
        (self.told if is_answer else self.asked).add(number)

    def both(self) -> set[str]:
        return self.asked & self.told


def _of_lead(block: Block) -> Label | None:
    """Return the label that the bold words are with which a paragraph begins: "**You asked** how many …"."""
    lead = bold_lead(block)
    words = lead.strip(_EDGES)
    label = label_of(f"{words}:") if words else None
    if label is None or label.rest <= len(words):
        return None
    return replace(label, rest=len(lead), is_strong=True)


def of_number(label: Label, text: str) -> Label:
    """Return the label of a line as that of a reference if it heads one: "Request 12", below which others ask."""
    if label.role is Role.REQUEST and _is_number(text[label.rest :]):
        return replace(label, role=Role.REF, is_strong=True)
    return label


def _of_day(label: Label, text: str) -> Label:
    """Return the label of a line that says no more than what happened on a day: "Requested Wed 26 July 2023"."""
    may_tell = label.role is Role.REQUEST or label.role in DAYS
    if label.is_strong or not may_tell or not is_day_alone(text[label.rest :].strip()):
        return label
    role = Role.ASKED if label.role is Role.REQUEST else label.role
    return replace(label, role=role, is_strong=True)


def _without_choices(labels: dict[int, Label], blocks: Sequence[Block]) -> dict[int, Label]:
    """Return labels, those of fields that only say yes or no beside a response as of none: "Information released: Yes".

    Where a record has no other label of a response, such a field is its answer.
    """
    chosen = {place for place, label in labels.items() if _is_choice(label, place, blocks)}
    if not chosen:
        return labels
    found = dict(labels)
    for places in _by_record(labels):
        responses = {place for place in places if labels[place].role is Role.RESPONSE}
        if responses - chosen:
            found |= {
                place: replace(labels[place], role=Role.OTHER) for place in responses & chosen
            }
    return found


def _is_choice(label: Label, place: int, blocks: Sequence[Block]) -> bool:
    if label.role is not Role.RESPONSE or not label.is_strong:
        return False
    below = blocks[place + 1 : place + 2]
    said = blocks[place].text[label.rest :].strip() or "".join(one.text for one in below).strip()
    return said.lower() in _CHOICES and "information" in label.words.lower()


def _by_record(labels: dict[int, Label]) -> list[list[int]]:
    """Return the places of labels by the record that each is of: one begins at each reference, or at each request where not two have one."""
    refs = sum(label.role is Role.REF for label in labels.values())
    first = Role.REF if refs >= _FEWEST_RECORDS else Role.REQUEST
    # What stands above the first of them is of its record.
    starts = [place for place, label in labels.items() if label.role is first][1:]
    records: list[list[int]] = [[] for _ in range(len(starts) + 1)]
    for place in labels:
        records[bisect_right(starts, place)].append(place)
    return records


def _is_number(text: str) -> bool:
    return bool(_NUMBER_ALONE.fullmatch(text)) or is_reference(text) or _tells_of(text)


def _tells_of(text: str) -> bool:
    """Return whether a line only says when something was done about the reference that it begins with.

    "RQ-17, answered on 3 May 2022" and "RQ-17 (received in June 2021)" do.
    """
    first, _, rest = text.strip().partition(" ")
    is_short = 1 < len(rest.split()) <= _LONGEST_TOLD
    return is_short and is_reference(first.rstrip(",;:")) and day_in(rest) is not None


def _may_be_weak(block: Block, label: Label) -> bool:
    rest = block.text[label.rest :]
    is_frame = label.role in (Role.REF, Role.REQUEST, Role.RESPONSE)
    return (
        is_frame
        and label.words[:1].isupper()
        and bool(re.match(r"[A-Z0-9(\"'\u201c\u2018•]", rest))
    )
