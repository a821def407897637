"""Earlier questions that somebody put aside, and those pairs as tests learn from them."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Q

from answerable.domain.questions.blind import blinded
from answerable.queries.accounts import person_names
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.keys import key_of_ours
from answerable.records.casework.models import Question, UnlikePair


@dataclass(frozen=True, slots=True)
class Aside:
    """Who put an earlier answer aside, when, and why if they said so."""

    by: str
    at: dt.datetime
    reason: str


@dataclass(frozen=True, slots=True)
class LearntPair:
    """Two questions of which somebody said how they are related: nothing where they have nothing in common.

    `told` is what was told of them before.
    """

    asked: str
    asked_on: dt.date
    earlier: str
    earlier_on: dt.date
    relation: str
    told: str
    reason: str


def asides_of(question: Question) -> dict[str, Aside]:
    """Return by its key what was put aside for a question, and for what it was put aside itself."""
    pairs = list(_pairs_of(question))
    names = person_names(pair.by for _, pair in pairs)
    return {key: _aside(pair, names) for key, pair in pairs}


def pairs_of(question: Question, key: str) -> list[UnlikePair]:
    """Return the pairs of a question and one of a key, whichever of them is the earlier one."""
    return [pair for each, pair in _pairs_of(question) if each == key]


def learnt_pairs() -> Iterator[LearntPair]:
    """Yield every pair that is put aside, in the order in which that was said; nothing of restricted requests.

    Who asked was taken out of the texts when they were kept.
    """
    restricted = Q(question__request__is_restricted=True) | Q(earlier__is_restricted=True)
    found = UnlikePair.objects.exclude(restricted).select_related("question__request__requester")
    for one in found.order_by("pk"):
        yield LearntPair(
            asked=one.text,
            asked_on=one.asked_on,
            earlier=one.earlier_text,
            # Where nothing says when it was answered, the two tell of one time.
            earlier_on=one.earlier_on or one.asked_on,
            relation=one.relation,
            told=one.told,
            reason=blinded(one.reason, identity_of(one.question.request)),
        )


def _pairs_of(question: Question) -> Iterator[tuple[str, UnlikePair]]:
    is_one = Q(question=question)
    is_other = Q(earlier=question.request_id, earlier_label=question.label)
    found = UnlikePair.objects.filter(is_one | is_other)
    for pair in found.select_related("question__request__requester").order_by("pk"):
        if pair.question_id == question.pk:
            yield pair.key, pair
        else:
            yield key_of_ours(pair.question.request.reference, pair.question.label), pair


def _aside(pair: UnlikePair, names: Mapping[str, str]) -> Aside:
    return Aside(names[pair.by], pair.at, blinded(pair.reason, identity_of(pair.question.request)))
