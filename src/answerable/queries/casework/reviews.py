"""Reviews that are in hand: what waits for a reviewer, what is due, what is late."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import F, QuerySet

from answerable.domain.roles import Actor, Move, why_not
from answerable.queries.casework.challengeable import DONE
from answerable.queries.casework.list_rows import shown_title
from answerable.queries.casework.situations import situation_of
from answerable.queries.casework.visible import seen_by
from answerable.records.casework.models import Challenge

_SHOWN = 500


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A review in hand as a list shows it; `can_take` is whether the viewer could take it now."""

    reference: str
    title: str
    number: int
    labels: tuple[str, ...]
    asked_on: dt.date
    due_on: dt.date | None
    state: str
    reviewer: str
    is_overdue: bool
    is_restricted: bool
    can_take: bool


@dataclass(frozen=True, slots=True)
class OutsideRow:
    """A complaint or an appeal in hand, and by when something is to be given to whoever decides it."""

    reference: str
    title: str
    number: int
    kind: str
    their_reference: str
    asked_on: dt.date
    due_on: dt.date | None


@dataclass(frozen=True, slots=True)
class DueReview:
    """A review that is due by a day: whose, empty where nobody has taken it."""

    reference: str
    number: int
    reviewer: str
    due_on: dt.date


def reviews_in_hand(viewer: Actor, *, today: dt.date) -> tuple[ReviewRow, ...]:
    """Return the reviews that are not decided, the most urgent first, of requests that somebody may see."""
    found = _in_hand(Challenge.Kind.REVIEW)
    return tuple(_row(one, viewer, today) for one in _listed(found, viewer))


def reviews_taken(viewer: Actor, *, today: dt.date) -> tuple[ReviewRow, ...]:
    """Return the reviews that somebody has and has not decided, the most urgent first."""
    taken = Challenge.objects.filter(
        kind=Challenge.Kind.REVIEW, state=Challenge.State.TAKEN, reviewer=viewer.key
    )
    return tuple(_row(one, viewer, today) for one in _listed(taken, viewer))


def reviews_to_take(viewer: Actor, *, today: dt.date) -> tuple[ReviewRow, ...]:
    """Return the reviews that nobody has and somebody may take, the most urgent first."""
    asked = Challenge.objects.filter(kind=Challenge.Kind.REVIEW, state=Challenge.State.ASKED)
    rows = (_row(one, viewer, today) for one in _listed(asked, viewer))
    return tuple(one for one in rows if one.can_take)


def complaints_in_hand(viewer: Actor) -> tuple[OutsideRow, ...]:
    """Return the complaints and appeals that are not ruled on, of requests that somebody may see."""
    found = _in_hand(Challenge.Kind.COMPLAINT, Challenge.Kind.TRIBUNAL).filter(
        seen_by(viewer, through="request")
    )
    listed = found.select_related("request__requester").prefetch_related("enquiries")
    return tuple(_outside(one) for one in listed.order_by("asked_on", "pk")[:_SHOWN])


def reviews_due(*, by: dt.date) -> tuple[DueReview, ...]:
    """Return the reviews in hand that are due by a day, or late; whoever asks looks after who may see them."""
    found = _in_hand(Challenge.Kind.REVIEW).filter(due_on__lte=by).select_related("request")
    return tuple(
        DueReview(one.request.reference, one.number, one.reviewer, one.due_on)
        for one in found.order_by("due_on", "pk")
        if one.due_on is not None
    )


def _in_hand(*kinds: Challenge.Kind) -> QuerySet[Challenge]:
    return Challenge.objects.filter(kind__in=kinds).exclude(state__in=DONE)


def _listed(found: QuerySet[Challenge], viewer: Actor) -> QuerySet[Challenge]:
    seen = found.filter(seen_by(viewer, through="request")).select_related("request__requester")
    return _by_date(seen.prefetch_related("questions__question__decisions", "request__named"))


def _by_date(found: QuerySet[Challenge]) -> QuerySet[Challenge]:
    return found.order_by(F("due_on").asc(nulls_last=True), "pk")[:_SHOWN]


def _row(one: Challenge, viewer: Actor, today: dt.date) -> ReviewRow:
    return ReviewRow(
        reference=one.request.reference,
        title=shown_title(one.request),
        number=one.number,
        labels=tuple(each.question.label for each in one.questions.all()),
        asked_on=one.asked_on,
        due_on=one.due_on,
        state=one.state,
        reviewer=one.reviewer,
        is_overdue=one.due_on is not None and today > one.due_on,
        is_restricted=one.request.is_restricted,
        can_take=one.state == Challenge.State.ASKED and _can_take(one, viewer),
    )


def _can_take(one: Challenge, viewer: Actor) -> bool:
    roles_only = why_not(Move.TAKE_REVIEW, actor=viewer, situation=situation_of(one.request))
    if roles_only:
        return False
    questions = (each.question for each in one.questions.all())
    return all(
        viewer.key not in situation_of(one.request, question).hands for question in questions
    )


def _outside(one: Challenge) -> OutsideRow:
    dues = [each.due_on for each in one.enquiries.all() if each.due_on and not each.answered_on]
    return OutsideRow(
        reference=one.request.reference,
        title=shown_title(one.request),
        number=one.number,
        kind=one.kind,
        their_reference=one.their_reference,
        asked_on=one.asked_on,
        due_on=min(dues, default=None),
    )
