"""What a record's request and response tell of its other fields, where nothing else does."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from answerable.domain.questions import behind_label, leading_label
from answerable.reading.answers_on_line import answers_on_lines
from answerable.reading.asking_days import take_day_of_asking
from answerable.reading.blocks import Block, Kind, after
from answerable.reading.days import begins_with_day, behind_day, day_in
from answerable.reading.facts import DAYS
from answerable.reading.heads import NO_FIELD, take_days
from answerable.reading.items import asks, cut_at, split_blocks
from answerable.reading.letter_bodies import one_by_one
from answerable.reading.letter_turns import asked_in_turn, is_bold_behind_label, parted_questions
from answerable.reading.records import Record
from answerable.reading.references import labelled_reference, reference_in_heading
from answerable.reading.replies_below import is_asked, replies_below, speaks_for_asker
from answerable.reading.titles_with_references import take_number_of_year
from answerable.reading.vocabulary import MONTHS, Label, Role, current_vocabulary, label_of

_FEWEST = 2
_LONGEST = 14
_LONGEST_APOLOGY = 60
_LONGEST_LEAD = 2
_LONGEST_FOOT = 12
_LONGEST_DAY = 9
_LONGEST_OPENING = 120
_DATED = re.compile(r"(?:date|dated|dyddiad)\s?:\s*", re.IGNORECASE)
_SORRY = re.compile(
    r"please accept (?:(?:my|our) )?(?:(?:most|very) )?(?:(?:sincere|sincerest|humble|full|unreserved|profound) )?apolog",
    re.IGNORECASE,
)
_TIME = re.compile(
    rf"(?:(?:the\s)?(?:{'|'.join(MONTHS)}|\w+ quarter|quarter|q|month|year|period|week|spring|summer|autumn|winter)\b"
    r"|(?:19|20)\d\d\b)[\w\s,/():.&\u2013-]{0,40}",
    re.IGNORECASE,
)
_NIL = re.compile(
    r"\W*(?:nil(?: returns?)?|none(?: (?:received|answered|closed))?|nothing(?: to (?:report|publish|disclose))?"
    r"|(?:there were )?no (?:\w+ ){0,4}(?:requests?|disclosures|entries|responses|releases|cases)\b[^.]{0,60})\W*",
    re.IGNORECASE,
)
_LINES = (Kind.HEADING, Kind.PARAGRAPH)
_BRACKETS = " \t([{)]}.|\u2013\u2014-"
_LETTERS = re.compile(r"[A-Za-z]")


def complete(record: Record) -> None:
    """Part questions from answers that stand in one field, and take the reference that heads or ends a record's text."""
    if not record.response:
        _part(record)
    if not record.response:
        _part_in_turn(record)
    if not record.response and (both := answers_on_lines(record.request)):
        record.request, record.response = both
    if not record.response and (told := replies_below(record.request)):
        record.request, record.response = record.request[:told], record.request[told:]
    _leave_days(record)
    _leave_date(record)
    _leave_courtesies(record)
    take_day_of_asking(record)
    _ask_each(record)
    _ask_below(record)
    _leave_nil_returns(record)
    while len(record.response) > 1 and record.response[-1].kind is Kind.HEADING:
        # It heads what stands at the record's foot: "About this release".
        record.others.append((record.response.pop(), NO_FIELD))
    if record.ref is None:
        _take_first(record)
    if record.ref is None:
        _take_last(record)
    take_number_of_year(record)


def leave_last_days(records: Sequence[Record]) -> None:
    """Take the day that a line below the answer tells, "Sent 23 June 2023", if one stands below most answers."""
    found = [(record, label) for record in records if (label := _last_day(record))]
    if len(found) < _FEWEST or len(found) * 2 <= len(records):
        return
    for record, label in found:
        last = record.response.pop()
        record.take_day(label.role, day_in(last.text))
        record.others.append((last, NO_FIELD))


def _last_day(record: Record) -> Label | None:
    """Return what the last line of a response says of the day in it, if it says no more."""
    last = record.response[-1] if len(record.response) > 1 else None
    if (
        last is None
        or last.rows
        or len(last.text.split()) > _LONGEST_DAY
        or leading_label(last.text)
    ):
        return None
    label = label_of(last.text)
    is_told = (
        label is not None
        and label.role in DAYS
        and begins_with_day(last.text[label.rest :].lstrip(" :"))
    )
    return label if is_told else None


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


def _part_in_turn(record: Record) -> None:
    """Part a request in which each question stands above its answer, none of which whoever asks has said."""
    pieces = parted_questions(split_blocks(record.request)) if len(record.request) > _FEWEST else []
    asked = asked_in_turn(pieces)
    if asked and _is_answered_each(pieces, asked):
        record.request = [*pieces[: asked[0]], *(pieces[place] for place in asked)]
        record.response = pieces[asked[0] :]


def _is_answered_each(pieces: Sequence[Block], asked: Sequence[int]) -> bool:
    """Return whether below each question something stands that whoever asks has not said, and that leads to nothing."""
    edges = pairwise([*asked, len(pieces)])
    told = [pieces[place + 1 : edge] for place, edge in edges]
    said = [one for each in told for one in each if not is_asked(one)]
    leads = any(speaks_for_asker(one) or one.text.rstrip().endswith(":") for one in said)
    return all(told) and not leads


def _leave_days(record: Record) -> None:
    """Take the days that a line above what was asked tells: "Received 7 June, closed 27 June"."""
    if len(record.request) > 1 and take_days(record, record.request[0].text):
        record.others.append((record.request.pop(0), NO_FIELD))


def _leave_date(record: Record) -> None:
    """Take the day in front of the first words of a letter that stands in a record: "Date: 11/09/2031 I write in connection with …"."""
    first = record.request[0] if record.request else None
    dated = _DATED.match(first.text) if first else None
    end = behind_day(first.text[dated.end() :]) if first and dated else 0
    rest = first.text[dated.end() + end :].lstrip() if first and dated and end else ""
    opened = current_vocabulary().says("letter.opened", rest[:_LONGEST_OPENING]) if rest else None
    if first is None or opened is None or opened.start() >= _LONGEST_FOOT:
        return
    day, words = cut_at(first, [len(first.text) - len(rest)])
    record.take_day(Role.ANSWERED, day_in(day.text))
    record.others.append((day, NO_FIELD))
    record.request[0] = words


def _leave_courtesies(record: Record) -> None:
    """Leave out of what was asked the courtesy that leads to it, "I write in connection with your request …, as follows:", and what leads on."""
    says = current_vocabulary().says
    request = record.request
    may_lead = len(request) > 1 and request[0].text.rstrip().endswith(":")
    if may_lead and not speaks_for_asker(request[0]):
        opened = says("letter.opened", request[0].text)
        if opened and opened.start() < _LONGEST_FOOT and not record.days.get(Role.RECEIVED):
            record.take_day(Role.RECEIVED, day_in(request[0].text[opened.end() :]))
        if opened and opened.start() < _LONGEST_FOOT:
            record.others.append((request.pop(0), NO_FIELD))
    last = request[-1].text if len(request) > 1 and record.response else ""
    if _leads_on(last):
        record.others.append((request.pop(), NO_FIELD))


def _leads_on(text: str) -> bool:
    """Return whether a paragraph behind what was asked leads to the answer, or is sorry that it comes late."""
    is_sorry = _SORRY.match(text) is not None and "?" not in text
    longest = _LONGEST_APOLOGY if is_sorry else _LONGEST
    begins = is_sorry or text.startswith("Please find")
    return begins and "response" in text and len(text.split()) < longest


def _ask_each(record: Record) -> None:
    """Add to a request that ends on a labelled question those below its answer, if a word for a reply follows each."""
    last = next((one for one in reversed(record.request) if one.text.strip()), None)
    replied = replied_to(record.response) if last and leading_label(last.text) else set()
    asked = [one for one in record.response if _is_item(one)]
    if asked and all(id(one) in replied for one in asked):
        told = [record.response[0], *map(_bare_reply, record.response[1:])]
        record.request, record.response, _ = one_by_one(record.request, told, replied)


def _bare_reply(block: Block) -> Block:
    """Return an answer without the words that say it is one: "Our reply: ..."."""
    word = label_of(block.text) if _replies(block) else None
    is_reply = word is not None and word.is_strong and word.rest < len(block.text)
    return replace(block, runs=after(block.runs, word.rest)) if word and is_reply else block


def replied_to(response: Sequence[Block]) -> set[int]:
    """Return the items of lists among answers, by their ids, that a word for a reply follows, each of them."""
    return {
        id(block)
        for block, behind in pairwise(response)
        if (block.kind is Kind.ITEM or leading_label(block.text)) and _replies(behind)
    }


def _replies(block: Block) -> bool:
    if label := leading_label(block.text):
        return label.is_answer
    word = label_of(block.text)
    return word is not None and word.is_strong and word.role is Role.RESPONSE


def _ask_below(record: Record) -> None:
    """Add to a request that only leads to its questions those that stand among the answers, each above its own.

    The one look is that of all questions, and another that of all answers: bullets, say, above words in italics.
    """
    if len(record.request) > _LONGEST_LEAD or any(map(_is_question, record.request)):
        return
    response = [one for one in record.response if one.text or one.rows]
    asked = [place for place, block in enumerate(response) if _is_item(block)]
    if len(asked) < _FEWEST or asked[0] > 1:
        return
    edges = [*asked[1:], len(response)]
    if any(edge - place < _FEWEST for place, edge in zip(asked, edges, strict=True)):
        return
    questions = [response[place] for place in asked]
    if any(leading_label(one.text) for one in questions):
        # Questions with labels are found where they stand, and the request stays as it is printed.
        return
    told = [one for one in response[asked[0] :] if not _is_item(one)]
    plainly = sum(_is_question(one) or asks(behind_label(one.text)) for one in questions)
    if plainly * 2 > len(questions) or not {*map(look, questions)} & {*map(look, told)}:
        record.request += questions


def _leave_nil_returns(record: Record) -> None:
    """Leave out what follows a record under the heading of a time in which nothing was asked: "Quarter 2", "Nil return"."""
    response = record.response
    times = [place for place, block in enumerate(response) if place and _is_time(block)]
    found = len(response)
    # From below, as long as nothing stands under each: a table by quarters, with figures in some, is an answer.
    for place, end in reversed([*pairwise([*times, found])]):
        below = response[place + 1 : end]
        is_set_out = response[place].kind is Kind.HEADING
        is_last = end == len(response)
        if not (_says_nil(below[0]) and (is_set_out or len(below) == 1) if below else is_last):
            break
        found = place
    if any(map(_says_nil, response[found:])):
        record.others += [(block, NO_FIELD) for block in response[found:]]
        record.response = response[:found]


def _is_time(block: Block) -> bool:
    is_line = block.kind in _LINES and block.column is None
    return is_line and _TIME.fullmatch(block.text.strip()) is not None


def _says_nil(block: Block) -> bool:
    return not block.rows and _NIL.fullmatch(block.text.strip()) is not None


def _is_item(block: Block) -> bool:
    label = leading_label(block.text)
    return not block.rows and (
        (block.kind is Kind.ITEM and label is None) or (label is not None and not label.is_answer)
    )


def _is_question(block: Block) -> bool:
    return block.text.rstrip().endswith("?") or _is_item(block)


def look(block: Block) -> tuple[bool, bool]:
    """Return how a block's words are set, whatever its number is: in bold, in italics."""
    return is_bold_behind_label(block), block.is_italic


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
        record.request[0] = behind(first, found[2])


def behind(block: Block, place: int) -> Block:
    """Return what stands behind a place in a block's words; what is blank in front of them does not count."""
    lead = len(block.text) - len(block.text.lstrip())
    return replace(block, runs=after(block.runs, lead + place))


def _take_last(record: Record) -> None:
    """Take the reference that a line below the answer begins with: "(FOI 17/22, answered in May)"."""
    part = record.response or record.request
    last = next((block for block in reversed(part) if block.text.strip()), None)
    if last is None or len(last.text.split()) > _LONGEST_FOOT or last.rows:
        return
    words = last.text.strip().lstrip(_BRACKETS)
    is_bracketed = last.text.strip()[0] in "([" and last.text.strip().rstrip(".")[-1:] in ")]"
    ref = _begins_with_reference(words)
    if ref is None and is_bracketed and len(part) > 1:
        # "(Request 2023/45)": in brackets below an answer, "Request" asks nothing.
        found = reference_in_heading(words)
        ref = found[0] if found and not found[1] else None
    if ref:
        record.ref = ref
        record.others.append((last, NO_FIELD))
        part.remove(last)


def _begins_with_reference(words: str) -> str | None:
    """Return the reference that a line begins with: one of letters and digits, or any behind its label."""
    label = label_of(words)
    if label and label.role is Role.REF and (told := labelled_reference(words[label.rest :])):
        return told[0]
    found = current_vocabulary().reference.match(words)
    is_whole = found is not None and _LETTERS.match(found[0]) is not None
    return found[0] if found and is_whole and sum(map(str.isdigit, found[0])) > _FEWEST else None
