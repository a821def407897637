"""A whole request beside earlier ones: how many of its questions stand in which."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from answerable.domain.precedent.relations import Relation
from answerable.matching.precedents import Filed, Precedent

MOST_QUESTIONS = 50
"""So many questions of a request are looked up: who asks more than that is told."""
_ANSWERING = (Relation.SAME, Relation.SAME_NEW_PERIOD, Relation.OVERLAP)
"""How an earlier question may answer one: the fullest first. What is merely like it is no use here."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A question of the request, and the earlier questions that are like it."""

    label: str
    text: str
    found: tuple[Precedent, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A question of the request, and the question of an earlier one in which it stands."""

    label: str
    text: str
    found: Precedent

    @property
    def relation(self) -> Relation:
        """Return whether it is the same, the same for another time, or an overlap."""
        return self.found.related.relation


@dataclass(frozen=True, slots=True)
class EarlierRequest:
    """An earlier request in which questions stand, in the order in which they are asked now."""

    standing: tuple[Standing, ...]

    @property
    def filed(self) -> Filed:
        """Return a question of it: what it says of its request holds for all."""
        return self.standing[0].found.filed

    @property
    def same(self) -> int:
        """Return how many questions it has as the same."""
        return self._count(Relation.SAME)

    @property
    def same_new_period(self) -> int:
        """Return how many questions it has for another time."""
        return self._count(Relation.SAME_NEW_PERIOD)

    @property
    def overlap(self) -> int:
        """Return how many questions it has in part."""
        return self._count(Relation.OVERLAP)

    @property
    def on(self) -> dt.date | None:
        """Return a day in the month in which its last question was answered, None if nothing says when."""
        return max((day for one in self.standing if (day := one.found.filed.on)), default=None)

    def in_words(self, questions: int) -> tuple[str, str]:
        """Return how much of so many questions stands in it, in words: before its name, and behind it."""
        counts = [
            (count, how)
            for count, how in (
                (self.same, ""),
                (self.same_new_period, " for another time"),
                (self.overlap, " in part"),
            )
            if count
        ]
        (most, how), *others = counts
        before = f"{most} of its {questions} questions stand{'s' if most == 1 else ''}{how} in"
        return before, "".join(f", {count}{each}" for count, each in others)

    def _count(self, relation: Relation) -> int:
        return sum(one.relation is relation for one in self.standing)


def earlier_requests(looked: Iterable[Looked]) -> tuple[EarlierRequest, ...]:
    """Return the earlier requests in which questions of one stand: those that have the most of it first."""
    requests: dict[object, dict[int, Standing]] = {}
    for place, question in enumerate(looked):
        for found in question.found:
            if found.related.relation not in _ANSWERING:
                continue
            standing = requests.setdefault(_request_of(found.filed), {})
            one = Standing(question.label, question.text, found)
            if place not in standing or _fullness(one) > _fullness(standing[place]):
                standing[place] = one
    return tuple(sorted(map(_earlier, requests.values()), key=_nearest_first))


def _earlier(standing: dict[int, Standing]) -> EarlierRequest:
    return EarlierRequest(tuple(standing.values()))


def _request_of(filed: Filed) -> object:
    if filed.reference:
        return filed.body, filed.reference
    return filed.source, filed.entry


def _fullness(one: Standing) -> tuple[int, float]:
    return -_ANSWERING.index(one.relation), one.found.related.score


def _nearest_first(one: EarlierRequest) -> tuple[int, ...]:
    day = (one.on or dt.date.min).toordinal()
    return -one.same, -one.same_new_period, -one.overlap, -day
