"""A request and the letter that answers it, one below the other, each with its own greeting and last words."""

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise

from answerable.domain.decisions import Outcome
from answerable.reading.acknowledgements import DECIDED
from answerable.reading.blocks import Block, Kind
from answerable.reading.days import begins_with_day, day_in
from answerable.reading.decisions import decided
from answerable.reading.documents import Explained
from answerable.reading.items import marks_of
from answerable.reading.letter_behind import request_in_mail
from answerable.reading.letter_frame import MAIL_HEADER, is_close, is_salute
from answerable.reading.letter_subjects import take_received, take_reference_within
from answerable.reading.letter_told import is_answer_letter
from answerable.reading.letters import OPENING, record_of_letter
from answerable.reading.matches import stems
from answerable.reading.records import Record, is_furniture
from answerable.reading.references import reference_within
from answerable.reading.vocabulary import Role, current_vocabulary

OTHER_LETTER = "Another letter of the exchange: it neither asks first, nor answers"

_THANKS = re.compile(r"thank(?:s| you) for your\b", re.IGNORECASE)
_WAS_RECEIVED = re.compile(
    r"\breceived\b[^.]{0,60}?\bon\s(?:the\s)?(?=(?:\w{3,6}day,?\s)?\d)", re.IGNORECASE
)
_OF_REVIEW = re.compile(r"\breview|\bcomments?\b|\bcomplain", re.IGNORECASE)
# Where to read about the Act is no answer.
_DECIDED = DECIDED - {Outcome.ELSEWHERE, Outcome.SIGNPOSTED}
# "… unless the Board does not hold it" decides nothing.
_IN_CASE = re.compile(r"\b(?:unless|if|should|where)\b[^.\n]*", re.IGNORECASE)
_NEAR = 6
_LONGEST_DAY = 40
_FEWEST = 2
_LONGEST_TITLE = 20


def parted_letters(blocks: Sequence[Block]) -> list[Sequence[Block]]:
    """Return the letters that blocks are, each from its head on; none unless one closes before the next greets."""
    salutes = [place for place, block in enumerate(blocks) if is_salute(block) and not block.quoted]
    salutes = salutes and sorted({*salutes, *_thanked_below(blocks, salutes[0])})
    cuts = [0]
    open_ends = 0
    for last, place in pairwise(salutes):
        closes = [at for at in range(last, place) if is_close(blocks[at])]
        if not closes and (len(cuts) == 1 or open_ends):
            return []
        if not closes:
            # Of several letters one may end on a name alone.
            open_ends += 1
            cuts.append(place)
            continue
        # Who signs stands on a line or two; the next letter begins with who wrote it, its day, or its number.
        heads = range(closes[-1] + 1, place)
        cuts.append(next((at for at in heads if _heads_letter(blocks[at])), place))
    whole = [blocks[first:last] for first, last in pairwise([*cuts, len(blocks)])]
    return whole if len(whole) >= _FEWEST else []


def _thanked_below(blocks: Sequence[Block], first: int) -> list[int]:
    """Return where an answer begins that greets nobody: it thanks for the request right below the last words of the letter that asks."""
    closes = next((at for at in range(first, len(blocks)) if is_close(blocks[at])), len(blocks))
    near = range(closes + 1, min(len(blocks), closes + _NEAR))
    if any(is_salute(blocks[place]) for place in near):
        return []
    return [place for place in near if _THANKS.match(blocks[place].text.strip())]


def _thanks(letter: Sequence[Block]) -> bool:
    return any(_THANKS.match(one.text.strip()) for one in letter[:_NEAR])


def is_answered_below(blocks: Sequence[Block]) -> bool:
    """Return whether below the only letter that greets an answer begins that greets nobody."""
    salutes = [place for place, block in enumerate(blocks) if is_salute(block) and not block.quoted]
    return len(salutes) == 1 and bool(_thanked_below(blocks, salutes[0]))


def exchange_record(letters: Sequence[Sequence[Block]]) -> tuple[Record, list[Explained]] | None:
    """Return the record of a request, the first of some letters, and the longest that answers; None if none does."""
    asked, *others = letters
    answers = [one for one in others if is_answer_letter(one) or _thanks(one)]
    if not answers or is_answer_letter(asked):
        return None
    # However long an acknowledgement is, a letter that goes on to answer is the answer.
    answer = max([one for one in answers if not _is_to_come(one)] or answers, key=_length)
    record, explained = record_of_letter(answer, asked)
    _ask_first(record, asked)
    if title := _title_over(asked):
        record.title = title
    for role, letter in ((Role.RECEIVED, asked), (Role.ANSWERED, answer)):
        if record.days.get(role) is None:
            record.take_day(role, _day_over(letter))
    left = [block for one in others if one is not answer for block in one]
    _tell_from_others(record, [one for one in answers if one is not answer])
    record.others += [(block, OTHER_LETTER) for block in left if not is_furniture(block)]
    return record, explained


def _is_to_come(letter: Sequence[Block]) -> bool:
    """Return whether a letter says that the answer is still to come, and decides nothing."""
    text = "\n".join(block.text for block in letter)
    promises = current_vocabulary().says("letter.acknowledged", text) is not None
    return promises and not any(one in _DECIDED for one in decided(_IN_CASE.sub("", text))[0])


def _tell_from_others(record: Record, letters: Sequence[Sequence[Block]]) -> None:
    """Take the reference that only an acknowledgement tells, and the day on which it says that the request was received.

    The answer itself may say only of which day the request is. Later letters say when something else was received.
    """
    is_told = False
    for letter in letters:
        take_reference_within(record, letter[:_NEAR])
        for block in letter[: 2 * _NEAR]:
            said = None if is_told else _WAS_RECEIVED.search(block.text)
            day = day_in(block.text[said.end() :][:_LONGEST_DAY]) if said else None
            if day and not _OF_REVIEW.search(block.text):
                record.days[Role.RECEIVED] = day
                is_told = True
                break
            take_received(record, block.text)


def _ask_first(record: Record, letter: Sequence[Block]) -> None:
    """Take as what was asked the first letter's words, where the answer only names them in a sentence, and they have points or more words."""
    asked, _ = request_in_mail(letter[len(_head(letter)) :])
    own = record.request
    is_named = not marks_of(own) and len(own) <= _FEWEST
    if asked and is_named and _length(asked) > _length(own):
        record.response[:0] = own if not record.response else []
        record.request = asked
    opening = [one for one in record.others if one[1] == OPENING]
    if opening and not record.response:
        # All of the answer stands behind its thanks.
        record.others = [one for one in record.others if one[1] != OPENING]
        record.response = [block for block, _ in opening]


def _length(letter: Sequence[Block]) -> int:
    return sum(len(block.text) for block in letter)


def _heads_letter(block: Block) -> bool:
    text = block.text.strip()
    is_told = begins_with_day(text) or reference_within(text) is not None
    return block.kind is Kind.HEADING or MAIL_HEADER.match(text) is not None or is_told


def _head(letter: Sequence[Block]) -> Sequence[Block]:
    salute = next((place for place, block in enumerate(letter) if is_salute(block)), 0)
    return letter[:salute]


def _title_over(letter: Sequence[Block]) -> str:
    """Return the heading over the first letter that names no sender: it is what all of them are about."""
    heads = (one for one in _head(letter) if one.kind is Kind.HEADING)
    named = (one.text.strip() for one in heads if not MAIL_HEADER.match(one.text.strip()))
    return next(named, "") or _line_on_top(letter)


def _line_on_top(letter: Sequence[Block]) -> str:
    """Return the first line of all, where only text is kept, if more stands between it and the greeting, or the letter has its words, too."""
    head = _head(letter)
    lines = [one.text.strip() for one in head if one.text.strip()]
    first = lines[0] if lines else ""
    if len(lines) == 1 and not stems(first) & stems(" ".join(one.text for one in letter[len(head) + 1 :])):  # fmt: skip
        return ""
    is_line = 0 < len(first.split()) <= _LONGEST_TITLE and first[-1:] not in ".:?"
    is_named = MAIL_HEADER.match(first) is not None or begins_with_day(first)
    return first if is_line and not is_named and head[0].kind is Kind.PARAGRAPH else ""


def _day_over(letter: Sequence[Block]) -> dt.date | None:
    days = (day_in(one.text) for one in _head(letter))
    return next((day for day in days if day), None)
