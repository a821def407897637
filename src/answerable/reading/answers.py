"""Which words answer which question: by its label, by its repetition, or by standing next to it."""

import re
from collections.abc import Container, Sequence

from answerable.domain.questions import Bullet, PrintedLabel, behind_label, leading_label
from answerable.reading.asides import (
    closes,
    heads_grounds,
    heads_reasons,
    is_general,
    remarks_on_whole,
)
from answerable.reading.asked import Answers, Asked
from answerable.reading.blocks import Block, Kind
from answerable.reading.bullet_answers import bullets_below, counted_on
from answerable.reading.items import (
    Item,
    Mark,
    asked_lines,
    heading_of,
    items_of,
    joins,
    marks_of,
)
from answerable.reading.led_labels import answer_led
from answerable.reading.lists_apart import without_defined, without_lists, without_periods
from answerable.reading.matches import is_plainly, is_quoted, plain, stems
from answerable.reading.naming import (
    joint_labels,
    names_the_rest,
    only_names,
    questions_named,
)
from answerable.reading.quoting import behind_question, question_and_answer
from answerable.reading.repeated import Repeated, lines_of
from answerable.reading.response_questions import (
    answered_in_turn,
    asked_first,
    asked_in_prose,
    questions_in,
)
from answerable.reading.row_answers import answers_in_rows
from answerable.reading.sentence_answers import answers_in_sentences
from answerable.reading.walking import Walk

_LEADS_IN = re.compile(
    r"\b(?:following questions?|questions? below|remaining questions?)\b[^.?]*:\s*$", re.IGNORECASE
)
_REGARDING = re.compile(
    r"^(?:in|with|as|on|for|turning|re)?\s*(?:regards?|relation|respect|to|regarding|concerning|answer|response)?\s*(?:to|of)?\s*"
    r"your (?:request|question|query)(?: (?:for|about|on|regarding|concerning|as to))? (?P<what>[^.,]{4,120})",
    re.IGNORECASE,
)


_TABLE = Kind.TABLE
# Two words repeat by chance.
_FEWEST_WORDS = 2
_LONGEST_TOPIC = 4
_LONGEST_ABRIDGED = 20
_FEWEST_TOLD = 2


def answers_of(request: Sequence[Block], response: Sequence[Block], skipped: set[int]) -> Answers:
    """Return the questions of a record with the places of their answers.

    `skipped` are the places in the response that cannot answer: documents poured in, furniture,
    captions.
    """
    told = [mark for mark in marks_of(response) if mark.block not in skipped]
    marks = without_periods(without_lists(without_defined(marks_of(request), request)))
    if not marks and (asked := answered_in_turn(told, response)):
        return _by_response(items_of(asked), response, skipped)
    marks = marks or asked_lines(request) or asked_in_prose(request, told)
    if marks:
        return _by_request(items_of(marks), response, told, skipped, lines=lines_of(request))
    chosen = questions_in(told)
    asked = asked_first(chosen)
    if asked:
        places = {mark.block for mark in asked}
        told = [mark for mark in told if mark.block not in places]
        return _by_request(items_of(asked), response, told, skipped | places, is_in_response=True)
    if chosen:
        return _by_response(items_of(chosen), response, skipped)
    text = "\n\n".join(block.text for block in request if block.text)
    only = Asked(None, None, text)
    only.blocks = [place for place in range(len(response)) if place not in skipped]
    return Answers([only])


def _asked(
    items: Sequence[Item], answered: Container[str] = (), *, is_in_response: bool = False
) -> list[Asked]:
    """Return the questions among items: the leaves, and what asks and has an answer of its own."""
    return [
        Asked(
            item.label,
            item.printed or None,
            item.text,
            heading_of(items, item),
            at=item.block,
            is_in_response=is_in_response,
        )
        for item in items
        if item.is_leaf or (item.label in answered and item.text.endswith("?"))
    ]


def _by_response(items: Sequence[Item], response: Sequence[Block], skipped: set[int]) -> Answers:
    walk = Walk(_asked(items, is_in_response=True))
    by_block = {item.block: item for item in items}
    for place, block in enumerate(response):
        item = by_block.get(place)
        if place in skipped or (item and not item.is_leaf):
            continue
        if item:
            walk.asks(item.label)
        elif block.text.rstrip().endswith(":") and _LEADS_IN.search(block.text):
            walk.turns_away()
        elif not (walk.is_pending and joins(block.text)):
            _tell(walk, place, block, None)
    if not any(question.blocks for question in walk.answers.questions):
        _answer_behind(walk.answers.questions)
    return walk.ended()


def _answer_behind(questions: Sequence[Asked]) -> None:
    """Part the questions from their answers where each stands behind its own: "1. How many? Seven."."""
    parted = [question_and_answer(one.text) for one in questions]
    if sum(one is not None for one in parted) * 2 <= len(questions):
        return
    for question, both in zip(questions, parted, strict=True):
        if both and question.at is not None:
            question.text, question.parts = both[0], {question.at: both[1]}
            question.blocks = [question.at]


def _by_request(
    items: Sequence[Item],
    response: Sequence[Block],
    marks: Sequence[Mark],
    skipped: set[int],
    *,
    lines: Container[str] = (),
    is_in_response: bool = False,
) -> Answers:
    labelled_items = items_of([mark for mark in marks if isinstance(mark.mark, PrintedLabel)])
    by_block = {item.block: item for item in (*labelled_items, *bullets_below(items, marks))}
    by_block.update(counted_on(items, labelled_items))
    texts = {item.label: item.text for item in items}
    own = {
        item.label
        for item in labelled_items
        if item.text and not is_quoted(texts.get(item.label, ""), item.text)
    }
    walk = Walk(_asked(items, own, is_in_response=is_in_response))
    headings = [item.text for item in items if not item.is_leaf and item.label not in own]
    repeated = Repeated(headings)
    last = max(by_block, default=-1)
    for place, block in enumerate(response):
        if place in skipped:
            continue
        is_followed = place + 1 < len(response) and place + 1 not in by_block
        if is_followed and _heads_own(walk, by_block.get(place)):
            walk.turns_to(walk.labelled(by_block[place].label))
            continue
        if _quotes(walk, place, block, by_block.get(place)):
            continue
        words = behind_label(block.text) if headings else ""
        is_heading = any(is_quoted(headings[one], words) for one in repeated.by(words))
        if is_heading or plain(block.text) in lines:
            continue
        is_behind = place > last and not walk.is_pending and bool(walk.answered())
        if is_behind and (
            heads_grounds(block)
            or (last >= 0 and heads_reasons(block))
            or _heads_whole(walk, response, block)
        ):
            _turn_by_heading(walk, place, block)
        elif not (walk.is_pending and joins(block.text)):
            _tell(walk, place, block, by_block.get(place))
    if not walk.answered():
        _answer_unlabelled(walk, response, skipped, items, marks)
    return walk.ended()


def _answer_unlabelled(
    walk: Walk,
    response: Sequence[Block],
    skipped: set[int],
    items: Sequence[Item],
    marks: Sequence[Mark],
) -> None:
    """Hand a response in which nothing names a question to the questions, one by one if anything tells, else to all."""
    is_told = answer_led(walk, response, skipped) or _answer_in_order(walk, items, marks)
    if not is_told:
        _answer_together(walk, response, skipped)


def _tell(walk: Walk, place: int, block: Block, item: Item | None) -> None:
    """Hand a passage that asks nothing to the questions that it answers, if it answers any."""
    in_rows = answers_in_rows(block.rows, walk.named) if block.rows else []
    if in_rows:
        for question, words in in_rows:
            if words:
                walk.tells_part(question, place, words)
        if len(in_rows) > 1:
            walk.turns_to([])
        return
    is_said = block.kind is not _TABLE and not walk.is_pending
    if is_said and (closes(block.text) or (item is None and _remarks(walk, block))):
        walk.closes()
        return
    if block.kind is not _TABLE and is_general(block.text):
        return
    in_sentences = answers_in_sentences(block.text, walk.named) if item is None else []
    if in_sentences:
        walk.tells_sentences(place, in_sentences)
        return
    is_named = _turn(walk, block, item)
    is_label_alone = item is not None and not item.text
    if not (is_label_alone or (is_named and only_names(block.text))):
        walk.tells(place)


def _remarks(walk: Walk, block: Block) -> bool:
    """Return whether a passage behind the answers to several questions speaks of all of it: help, copyright, advice."""
    return remarks_on_whole(block.text) and walk.has_answered_all()


def _heads_whole(walk: Walk, response: Sequence[Block], block: Block) -> bool:
    """Return whether a heading stands behind the answers to several questions, in none of which there is one.

    "About this release" and "Contact" head what belongs to no answer, whatever their words are.
    """
    if block.kind is not Kind.HEADING or not walk.has_answered_all():
        return False
    told = (response[place] for one in walk.answers.questions for place in one.blocks)
    return all(one.kind is not Kind.HEADING for one in told)


def _turn_by_heading(walk: Walk, place: int, block: Block) -> None:
    """Take a heading of reasons behind the last label: what stands below answers none, unless it names a question."""
    named = questions_named(block.text, walk.named)
    if named:
        walk.turns_to(named)
    else:
        walk.reasons(place)


def _heads_own(walk: Walk, item: Item | None) -> bool:
    """Return whether a line behind a label is only the topic of its question: "(a) Income"; what is below answers."""
    if item is None or not item.text or not item.text[-1].isalnum():
        return False
    many = len(item.text.split())
    own = walk.labelled(item.label) if many <= _LONGEST_ABRIDGED else []
    words = stems(item.text) if len(own) == 1 else frozenset()
    # More words than a topic has are the question abridged, if several of them tell something.
    is_told = len(words) >= (1 if many <= _LONGEST_TOPIC else _FEWEST_TOLD)
    return is_told and words <= stems(own[0].text)


def _quotes(walk: Walk, place: int, block: Block, item: Item | None) -> bool:
    """Take a block that repeats a question, and the answer behind it in the same block; say whether it was one."""
    if block.kind is _TABLE:
        return False
    words = behind_label(block.text)
    own = walk.labelled(item.label) if item else []
    candidates = own if len(own) == 1 else walk.repeated_by(words)
    is_long = bool(own) or len(words.split(None, _FEWEST_WORDS)) > _FEWEST_WORDS
    for question in candidates:
        answer = behind_question(question.text, block, words) if is_long else None
        if answer:
            walk.tells_part(question, place, answer)
            return True
        is_same = is_plainly(question.text, words) and (block.kind is Kind.ITEM or block.is_italic)
        if is_same or (is_long and is_quoted(question.text, words)):
            walk.asks(question.label)
            return True
    return False


def _turn(walk: Walk, block: Block, item: Item | None) -> bool:
    """Turn to other questions than the passage before, if a passage does; say whether it names them in words."""
    joint = [one for each in joint_labels(block.text)[0] for one in walk.labelled(each)]
    if len(joint) > 1:
        walk.turns_to(joint)
        return False
    label = leading_label(block.text)
    if label and label.is_answer and (key := _key_of_answer(label)):
        walk.turns_to(walk.labelled(key))
        return False
    if item and (questions := walk.labelled(item.label)):
        if not walk.is_settled(questions):
            walk.turns_to(questions)
        return False
    named = questions_named(block.text, walk.named)
    if named:
        walk.turns_to(named)
        return True
    if names_the_rest(block.text) and walk.unanswered() and not walk.waits():
        walk.turns_to(walk.unanswered())
        return True
    regarding = _REGARDING.match(block.text)
    about = _asked_about(walk, regarding["what"]) if regarding else walk.begun_with(block.text)
    if about:
        walk.turns_to([about])
    return False


def _key_of_answer(label: PrintedLabel) -> str:
    """Return what the label of an answer counts with: its number, and its letter or numeral."""
    return f"{label.number or ''}{label.letter or label.roman or ''}"


def _asked_about(walk: Walk, what: str) -> Asked | None:
    words = stems(what)
    for question in walk.answers.questions:
        asked = stems(question.text)
        if asked and len(asked & words) * 5 >= len(asked) * 4:
            return question
    return None


def _answer_in_order(walk: Walk, items: Sequence[Item], marks: Sequence[Mark]) -> bool:
    """Let as many bullets as there are answer the bullets of a request, one by one; say whether there were as many."""
    questions = walk.answers.questions
    bullets = [mark for mark in marks if isinstance(mark.mark, Bullet)]
    is_list = len(questions) == len(items) == len(bullets) == len(marks) > 1
    if not (is_list and not any(leading_label(one.printed) for one in items)):
        return False
    walk.answers.preface.clear()
    for question, mark in zip(questions, bullets, strict=True):
        question.blocks = [mark.block]
    return True


def _answer_together(walk: Walk, response: Sequence[Block], skipped: set[int]) -> None:
    """Hand an unlabelled response to all questions, where nothing in it tells them apart."""
    walk.answers.preface.clear()
    told, is_closed = [], False
    for place, block in enumerate(response):
        if place not in skipped:
            is_closed = is_closed or closes(block.text)
            if not (is_closed or is_general(block.text)):
                told.append(place)
    walk.turns_to(list(walk.answers.questions))
    for place in told or [place for place in range(len(response)) if place not in skipped]:
        walk.tells(place)
