"""The walk through a response: which questions the passage at each place answers."""

import re
from collections.abc import Iterator, Sequence

from answerable.reading.asked import Answers, Asked
from answerable.reading.naming import Named
from answerable.reading.repeated import Repeated

_DECIDES = re.compile(
    r"(?:decision|outcome|result|status|disclos\w+|withheld|refused|not held|exempt)\b.{0,80}$",
    re.IGNORECASE,
)


class Walk:
    """Goes through a response once and hands each passage to the questions that it answers."""

    def __init__(self, questions: list[Asked]) -> None:
        self.answers = Answers(questions)
        self._repeats = Repeated([one.text for one in questions])
        self._brief = [(words, one) for one in questions if (words := _few_words(one.text))]
        self._by_label = {question.label: question for question in questions}
        self.named = Named(questions)
        self._repeated: set[str | None] = set()
        self._turned_to: set[str | None] = set()
        self._below_several: set[int] = set()
        self._targets: list[Asked] = []
        self._pending: set[str | None] = set()
        self._is_pending = False
        self._is_closed = False
        self._is_reasoning = False

    def asks(self, label: str | None) -> None:
        """Note that a question stands here: what comes next answers it, and those right before it."""
        if not self._is_pending:
            self._targets = []
            self._pending.clear()
        self._is_pending, self._is_closed, self._is_reasoning = True, False, False
        self._repeated.add(label)
        if label not in self._pending:
            self._pending.add(label)
            self._targets.append(self._by_label[label])

    def turns_to(self, questions: list[Asked]) -> None:
        """Let what comes next answer these questions."""
        self._targets, self._is_pending = questions, False
        self._is_closed = self._is_reasoning = False
        self._turned_to.update(one.label for one in questions)

    def turns_away(self) -> None:
        """Let what comes next answer no question, until one is asked."""
        if not self._is_pending:
            self._targets = []

    def closes(self) -> None:
        """Note that the answer ends here: what comes next answers nobody, and is no preface, until one is asked."""
        self._targets, self._is_pending, self._is_closed = [], False, True

    def reasons(self, place: int) -> None:
        """Note that reasons begin here that belong to no single answer."""
        self.closes()
        self._is_reasoning = True
        self.answers.grounds.append(place)

    def tells(self, place: int) -> None:
        """Note that a passage stands here that answers."""
        if self._is_pending and len(self._targets) > 1:
            self._below_several.add(place)
        self._is_pending = False
        if not self._targets and not self._is_closed:
            self.answers.preface.append(place)
        if self._is_reasoning:
            self.answers.grounds.append(place)
        for question in self._targets:
            question.blocks.append(place)

    def tells_part(self, question: Asked, place: int, words: str) -> None:
        """Note that words of a block answer one question: a table's row, or what stands behind the question."""
        self.turns_to([question])
        question.blocks.append(place)
        question.parts[place] = words

    def waits(self) -> bool:
        """Return whether several questions were turned to, and nothing told yet: "all three points" are these."""
        return len(self._targets) > 1 and not any(one.blocks for one in self._targets)

    def tells_sentences(self, place: int, told: Sequence[tuple[list[Asked], str]]) -> None:
        """Note which sentences of a block answer which questions; what comes next answers the last."""
        for questions, words in told:
            for question in questions if words else ():
                self.tells_part(question, place, words)
                question.answered_with = [
                    one.label for one in questions if one is not question and one.label
                ]
        self.turns_to(told[-1][0])

    @property
    def is_pending(self) -> bool:
        """Return whether a question was asked, and nothing told yet."""
        return self._is_pending

    @property
    def is_closed(self) -> bool:
        """Return whether the answers ended."""
        return self._is_closed

    def answered(self) -> list[Asked]:
        """Return the questions that have an answer."""
        return [question for question in self.answers.questions if question.blocks]

    def unanswered(self) -> list[Asked]:
        """Return the questions that have none."""
        return [question for question in self.answers.questions if not question.blocks]

    def has_answered_all(self) -> bool:
        """Return whether there are several questions, and each of them has an answer."""
        # The last is the likeliest to have none yet.
        questions = self.answers.questions
        return len(questions) > 1 and all(one.blocks for one in reversed(questions))

    def labelled(self, label: str) -> list[Asked]:
        """Return the question of a label, or those below it; a second list counts like the first."""
        is_of_block = label[1:2] == "." and "A" <= label[0] <= "Z"
        return self.named.labelled(label) or (self.named.labelled(label[2:]) if is_of_block else [])

    def repeated_by(self, words: str) -> Iterator[Asked]:
        """Yield the questions that words may repeat, in their order."""
        return (self.answers.questions[place] for place in self._repeats.by(words))

    def begun_with(self, text: str) -> Asked | None:
        """Return the unanswered question whose few words a passage begins with: "Local investigations …"."""
        lowered = text.lower() if self._brief else ""
        for words, question in self._brief:
            if (
                lowered.startswith(words)
                and not question.blocks
                and re.match(rf"{re.escape(words)}\b", lowered)
            ):
                return question
        return None

    def is_settled(self, questions: Sequence[Asked]) -> bool:
        """Return whether questions were repeated and answered: the same numbers again count something else."""
        return all(one.label in self._repeated and one.blocks for one in questions)

    def _only_decided(self, question: Asked) -> None:
        """Take rows of a table that only decide from what answers a question, if words of its own follow."""
        rows = [place for place in question.blocks if place in question.parts]
        decides = [place for place in rows if _DECIDES.match(question.parts[place])]
        if decides and len(question.blocks) > len(decides):
            question.blocks = [place for place in question.blocks if place not in decides]
            question.parts = {
                place: words for place, words in question.parts.items() if place not in decides
            }

    def _only_lead(self) -> None:
        """Take what stands below several questions, each of which is named further down: it only leads to those."""
        below: dict[int, list[Asked]] = {place: [] for place in self._below_several}
        for question in self.answers.questions:
            for place in below.keys() & question.blocks:
                below[place].append(question)
        for place, asked in below.items():
            if all(one.label in self._turned_to and len(one.blocks) > 1 for one in asked):
                self.answers.preface.append(place)
                for one in asked:
                    one.blocks.remove(place)

    def ended(self) -> Answers:
        """Note which questions share their answers."""
        self._only_lead()
        for question in self.answers.questions:
            self._only_decided(question)
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


def _few_words(text: str) -> str:
    """Return the words of a question that has few of them, in small letters; nothing if it has more."""
    words = text.strip(" .:;?").lower()
    # Longer ones are quoted.
    return words if 0 < len(words.split()) <= 4 and len(words) > 3 else ""  # noqa: PLR2004
