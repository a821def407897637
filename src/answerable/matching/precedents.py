"""Earlier questions like one, and pairs of answers that contradict each other."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.precedent.asked import Asked, Reader
from answerable.domain.precedent.contradicting import Answered, Contradiction, contradiction
from answerable.domain.precedent.relations import Related, like_at_all, related
from answerable.matching.filed import Filed
from answerable.matching.question_index import QuestionIndex

__all__ = ["Filed", "Pair", "Precedent", "Precedents", "Read", "distance", "pair_of"]

Shown = Callable[[Sequence[int]], Iterable[int]]
"""Gives back what it is given, and may show how far that went."""
Compared = Callable[[Asked, Asked], Related | None]
"""From a question and an earlier one to how the first is related to the second."""


class Paraphrases(Protocol):
    """Questions on file as a model of paraphrase sees them, known by their numbers."""

    def nearest(self, asked: Asked) -> Sequence[int]:
        """Return the numbers of the questions that are nearest to one."""

    def related(self, asked: Asked, earlier: Asked) -> Related | None:
        """Return how a question is related to an earlier one, by the rules and the model."""

    def like(self, asked: Asked, earlier: Sequence[Asked]) -> Sequence[Related | None]:
        """Return the same of each of some earlier ones, and where nothing is told, whether its answer may be of use all the same."""


ByModel = Callable[[Sequence[Asked]], Paraphrases]
"""From questions on file to what a model of paraphrase says of them."""


@dataclass(frozen=True, slots=True)
class Precedent:
    """An earlier question that is like one, and how."""

    filed: Filed
    related: Related
    share: float = 0.0
    """How near it is by words alone: 1 for the nearest on file."""

    @property
    def is_by_meaning(self) -> bool:
        """Return whether a model of paraphrase led to it, and no word did."""
        return self.related.near is not None and not self.share

    @property
    def why(self) -> str:
        """Return in a sentence why it was found: the rule, the words taken for one thing, and what differs."""
        taken = [
            f"“{mine.printed}” is taken for “{theirs.printed}”"
            for mine, theirs in self.related.shared
            if mine.printed.lower() != theirs.printed.lower()
        ]
        near = self.related.near
        told = [] if near is None else [f"a model of paraphrase puts them at {near:.2f} of 1"]
        if self.is_by_meaning:
            told.append("it was found by meaning (model), not by its words")
        told += [
            f"{which} is read with what stands above it: “{' '.join(above.split())}”"
            for which, above in zip(("it", "the earlier"), self.related.under, strict=True)
            if above
        ]
        said = (one.said for one in self.related.differs)
        return "; ".join([self.related.rule, *told, *taken, *said])


@dataclass(frozen=True, slots=True)
class Read:
    """A question on file as it is compared."""

    filed: Filed
    asked: Asked

    @property
    def answered(self) -> Answered:
        """Return it with what was decided and answered, for another answer to be held against it."""
        filed = self.filed
        outcomes = frozenset(map(Outcome, filed.outcomes))
        return Answered(self.asked, filed.on, outcomes, frozenset(filed.exemptions), filed.answer)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two answers that contradict each other, the earlier first."""

    one: Filed
    other: Filed
    contradiction: Contradiction

    @property
    def named(self) -> object:
        """Return what names both wherever they are printed; None where one has no reference."""
        return self.one.named and self.other.named and (self.one.named, self.other.named)


# Chosen by cross-validation on labelled pairs (docs/reference/precedent.md#the-order); half or twice as much finds one
# or two in a hundred fewer among the first five.
WEIGHT_OF_WORDS = 5.0


class Precedents:
    """Questions on file, which can be asked for those like one."""

    def __init__(
        self,
        reader: Reader,
        filed: Iterable[Filed],
        today: dt.date,
        by_model: ByModel | None = None,
    ) -> None:
        """Take questions on file, compared as a reader reads them and, if there is one, by a model of paraphrase.

        From today time is counted where no day is known.
        """
        self._reader = reader
        self._read = [
            Read(one, reader.asked(one.text, one.on or today, one.under)) for one in filed
        ]
        self._index = QuestionIndex(one.asked for one in self._read)
        self._paraphrases = by_model([one.asked for one in self._read]) if by_model else None
        model = self._paraphrases
        self._compared: Compared = model.related if model else related

    def can_compare(self, text: str, asked_on: dt.date) -> bool:
        """Return whether a text says what it is about: formulae, courtesies and the body's name do not."""
        return bool(self._reader.asked(text, asked_on).terms)

    def like(self, text: str, asked_on: dt.date, *, most: int, under: str = "") -> list[Precedent]:
        """Return the questions on file that are most like one, the nearest first; `under` stands above a bare one."""
        asked = self._reader.asked(text, asked_on, under)
        candidates = self._candidates(asked)
        related = self._like(asked, [self._read[number].asked for number in candidates])
        found = [
            Precedent(self._read[number].filed, how, share)
            for (number, share), how in zip(candidates.items(), related, strict=True)
            if how is not None
        ]
        return sorted(found, key=distance)[:most]

    def _like(self, asked: Asked, earlier: Sequence[Asked]) -> Sequence[Related | None]:
        if self._paraphrases:
            return self._paraphrases.like(asked, earlier)
        return [like_at_all(asked, one) for one in earlier]

    def contradictions(self, shown: Shown = iter) -> Iterator[Pair]:
        """Yield the pairs of answers to one question that contradict each other, in the order of the file.

        A log that is on file twice, in two forms, makes one pair of what has references and labels. `shown` may
        show how many questions were compared.
        """
        told = set()
        for number in shown(range(len(self._read))):
            one = self._read[number]
            for earlier in self._candidates(one.asked):
                is_earlier = earlier < number
                pair = pair_of(self._read[earlier], one, self._compared) if is_earlier else None
                if pair is not None and (not pair.named or pair.named not in told):
                    told.add(pair.named)
                    yield pair

    def _candidates(self, asked: Asked) -> dict[int, float]:
        """Return the numbers of what may be like a question, each with how near it is by words."""
        near = self._paraphrases.nearest(asked) if self._paraphrases else ()
        found = self._index.candidates(asked)
        return found | {number: 0.0 for number in near if number not in found}


def pair_of(one: Read, other: Read, compared: Compared = related) -> Pair | None:
    """Return how two answers to one question contradict each other; None if they do not.

    What was asked at once, what two bodies decided, and what is the same by signs against a rule alone does not. The one that was answered first stands first, or
    the one that is given first where nobody knows.
    """
    mine, theirs = one.filed, other.filed
    if mine.is_of_one_request_with(theirs) or mine.is_of_another_body_than(theirs):
        return None
    how = compared(other.asked, one.asked)
    if how is None or not how.is_by_rule:
        return None
    first, second = sorted((one, other), key=lambda read: read.filed.on or dt.date.max)
    found = contradiction(first.answered, second.answered, how.relation)
    return Pair(first.filed, second.filed, found) if found else None


def distance(found: Precedent) -> tuple[float, int]:
    """Return by what precedents are put in order: what is most likely of use and nearest first, of those the latest."""
    near = found.related.of_use + WEIGHT_OF_WORDS * found.share
    return -near, -(found.filed.on or dt.date.min).toordinal()
