"""Earlier questions like one, and pairs of answers that contradict each other."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.precedent.asked import Asked, Reader
from answerable.domain.precedent.contradicting import Answered, Contradiction, contradiction
from answerable.domain.precedent.relations import Related, Relation, related
from answerable.matching.question_index import QuestionIndex

Shown = Callable[[Sequence[int]], Iterable[int]]
"""Gives back what it is given, and may show how far that went."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A question on file: where it stands, what was decided and answered.

    `on` is a day in the month in which it was answered; None where nothing says when. `reference` and `label`
    are None where none is printed; `source` names what it was read from, and `entry` counts the requests there.
    `address` is where it is published, if it is; `is_theirs` says that another body decided it.
    """

    reference: str | None
    label: str | None
    body: str | None
    text: str
    on: dt.date | None
    outcomes: tuple[str, ...]
    exemptions: tuple[str, ...]
    answer: str
    source: str = ""
    entry: int = 0
    address: str = ""
    is_theirs: bool = False

    def is_of_one_request_with(self, other: "Filed") -> bool:
        """Return whether both were asked at once, in whatever form the request was read."""
        if self.reference and other.reference:
            return (self.body, self.reference) == (other.body, other.reference)
        return (self.source, self.entry) == (other.source, other.entry)

    @property
    def named(self) -> tuple[str | None, str, str | None] | None:
        """Return what names it wherever it is printed; None where it has no reference."""
        return (self.body, self.reference, self.label) if self.reference else None


@dataclass(frozen=True, slots=True)
class Precedent:
    """An earlier question that is like one, and how."""

    filed: Filed
    related: Related

    @property
    def why(self) -> str:
        """Return in a sentence why it was found: the rule, the words taken for one thing, and what differs."""
        taken = [
            f"“{mine.printed}” is taken for “{theirs.printed}”"
            for mine, theirs in self.related.shared
            if mine.printed.lower() != theirs.printed.lower()
        ]
        return "; ".join([self.related.rule, *taken, *(one.said for one in self.related.differs)])


@dataclass(frozen=True, slots=True)
class Pair:
    """Two answers that contradict each other, the earlier first."""

    one: Filed
    other: Filed
    contradiction: Contradiction


_RANKS = {
    Relation.SAME: 0.5,
    Relation.SAME_NEW_PERIOD: 0.4,
    Relation.OVERLAP: 0.2,
    Relation.OPPOSITE: 0.2,
    Relation.SAME_NEW_SUBJECT: 0.1,
    Relation.RELATED: 0.0,
}
"""How much nearer a relation puts a question: what can be used stands before what only sounds like it."""


class Precedents:
    """Questions on file, which can be asked for those like one."""

    def __init__(self, reader: Reader, filed: Iterable[Filed], today: dt.date) -> None:
        """Take questions on file, compared as a reader reads them; from today time is counted where no day is known."""
        self._reader = reader
        self._filed: list[Filed] = []
        self._asked: list[Asked] = []
        for one in filed:
            self._filed.append(one)
            self._asked.append(reader.asked(one.text, one.on or today))
        self._index = QuestionIndex(self._asked)

    def can_compare(self, text: str, asked_on: dt.date) -> bool:
        """Return whether a text says what it is about: formulae, courtesies and the body's name do not."""
        return bool(self._reader.asked(text, asked_on).terms)

    def like(self, text: str, asked_on: dt.date, *, most: int) -> list[Precedent]:
        """Return the questions on file that are most like one, the nearest first."""
        found = [
            Precedent(self._filed[number], how)
            for number, how in self._related(self._reader.asked(text, asked_on))
        ]
        return sorted(found, key=_distance)[:most]

    def contradictions(self, shown: Shown = iter) -> Iterator[Pair]:
        """Yield the pairs of answers to one question that contradict each other, in the order of the file.

        A log that is on file twice, in two forms, makes one pair of what has references and labels. `shown` may
        show how many questions were compared.
        """
        told = set()
        for number in shown(range(len(self._asked))):
            for earlier, how in self._related(self._asked[number]):
                pairs = self._pair(number, earlier, how.relation) if earlier < number else ()
                for pair in pairs:
                    named = (
                        pair.one.named and pair.other.named and (pair.one.named, pair.other.named)
                    )
                    if not named or named not in told:
                        told.add(named)
                        yield pair

    def _pair(self, number: int, earlier: int, relation: Relation) -> Iterator[Pair]:
        one, other = sorted((earlier, number), key=self._place)
        first, second = self._filed[one], self._filed[other]
        if first.is_of_one_request_with(second):
            return
        found = contradiction(self._answered(one), self._answered(other), relation)
        if found is not None:
            yield Pair(first, second, found)

    def _place(self, number: int) -> tuple[dt.date, int]:
        return self._filed[number].on or dt.date.max, number

    def _related(self, asked: Asked) -> Iterator[tuple[int, Related]]:
        for number in self._index.candidates(asked):
            how = related(asked, self._asked[number])
            if how is not None:
                yield number, how

    def _answered(self, number: int) -> Answered:
        filed = self._filed[number]
        return Answered(
            self._asked[number],
            filed.on,
            frozenset(map(Outcome, filed.outcomes)),
            frozenset(filed.exemptions),
            filed.answer,
        )


def _distance(found: Precedent) -> tuple[float, int]:
    near = found.related.score + _RANKS[found.related.relation]
    return -near, -(found.filed.on or dt.date.min).toordinal()
