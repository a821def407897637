"""How far a letter tells what was asked: where its answers begin."""

import re
from collections.abc import Sequence

from answerable.domain.questions import PrintedLabel, behind_label, leading_label
from answerable.reading.blocks import Block, Kind
from answerable.reading.items import asks
from answerable.reading.letter_lists import begins_list, behind_first_list, key_of
from answerable.reading.matches import plain
from answerable.reading.replies_below import speaks_for_asker
from answerable.reading.sayings import openings
from answerable.reading.vocabulary import Label, Role, current_vocabulary, label_of

_RELATIVE = re.compile(
    r"\b(?:(?:information|data|details|documents?|records?|material|it)\s+(?:that\s+|which\s+)?|what\s+|as\s+|where\s+|when\s+|if\s+)$",
    re.IGNORECASE,
)
_OWN_WISHES = re.compile(openings("asking")["own_wishes"], re.IGNORECASE)
COLONS = (":", ":-", ":\u2013", ";")
"""What a text ends in that leads to another."""
CLOSES_QUOTE = re.compile(r"[\"\u201d\u2019'][.,;]?\s*$")
_QUOTE = re.compile(r"[\"\u201c\u2018'>]")
_FARTHEST_CLOSE = 40
_LONGEST_QUOTE = 100
_LONGEST_INTRODUCTION = 3
_NEAR_BEGINNING = 40
_SHORTEST_QUOTE = 6
_SHORTEST_QUESTION = 4
_LONGEST_LOOSE = 25


def length_of_request(pieces: Sequence[Block]) -> int:
    """Return how many of the pieces tell what was asked."""
    if pieces and _begins_to_answer(pieces[0]):
        return 0
    replies = [place for place, block in enumerate(pieces) if _is_reply(block)]
    end = replies[0] if replies else len(pieces)
    if replies and (headed := _next_heading(pieces, end)):
        return headed
    if len(replies) == 1:
        return _without_courtesies(pieces, end)
    end = min(end, _said_again(pieces[:end]))
    begun = behind_first_list(pieces[:end])
    if begun and begun < end and _begins_again(pieces, begun):
        return begun
    return next(
        (place for place in range(begun, end) if place and not _goes_on(pieces, place)), end
    )


def _without_courtesies(pieces: Sequence[Block], end: int) -> int:
    """Return where a request ends behind which the letter says how it was dealt with, above the heading of its reply."""
    says = current_vocabulary().says
    while end > 1:
        text = pieces[end - 1].text.strip()
        said = says("letter.opened", text)
        is_form = said is not None and said.start() < _NEAR_BEGINNING and asked_in(text) is None
        if not is_form or text.endswith(("?", *COLONS)) or is_set_apart(pieces[end - 1]):
            return end
        end -= 1
    return end


def _begins_to_answer(block: Block) -> bool:
    """Return whether a paragraph answers from its first words on: what was asked, only the opening names."""
    text = block.text.strip()
    found = current_vocabulary().says("letter.answered", text)
    is_near = found is not None and found.start() < _NEAR_BEGINNING // 4
    return is_near and not (asked_in(text) or text.endswith(("?", ":")))


def _said_again(pieces: Sequence[Block]) -> int:
    """Return where the first question is printed again, with what leads to it: there the answers begin."""
    asked = [
        place for place, block in enumerate(pieces) if place and asks(behind_label(block.text))
    ]
    words = plain(behind_label(pieces[asked[0]].text)) if asked else ""
    label = leading_label(pieces[asked[0]].text) if asked else None
    again = [
        place
        for place in asked[1:]
        if plain(behind_label(pieces[place].text)) == words and not _counts_on(pieces[place], label)
    ]
    if len(words.split()) < _SHORTEST_QUESTION or not again or again[0] == asked[0] + 1:
        return len(pieces)
    end = max(place for place in asked if place < again[0]) + 1
    # The list may end on points that ask in no word.
    while end < again[0] and _lists(pieces, end):
        end += 1
    return end


def _counts_on(block: Block, first: PrintedLabel | None) -> bool:
    """Return whether a question has another label than the first: a request may ask the same under two."""
    label = leading_label(block.text)
    return label is not None and first is not None and key_of(label) != key_of(first)


def _begins_again(pieces: Sequence[Block], place: int) -> bool:
    """Return whether a paragraph has the first label again: the list of the answers begins right behind that of the questions."""
    labels = [label for block in pieces[:place] if (label := leading_label(block.text))]
    label = leading_label(pieces[place].text)
    return label is not None and key_of(label) == key_of(labels[0])


def _next_heading(pieces: Sequence[Block], end: int) -> int:
    """Return the heading below what a heading says was asked, before a decision and no response; 0 if there is none.

    Headings of one look part a letter: "Your request", "Findings", "Outcome".
    """
    label = label_of(pieces[end].text)
    is_decision = label is not None and label.role is Role.OUTCOME
    if not is_decision or pieces[0].kind is not Kind.HEADING:
        return 0
    heads = (place for place in range(2, end) if pieces[place].kind is Kind.HEADING)
    return next((place for place in heads if leading_label(pieces[place].text) is None), 0)


def asked_in(text: str) -> re.Match[str] | None:
    """Return where a text says that something was asked; not "the information that you requested"."""
    found = current_vocabulary().phrases["letter.asked"].finditer(text)
    return next((one for one in found if not _RELATIVE.search(text[: one.start()])), None)


def begins_reply(label: Label) -> bool:
    """Return whether a label heads what a letter answers: "Our response", or "Decision" on a line of its own."""
    return label.role is Role.RESPONSE or (
        label.role is Role.OUTCOME and label.rest >= len(label.words)
    )


def _is_reply(block: Block) -> bool:
    """Return whether a block begins with a label of the response, or of an answer."""
    label = leading_label(block.text)
    if label:
        return label.is_answer
    found = label_of(block.text)
    return found is not None and found.is_strong and begins_reply(found)


def _goes_on(pieces: Sequence[Block], place: int) -> bool:
    """Return whether a paragraph still tells what was asked."""
    block, text = pieces[place], pieces[place].text.strip()
    words = current_vocabulary()
    answers = words.says("letter.answered", text)
    if answers and answers.start() < _NEAR_BEGINNING // 2 and not text.endswith("?"):
        return False
    if is_inside_quote(pieces, place):
        return True
    if not text or block.rows:
        return False
    label = leading_label(text)
    first = pieces[0]
    if is_set_apart(first) or (is_set_apart(pieces[min(1, place)]) and not _asks_itself(first)):
        return is_set_apart(block)
    if label:
        return asks(text[label.end :]) or _lists(pieces, place)
    return (
        text.endswith("?")
        or block.kind is Kind.ITEM
        or (is_set_apart(block) and not _asks_itself(first))
        or (place == 1 and _leads(first) and not words.says("letter.opened", text))
        or _leads_to_list(pieces, place)
        or _introduces(pieces, place)
        or (speaks_for_asker(block) and not _tells_on(text))
        or _is_line_below(pieces, place)
    )


def _is_line_below(pieces: Sequence[Block], place: int) -> bool:
    """Return whether a paragraph is one of the lines, none of them a sentence, right below words that lead to a request: "You requested the following"."""
    lines = pieces[1 : place + 1]
    is_led = asked_in(pieces[0].text) is not None and not pieces[0].text.rstrip().endswith(".")
    return is_led and all(map(_is_loose_line, lines))


def _is_loose_line(block: Block) -> bool:
    text = block.text.rstrip()
    is_plain = block.kind is Kind.PARAGRAPH and not block.is_bold
    return is_plain and not text.endswith((".", "!")) and len(text.split()) <= _LONGEST_LOOSE


def _tells_on(text: str) -> bool:
    """Return whether a wish is the body's: "I would like to apologise for the delay"."""
    return (
        _OWN_WISHES.search(text) is not None
        or current_vocabulary().says("letter.opened", text) is not None
    )


def _asks_itself(block: Block) -> bool:
    """Return whether a paragraph is a question with its label: in italics below it stands its answer."""
    label = leading_label(block.text)
    return label is not None and not label.is_answer and bool(block.text[label.end :].strip())


def _leads_to_list(pieces: Sequence[Block], place: int) -> bool:
    """Return whether a paragraph behind what was asked leads to bullets: "This shall include but not be limited to:"."""
    is_last = place + 1 >= len(pieces)
    return (
        not is_last
        and pieces[place].text.rstrip().endswith(COLONS)
        and pieces[place + 1].kind is Kind.ITEM
    )


def _introduces(pieces: Sequence[Block], place: int) -> bool:
    """Return whether a paragraph stands between the words that lead to a request and its first label."""
    labels = [leading_label(block.text) for block in pieces[1 : place + 1 + _LONGEST_INTRODUCTION]]
    before, behind = labels[: place - 1], labels[place:]
    is_near = place <= _LONGEST_INTRODUCTION and _leads(pieces[0])
    return is_near and not any(before) and any(label and begins_list(label) for label in behind)


def is_inside_quote(pieces: Sequence[Block], place: int) -> bool:
    """Return whether quotation marks opened before a paragraph, and close in it or behind it."""
    begun = [
        one
        for one in range(max(0, place - _LONGEST_QUOTE), place)
        if _QUOTE.match(pieces[one].text.strip())
    ]
    if not begun or pieces[begun[-1]].text.strip().startswith(">"):
        return False
    is_closed = any(CLOSES_QUOTE.search(one.text) for one in pieces[begun[-1] : place])
    closes = any(CLOSES_QUOTE.search(one.text) for one in pieces[place : place + _FARTHEST_CLOSE])
    return not is_closed and closes


def _leads(block: Block) -> bool:
    return block.text.rstrip().endswith(COLONS) or not without_words(block)


def without_words(block: Block) -> str:
    """Return what stands behind a block's label, if it has one."""
    label = label_of(block.text)
    return block.text[label.rest :].strip() if label and label.is_strong else block.text


def _lists(pieces: Sequence[Block], place: int) -> bool:
    """Return whether a label counts on from the one right before it: both stand in one list."""
    label, last = leading_label(pieces[place].text), leading_label(pieces[place - 1].text)
    if label is None or label.is_answer:
        return False
    is_first = begins_list(label) and not any(leading_label(one.text) for one in pieces[1:place])
    return is_first or last is not None or pieces[place - 1].text.rstrip().endswith(":")


def is_set_apart(block: Block) -> bool:
    """Return whether a paragraph is set apart as somebody else's words: in italics, or in quotation marks."""
    text = block.text.strip()
    return (
        block.is_italic
        or block.quoted
        or bool(_QUOTE.match(text) and len(text.split()) >= _SHORTEST_QUOTE)
    )
