"""A letter that answers: the request that it quotes, its response, and the frame around both."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from answerable.reading.asking_days import take_day_of_asking
from answerable.reading.blocks import Block, Kind
from answerable.reading.days import day_in, is_day_alone
from answerable.reading.documents import Explained
from answerable.reading.facts import DAYS, FACTS, take_fact
from answerable.reading.facts_below import take_facts_below
from answerable.reading.items import with_words
from answerable.reading.letter_behind import (
    Annexes,
    annex_in_place,
    annexes_in,
    is_asked_below,
    request_in_mail,
    without_history,
)
from answerable.reading.letter_bodies import parted
from answerable.reading.letter_frame import (
    MAIL_HEADER,
    behind_head,
    end_of,
    is_frame,
    is_salute,
    request_at,
    stands_as_subject,
    strong_label,
)
from answerable.reading.letter_paragraphs import without_paragraph_numbers
from answerable.reading.letter_reach import COLONS
from answerable.reading.letter_subjects import (
    heads_subject,
    is_day,
    is_heading,
    is_subject,
    says_only_form,
    subject_said,
    take_received,
    take_reference,
    take_reference_within,
    tells_subject,
    title_of_subject,
    with_days_apart,
    with_values,
    without_reference,
)
from answerable.reading.letter_titles import title_beside, told_again, with_values_below
from answerable.reading.records import Record, is_furniture
from answerable.reading.references import labelled_reference
from answerable.reading.request_titles import title_of_request
from answerable.reading.titles_with_references import take_number_of_year
from answerable.reading.vocabulary import Label, Role, current_vocabulary, label_of

HEAD = "It stands at the head of a letter: addresses and names"
OPENING = "It opens a letter, and says nothing of the answer"
CLOSING = "It closes a letter: how to complain, and who wrote it"

_MARKS = " :,\"\u201c\u201d'\u2018\u2019>"
_NAMES = re.compile(
    r"\b(?:requests?|enquiry|e-?mail|letter|asking|requesting)\b(?:\s\w+){0,8}?\s(?:for|about|regarding|concerning|on|relating|in relation)\b",
    re.IGNORECASE,
)
_LONGEST_FACT = 14
_SAYS_REFERENCE = re.compile(r"\bref(?:erence)?\b", re.IGNORECASE)


@dataclass(slots=True)
class _Letter:
    """A letter while it is taken apart: its record, and which rule took which block; `is_numbered` says that a label at its head tells its number."""

    record: Record
    rules: list[tuple[Block, str]] = field(default_factory=list)
    is_numbered: bool = False

    def leave(self, block: Block, reason: str) -> None:
        if not is_furniture(block):
            self.record.others.append((block, reason))
            self.rules.append((block, "letter: its frame"))

    def answer(self, block: Block) -> None:
        self.record.response.append(block)
        self.rules.append((block, "letter: what follows the request → response"))


def letter_record(blocks: Sequence[Block]) -> tuple[Record, list[Explained]]:
    """Return the record of one letter, and which rule took which of its blocks."""
    return record_of_letter(*without_history(blocks))


def record_of_letter(
    own: Sequence[Block], quoted: Sequence[Block]
) -> tuple[Record, list[Explained]]:
    """Return the record of a letter and of what it answers, if that is known: a mail below it, or the letter before."""
    own, annexes = annexes_in(without_paragraph_numbers(own))
    if not annexes.heads:
        own = annex_in_place(own)
    blocks = with_words(own, only_questions=True)
    letter = _Letter(Record(blocks[0].start if blocks else 0))
    start = behind_head(blocks)
    end = end_of(blocks, start)
    head = with_days_apart(with_values_below(with_values(blocks[:start])))
    letter.is_numbered = any(map(_tells_number, head))
    for block in head:
        _read_head(letter, block)
    _title_above(letter, blocks[:start])
    is_below = is_asked_below(blocks[start:end], quoted)
    body = _read_opening(letter, blocks, start, end, begin=end if is_below else None)
    found = parted(blocks[body:end])
    for block in found.left:
        take_received(letter.record, block.text)
        letter.leave(block, OPENING)
    letter.record.request += found.request
    letter.record.response += found.response
    letter.rules += found.rules
    for block in blocks[end:]:
        letter.leave(block, CLOSING)
    _take_behind(letter, annexes, quoted)
    take_facts_below(letter.record, letter.record.response)
    _name(letter)
    explained = [
        Explained(block.start, block.end, " ".join(block.text.split())[:60], rule)
        for block, rule in letter.rules
    ]
    return letter.record, explained


def _take_behind(letter: _Letter, annexes: Annexes, quoted: Sequence[Block]) -> None:
    """Take what annexes say was asked and answered, or the mail below that the letter answers."""
    record = letter.record
    if annexes.response and not annexes.request:
        record.response += _told_in_annex(letter, annexes)
        return
    if annexes.request:
        # What the letter itself says of the request only leads to the annex.
        record.response[:0] = record.request
        record.request = with_words(annexes.request, only_questions=True)
        record.response += _told_in_annex(letter, annexes)
        letter.rules += [(block, "letter: its annex → request") for block in annexes.request]
        return
    asked, left = request_in_mail(quoted) if not record.request else ([], quoted)
    for block in left if asked and not record.title else ():
        _title_of_header(record, block)
    record.request += asked
    letter.rules += [(block, "letter: the mail below it → request") for block in asked]
    for block in left:
        letter.leave(block, CLOSING if asked else block.aside or CLOSING)


def _told_in_annex(letter: _Letter, annexes: Annexes) -> list[Block]:
    """Return what annexes answer, and note which rules took them."""
    letter.rules += [(block, "letter: the heading of an annex") for block in annexes.heads]
    letter.rules += [(block, "letter: its annex → response") for block in annexes.response]
    return with_words(annexes.response, only_questions=True)


def _title_of_header(record: Record, block: Block) -> None:
    """Take the title from a quoted mail's header that says its subject."""
    for line in block.text.splitlines():
        if subject := subject_said(line):
            title_of_subject(record, subject)


def _read_head(letter: _Letter, block: Block) -> None:
    """Read the reference, the day and the subject over a greeting; names and addresses stay unread."""
    record, text = letter.record, block.text.strip()
    if not text:
        return
    if subject := subject_said(text):
        _take_subject(letter, block, subject)
        return
    is_header = MAIL_HEADER.match(text) is not None
    may_head = is_subject(block) and heads_subject(text) and not (record.title or is_header)
    if may_head and tells_subject(text):
        _take_subject(letter, block, text)
    elif (
        _may_number(letter, block, is_header=is_header) and take_reference(record, text) is not None
    ):
        letter.rules.append((block, "letter: at its head → ref"))
        _title_beside(letter, block, text)
    elif _take_labelled(record, block, text):
        return
    elif record.answered_on is None and is_day(text):
        record.take_day(Role.ANSWERED, day_in(text))
        letter.rules.append((block, "letter: the day at its head → answered"))
    elif may_head:
        _take_subject(letter, block, text)
    else:
        letter.leave(block, HEAD)


def _tells_number(block: Block) -> bool:
    """Return whether a line tells a reference behind its label: "Ref: OIA-4508"."""
    label = strong_label(block)
    told = labelled_reference(block.text[label.rest :]) if label else None
    return told is not None and label is not None and label.role is Role.REF


def _may_number(letter: _Letter, block: Block, *, is_header: bool) -> bool:
    """Return whether the number of a letter may stand in a line: where a label tells it, digits alone are those of an address."""
    is_lettered = _SAYS_REFERENCE.search(block.text) is not None or _tells_number(block)
    return not is_header and (is_lettered or not letter.is_numbered)


def _title_beside(letter: _Letter, block: Block, text: str) -> None:
    """Take as the title the words beside a reference on the first line of all: "Apprenticeships - 788/21"."""
    record = letter.record
    is_first = not record.others and not record.title
    if is_first and record.ref and (words := title_beside(text, record.ref)):
        _take_subject(letter, block, words)


def _title_above(letter: _Letter, head: Sequence[Block]) -> None:
    """Take as the title the heading above where a letter begins to speak that greets nobody, if it has no other.

    Between them may stand facts, and what heads the request; what is only bold must stand right above.
    """
    if letter.record.title or any(map(is_salute, head)):
        return
    left = [one for one, reason in letter.record.others if reason == HEAD]
    for number, block in enumerate(reversed(left)):
        if len(block.text.split()) > _LONGEST_FACT:
            return
        label = strong_label(block)
        is_title = block.kind is Kind.HEADING or (number == 0 and is_heading(block))
        is_title = is_title and not block.text.rstrip().endswith(COLONS)
        if is_title and not (label and label.begins_part):
            letter.record.others.remove((block, HEAD))
            letter.rules.remove((block, "letter: its frame"))
            _take_subject(letter, block, block.text)
            return


def _title_told_again(letter: _Letter) -> None:
    """Take as the title the line over a letter whose words come again in what it says was asked."""
    record = letter.record
    opening = [block for block, reason in record.others if reason == OPENING]
    head = [block for block, reason in record.others if reason == HEAD]
    block = told_again(head, [*opening, *record.request])
    if block is not None:
        record.others.remove((block, HEAD))
        letter.rules.remove((block, "letter: its frame"))
        _take_subject(letter, block, block.text)


def _take_labelled(record: Record, block: Block, text: str) -> bool:
    """Take a reference or another fact behind its label; say whether a fact was taken."""
    label = strong_label(block) or _of_day(text)
    if label is None:
        return False
    if label.role is Role.REF and record.ref is None:
        record.ref, _ = labelled_reference(text[label.rest :]) or (None, 0)
    return label.role in FACTS and take_fact(record, label.role, text[label.rest :])


def _of_day(text: str) -> Label | None:
    """Return the label of a line that says no more than what happened on a day: "Date responded 14 June 2031"."""
    label = label_of(text)
    is_day = label is not None and is_day_alone(text[label.rest :].strip())
    return label if label and is_day and label.role in DAYS else None


def _read_opening(
    letter: _Letter, blocks: Sequence[Block], start: int, end: int, *, begin: int | None
) -> int:
    """Read what stands between greeting and request: subject, courtesies; return where the request begins.

    `begin` is that place where it is known.
    """
    begin = request_at(blocks, start, end) if begin is None else begin
    for place in range(start, begin):
        block = blocks[place]
        take_received(letter.record, block.text)
        subject = subject_said(block.text)
        is_first = place == start and stands_as_subject(blocks, place)
        if subject or is_first or (place < start + 2 and is_subject(block)):
            if subject and letter.record.title:
                # What says that it is the subject is; the line above it was a heading.
                letter.record.title = ""
            _take_subject(letter, block, subject or block.text)
        elif _take_labelled(letter.record, block, block.text.strip()):
            letter.rules.append((block, "letter: a fact at its beginning"))
        elif is_frame(block) or says_only_form(block.text):
            if _SAYS_REFERENCE.search(block.text):
                take_reference(letter.record, block.text)
            letter.leave(block, OPENING)
        else:
            letter.answer(block)
    return begin


def _take_subject(letter: _Letter, block: Block, words: str) -> None:
    title_of_subject(letter.record, words)
    letter.rules.append((block, "letter: its subject → title"))


def _name(letter: _Letter) -> None:
    """Give a letter's record its title; and its request, where only a courtesy names it."""
    record = letter.record
    take_day_of_asking(record)
    if not record.title:
        _title_told_again(letter)
    if record.ref is None:
        opening = [block for block, reason in record.others if reason == OPENING]
        closing = [block for block, reason in record.others if reason == CLOSING]
        take_reference_within(record, [*opening, *record.response[:1]])
        take_reference_within(record, closing, is_quoted=True)
    if not record.request:
        named = next(
            (one for one in record.others if _NAMES.search(one[0].text) and one[1] == OPENING), None
        )
        if named:
            record.others.remove(named)
            record.request.append(named[0])
    # A request that is quoted from its greeting on is not called "Dear Council".
    request = [block for block in record.request if not is_salute(block)]
    asked = title_of_request(replace(record, request=request))
    said = current_vocabulary().says("letter.asked", asked)
    words = asked[said.end() :].strip(' :,"\u201c\u201d') if said and not said.start() else asked
    title = (record.title or words or asked).strip(_MARKS)
    record.title = without_reference(title, record.ref) if record.ref else title
    take_number_of_year(record)
