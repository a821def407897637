"""The body of a letter that answers: what it quotes of the request, and what it says to that."""

import re
from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass, field, replace

from answerable.domain.questions import behind_label, leading_label
from answerable.reading.asides import is_general
from answerable.reading.blocks import Block, Kind, Run, after, before, in_italics
from answerable.reading.bodies import without_label
from answerable.reading.items import asks, cut_at, split_blocks
from answerable.reading.letter_lists import key_of
from answerable.reading.letter_reach import (
    CLOSES_QUOTE,
    COLONS,
    asked_in,
    is_set_apart,
    length_of_request,
    without_words,
)
from answerable.reading.letter_turns import as_list, asked_in_turn, is_quoted_line, parted_questions
from answerable.reading.lines import MAIL_MARKS
from answerable.reading.matches import is_plainly, is_quoted
from answerable.reading.question_rows import HEADS_ROWS, question_rows
from answerable.reading.quoted_lists import quoted_list_apart
from answerable.reading.vocabulary import Role, current_vocabulary, label_of

_OPENS = re.compile(r"[\"\u201c\u2018']")
_REQUEST = re.compile(r"(?:Request|Cais)\s(?P<number>\d{1,2})\s?[:.)\u2013-]\s*", re.IGNORECASE)
_DASHED = re.compile(r"(?P<number>\d{1,2})\s[\u2013\u2014-]\s+(?=\S)")
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z\"\u201c])")
_LONGEST_LEAD = 40
_LONGEST_LEAP = 3
_FEWEST_PAIRED = 4
_MOST_QUESTIONS = 1_000
_NEAR_BEGINNING = 40
_SHORTEST_QUESTION = 4


def one_by_one(
    request: list[Block], response: list[Block], surely: Container[int] = ()
) -> tuple[list[Block], list[Block], list[Block]]:
    """Return a request with the questions that stand among its answers, the response with all, and what was added.

    `surely` are the blocks, by their ids, that ask whatever their words are.
    """
    more = _asked_later(request, response, surely)
    if not more:
        return request, response, more
    return [*request, *more], [*_questions(request), *response], more


@dataclass(slots=True)
class Body:
    """A letter's body taken apart: `left` only leads to the request; `rules` say what took which block."""

    request: list[Block] = field(default_factory=list)
    response: list[Block] = field(default_factory=list)
    left: list[Block] = field(default_factory=list)
    rules: list[tuple[Block, str]] = field(default_factory=list)


def parted(blocks: Sequence[Block]) -> Body:
    """Return a letter's body as its request and its response; it begins where the request does.

    Questions that the letter answers one by one stand in both.
    """
    body = Body()
    pieces, in_rows = _opened(body, asked_and_answered(blocks))
    pieces = parted_questions(split_blocks(_numbered(pieces)))
    if asked := asked_in_turn(pieces):
        return _in_turn(body, pieces, asked)
    pieces = quoted_list_apart([_unquoted(block) for block in pieces])
    count = length_of_request(pieces)
    for place, block in enumerate(pieces):
        words = _bare(block)
        if place >= count:
            body.response.append(words)
            body.rules.append((block, "letter: what follows the request → response"))
        elif place < 2 and _only_leads(block):  # noqa: PLR2004 a label, and words that lead
            body.left.append(block)
        else:
            body.request.append(words)
            body.rules.append((block, "letter: what it says was asked → request"))
    body.request, body.response, more = one_by_one(body.request, body.response, in_rows)
    rule = "letter: a question that its answer follows → request"
    body.rules += [(block, rule) for block in more]
    body.request = _without_marks(body.request)
    body.response = _without_answer_label(body.response)
    body.request, body.response = (
        [one for one in part if one.text or one.rows] for part in (body.request, body.response)
    )
    return body


def _opened(body: Body, blocks: Sequence[Block]) -> tuple[list[Block], set[int]]:
    """Return paragraphs with their tables of questions opened, behind what only leads to them; and which ask, by their ids."""
    rows = [row for block in blocks for row in question_rows(block)]
    body.left += [row for row in rows if row.aside == HEADS_ROWS]
    rows = [row for row in rows if row.aside != HEADS_ROWS]
    pieces = [piece for block in rows for piece in _pieces(block)]
    in_rows = {id(one) for one in pieces if one.is_italic} if len(rows) > len(blocks) else set()
    if len(pieces) > 1 and _points_below(pieces[0]):
        body.left.append(pieces.pop(0))
    elif pieces:
        lead, pieces[0] = _from_what_was_asked(pieces[0])
        body.left += [lead] if lead else []
    return pieces, in_rows


def asked_and_answered(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks in which labels of request and response stand above each question and answer, without those labels.

    The questions are set in italics: "You asked: …", "Our answer: …", and again.
    """
    labels = {
        place: label
        for place, block in enumerate(blocks)
        if not block.rows and (label := label_of(block.text)) and label.begins_part
        if leading_label(block.text) is None
    }
    roles = [label.role for label in labels.values()]
    if len(roles) < _FEWEST_PAIRED or roles != [Role.REQUEST, Role.RESPONSE] * (len(roles) // 2):
        return [*blocks]
    bare: list[Block] = []
    is_asked = begins = False
    for place, block in enumerate(blocks):
        label = labels.get(place)
        is_asked = label.role is Role.REQUEST if label else is_asked
        one = without_label(block, label) if label else block
        runs = in_italics(one.runs) if is_asked else one.runs
        begins = begins or label is not None
        if runs or one.rows:
            # Each is a question of a list, whether or not its words ask.
            is_item = begins and is_asked and leading_label(one.text) is None
            bare.append(replace(one, runs=runs, kind=Kind.ITEM if is_item else one.kind))
            begins = False
    return bare


def _in_turn(body: Body, pieces: Sequence[Block], asked: Sequence[int]) -> Body:
    """Return a body whose questions, at some places, have their answers below them."""
    plain = [_unquoted(_bare(block)) for block in pieces]
    questions = dict(zip(asked, as_list([plain[place] for place in asked]), strict=True))
    for place, block in enumerate(pieces):
        words = questions.get(place, plain[place])
        if place in questions:
            body.request.append(words)
            body.rules.append((block, "letter: a question that its answer follows → request"))
        is_before = place < asked[0]
        if is_quoted_line(block) and place not in questions:
            is_introduction = is_before and len(words.text.split()) > _SHORTEST_QUESTION
            (body.request if is_introduction else body.left).append(words)
        elif is_before and (_only_leads(block) or is_general(block.text)):
            body.left.append(block)
        elif place == asked[0] - 1 and _introduces(block):
            body.request.append(words)
            body.rules.append((block, "letter: what leads to its first question → request"))
        elif words.text or words.rows:
            body.response.append(words)
            body.rules.append((block, "letter: what follows the request → response"))
    return body


def _introduces(block: Block) -> bool:
    """Return whether a paragraph above the first question is the asker's own: set apart, or a question itself."""
    return not block.rows and (is_set_apart(block) or asks(block.text))


def _unquoted(block: Block) -> Block:
    """Return a paragraph without a mail's marks of quotation in front, in italics: they are somebody else's words."""
    marks = MAIL_MARKS.match(block.text)
    if marks is None:
        return block
    runs = after(block.runs, marks.end())
    return replace(block, runs=in_italics(runs))


def _without_marks(request: Sequence[Block]) -> list[Block]:
    """Return a request without the quotation marks around it; words that lead to it may stand before them."""
    begin = next((place for place, one in enumerate(request) if _OPENS.match(one.text)), None)
    end = CLOSES_QUOTE.search(request[-1].text) if request else None
    if begin is None or end is None:
        return [*request]
    bare = [*request]
    bare[-1] = replace(bare[-1], runs=before(bare[-1].runs, end.start()))
    bare[begin] = replace(bare[begin], runs=after(bare[begin].runs, 1))
    return bare


def _pieces(block: Block) -> list[Block]:
    """Return a paragraph cut in front of the sentence that begins to answer, if it first says what was asked."""
    words = current_vocabulary()
    asked = asked_in(block.text)
    if asked is None or block.rows or block.kind is not Kind.PARAGRAPH:
        return [block]
    for cut in _SENTENCE.finditer(block.text, asked.end()):
        rest = block.text[cut.end() :]
        found = words.says("letter.answered", rest[:_NEAR_BEGINNING])
        if found and asked_in(rest[:_NEAR_BEGINNING]) is None:
            return cut_at(block, [cut.end()])
    return [block]


def _from_what_was_asked(block: Block) -> tuple[Block | None, Block]:
    """Return a paragraph cut in front of "you asked for", where courtesies stand there, and what is before it."""
    words = current_vocabulary()
    asked, opened = asked_in(block.text), words.says("letter.opened", block.text)
    if asked is None or opened is None or asked.start() < opened.end():
        return None, block
    first, rest = cut_at(block, [asked.start()])
    return first, rest


def _points_below(block: Block) -> bool:
    """Return whether a courtesy ends on words that lead to the request: "Thank you for your request, which is copied below."."""
    asked, opened = (
        asked_in(block.text),
        current_vocabulary().says("letter.opened", block.text),
    )
    is_led = asked is not None and opened is not None and asked.start() >= opened.end()
    return is_led and asked is not None and not block.text[asked.end() :].strip(" .:")


def _bare(block: Block) -> Block:
    """Return a block without a label of request or response."""
    label = None if leading_label(block.text) else label_of(block.text)
    if label and label.begins_part:
        return without_label(block, label)
    return block


def _without_answer_label(response: list[Block]) -> list[Block]:
    """Return a response without its only label, where that says no more than that it answers: "Answer: 31"."""
    labels = [
        (place, one) for place, block in enumerate(response) if (one := leading_label(block.text))
    ]
    if len(labels) != 1 or not labels[0][1].is_answer or labels[0][1].number:
        return response
    place, label = labels[0]
    bare = replace(response[place], runs=after(response[place].runs, label.end))
    return [*response[:place], bare, *response[place + 1 :]]


def _only_leads(block: Block) -> bool:
    """Return whether a paragraph says nothing but that the request follows."""
    text = block.text.rstrip()
    leads = text.endswith(COLONS) and len(text.split()) <= _LONGEST_LEAD
    is_label = not without_words(block)
    return (
        leads
        and not is_label
        and any((asked_in(text), current_vocabulary().says("letter.opened", text)))
    )


def _numbered(pieces: Sequence[Block]) -> list[Block]:
    """Return paragraphs with plain numbers, where "Request 1:" or "1 –" count what a letter asks or answers."""
    for pattern in (_REQUEST, _DASHED):
        found = [pattern.match(block.text) for block in pieces]
        if [one["number"] for one in found if one][:2] == ["1", "2"]:
            pieces = [
                replace(block, runs=(Run(f"{one['number']}. "), *after(block.runs, one.end())))
                if one
                else block
                for block, one in zip(pieces, found, strict=True)
            ]
    return [*pieces]


def _asked_later(
    request: Sequence[Block], response: Sequence[Block], surely: Container[int]
) -> list[Block]:
    """Return the questions that stand among the answers and not in the request."""
    if len(request) > _MOST_QUESTIONS:
        return []
    last = max((_number(block) for block in request), default=0)
    counting = _counting_on(response, last) if last else set()
    told = [one for one in response if id(one) in counting]
    if sum(asks(behind_label(one.text)) for one in told) * 2 < len(told) and len(told) == last:
        # As many numbers as there are questions: the answers' list only counts on from theirs.
        counting = set()
    labels = {key_of(label) for block in request if (label := leading_label(block.text))}
    return [
        block
        for block in response
        if (id(block) in surely or id(block) in counting or _asks_plainly(block))
        and (block.text.rstrip().endswith("?") or not _is_told(block, labels))
        and not any(_repeats(block, one, labels) for one in request)
    ]


def _repeats(block: Block, asked: Block, labels: Collection[tuple[str, ...]]) -> bool:
    """Return whether a block is a question again; one word may part two questions that have labels of their own."""
    label = leading_label(block.text)
    is_other = label is not None and len(key_of(label)[0]) > 0 and key_of(label) not in labels
    if is_other and leading_label(asked.text) is not None:
        return is_plainly(behind_label(asked.text), behind_label(block.text))
    return is_quoted(behind_label(asked.text), behind_label(block.text))


def _counting_on(response: Sequence[Block], last: int) -> set[int]:
    """Return the blocks, by their ids, whose numbers count on from a request's last: a list in an answer does not."""
    found: set[int] = set()
    for block in response:
        number = _number(block)
        if number and not found and number != last + 1:
            return set()
        if last < number <= last + _LONGEST_LEAP:
            found.add(id(block))
            last = number
    return found


def _is_told(block: Block, labels: Collection[tuple[str, ...]]) -> bool:
    """Return whether a block has the label of a question, or none where questions have: it is, or heads, an answer."""
    label = leading_label(block.text)
    return len(labels) > 1 if label is None else key_of(label) in labels


def _asks_plainly(block: Block) -> bool:
    """Return whether a paragraph of a response repeats a question: it is marked as one, or set apart."""
    if block.rows or not block.text:
        return False
    label = leading_label(block.text)
    if label and label.is_answer:
        return False
    is_question = block.text.rstrip().endswith("?")
    is_bold = block.is_bold
    is_marked = label is not None and (
        is_question or bool(label.word) or label.style == "Question:"
    )
    is_apart = block.is_italic or is_bold or block.kind is Kind.HEADING
    return is_marked or (is_apart and (is_question or asks(behind_label(block.text))))


def _questions(request: Sequence[Block]) -> list[Block]:
    """Return the request's last paragraphs that ask: the first answers follow them."""
    return [block for block in request if leading_label(block.text) or asks(block.text)]


def _number(block: Block) -> int:
    label = leading_label(block.text)
    return int(label.number) if label and label.number and not label.is_answer else 0
