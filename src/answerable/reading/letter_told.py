"""Whether a letter answers: what it says of whoever asked, and whether it asks itself."""

import re
from collections.abc import Sequence
from itertools import pairwise

from answerable.reading.blocks import Block
from answerable.reading.letter_behind import is_asked_below, without_history
from answerable.reading.letter_frame import is_close, is_salute, strong_label
from answerable.reading.letter_reach import COLONS, asked_in, begins_reply, is_set_apart
from answerable.reading.letter_turns import answers_between
from answerable.reading.question_rows import is_question_table
from answerable.reading.sayings import openings
from answerable.reading.vocabulary import current_vocabulary

_READER = ("you", "gof", "gwn", "eic")
_YOURS = re.compile(
    r"\byour (?:\w+ ){0,2}(?:request|enquiry|questions|e-?mail|letter|message|correspondence)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    rf"(?:{openings('asking')['by_law']}\s[^;\n]{{0,120}}?,\s)?{openings('asking')['begins_request']}",
    re.IGNORECASE,
)
_NEAR_BEGINNING = 10


def is_answer_letter(blocks: Sequence[Block]) -> bool:
    """Return whether blocks are one letter that answers: it speaks as an answer does, and greets at most once."""
    blocks, quoted = without_history(blocks)
    if is_asked_below(blocks, quoted) or answers_between(blocks):
        return True
    salutes = [place for place, block in enumerate(blocks) if is_salute(block)]
    salutes = [place for place in salutes if not blocks[place].quoted] or salutes
    if not all(_is_quoted_greeting(blocks, *pair) for pair in pairwise(salutes)):
        return False
    behind = blocks[salutes[0] :] if salutes else blocks

    def says(phrase: str) -> bool:
        words = current_vocabulary()
        return any(words.says(phrase, one.text) for one in behind if not is_set_apart(one))

    if not salutes:
        led = sum(map(leads_to_request, blocks))
        begins = says("letter.asked") or says("letter.opened")
        # A page that prints one letter may leave out how to complain; a log leads to several requests.
        speaks = says("letter.complained") or (led == 1 and any(map(_begins_to_answer, blocks)))
        return begins and speaks and led <= 1
    if says("letter.opened"):
        return not (salutes and _begins_to_ask(behind))
    speaks = says("letter.answered") or says("letter.complained") or any(map(_is_reply, behind))
    tells = any(map(_says_who_asked, behind)) or any(map(is_question_table, behind))
    told = speaks or (tells and says("letter.closed"))
    return told and not (_asks_first(behind) or _begins_to_ask(behind))


def _is_quoted_greeting(blocks: Sequence[Block], first: int, last: int) -> bool:
    """Return whether the second of two greetings begins what the letter quotes: it is led to, and no letter closes before."""
    is_led_to = blocks[last - 1].text.rstrip().endswith(COLONS)
    return is_led_to and not any(map(is_close, blocks[first:last]))


def leads_to_request(block: Block) -> bool:
    """Return whether a paragraph says that what somebody asked stands below it: "You asked us for the following:"."""
    return block.text.rstrip().endswith(COLONS) and asked_in(block.text) is not None


def _begins_to_answer(block: Block) -> bool:
    """Return whether a paragraph speaks of the answer from its first words on: "I have today decided …"."""
    found = current_vocabulary().says("letter.answered", block.text)
    return found is not None and found.start() < _NEAR_BEGINNING


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


def _begins_to_ask(blocks: Sequence[Block]) -> bool:
    """Return whether a letter asks right below its greeting: "I am writing to respectfully request the following"."""
    said = [block.text for block in blocks if block.text.strip()][:3]
    return any(map(asks_formally, said)) and not any(_YOURS.search(one.text) for one in blocks)


def asks_formally(text: str) -> bool:
    """Return whether a paragraph begins as a request does: "I am writing to request"."""
    return _ASKS.match(text.strip()) is not None


def _is_reply(block: Block) -> bool:
    label = strong_label(block)
    return label is not None and begins_reply(label)
