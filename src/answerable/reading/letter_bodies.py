"""The body of a letter that answers: what it quotes of the request, and what it says to that."""

import re
from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass, field, replace

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind, after, before
from answerable.reading.bodies import without_label
from answerable.reading.items import asks
from answerable.reading.letter_lists import begins_list, behind_first_list, key_of
from answerable.reading.matches import is_quoted
from answerable.reading.question_rows import question_rows
from answerable.reading.vocabulary import Label, Role, current_vocabulary, label_of

_RELATIVE = re.compile(
    r"\b(?:(?:information|data|details|documents?|records?|material|it)\s+(?:that\s+|which\s+)?|what\s+|as\s+|where\s+|when\s+|if\s+)$",
    re.IGNORECASE,
)
_MAIL_MARKS = re.compile(r"(?:>\s?)+")
_OPENS = re.compile(r"[\"\u201c\u2018']")
_CLOSES = re.compile(r"[\"\u201d\u2019'][.,;]?\s*$")
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z\"\u201c])")
_QUOTE = re.compile(r"[\"\u201c\u2018'>]")
_LONGEST_LEAD = 40
_LONGEST_QUOTE = 100
_LONGEST_INTRODUCTION = 3
_LONGEST_LEAP = 3
_FEWEST_PAIRED = 4
_MOST_QUESTIONS = 1_000
_NEAR_BEGINNING = 40
_SHORTEST_QUOTE = 6


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
    blocks = _asked_and_answered(blocks)
    rows = [row for block in blocks for row in question_rows(block)]
    pieces = [piece for block in rows for piece in _pieces(_unquoted(block))]
    in_rows = {id(one) for one in pieces if one.is_italic} if len(rows) > len(blocks) else set()
    if pieces:
        lead, pieces[0] = _from_what_was_asked(pieces[0])
        body.left += [lead] if lead else []
    count = _length_of_request(pieces)
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
    body.request, body.response = (
        [one for one in part if one.text or one.rows] for part in (body.request, body.response)
    )
    return body


def _asked_and_answered(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks in which labels of request and response stand above each question and answer, without those labels.

    The questions are set in italics: "You asked: …", "Our answer: …", and again.
    """
    labels = {
        place: label
        for place, block in enumerate(blocks)
        if not block.rows and (label := label_of(block.text)) and label.is_strong
        if label.role in (Role.REQUEST, Role.RESPONSE) and leading_label(block.text) is None
    }
    roles = [label.role for label in labels.values()]
    if len(roles) < _FEWEST_PAIRED or roles != [Role.REQUEST, Role.RESPONSE] * (len(roles) // 2):
        return [*blocks]
    bare: list[Block] = []
    is_asked = False
    for place, block in enumerate(blocks):
        label = labels.get(place)
        is_asked = label.role is Role.REQUEST if label else is_asked
        one = without_label(block, label) if label else block
        runs = tuple(replace(run, italic=True) for run in one.runs) if is_asked else one.runs
        bare += [replace(one, runs=runs)] if runs or one.rows else []
    return bare


def _unquoted(block: Block) -> Block:
    """Return a paragraph without a mail's marks of quotation in front, in italics: they are somebody else's words."""
    marks = _MAIL_MARKS.match(block.text)
    if marks is None:
        return block
    runs = after(block.runs, marks.end())
    return replace(block, runs=tuple(replace(run, italic=True) for run in runs))


def _without_marks(request: Sequence[Block]) -> list[Block]:
    """Return a request without the quotation marks around the whole of it."""
    if not request or not (_OPENS.match(request[0].text) and _CLOSES.search(request[-1].text)):
        return [*request]
    first = replace(request[0], runs=after(request[0].runs, 1))
    bare = [first, *request[1:]]
    end = _CLOSES.search(bare[-1].text)
    if end is None:
        return [*request]
    bare[-1] = replace(bare[-1], runs=before(bare[-1].runs, end.start()))
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
            return _cut(block, cut.end())
    return [block]


def _from_what_was_asked(block: Block) -> tuple[Block | None, Block]:
    """Return a paragraph cut in front of "you asked for", where courtesies stand there, and what is before it."""
    words = current_vocabulary()
    asked, opened = asked_in(block.text), words.says("letter.opened", block.text)
    if asked is None or opened is None or asked.start() < opened.end():
        return None, block
    first, rest = _cut(block, asked.start())
    return first, rest


def _cut(block: Block, place: int) -> list[Block]:
    edge = block.start + (block.end - block.start) * place // max(1, len(block.text))
    return [
        replace(block, runs=before(block.runs, place), end=edge),
        replace(block, runs=after(block.runs, place), start=edge),
    ]


def _bare(block: Block) -> Block:
    """Return a block without a label of request or response."""
    label = None if leading_label(block.text) else label_of(block.text)
    if label and label.is_strong and label.role in (Role.REQUEST, Role.RESPONSE):
        return without_label(block, label)
    return block


def _only_leads(block: Block) -> bool:
    """Return whether a paragraph says nothing but that the request follows."""
    text = block.text.rstrip()
    leads = text.endswith((":", ":-", ":\u2013")) and len(text.split()) <= _LONGEST_LEAD
    is_label = not without_words(block)
    return (
        leads
        and not is_label
        and any((asked_in(text), current_vocabulary().says("letter.opened", text)))
    )


def _length_of_request(pieces: Sequence[Block]) -> int:
    """Return how many of the pieces tell what was asked."""
    replies = [place for place, block in enumerate(pieces) if _is_reply(block)]
    end = replies[0] if replies else len(pieces)
    if replies and (headed := _next_heading(pieces, end)):
        return headed
    if len(replies) == 1:
        return end
    begun = behind_first_list(pieces[:end])
    return next(
        (place for place in range(begun, end) if place and not _goes_on(pieces, place)), end
    )


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
    if _is_inside_quote(pieces, place):
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
        or _introduces(pieces, place)
    )


def _asks_itself(block: Block) -> bool:
    """Return whether a paragraph is a question with its label: in italics below it stands its answer."""
    label = leading_label(block.text)
    return label is not None and not label.is_answer and bool(block.text[label.end :].strip())


def _introduces(pieces: Sequence[Block], place: int) -> bool:
    """Return whether a paragraph stands between the words that lead to a request and its first label."""
    labels = [leading_label(block.text) for block in pieces[1 : place + 1 + _LONGEST_INTRODUCTION]]
    before, behind = labels[: place - 1], labels[place:]
    is_near = place <= _LONGEST_INTRODUCTION and _leads(pieces[0])
    return is_near and not any(before) and any(label and begins_list(label) for label in behind)


def _is_inside_quote(pieces: Sequence[Block], place: int) -> bool:
    """Return whether quotation marks opened before a paragraph, and close in it or behind it."""
    begun = [
        one
        for one in range(max(0, place - _LONGEST_QUOTE), place)
        if _QUOTE.match(pieces[one].text.strip())
    ]
    if not begun or pieces[begun[-1]].text.strip().startswith(">"):
        return False
    is_closed = any(_CLOSES.search(one.text) for one in pieces[begun[-1] : place])
    closes = any(_CLOSES.search(one.text) for one in pieces[place : place + _LONGEST_LEAD])
    return not is_closed and closes


def _leads(block: Block) -> bool:
    return block.text.rstrip().endswith((":", ":-")) or not without_words(block)


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
    return block.is_italic or bool(_QUOTE.match(text) and len(text.split()) >= _SHORTEST_QUOTE)


def _asked_later(
    request: Sequence[Block], response: Sequence[Block], surely: Container[int]
) -> list[Block]:
    """Return the questions that stand among the answers and not in the request."""
    if len(request) > _MOST_QUESTIONS:
        return []
    last = max((_number(block) for block in request), default=0)
    counting = _counting_on(response, last) if last else set()
    told = [one for one in response if id(one) in counting]
    if sum(asks(_words(one)) for one in told) * 2 < len(told) and len(told) == last:
        # As many numbers as there are questions: the answers' list only counts on from theirs.
        counting = set()
    labels = {key_of(label) for block in request if (label := leading_label(block.text))}
    return [
        block
        for block in response
        if (id(block) in surely or id(block) in counting or _asks_plainly(block))
        and (block.text.rstrip().endswith("?") or not _is_told(block, labels))
        and not any(is_quoted(_words(one), _words(block)) for one in request)
    ]


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
    is_bold = all(run.bold or not run.text.strip() for run in block.runs)
    is_marked = label is not None and (
        is_question or bool(label.word) or label.style == "Question:"
    )
    is_apart = block.is_italic or is_bold or block.kind is Kind.HEADING
    return is_marked or (is_apart and (is_question or asks(_words(block))))


def _questions(request: Sequence[Block]) -> list[Block]:
    """Return the request's last paragraphs that ask: the first answers follow them."""
    return [block for block in request if leading_label(block.text) or asks(block.text)]


def _number(block: Block) -> int:
    label = leading_label(block.text)
    return int(label.number) if label and label.number and not label.is_answer else 0


def _words(block: Block) -> str:
    label = leading_label(block.text)
    return block.text[label.end :] if label else block.text
