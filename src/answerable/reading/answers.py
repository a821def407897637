"""Which words answer which question: by its label, by its repetition, or by standing next to it."""

import re
from collections.abc import Container, Sequence
from functools import lru_cache

from answerable.domain.questions import PrintedLabel, leading_label
from answerable.reading.asides import closes, heads_reasons, is_general
from answerable.reading.asked import Answers, Asked
from answerable.reading.blocks import Block, Kind
from answerable.reading.bullet_answers import bullets_below, counted_on
from answerable.reading.items import (
    Item,
    asked_lines,
    heading_of,
    items_of,
    joins,
    marks_of,
)
from answerable.reading.matches import is_plainly, is_quoted, plain, stems
from answerable.reading.naming import (
    joint_labels,
    labelled,
    names_the_rest,
    only_names,
    questions_named,
)
from answerable.reading.quoting import behind_question, question_and_answer
from answerable.reading.repeated import Repeated, lines_of
from answerable.reading.response_questions import asked_first, asked_in_prose, questions_in
from answerable.reading.row_answers import answers_in_rows

_LEADS_IN = re.compile(
    r"\b(?:following questions?|questions? below|remaining questions?)\b[^.?]*:\s*$", re.IGNORECASE
)
_REGARDING = re.compile(
    r"^(?:in|with|as|on|for|turning|re)?\s*(?:regards?|relation|respect|to|regarding|concerning|answer|response)?\s*(?:to|of)?\s*"
    r"your (?:request|question|query)(?: (?:for|about|on|regarding|concerning|as to))? (?P<what>[^.,]{4,120})",
    re.IGNORECASE,
)


# Two words repeat by chance.
_FEWEST_WORDS = 2


def answers_of(request: Sequence[Block], response: Sequence[Block], skipped: set[int]) -> Answers:
    """Return the questions of a record with the places of their answers.

    `skipped` are the places in the response that cannot answer: documents poured in, furniture,
    captions.
    """
    marks = marks_of(request) or asked_lines(request) or asked_in_prose(request, response, skipped)
    if marks:
        return _by_request(items_of(marks), response, skipped, lines=lines_of(request))
    chosen = questions_in(response, skipped)
    asked = asked_first(chosen)
    if asked:
        places = {mark.block for mark in asked}
        return _by_request(items_of(asked), response, skipped | places, is_in_response=True)
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


class _Walk:
    """Goes through a response once and hands each passage to the questions that it answers."""

    def __init__(self, questions: list[Asked]) -> None:
        self.answers = Answers(questions)
        self.repeated = Repeated(questions)
        self._by_label = {question.label: question for question in questions}
        self._repeated: set[str | None] = set()
        self._turned_to: set[str | None] = set()
        self.is_named = False
        self._below_several: set[int] = set()
        self._targets: list[Asked] = []
        self._is_pending = False
        self._is_closed = False

    def asks(self, label: str | None) -> None:
        """Note that a question stands here: what comes next answers it, and those right before it."""
        if not self._is_pending:
            self._targets = []
        self._is_pending, self._is_closed = True, False
        question = self._by_label[label]
        self._repeated.add(label)
        if question not in self._targets:
            self._targets.append(question)

    def turns_to(self, questions: list[Asked]) -> None:
        """Let what comes next answer these questions."""
        self._targets, self._is_pending, self._is_closed = questions, False, False
        self._turned_to.update(one.label for one in questions)
        self.is_named = len(questions) > 1

    def turns_away(self) -> None:
        """Let what comes next answer no question, until one is asked."""
        if not self._is_pending:
            self._targets = []

    def closes(self) -> None:
        """Note that the answer ends here: what comes next answers nobody, and is no preface, until one is asked."""
        self._targets, self._is_pending, self._is_closed = [], False, True

    def tells(self, place: int) -> None:
        """Note that a passage stands here that answers."""
        if self._is_pending and len(self._targets) > 1:
            self._below_several.add(place)
        self._is_pending = self.is_named = False
        if not self._targets and not self._is_closed:
            self.answers.preface.append(place)
        for question in self._targets:
            question.blocks.append(place)

    def tells_part(self, question: Asked, place: int, words: str) -> None:
        """Note that words of a block answer one question: a table's row, or what stands behind the question."""
        self.turns_to([question])
        question.blocks.append(place)
        question.parts[place] = words

    @property
    def targets(self) -> list[Asked]:
        return self._targets

    @property
    def is_pending(self) -> bool:
        return self._is_pending

    @property
    def is_closed(self) -> bool:
        return self._is_closed

    def unanswered(self) -> list[Asked]:
        return [question for question in self.answers.questions if not question.blocks]

    def labelled(self, label: str) -> list[Asked]:
        """Return the question of a label, or those below it; a second list counts like the first."""
        questions = self.answers.questions
        found = labelled(label, questions)
        is_of_block = re.match(r"[A-Z]\.", label) is not None
        return found or (labelled(label[2:], questions) if is_of_block else [])

    def is_settled(self, questions: Sequence[Asked]) -> bool:
        """Return whether questions were repeated and answered: the same numbers again count something else."""
        return all(one.label in self._repeated and one.blocks for one in questions)

    def ended(self) -> Answers:
        """Note which questions share their answers.

        What stands below several questions, each of which is named further down, only leads to those.
        """
        for place in self._below_several:
            asked = [one for one in self.answers.questions if place in one.blocks]
            if all(one.label in self._turned_to and len(one.blocks) > 1 for one in asked):
                self.answers.preface.append(place)
                for one in asked:
                    one.blocks.remove(place)
        shared: dict[int, list[Asked]] = {}
        for question in self.answers.questions:
            if question.blocks and question.blocks[0] not in question.parts:
                shared.setdefault(question.blocks[0], []).append(question)
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
    skipped: set[int],
    *,
    lines: Container[str] = (),
    is_in_response: bool = False,
) -> Answers:
    marks = [mark for mark in marks_of(response) if mark.block not in skipped]
    labelled_items = items_of([mark for mark in marks if isinstance(mark.mark, PrintedLabel)])
    by_block = {item.block: item for item in (*labelled_items, *bullets_below(items, marks))}
    by_block.update(counted_on(items, labelled_items))
    texts = {item.label: item.text for item in items}
    own = {
        item.label
        for item in labelled_items
        if item.text and not is_quoted(texts.get(item.label, ""), item.text)
    }
    walk = _Walk(_asked(items, own, is_in_response=is_in_response))
    headings = [item.text for item in items if not item.is_leaf and item.label not in own]
    last = max(by_block, default=-1)
    for place, block in enumerate(response):
        if place in skipped:
            continue
        is_heading = plain(block.text) in lines or any(
            is_quoted(heading, _words(block)) for heading in headings
        )
        if _quotes(walk, place, block, by_block.get(place)) or is_heading:
            continue
        if place > last >= 0 and heads_reasons(block) and not walk.is_pending:
            _turn_by_heading(walk, block)
        elif not (walk.is_pending and joins(block.text)):
            _tell(walk, place, block, by_block.get(place))
    if not any(question.blocks for question in walk.answers.questions):
        _answer_together(walk, response, skipped)
    return walk.ended()


def _tell(walk: _Walk, place: int, block: Block, item: Item | None) -> None:
    """Hand a passage that asks nothing to the questions that it answers, if it answers any."""
    in_rows = answers_in_rows(block.rows, walk.answers.questions) if block.rows else []
    if in_rows:
        for question, words in in_rows:
            if words:
                walk.tells_part(question, place, words)
        return
    if block.kind is not Kind.TABLE and not walk.is_pending and closes(block.text):
        walk.closes()
        return
    if block.kind is not Kind.TABLE and is_general(block.text):
        return
    is_named = _turn(walk, block, item)
    if is_named and (words := _behind_name(block.text)) and len(walk.targets) == 1:
        walk.tells_part(walk.targets[0], place, words)
        return
    is_label_alone = item is not None and not item.text
    if not (is_label_alone or (is_named and only_names(block.text))):
        walk.tells(place)


def _turn_by_heading(walk: _Walk, block: Block) -> None:
    """Take a heading of reasons behind the last label: what stands below answers none, unless it names a question."""
    named = questions_named(block.text, walk.answers.questions)
    if named:
        walk.turns_to(named)
    else:
        walk.closes()


def _behind_name(text: str) -> str:
    """Return what stands behind the name of a question and a colon: "Regarding point ii: None"."""
    name, _, rest = text.partition(": ")
    return rest.strip() if rest and only_names(name) else ""


def _words(block: Block) -> str:
    label = leading_label(block.text)
    return block.text[label.end :] if label else block.text


def _quotes(walk: _Walk, place: int, block: Block, item: Item | None) -> bool:
    """Take a block that repeats a question, and the answer behind it in the same block; say whether it was one."""
    if block.kind is Kind.TABLE:
        return False
    words = _words(block)
    own = walk.labelled(item.label) if item else []
    candidates = own if len(own) == 1 else walk.repeated.by(words)
    is_long = len(words.split()) > _FEWEST_WORDS or bool(own)
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


def _turn(walk: _Walk, block: Block, item: Item | None) -> bool:
    """Turn to other questions than the passage before, if a passage does; say whether it names them in words."""
    joint = [one for each in joint_labels(block.text)[0] for one in walk.labelled(each)]
    if len(joint) > 1:
        walk.turns_to(joint)
        return False
    label = leading_label(block.text)
    if label and label.is_answer and label.number:
        walk.turns_to(walk.labelled(f"{label.number}{label.letter or ''}"))
        return False
    if item and (questions := walk.labelled(item.label)):
        if not walk.is_settled(questions):
            walk.turns_to(questions)
        return False
    named = questions_named(block.text, walk.answers.questions)
    if named:
        walk.turns_to(named)
        return True
    # "All three points", below a heading that names three, are those.
    if names_the_rest(block.text) and walk.unanswered() and not walk.is_named:
        walk.turns_to(walk.unanswered())
        return True
    regarding = _REGARDING.match(block.text)
    about = _asked_about(walk, regarding["what"]) if regarding else _begun_with(walk, block.text)
    if about:
        walk.turns_to([about])
    return False


def _asked_about(walk: _Walk, what: str) -> Asked | None:
    words = stems(what)
    for question in walk.answers.questions:
        asked = stems(question.text)
        if asked and len(asked & words) * 5 >= len(asked) * 4:
            return question
    return None


def _begun_with(walk: _Walk, text: str) -> Asked | None:
    """Return the unanswered question whose few words a passage begins with: "Local investigations …"."""
    lowered = text.lower()
    for question in walk.answers.questions:
        if question.blocks:
            continue
        words = _few_words(question.text)
        if words and lowered.startswith(words) and re.match(rf"{re.escape(words)}\b", lowered):
            return question
    return None


@lru_cache(maxsize=1024)
def _few_words(text: str) -> str:
    """Return the words of a question that has few of them, in small letters; nothing if it has more."""
    words = text.strip(" .:;?").lower()
    # Longer ones are quoted.
    return words if 0 < len(words.split()) <= 4 and len(words) > 3 else ""  # noqa: PLR2004


def _answer_together(walk: _Walk, response: Sequence[Block], skipped: set[int]) -> None:
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
