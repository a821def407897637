"""Which words answer which question: by its label, by its repetition, or by standing next to it."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from answerable.domain.questions import PrintedLabel, leading_label, named_labels
from answerable.reading.blocks import Block, Kind
from answerable.reading.items import (
    Item,
    Mark,
    asked_lines,
    asks,
    heading_of,
    items_of,
    joins,
    marks_of,
)
from answerable.reading.matches import is_plainly, is_quoted, stems

_LEADS_IN = re.compile(
    r"\b(?:following questions?|questions? below|remaining questions?)\b[^.?]*:\s*$", re.IGNORECASE
)
_THE_REST = re.compile(
    r"\b(?:remaining|other|rest of (?:the|your)|all (?:of )?your|your remaining)\s+(?:parts? of your )?(?:questions|request|points)\b",
    re.IGNORECASE,
)
_REGARDING = re.compile(
    r"^(?:in|with|as|on|for|turning|re)?\s*(?:regards?|relation|respect|to|regarding|concerning|answer|response)?\s*(?:to|of)?\s*"
    r"your (?:request|question|query)(?: (?:for|about|on|regarding|concerning|as to))? (?P<what>[^.,]{4,120})",
    re.IGNORECASE,
)


_LONGEST_HEADING = 60
# Two words repeat by chance.
_FEWEST_WORDS = 2


@dataclass(slots=True)
class Asked:
    """A question while its answer is gathered: the blocks of its answer, by their places.

    `at` is the place of the block that asks it, in the response if it `is_in_response`; None where the
    whole request is one question.
    """

    label: str | None
    printed: str | None
    text: str
    heading: str | None = None
    blocks: list[int] = field(default_factory=list)
    answered_with: list[str] = field(default_factory=list)
    at: int | None = None
    is_in_response: bool = False


@dataclass(slots=True)
class Answers:
    """The questions of a record, and the places in the response that answer none of them."""

    questions: list[Asked]
    preface: list[int] = field(default_factory=list)


def answers_of(request: Sequence[Block], response: Sequence[Block], skipped: set[int]) -> Answers:
    """Return the questions of a record with the places of their answers.

    `skipped` are the places in the response that cannot answer: documents poured in, furniture,
    captions.
    """
    marks = marks_of(request) or asked_lines(request)
    if marks:
        return _by_request(items_of(marks), response, skipped)
    chosen = _questions_in(response, skipped)
    if chosen:
        return _by_response(items_of(chosen), response, skipped)
    text = "\n\n".join(block.text for block in request if block.text)
    only = Asked(None, None, text)
    only.blocks = [place for place in range(len(response)) if place not in skipped]
    return Answers([only])


def _questions_in(response: Sequence[Block], skipped: set[int]) -> list[Mark]:
    """Return the questions that a response repeats because the request only sums them up."""
    marks = [mark for mark in marks_of(response) if mark.block not in skipped]
    labelled = [mark for mark in marks if isinstance(mark.mark, PrintedLabel)]
    bullets = [mark for mark in marks if not isinstance(mark.mark, PrintedLabel)]
    chosen = [mark for mark in bullets if mark.is_italic]
    if _are_questions(labelled):
        chosen += labelled
    if (
        not chosen
        and _are_questions(bullets)
        and sum(mark.text.endswith("?") for mark in bullets) * 2 > len(bullets)
    ):
        chosen = bullets
    return sorted(chosen, key=lambda mark: mark.block)


def _are_questions(marks: Sequence[Mark]) -> bool:
    likely = sum(mark.is_italic or asks(mark.text) for mark in marks)
    return bool(marks) and likely * 2 >= len(marks)


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


class _Walk:
    """Goes through a response once and hands each passage to the questions that it answers."""

    def __init__(self, questions: list[Asked]) -> None:
        self.answers = Answers(questions)
        self._by_label = {question.label: question for question in questions}
        self._targets: list[Asked] = []
        self._is_pending = False

    def asks(self, label: str | None) -> None:
        """Note that a question stands here: what comes next answers it, and those right before it."""
        if not self._is_pending:
            self._targets = []
        self._is_pending = True
        question = self._by_label[label]
        if question not in self._targets:
            self._targets.append(question)

    def turns_to(self, questions: list[Asked]) -> None:
        """Let what comes next answer these questions."""
        self._targets, self._is_pending = questions, False

    def turns_away(self) -> None:
        """Let what comes next answer no question, until one is asked."""
        if not self._is_pending:
            self._targets = []

    def tells(self, place: int) -> None:
        """Note that a passage stands here that answers."""
        self._is_pending = False
        if not self._targets:
            self.answers.preface.append(place)
        for question in self._targets:
            question.blocks.append(place)

    @property
    def is_pending(self) -> bool:
        return self._is_pending

    def unanswered(self) -> list[Asked]:
        return [question for question in self.answers.questions if not question.blocks]

    def labelled(self, label: str) -> list[Asked]:
        """Return the question of a label; for a heading's label, the questions below it."""
        if label in self._by_label:
            return [self._by_label[label]]
        return [
            question
            for question in self.answers.questions
            if question.label
            and question.label.startswith(label)
            and not question.label[len(label) : len(label) + 1].isdigit()
        ]

    def ended(self) -> Answers:
        """Note which questions share their answers."""
        shared: dict[tuple[int, ...], list[Asked]] = {}
        for question in self.answers.questions:
            if question.blocks:
                shared.setdefault((question.blocks[0],), []).append(question)
        for group in shared.values():
            for question in group:
                question.answered_with = [
                    one.label for one in group if one is not question and one.label
                ]
        return self.answers


def _by_response(items: Sequence[Item], response: Sequence[Block], skipped: set[int]) -> Answers:
    walk = _Walk(_asked(items, is_in_response=True))
    by_block = {item.block: item for item in items}
    for place, block in enumerate(response):
        if place in skipped:
            continue
        item = by_block.get(place)
        if item and item.is_leaf:
            walk.asks(item.label)
        elif item:
            continue
        elif _LEADS_IN.search(block.text):
            walk.turns_away()
        elif walk.is_pending and joins(block.text):
            continue
        else:
            _turn_to_named(walk, block)
            walk.tells(place)
    return walk.ended()


def _turn_to_named(walk: _Walk, block: Block) -> bool:
    """Turn to the questions that a passage names at its beginning: "Questions 1c and 1d"."""
    first = re.split(r"[.:]\s", block.text, maxsplit=1)[0]
    named = [one for label in named_labels(first[:160]) for one in walk.labelled(label)]
    is_heading = len(first) < _LONGEST_HEADING and first[:1].isupper()
    if len(named) > 1 or (named and is_heading):
        walk.turns_to(_once(named))
        return True
    if _THE_REST.search(first) and walk.unanswered():
        walk.turns_to(walk.unanswered())
        return True
    return False


def _once(questions: list[Asked]) -> list[Asked]:
    kept: list[Asked] = []
    for question in questions:
        if not any(question is one for one in kept):
            kept.append(question)
    return kept


def _by_request(items: Sequence[Item], response: Sequence[Block], skipped: set[int]) -> Answers:
    marks = [mark for mark in marks_of(response) if mark.block not in skipped]
    labelled = items_of([mark for mark in marks if isinstance(mark.mark, PrintedLabel)])
    by_block = {item.block: item for item in labelled}
    texts = {item.label: item.text for item in items}
    own = {
        item.label
        for item in labelled
        if item.text and not is_quoted(texts.get(item.label, ""), item.text)
    }
    walk = _Walk(_asked(items, own))
    headings = [item.text for item in items if not item.is_leaf and item.label not in own]
    for place, block in enumerate(response):
        if place in skipped:
            continue
        if _quotes(walk, block, by_block.get(place)) or any(
            is_quoted(heading, _words(block)) for heading in headings
        ):
            continue
        if not (walk.is_pending and joins(block.text)):
            _turn(walk, block, by_block.get(place))
            walk.tells(place)
    if not any(question.blocks for question in walk.answers.questions):
        _answer_together(walk, response, skipped)
    return walk.ended()


def _words(block: Block) -> str:
    label = leading_label(block.text)
    return block.text[label.end :] if label else block.text


def _quotes(walk: _Walk, block: Block, item: Item | None) -> bool:
    """Take a block that repeats a question; say whether it was one."""
    if block.kind is Kind.TABLE:
        return False
    words = _words(block)
    own = walk.labelled(item.label) if item else []
    candidates = own if len(own) == 1 else walk.answers.questions
    is_long = len(words.split()) > _FEWEST_WORDS or bool(own)
    for question in candidates:
        is_same = is_plainly(question.text, words) and (block.kind is Kind.ITEM or block.is_italic)
        if is_same or (is_long and is_quoted(question.text, words)):
            walk.asks(question.label)
            return True
    return False


def _turn(walk: _Walk, block: Block, item: Item | None) -> None:
    """Find out whether a passage turns to other questions than the passage before it."""
    label = leading_label(block.text)
    if label and label.is_answer and label.number:
        walk.turns_to(walk.labelled(f"{label.number}{label.letter or ''}"))
        return
    if item and (questions := walk.labelled(item.label)):
        walk.turns_to(questions)
        return
    if _turn_to_named(walk, block):
        return
    regarding = _REGARDING.match(block.text)
    about = _asked_about(walk, regarding["what"]) if regarding else _begun_with(walk, block.text)
    if about:
        walk.turns_to([about])


def _asked_about(walk: _Walk, what: str) -> Asked | None:
    words = stems(what)
    for question in walk.answers.questions:
        asked = stems(question.text)
        if asked and len(asked & words) * 5 >= len(asked) * 4:
            return question
    return None


def _begun_with(walk: _Walk, text: str) -> Asked | None:
    """Return the unanswered question whose few words a passage begins with: "Local investigations …"."""
    for question in walk.unanswered():
        words = question.text.strip(" .:;?").lower()
        is_short = 0 < len(words.split()) <= 4 and len(words) > 3  # noqa: PLR2004 longer ones are quoted
        if is_short and re.match(rf"{re.escape(words)}\b", text.lower()):
            return question
    return None


def _answer_together(walk: _Walk, response: Sequence[Block], skipped: set[int]) -> None:
    """Hand an unlabelled response to all questions, where nothing in it tells them apart."""
    walk.answers.preface.clear()
    walk.turns_to(list(walk.answers.questions))
    for place in range(len(response)):
        if place not in skipped:
            walk.tells(place)
