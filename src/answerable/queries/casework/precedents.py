"""Questions that were answered here, published or not, as questions on file."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path

from django.conf import settings
from django.db.models import Exists, F, Max, OuterRef, Q

from answerable.domain.clock import EventKind
from answerable.domain.decisions.written import decision_of
from answerable.domain.questions.blind import blinded
from answerable.domain.roles import Actor, Stage
from answerable.matching.filed import Filed, Kept
from answerable.matching.filed_precedents import Asking
from answerable.matching.precedents import Precedent
from answerable.matching.question_documents import QuestionDocument
from answerable.matching.questions_on_file import QuestionsOnFile
from answerable.queries.casework.above import above_of
from answerable.queries.casework.answered import about_themselves
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.searching import index_trouble_said
from answerable.queries.casework.visible import seen_by
from answerable.queries.precedents import precedents_in
from answerable.records.casework.models import DecisionVersion, NamedPerson, Question

_AT_ONCE = 500


def sent_like(
    text: str, *, asked_on: dt.date, viewer: Actor, at: dt.datetime, most: int, under: str = ""
) -> tuple[Precedent, ...]:
    """Return the questions most like one whose answers were sent, among what somebody may see.

    `under` stands above a bare one.

    :raises SearchUnavailable: if the index of questions cannot be used.
    """
    asking = Asking(text, asked_on, at.date(), viewer.key, under)
    on_file = partial(_sent_now, viewer=viewer)
    with index_trouble_said():
        found = precedents_in(sent_index()).like(asking, most=most, on_file=on_file)
        return tuple(found)


def sent_questions(viewer: Actor) -> Iterator[Filed]:
    """Yield the answered questions that somebody may see, with the answer that was sent last."""
    return sent_answers(seen_by(viewer, through="question__request"))


def sent_answers(of: Q) -> Iterator[Filed]:
    """Yield the answered questions among some, whoever may see them, with the answer that was sent last.

    Who asked is taken out; what somebody asked for of their own data is nobody's precedent.
    """
    return (one.filed for one in _kept(of))


def sent_documents() -> Iterator[QuestionDocument]:
    """Yield every question whose answer was sent, as the index takes it."""
    return _documents(Q())


def sent_documents_of(references: Collection[str]) -> Iterator[QuestionDocument]:
    """Yield the questions of some requests whose answers were sent, as the index takes them."""
    return _documents(Q(question__request__reference__in=references))


def sent_index() -> QuestionsOnFile:
    """Return the one open index of questions whose answers were sent."""
    return _index(settings.ANSWERABLE_CASEWORK_QUESTION_INDEX)


@lru_cache(maxsize=4)
def _index(folder: Path) -> QuestionsOnFile:
    return QuestionsOnFile(
        folder, what="index of answered questions", remedy="with `answerable index --casework`"
    )


def _sent_now(keys: Sequence[tuple[int, int]], *, viewer: Actor) -> dict[tuple[int, int], Filed]:
    wanted = seen_by(viewer, through="question__request")
    wanted &= Q(question__in=[question for _, question in keys])
    return {one.key: one.filed for one in _kept(wanted)}


def _documents(wanted: Q) -> Iterator[QuestionDocument]:
    restricted = NamedPerson.objects.filter(request__is_restricted=True)
    named: dict[int, list[str]] = {}
    for number, key in restricted.order_by("key").values_list("request", "key"):
        named.setdefault(number, []).append(key)
    for version, day in _latest(wanted):
        request = version.question.request
        yield QuestionDocument(
            of=request.reference,
            kept=Kept(version.question_id, _filed(version, day)),
            is_restricted=request.is_restricted,
            may_see=tuple(named.get(request.pk, ())),
        )


def _kept(wanted: Q) -> Iterator[Kept]:
    return (Kept(one.question_id, _filed(one, day)) for one, day in _latest(wanted))


def _latest(wanted: Q) -> Iterator[tuple[DecisionVersion, dt.date | None]]:
    """Yield the last decision on each sent question that is wanted, with its day, in the order of requests."""
    later = DecisionVersion.objects.filter(
        question=OuterRef("question"), round=OuterRef("round"), number__gt=OuterRef("number")
    )
    latest = DecisionVersion.objects.filter(~Exists(later), round=F("question__round"))
    answered_on = Max(
        "question__events__on", filter=Q(question__events__kind=EventKind.ANSWERED.value)
    )
    found = latest.filter(wanted, question__stage=Stage.SENT)
    found = found.exclude(about_themselves("question__"))
    found = found.select_related("question__request__requester").annotate(day=answered_on)
    found = found.prefetch_related("question__request__questions")
    in_order = found.order_by("question__request", "question__place", "pk")
    for one in in_order.iterator(chunk_size=_AT_ONCE):
        yield one, one.day


def _filed(version: DecisionVersion, day: dt.date | None) -> Filed:
    question: Question = version.question
    request = question.request
    identity = identity_of(request)
    decision = decision_of(version.decision)
    return Filed(
        request.reference,
        question.label or None,
        None,
        blinded(question.text, identity),
        day,
        tuple(one.value for one in decision.outcomes),
        tuple(one.citation for one in decision.grounds),
        blinded(version.answer, identity),
        source=request.reference,
        entry=request.pk,
        under=blinded(above_of(question), identity),
    )
