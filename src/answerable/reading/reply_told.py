"""Letters that say in no known word what was asked and what is answered: their lists tell it, since the labels count twice."""

from collections.abc import Sequence

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind
from answerable.reading.documents import Explained
from answerable.reading.items import split_blocks
from answerable.reading.labelling import says_reference
from answerable.reading.letter_frame import is_close
from answerable.reading.letter_lists import begins_list, behind_first_list
from answerable.reading.letter_subjects import is_heading, without_reference
from answerable.reading.letter_turns import asked_in_turn, parted_questions
from answerable.reading.letters import letter_record
from answerable.reading.naming import behind_names, only_names
from answerable.reading.records import Record
from answerable.reading.rows_told import line, points_in

_ASKED, _ANSWERED = "Your request:", "Our response:"
_FEWEST = 2
_LINES = (Kind.PARAGRAPH, Kind.ITEM)


def reply_told(blocks: Sequence[Block]) -> tuple[Record, list[Explained]] | None:
    """Return the record of a letter by its lists, and which rules took what; None if they do not tell it."""
    told = _with_points(blocks) or with_reply_told(blocks)
    if told is None:
        return None
    record, rules = letter_record(told)
    if not (record.ref and record.request and record.response):
        return None
    above = told[: next(at for at, block in enumerate(told) if block.text == _ASKED)]
    if not any(record.title in block.text for block in above):
        # Without a greeting the subject is the last line that is set out above what was asked.
        subject = next((one for one in reversed(above[1:]) if is_heading(one)), None)
        record.title = without_reference(subject.text, record.ref) if subject else record.title
    return record, rules


def _with_points(blocks: Sequence[Block]) -> list[Block] | None:
    """Return the blocks of a letter with the points of a table, wherever it stands, above its last words; None without one."""
    found = ((at, points) for at, one in enumerate(blocks) if (points := points_in(one)))
    place, points = next(found, (0, None))
    if points is None or not place:
        return None
    close = next((at for at in range(place) if is_close(blocks[at])), place)
    asked, told = line(_ASKED, blocks[close]), line(_ANSWERED, blocks[close])
    both = [asked, *points.asked, told, *points.told]
    return [*blocks[:close], *both, *blocks[close:place], *blocks[place + 1 :]]


def with_reply_told(blocks: Sequence[Block]) -> list[Block] | None:
    """Return the blocks of a letter with "Your request:" above its list of questions, and "Our response:" behind it.

    None unless the list comes again with the answers, the answers name its questions, or each stands below its own.
    """
    labels = {
        place: label
        for place, block in enumerate(blocks)
        if not block.rows and (label := leading_label(block.text)) and not label.is_answer
    }
    first = next((place for place, label in labels.items() if begins_list(label)), 0)
    if not first or sum(place >= first for place in labels) < _FEWEST:
        return None
    begin = first - 1 if _may_introduce(blocks, first - 1) else first
    asked = line(_ASKED, blocks[begin])
    if end := _behind_questions(blocks, first, [*labels]):
        told = line(_ANSWERED, blocks[end])
        return [*blocks[:begin], asked, *blocks[begin:end], told, *blocks[end:]]
    is_in_turn = bool(asked_in_turn(parted_questions(split_blocks(blocks[first:]))))
    return [*blocks[:begin], asked, *blocks[begin:]] if is_in_turn else None


def _behind_questions(blocks: Sequence[Block], first: int, labels: Sequence[int]) -> int:
    """Return the place behind the list of questions that begins at a place; 0 if no other answers it."""
    if end := behind_first_list(blocks[first:]):
        return first + end
    named = [place for place in range(first + 1, len(blocks)) if _names_question(blocks[place])]
    if len(named) < _FEWEST:
        return 0
    last = max((place for place in labels if place < named[0]), default=0)
    return last + 1 if last > first else 0


def _names_question(block: Block) -> bool:
    text = block.text
    is_line = leading_label(text) is not None and only_names(text)
    return not block.rows and (behind_names(text) > 0 or is_line)


def _may_introduce(blocks: Sequence[Block], place: int) -> bool:
    """Return whether a paragraph above the first question may be the asker's own, and another above it leads to both."""
    block = blocks[place]
    is_line = block.kind in _LINES and not block.rows and not block.is_bold
    return place > 1 and is_line and not says_reference(block)
