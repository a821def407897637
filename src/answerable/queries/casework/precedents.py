"""Questions that were answered here, published or not, as questions on file."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Exists, F, Max, OuterRef, Q

from answerable.domain.clock import EventKind
from answerable.domain.decisions.written import decision_of
from answerable.domain.questions.blind import blinded
from answerable.domain.roles import Actor, Stage
from answerable.matching.precedents import Filed, Precedent
from answerable.queries.casework.answered import about_themselves
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.visible import seen_by
from answerable.queries.precedents import among
from answerable.records.casework.models import DecisionVersion, Question


def sent_like(
    text: str, *, asked_on: dt.date, viewer: Actor, at: dt.datetime, most: int
) -> tuple[Precedent, ...]:
    """Return the questions most like one whose answers were sent, among what somebody may see."""
    return tuple(among(sent_questions(viewer), today=at.date()).like(text, asked_on, most=most))


def sent_questions(viewer: Actor) -> Iterator[Filed]:
    """Yield the answered questions that somebody may see, with the answer that was sent last.

    Who asked is taken out; what somebody asked for of their own data is nobody's precedent.
    """
    later = DecisionVersion.objects.filter(
        question=OuterRef("question"), round=OuterRef("round"), number__gt=OuterRef("number")
    )
    latest = DecisionVersion.objects.filter(~Exists(later), round=F("question__round"))
    seen = Q(seen_by(viewer, through="question__request"), question__stage=Stage.SENT)
    answered_on = Max(
        "question__events__on", filter=Q(question__events__kind=EventKind.ANSWERED.value)
    )
    found = latest.filter(seen).exclude(about_themselves("question__"))
    for one in found.select_related("question__request__requester").annotate(day=answered_on):
        yield _filed(one, one.day)


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
    )
