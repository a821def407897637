"""A letter that answers: the request that it quotes, its response, and the frame around both."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind
from answerable.reading.days import day_in
from answerable.reading.documents import Explained
from answerable.reading.facts import FACTS, take_fact
from answerable.reading.heads import title_of_request
from answerable.reading.items import asks, with_words
from answerable.reading.letter_behind import (
    Annexes,
    annexes_in,
    is_asked_below,
    request_in_mail,
    without_history,
)
from answerable.reading.letter_bodies import asked_in, begins_reply, is_set_apart, parted
from answerable.reading.letter_subjects import (
    heads_subject,
    is_day,
    is_heading,
    is_subject,
    names_act,
    subject_said,
    take_received,
    take_reference,
    take_reference_within,
    title_of_subject,
)
from answerable.reading.question_rows import question_rows
from answerable.reading.records import Record, is_furniture
from answerable.reading.vocabulary import Label, Role, current_vocabulary, label_of

HEAD = "It stands at the head of a letter: addresses and names"
OPENING = "It opens a letter, and says nothing of the answer"
CLOSING = "It closes a letter: how to complain, and who wrote it"

_LONGEST_SALUTE = 8
_LONGEST_CLOSE = 6
_LONGEST_LINE = 4
_READER = ("you", "gof", "gwn", "eic")
_YOURS = re.compile(
    r"\byour (?:\w+ ){0,2}(?:request|enquiry|questions|e-?mail|letter|message|correspondence)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(r"\b(?:you|your)\b[^:]*:\s*$", re.IGNORECASE)
_MARKS = " :,\"\u201c\u201d'\u2018\u2019>"
_NAMES = re.compile(
    r"\b(?:requests?|enquiry|e-?mail|letter|asking|requesting)\b(?:\s\w+){0,8}?\s(?:for|about|regarding|concerning|on|relating|in relation)\b",
    re.IGNORECASE,
)
_SAYS_REFERENCE = re.compile(r"\bref(?:erence)?\b", re.IGNORECASE)


@dataclass(slots=True)
class _Letter:
    """A letter while it is taken apart: its record, and which rule took which block."""

    record: Record
    rules: list[tuple[Block, str]] = field(default_factory=list)

    def leave(self, block: Block, reason: str) -> None:
        if not is_furniture(block):
            self.record.others.append((block, reason))
            self.rules.append((block, "letter: its frame"))

    def answer(self, block: Block) -> None:
        self.record.response.append(block)
        self.rules.append((block, "letter: what follows the request → response"))


def is_answer_letter(blocks: Sequence[Block]) -> bool:
    """Return whether blocks are one letter that answers: it speaks as an answer does, and greets at most once."""
    blocks, quoted = without_history(blocks)
    if is_asked_below(blocks, quoted):
        return True
    salutes = [place for place, block in enumerate(blocks) if is_salute(block)]
    if len(salutes) > 1:
        return False
    behind = blocks[salutes[0] :] if salutes else blocks

    def says(phrase: str) -> bool:
        words = current_vocabulary()
        return any(words.says(phrase, one.text) for one in behind if not is_set_apart(one))

    if not salutes:
        begins = says("letter.asked") or (says("letter.opened") and says("letter.closed"))
        return begins and says("letter.complained")
    if says("letter.opened"):
        return True
    speaks = says("letter.answered") or says("letter.complained") or any(map(_is_reply, behind))
    tells = any(map(_says_who_asked, behind)) or any(len(question_rows(one)) > 1 for one in behind)
    return (speaks or (tells and says("letter.closed"))) and not _asks_first(behind)


def _says_who_asked(block: Block) -> bool:
    """Return whether a paragraph tells its reader what they asked: "You asked for …"."""
    found = asked_in(block.text)
    is_told = found is not None and found.group()[:3].lower() in _READER
    return is_told or _YOURS.search(block.text) is not None


def _asks_first(blocks: Sequence[Block]) -> bool:
    """Return whether a letter asks in its own words, and does not quote them: nothing says before that its reader asked."""
    words = current_vocabulary()
    for block in blocks:
        if _says_who_asked(block):
            return False
        if words.says("letter.requested", block.text) and not is_set_apart(block):
            return True
    return False


def is_salute(block: Block) -> bool:
    """Return whether a block greets whoever a letter is for: "Dear Requester"."""
    text = block.text.strip()
    if block.kind is Kind.ITEM or len(text.split(maxsplit=_LONGEST_SALUTE)) > _LONGEST_SALUTE:
        return False
    found = current_vocabulary().phrases["letter.salutes"].match(text)
    return found is not None and not text.endswith("?")


def _is_reply(block: Block) -> bool:
    label = _strong(block)
    return label is not None and begins_reply(label)


def _strong(block: Block) -> Label | None:
    """Return the label that a block begins with, if it stands alone or a colon parts it from the rest."""
    if block.kind in (Kind.TABLE, Kind.PICTURE, Kind.BREAK) or leading_label(block.text):
        return None
    label = label_of(block.text)
    return label if label and label.is_strong else None


def letter_record(blocks: Sequence[Block]) -> tuple[Record, list[Explained]]:
    """Return the record of one letter, and which rule took which of its blocks."""
    own, quoted = without_history(blocks)
    own, annexes = annexes_in(own)
    blocks = with_words(own, only_questions=True)
    letter = _Letter(Record(blocks[0].start if blocks else 0))
    start = _behind_head(blocks)
    end = _end(blocks, start)
    for block in blocks[:start]:
        _read_head(letter, block)
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
    _name(letter)
    explained = [
        Explained(block.start, block.end, " ".join(block.text.split())[:60], rule)
        for block, rule in letter.rules
    ]
    return letter.record, explained


def _take_behind(letter: _Letter, annexes: Annexes, quoted: Sequence[Block]) -> None:
    """Take what annexes say was asked and answered, or the mail below that the letter answers."""
    record = letter.record
    if annexes.request:
        # What the letter itself says of the request only leads to the annex.
        record.response[:0] = record.request
        record.request = with_words(annexes.request, only_questions=True)
        record.response += with_words(annexes.response, only_questions=True)
        letter.rules += [(block, "letter: the heading of an annex") for block in annexes.heads]
        letter.rules += [(block, "letter: its annex → request") for block in annexes.request]
        letter.rules += [(block, "letter: its annex → response") for block in annexes.response]
        return
    asked, left = request_in_mail(quoted) if not record.request else ([], quoted)
    record.request += asked
    letter.rules += [(block, "letter: the mail below it → request") for block in asked]
    for block in left:
        letter.leave(block, CLOSING if asked else block.aside or CLOSING)


def _behind_head(blocks: Sequence[Block]) -> int:
    """Return where a letter begins to speak: behind its greeting, or where it first says what was asked."""
    salute = next((place for place, block in enumerate(blocks) if is_salute(block)), None)
    if salute is not None:
        return salute + 1
    words = current_vocabulary()
    for place, block in enumerate(blocks):
        label = _strong(block)
        says = asked_in(block.text) or words.says("letter.opened", block.text)
        if says or (
            label and label.role in (Role.REQUEST, Role.RESPONSE) and not is_subject(block)
        ):
            return place
    return 0


def _end(blocks: Sequence[Block], start: int) -> int:
    """Return where the letter closes: its last words to the reader, and how to complain if that comes before."""
    words = current_vocabulary()
    end = len(blocks)
    for place in range(start, len(blocks)):
        text = blocks[place].text.strip()
        closes = words.says("letter.closed", text)
        if closes and closes.start() == 0 and len(text.split()) <= _LONGEST_CLOSE:
            end = place
            break
    last_answer = max(
        (
            place
            for place in range(start, end)
            if leading_label(blocks[place].text) or blocks[place].rows
        ),
        default=start,
    )
    for place in range(start + 1, end):
        if words.says("letter.complained", blocks[place].text) and place >= last_answer:
            return place - 1 if _heads_end(blocks[place - 1]) and place - 1 > start else place
    return end


def _heads_end(block: Block) -> bool:
    text = block.text.strip()
    is_line = (
        0 < len(text.split()) <= _LONGEST_LINE
        and text[-1].isalpha()
        and block.kind is not Kind.ITEM
    )
    return is_heading(block) or (is_line and leading_label(text) is None and block.column is None)


def _read_head(letter: _Letter, block: Block) -> None:
    """Read the reference, the day and the subject over a greeting; names and addresses stay unread."""
    record, text = letter.record, block.text.strip()
    if not text:
        return
    if subject := subject_said(text):
        _take_subject(letter, block, subject)
        return
    if take_reference(record, text) is not None:
        letter.rules.append((block, "letter: at its head → ref"))
        return
    label = _strong(block)
    if label and label.role in FACTS and take_fact(record, label.role, text[label.rest :]):
        return
    if record.answered_on is None and is_day(text):
        record.answered_on = day_in(text)
        letter.rules.append((block, "letter: the day at its head → answered"))
        return
    if is_subject(block) and heads_subject(text) and not record.title:
        _take_subject(letter, block, text)
        return
    letter.leave(block, HEAD)


def _read_opening(
    letter: _Letter, blocks: Sequence[Block], start: int, end: int, *, begin: int | None
) -> int:
    """Read what stands between greeting and request: subject, courtesies; return where the request begins.

    `begin` is that place where it is known.
    """
    begin = _request_at(blocks, start, end) if begin is None else begin
    for place in range(start, begin):
        block = blocks[place]
        take_received(letter.record, block.text)
        subject = subject_said(block.text)
        if subject or (place < start + 2 and is_subject(block)):
            if subject and letter.record.title:
                # What says that it is the subject is; the line above it was a heading.
                letter.record.title = ""
            _take_subject(letter, block, subject or block.text)
        elif _is_courtesy(block) or is_heading(block) or not block.text.strip():
            if _SAYS_REFERENCE.search(block.text):
                take_reference(letter.record, block.text)
            letter.leave(block, OPENING)
        else:
            letter.answer(block)
    return begin


def _take_subject(letter: _Letter, block: Block, words: str) -> None:
    title_of_subject(letter.record, words)
    letter.rules.append((block, "letter: its subject → title"))


def _is_courtesy(block: Block) -> bool:
    text = block.text
    return current_vocabulary().says("letter.opened", text) is not None and not block.rows


def _request_at(blocks: Sequence[Block], start: int, end: int) -> int:
    """Return where a letter begins to say what was asked: a label, words that lead to it, or the first question.

    Where nothing does, the body begins behind the courtesies: the request is what they name.
    """
    roles = {place: label for place in range(start, end) if (label := _strong(blocks[place]))}
    reply = next((place for place, label in roles.items() if begins_reply(label)), end)
    for place, label in roles.items():
        # "Freedom of Information request: Tasers" is the subject.
        named = names_act(label, place - start) and is_subject(blocks[place])
        if label.role is Role.REQUEST and place < reply and not named:
            return place
    for tells in (
        lambda block: asked_in(block.text) is not None,
        lambda block: _is_courtesy(block) and block.text.rstrip().endswith(":"),
        lambda block: _LEADS.search(block.text) is not None and not is_set_apart(block),
        lambda block: is_set_apart(block) or _asks(block),
    ):
        found = next((place for place in range(start, reply) if tells(blocks[place])), None)
        if found is not None:
            return found
    begin = start
    while begin < reply and (
        _is_courtesy(blocks[begin]) or (begin < start + 2 and is_subject(blocks[begin]))
    ):
        begin += 1
    return begin


def _asks(block: Block) -> bool:
    label = leading_label(block.text)
    return block.text.rstrip().endswith("?") or (
        label is not None and not label.is_answer and asks(block.text[label.end :])
    )


def _name(letter: _Letter) -> None:
    """Give a letter's record its title; and its request, where only a courtesy names it."""
    record = letter.record
    if record.ref is None:
        opening = [block for block, reason in record.others if reason == OPENING]
        take_reference_within(record, [*opening, *record.response[:1]])
    if not record.request:
        named = next(
            (one for one in record.others if _NAMES.search(one[0].text) and one[1] == OPENING), None
        )
        if named:
            record.others.remove(named)
            record.request.append(named[0])
    asked = title_of_request(record)
    said = current_vocabulary().says("letter.asked", asked)
    words = asked[said.end() :].strip(' :,"\u201c\u201d') if said and not said.start() else asked
    record.title = (record.title or words or asked).strip(_MARKS)
