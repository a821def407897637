"""Lines without a label that a question leads to: "For each, please give:" and, below it, what to give."""

from collections.abc import Sequence
from itertools import pairwise

from answerable.domain.questions import leading_label
from answerable.reading.asked import Asked
from answerable.reading.blocks import Block, Kind
from answerable.reading.items import asks
from answerable.reading.replies_below import speaks_for_asker

_LEADS = (":", ":-", ":\u2013")
# What a word processor's second bullet becomes where only its text is kept.
_BULLETS = ("o ", "- ", "\u2013 ", "\u25aa ", "\u25cb ", "\u00b7 ")
_LONGEST = 25
_KINDS = (Kind.PARAGRAPH, Kind.ITEM)


def with_lines_below(questions: Sequence[Asked], request: Sequence[Block]) -> None:
    """Add to each question that leads to lines, or has bullets below it, those up to the next label.

    Below the last question only lines count that are no sentence: what whoever asks says at the end belongs to all.
    """
    places = sorted({one.at for one in questions if one.at is not None and not one.is_in_response})
    ends = dict(pairwise([*places, len(request)]))
    for question in questions:
        place = question.at
        if place is None or place not in ends:
            continue
        lines = _lines(request, place, ends[place])
        if lines:
            question.text = "\n".join([question.text, *lines])


def _lines(request: Sequence[Block], place: int, end: int) -> list[str]:
    text = request[place].text.rstrip()
    if place + 1 >= end or not (
        text.endswith(_LEADS) or request[place + 1].text.startswith(_BULLETS)
    ):
        return []
    lines = []
    is_last = end == len(request)
    for block in request[place + 1 : end]:
        if not _belongs(block, is_last=is_last):
            break
        lines.append(block.text.strip())
    return lines


def _belongs(block: Block, *, is_last: bool) -> bool:
    text = block.text.strip()
    if block.kind not in _KINDS or block.rows or not text or leading_label(text):
        return False
    if text.startswith(_BULLETS):
        return True
    is_line = len(text.split(maxsplit=_LONGEST)) <= _LONGEST and not speaks_for_asker(block)
    return is_line and not (is_last and (text.endswith(".") or asks(text)))
