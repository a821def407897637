"""The frame of a letter: where it begins to speak, where it tells what was asked, and where it closes."""

import re
from collections.abc import Sequence

from answerable.domain.questions import leading_label
from answerable.reading.asides import offers_remedy
from answerable.reading.blocks import Block, Kind
from answerable.reading.items import asks
from answerable.reading.letter_lists import begins_list
from answerable.reading.letter_reach import asked_in, begins_reply, is_inside_quote, is_set_apart
from answerable.reading.letter_subjects import is_heading, is_subject, names_act, subject_said
from answerable.reading.vocabulary import Label, Role, current_vocabulary, label_of

LEADS = re.compile(r"\b(?:you|your)\b[^:]*:\s*$", re.IGNORECASE)
MAIL_HEADER = re.compile(
    r"[-_\s]*original message|(?:from|to|cc|bcc|sent|oddi wrth|at|anfonwyd)\s?:", re.IGNORECASE
)
_WAS_FOR = re.compile(
    r"your (?:original |initial |foi |eir )?(?:request|enquiry|e-?mail|letter)\b.{0,60}\b(?:was|were|is|asked|read|said|reads)\b.{0,20}:$",
    re.IGNORECASE,
)
_LONGEST_SALUTE = 8
_LONGEST_CLOSE = 6
_LONGEST_LINE = 4
_LONGEST_SUBJECT = 20


def any_salute(blocks: Sequence[Block]) -> bool:
    """Return whether any of some blocks greets."""
    greets = current_vocabulary().phrases["letter.salutes"].match
    for block in blocks:  # noqa: SIM110 a generator takes twice as long
        if greets(block.text.strip()) and is_salute(block):
            return True
    return False


def is_salute(block: Block) -> bool:
    """Return whether a block greets whoever a letter is for: "Dear Requester"."""
    text = block.text.strip()
    # Whether its words greet is asked first: few do, and all blocks are asked.
    if current_vocabulary().phrases["letter.salutes"].match(text) is None:
        return False
    is_short = len(text.split(maxsplit=_LONGEST_SALUTE)) <= _LONGEST_SALUTE
    return is_short and block.kind is not Kind.ITEM and not text.endswith("?")


def is_close(block: Block) -> bool:
    """Return whether a block closes a letter: "Yours sincerely"."""
    text = block.text.strip()
    closes = current_vocabulary().says("letter.closed", text)
    return closes is not None and closes.start() == 0 and len(text.split()) <= _LONGEST_CLOSE


def behind_head(blocks: Sequence[Block]) -> int:
    """Return where a letter begins to speak: behind its greeting, or where it first says what was asked."""
    salute = next((place for place, block in enumerate(blocks) if is_salute(block)), None)
    if salute is not None:
        return salute + 1
    words = current_vocabulary()
    for place, block in enumerate(blocks):
        label = strong_label(block)
        says = asked_in(block.text) or words.says("letter.opened", block.text)
        if says or (label and label.begins_part and not is_subject(block)):
            return place
    return 0


def end_of(blocks: Sequence[Block], start: int) -> int:
    """Return where the letter closes: its last words to the reader, and how to complain if that comes before."""
    words = current_vocabulary()
    closes = [place for place in range(start, len(blocks)) if is_close(blocks[place])]
    closes = [place for place in closes if not is_inside_quote(blocks, place)]
    greeted = [place for place in range(start, len(blocks)) if is_salute(blocks[place])]
    if len(closes) > 1 and greeted and greeted[0] < closes[0]:
        # Whoever is quoted closed their letter, too.
        closes = closes[1:]
    end = closes[0] if closes else len(blocks)
    last_answer = max(
        (
            place
            for place in range(start, end)
            if leading_label(blocks[place].text)
            or blocks[place].rows
            or _heads_reply(blocks[place])
        ),
        default=start,
    )
    for place in range(start + 1, end):
        text = blocks[place].text
        ends = words.says("letter.complained", text) or offers_remedy(text)
        if ends and place >= last_answer:
            # Right below a heading a few words are what it heads.
            is_headed = is_heading(blocks[place - 2]) and not is_heading(blocks[place - 1])
            is_headed = is_headed or _is_asked_above(blocks[place - 2], blocks[place - 1])
            heads = _heads_end(blocks[place - 1]) and place - 1 > start and not is_headed
            return place - 1 if heads else place
    return end


def _heads_reply(block: Block) -> bool:
    """Return whether a line only heads what is answered: above it, even words on reviews are what was asked."""
    label = strong_label(block)
    return label is not None and begins_reply(label) and label.rest >= len(block.text.rstrip())


def _is_asked_above(block: Block, below: Block) -> bool:
    """Return whether a line below a question that is set apart is its answer: "(iv) Any bonus", and then "None"."""
    is_apart = is_set_apart(block) or block.is_bold or block.text.rstrip().endswith("?")
    is_asked = leading_label(block.text) is not None and is_apart
    return is_asked and not is_heading(below) and not below.is_bold


def _heads_end(block: Block) -> bool:
    text = block.text.strip()
    is_line = (
        0 < len(text.split()) <= _LONGEST_LINE
        and text[-1].isalpha()
        and block.kind is not Kind.ITEM
    )
    return is_heading(block) or (is_line and leading_label(text) is None and block.column is None)


def request_at(blocks: Sequence[Block], start: int, end: int) -> int:
    """Return where a letter begins to say what was asked: a label, words that lead to it, or the first question.

    Where nothing does, the body begins behind the courtesies: the request is what they name.
    """
    roles = {place: label for place in range(start, end) if (label := strong_label(blocks[place]))}
    reply = next((place for place, label in roles.items() if begins_reply(label)), end)
    for place, label in roles.items():
        # "Freedom of Information request: Tasers" is the subject.
        named = names_act(label, place - start) and is_subject(blocks[place])
        if label.role is Role.REQUEST and place < reply and not named:
            return place
    is_subject_first = start < reply and stands_as_subject(blocks, start)
    first = start + 1 if is_subject_first else start
    led = next((place for place in range(first, reply - 1) if _leads_to_list(blocks, place)), reply)
    told = asked_in(blocks[led].text) if led < reply else None
    is_told = told is not None and told.group().lower().startswith("you")
    for tells in (
        lambda block: _leads_strongly(block) or asked_in(block.text) is not None,
        lambda block: _is_courtesy(block) and block.text.rstrip().endswith(":"),
        lambda block: LEADS.search(block.text) is not None and not is_set_apart(block),
        lambda block: is_set_apart(block) or _asks(block),
    ):
        found = next((place for place in range(first, reply) if tells(blocks[place])), None)
        if found is not None and is_told and _is_courtesy(blocks[found]):
            # A courtesy may say what was asked lately: the list is what the letter is about.
            return led
        if found is not None:
            return min(led, _first_of_list(blocks, first, found))
    begin = first
    while begin < reply and (
        _is_courtesy(blocks[begin])
        or (begin < start + 2 and is_subject(blocks[begin]))
        or _tells_ref(blocks[begin])
    ):
        begin += 1
    return begin


def _leads_to_list(blocks: Sequence[Block], place: int) -> bool:
    """Return whether a courtesy, or words that somebody asked, end on a colon right above the first point of a list: however that asks, it was asked."""
    block, label = blocks[place], leading_label(blocks[place + 1].text)
    leads = _is_courtesy(block) or asked_in(block.text) is not None
    is_led = leads and block.text.rstrip().endswith(":")
    return is_led and label is not None and begins_list(label)


def _leads_strongly(block: Block) -> bool:
    """Return whether a paragraph leads to what was asked by a day and a colon: "Your request on 12 January 2031 was for:"."""
    text = block.text.strip()
    return text.endswith(":") and _WAS_FOR.match(text) is not None


def _first_of_list(blocks: Sequence[Block], start: int, place: int) -> int:
    """Return where the list begins in which a paragraph stands: its first point may ask in no word."""
    label = leading_label(blocks[place].text)
    if label is None or label.is_answer:
        return place
    if begins_list(label):
        over = leading_label(blocks[place - 1].text) if place > start else None
        # "1. In each year:" stands over "1.1", or over "(a)".
        return place - 1 if over and over.style != label.style and begins_list(over) else place
    for above in range(place - 1, start - 1, -1):
        first = leading_label(blocks[above].text)
        if first and first.style == label.style and begins_list(first):
            return above
    return place


def _asks(block: Block) -> bool:
    label = leading_label(block.text)
    return block.text.rstrip().endswith("?") or (
        label is not None and not label.is_answer and asks(block.text[label.end :])
    )


def stands_as_subject(blocks: Sequence[Block], place: int) -> bool:
    """Return whether the line right below a greeting names what the letter is about: a courtesy follows it."""
    text = blocks[place].text.strip()
    if subject_said(text) is not None:
        return True
    is_line = 0 < len(text.split()) <= _LONGEST_SUBJECT and text.rstrip(")]")[-1:].isalnum()
    follows = place + 1 < len(blocks) and _is_courtesy(blocks[place + 1])
    return (
        is_line and follows and leading_label(text) is None and strong_label(blocks[place]) is None
    )


def _tells_ref(block: Block) -> bool:
    label = strong_label(block)
    return label is not None and label.role is Role.REF


def is_frame(block: Block) -> bool:
    """Return whether a paragraph of the opening answers nothing: a courtesy, a heading, a header of a mail, a reference."""
    is_ref = _tells_ref(block)
    is_header = MAIL_HEADER.match(block.text.strip()) is not None
    return _is_courtesy(block) or is_heading(block) or is_header or is_ref or not block.text.strip()


def _is_courtesy(block: Block) -> bool:
    text = block.text
    return current_vocabulary().says("letter.opened", text) is not None and not block.rows


def strong_label(block: Block) -> Label | None:
    """Return the label that a block begins with, if it stands alone or a colon parts it from the rest."""
    if block.kind in (Kind.TABLE, Kind.PICTURE, Kind.BREAK) or leading_label(block.text):
        return None
    label = label_of(block.text)
    return label if label and label.is_strong else None
