"""How long requests are kept: how each ended, when anything last happened, and what holds it."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.timezone import localtime

from answerable.domain.clock.limits import months_later
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.questions.blind import blinded
from answerable.domain.retention import (
    End,
    Ended,
    Kept,
    Schedule,
    ends_of_question,
    kept_until,
)
from answerable.domain.roles import Actor, Stage
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.holding import what_holds
from answerable.queries.casework.visible import requests_seen_by
from answerable.records.casework.models import (
    Challenge,
    DecidedTag,
    Hold,
    Letter,
    LogDraft,
    LogStep,
    Message,
    Question,
    QuestionEvent,
    Request,
    Validity,
)
from answerable.records.ledger.models import LedgerLine

_BATCH = 500
_ENDINGS = ("question closed", "question reopened", "question withdrawn", "requests merged")
"""What ends a question without an event of its clock stands in the ledger."""
_ENDED = (Stage.SENT, Stage.CLOSED)
_MONTHS = 12
_PUBLISHED = (LogDraft.State.PUBLISHED, LogDraft.State.WITHDRAWN)
_WHOLE = (
    Prefetch("questions", Question.objects.only("request_id", "stage")),
    Prefetch("questions__events", QuestionEvent.objects.only("question_id", "on")),
    Prefetch("questions__tags", DecidedTag.objects.filter(kind=DecidedTag.Kind.OUTCOME)),
    Prefetch("letters", Letter.objects.only("request_id", "sent_on")),
    Prefetch(
        "messages", Message.objects.only("request_id", "said_on", "received_at", "arrived_at")
    ),
    Prefetch("challenges", Challenge.objects.only("request_id", "kind", "asked_on", "decided_on")),
)


@dataclass(frozen=True, slots=True)
class HoldRow:
    """That a request is or was held: by whom, why, and who lifted that."""

    because: str
    by: str
    at: dt.datetime
    lifted_by: str
    lifted_at: dt.datetime | None
    lifted_because: str


@dataclass(frozen=True, slots=True)
class RetentionPage:
    """How long a request is kept, and what holds it beyond that; without `kept` it has not ended."""

    reference: str
    kept: Kept | None
    holding: tuple[str, ...]
    is_held: bool
    holds: tuple[HoldRow, ...]

    @property
    def words(self) -> str:
        """Return when it may go, or why no day can be told."""
        if self.kept is None:
            return "It has not ended: how long it is kept is counted from its end"
        return self.kept.words


def retention_page(reference: str, *, schedule: Schedule) -> RetentionPage | None:
    """Return how long a request is kept and why, None if there is none of that reference."""
    found = Request.objects.filter(reference=reference).select_related("requester").first()
    if found is None:
        return None
    kept, identity = kept_requests([found], schedule)[found.pk], identity_of(found)
    holds = tuple(
        HoldRow(
            because=blinded(one.because, identity),
            by=one.by,
            at=one.at,
            lifted_by=one.lifted_by,
            lifted_at=one.lifted_at,
            lifted_because=blinded(one.lifted_because, identity),
        )
        for one in Hold.objects.filter(request=found).order_by("pk")
    )
    return RetentionPage(
        reference=reference,
        kept=kept,
        holding=what_holds([found])[found.pk],
        is_held=any(one.lifted_at is None for one in holds),
        holds=holds,
    )


def why_still_kept(request: Request, *, schedule: Schedule, on: dt.date) -> str:
    """Return why a request may not go on a day, as a sentence; nothing if it may."""
    kept = kept_requests([request], schedule)[request.pk]
    if kept is None:
        return "It is open again"
    if kept.due_on > on:
        return kept.words
    return "; ".join(what_holds([request])[request.pk])


def requests_to_go(
    *, schedule: Schedule, viewer: Actor, on: dt.date
) -> Iterator[tuple[Request, Kept]]:
    """Yield what somebody may see that was kept for its time on a day, and is not held, the oldest first."""
    latest = months_later(on, -_MONTHS * schedule.shortest)
    # Asked apart: a join would name each request once for each of its questions.
    asks = Exists(Question.objects.filter(request=OuterRef("pk")))
    ended = Q(stage__in=_ENDED) | (Q(validity=Validity.NO_REQUEST) & ~asks)
    found = requests_seen_by(viewer).filter(ended, received_on__lte=latest)
    numbers = list(found.order_by("received_on", "pk").values_list("pk", flat=True))
    for start in range(0, len(numbers), _BATCH):
        batch = numbers[start : start + _BATCH]
        requests = list(Request.objects.filter(pk__in=batch).order_by("received_on", "pk"))
        kept = kept_requests(requests, schedule)
        due = [one for one in requests if _is_due(kept[one.pk], on)]
        held = what_holds(due)
        yield from ((one, each) for one in due if (each := kept[one.pk]) and not held[one.pk])


def kept_requests(requests: Sequence[Request], schedule: Schedule) -> Mapping[int, Kept | None]:
    """Return how long each request is kept, by its number: as many queries for one as for many."""
    last = _last_days_told(requests)
    whole = _with_all(Request.objects.filter(pk__in=[one.pk for one in requests]))
    found = {one.pk: kept_until(_ended(one, last), schedule) for one in whole}
    return {one.pk: found.get(one.pk) for one in requests}


def _with_all(requests: QuerySet[Request]) -> QuerySet[Request]:
    steps = Prefetch("log_draft__steps", LogStep.objects.only("draft_id", "done_at"))
    return requests.select_related("log_draft").prefetch_related(*_WHOLE, steps)


def _is_due(kept: Kept | None, on: dt.date) -> bool:
    return kept is not None and kept.due_on <= on


def _ended(request: Request, told: Mapping[str, dt.date]) -> Ended:
    last_on = max([request.received_on, *_days(request), *_told(request, told)])
    questions = list(request.questions.all())
    is_no_request = request.validity == Validity.NO_REQUEST
    if not questions and is_no_request:
        return Ended(frozenset({End.NO_REQUEST}), last_on)
    if not questions or any(one.stage not in _ENDED for one in questions):
        return Ended(frozenset(), last_on)
    ends = {
        end
        for one in questions
        for end in ends_of_question(
            is_closed=one.stage == Stage.CLOSED,
            is_no_request=is_no_request,
            outcomes=[Outcome(tag.value) for tag in one.tags.all()],
        )
    }
    return Ended(frozenset(ends | _after(request)), last_on)


def _after(request: Request) -> set[End]:
    """Return what followed the answer."""
    ends = set()
    for one in request.challenges.all():
        is_review = one.kind == Challenge.Kind.REVIEW
        ends.add(End.REVIEWED if is_review else End.COMPLAINED_ABOUT)
    draft = getattr(request, "log_draft", None)
    if draft is not None and draft.state in _PUBLISHED:
        ends.add(End.PUBLISHED)
    return ends


def _days(request: Request) -> Iterator[dt.date]:
    """Yield the days on which anything happened with a request."""
    for question in request.questions.all():
        yield from (one.on for one in question.events.all())
    yield from (one.sent_on for one in request.letters.all() if one.sent_on)
    for message in request.messages.all():
        yield message.said_on or _day(message.received_at or message.arrived_at)
    for challenge in request.challenges.all():
        yield challenge.decided_on or challenge.asked_on
    draft = getattr(request, "log_draft", None)
    if draft is not None:
        yield from (_day(one.done_at) for one in draft.steps.all() if one.done_at)
    if request.validated_at and request.validity == Validity.NO_REQUEST:
        yield _day(request.validated_at)


def _told(request: Request, told: Mapping[str, dt.date]) -> Iterator[dt.date]:
    if request.reference in told:
        yield told[request.reference]


def _last_days_told(requests: Sequence[Request]) -> Mapping[str, dt.date]:
    """Return the last day on which the ledger says that a question was closed or opened, by reference."""
    subjects = {f"request {one.reference}": one.reference for one in requests}
    lines = LedgerLine.objects.filter(subject__in=subjects, action__in=_ENDINGS)
    return {
        subjects[subject]: _day(at)
        for subject, at in lines.order_by("number").values_list("subject", "at")
    }


def _day(moment: dt.datetime) -> dt.date:
    return localtime(moment).date()
