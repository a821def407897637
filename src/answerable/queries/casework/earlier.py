"""The earlier answers to a question, while somebody decides it: ours, and apart from them those of other bodies."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from answerable.domain.decisions.decision import Decision, Ground
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.precedent.relations import Relation
from answerable.domain.precedent.saying import RELATION_WORDS, USABLE, decision_words
from answerable.domain.precedent.taken import TakenFrom, digest_of
from answerable.domain.questions.blind import blinded
from answerable.domain.roles import Actor
from answerable.matching.precedents import Filed, Precedent
from answerable.queries.casework.above import above_of
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.deciding import written_of
from answerable.queries.casework.keys import key_of
from answerable.queries.casework.precedents import sent_like
from answerable.queries.casework.unlike import Aside, asides_of
from answerable.queries.casework.visible import restricted_among
from answerable.queries.precedents import published_like
from answerable.queries.search import SearchUnavailable
from answerable.records.casework.models import Question

_SOUGHT = 30
"""So many are looked for: some are on file twice, of the same request, restricted, or other bodies'."""
_NEAREST = tuple(Relation)
"""The relations in the order in which an earlier answer is of use."""


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """An earlier question that is like one: what was decided and answered, and how the two are related.

    `key` names it in forms. `address` is where it is published, if it is; what was sent from here and is not
    published has none. `is_sent` says that it stands in our own requests, published or not.
    """

    key: str
    filed: Filed
    relation: Relation
    score: float
    differs: tuple[str, ...]
    why: str
    is_sent: bool

    @property
    def named(self) -> str:
        """Return how people name it: 5023075 question 3."""
        label = f" question {self.filed.label}" if self.filed.label else ""
        return f"{self.filed.reference or self.filed.source}{label}"

    @property
    def relation_words(self) -> str:
        """Return in plain words what it is to the question."""
        return RELATION_WORDS[self.relation]

    @property
    def decision_words(self) -> str:
        """Return what was decided, in plain words."""
        return decision_words(map(Outcome, self.filed.outcomes), self.filed.exemptions)

    @property
    def percent(self) -> str:
        """Return how much of both questions is shared: 76%."""
        return f"{self.score:.0%}"

    @property
    def is_usable(self) -> bool:
        """Return whether its answer may be used: ours only, and not what only sounds like it."""
        return self.relation in USABLE and not self.filed.is_theirs


@dataclass(frozen=True, slots=True)
class PutAside:
    """An earlier answer that is not shown for a question, and who said so."""

    answer: EarlierAnswer
    said: Aside


@dataclass(frozen=True, slots=True)
class EarlierAnswers:
    """The earlier answers to a question, nearest first; `is_known` says that search could be asked.

    `usable` may answer it, `alike` only sound like it, `theirs` are what other bodies decided of what may; `aside`
    are those of which somebody said that they are not the same.
    """

    usable: tuple[EarlierAnswer, ...] = ()
    alike: tuple[EarlierAnswer, ...] = ()
    theirs: tuple[EarlierAnswer, ...] = ()
    aside: tuple[PutAside, ...] = ()
    is_known: bool = True

    def of_key(self, key: str) -> EarlierAnswer | None:
        """Return the answer of a key, None if it is not among those that are shown."""
        return next(
            (one for one in (*self.usable, *self.alike, *self.theirs) if one.key == key), None
        )


def earlier_answers(
    reference: str, label: str, *, viewer: Actor, at: dt.datetime, most: int
) -> EarlierAnswers:
    """Return the earlier answers to a question as it was asked on the day on which its request was received.

    Its own request is left out, and what is restricted, whoever looks: what others may not see must not end up
    in an answer.
    """
    asked = Question.objects.filter(request__reference=reference, label=label)
    question = asked.select_related("request__requester").first()
    if question is None:
        return EarlierAnswers()
    identity = identity_of(question.request)
    text, under = (blinded(one, identity) for one in (question.text, above_of(question)))
    asked_on = question.request.received_on
    try:
        published = published_like(text, asked_on=asked_on, at=at, most=_SOUGHT, under=under)
        sent = sent_like(text, asked_on=asked_on, viewer=viewer, at=at, most=_SOUGHT, under=under)
    except SearchUnavailable:
        return EarlierAnswers(is_known=False)
    asides = asides_of(question)
    every = sorted(_joined(published, sent, reference), key=_distance)
    found = [one for one in every if one.key not in asides]
    ours = [one for one in found if not one.filed.is_theirs]
    return EarlierAnswers(
        usable=tuple(one for one in ours if one.is_usable)[:most],
        alike=tuple(one for one in ours if not one.is_usable)[:most],
        theirs=tuple(one for one in found if _is_of_use_of_theirs(one))[:most],
        aside=tuple(PutAside(one, asides[one.key]) for one in every if one.key in asides),
    )


def _is_of_use_of_theirs(one: EarlierAnswer) -> bool:
    return one.filed.is_theirs and one.relation in USABLE


def earlier_decision(earlier: EarlierAnswer) -> Decision:
    """Return what was decided: of what was sent with its reasons, of what is only published the limbs alone."""
    filed = earlier.filed
    written = written_of(filed.reference) if earlier.is_sent and filed.reference else {}
    said = written.get(filed.label or "")
    if said is not None:
        return said.decision
    outcomes = tuple(map(Outcome, filed.outcomes))
    return Decision(outcomes, tuple(Ground(one) for one in filed.exemptions))


def earlier_source(earlier: EarlierAnswer) -> TakenFrom:
    """Return what a decision keeps of an earlier answer from which it was taken."""
    filed = earlier.filed
    return TakenFrom(
        filed.reference or "",
        filed.label or "",
        filed.address,
        filed.on,
        digest_of(filed.answer),
    )


def _joined(
    published: Iterable[Precedent], sent: Iterable[Precedent], own: str
) -> Iterator[EarlierAnswer]:
    """Yield each question once: of one that was sent and published, what everybody can read."""
    of_ours = {key_of(one.filed): one for one in sent}
    hidden = restricted_among(one.filed.reference for one in of_ours.values())
    told = set()
    for one in (*published, *of_ours.values()):
        key, filed = key_of(one.filed), one.filed
        is_own = filed.reference == own and not filed.is_theirs
        is_hidden = not filed.address and filed.reference in hidden
        if key not in told and not is_own and not is_hidden:
            told.add(key)
            yield _row(key, one, is_sent=key in of_ours and filed.reference not in hidden)


def _row(key: str, one: Precedent, *, is_sent: bool) -> EarlierAnswer:
    how = one.related
    differs = tuple(each.said for each in how.differs)
    return EarlierAnswer(key, one.filed, how.relation, how.score, differs, one.why, is_sent)


def _distance(one: EarlierAnswer) -> tuple[int, float, int]:
    on = one.filed.on or dt.date.min
    return _NEAREST.index(one.relation), -one.score, -on.toordinal()
