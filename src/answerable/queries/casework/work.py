"""What waits for somebody: their own requests first, then what they may do for others."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Window

from answerable.domain.clock import Holidays
from answerable.domain.clock.lapsing import LAPSE_AFTER_DAYS
from answerable.domain.clock.left import days_left, last_day_within
from answerable.domain.roles import Actor, Move, Role, Stage, rule
from answerable.queries.accounts import person_row
from answerable.queries.casework.filters import IN_HAND, waiting, with_unseen_messages
from answerable.queries.casework.lapsing import may_lapse
from answerable.queries.casework.list_rows import shown_title
from answerable.queries.casework.log_lists import LogList, in_log_list, to_validate
from answerable.queries.casework.redacting.listed import requests_sent_back, requests_to_check
from answerable.queries.casework.reviews import ReviewRow, reviews_taken, reviews_to_take
from answerable.queries.casework.sent_back import sent_back_requests
from answerable.queries.casework.visible import requests_seen_by, seen_by
from answerable.records.casework.models import (
    Contribution,
    DecisionVersion,
    Notice,
    Outgoing,
    Question,
    Request,
)

SOON = 5
"""Working days: what is due within them is due soon."""
SHOWN, SHOWN_WHOLE = 10, 200
"""How many of a group are shown: the most urgent, or, where somebody asks for one group, as good as all."""


class Group(StrEnum):
    """Why something waits for somebody; the order is that of the page."""

    OVERDUE = "overdue"
    DUE_SOON = "due soon"
    OFFERED = "offered"
    SENT_BACK = "sent back"
    TO_CHECK = "to check"
    TO_CLEAR = "to clear"
    REDACTIONS_TO_CHECK = "redactions to check"
    REDACTIONS_BACK = "redactions sent back"
    NOTICES = "notices"
    TO_SEND = "to send"
    TO_REVIEW = "to review"
    REVIEWS_TO_TAKE = "reviews to take"
    TO_VALIDATE = "to validate"
    TO_PUBLISH = "to publish"
    UNSEEN = "unseen"
    CONTRIBUTIONS = "contributions"
    MAIL = "mail"
    NOT_VALIDATED = "not validated"
    NOT_ACKNOWLEDGED = "not acknowledged"
    NOT_ASSIGNED = "not assigned"
    TO_TAKE = "to take"
    MAY_LAPSE = "may lapse"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class WorkItem:
    """A request that waits for somebody, or with its label a question of it."""

    reference: str
    title: str
    label: str | None
    work_to: dt.date | None
    days_left: int | None
    is_restricted: bool


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """What waits for the same reason: the most urgent, and how many there are in all."""

    group: Group
    items: tuple[WorkItem, ...]
    count: int


@dataclass(frozen=True, slots=True)
class _Asking:
    """Who asks, on which day and calendar, the requests that they may see, and what they want whole."""

    viewer: Actor
    today: dt.date
    table: Holidays
    seen: QuerySet[Request]
    whole: Group | None
    lapse_after: int

    def most(self, group: Group) -> int:
        """Return how many of a group are shown."""
        return SHOWN_WHOLE if group is self.whole else SHOWN

    @property
    def in_hand(self) -> QuerySet[Request]:
        """Return what has not ended."""
        return self.seen.filter(stage__in=IN_HAND)

    @property
    def mine(self) -> QuerySet[Request]:
        """Return what whoever asks has and has not ended."""
        return self.in_hand.filter(officer=self.viewer.key)

    @property
    def in_care(self) -> QuerySet[Request]:
        """Return what they look after: their own, and for intake what no officer has."""
        own = Q(officer=self.viewer.key)
        if Role.INTAKE in self.viewer.roles:
            own |= Q(officer="")
        return self.seen.filter(own)


def my_work(
    viewer: Actor,
    *,
    today: dt.date,
    table: Holidays,
    whole: Group | None = None,
    lapse_after: int = LAPSE_AFTER_DAYS,
) -> tuple[WorkGroup, ...]:
    """Return what waits for somebody in groups, one of them whole, without those that hold nothing.

    `lapse_after` is for how many days the office waits to hear what was meant.

    :raises OutsideCalendar: if the calendar does not cover what is due soon.
    """
    asking = _Asking(viewer, today, table, requests_seen_by(viewer), whole, lapse_after)
    found = (*_of_requests(asking), *_of_questions(asking), *_of_reviews(asking))
    by_group = {one.group: one for one in found if one.count}
    return tuple(by_group[group] for group in Group if group in by_group)


_Found = Callable[[_Asking], QuerySet[Request]]


def _of_requests(asking: _Asking) -> Iterator[WorkGroup]:
    for group, move, found in _GROUPS:
        if asking.viewer.roles & set(rule(move).roles):
            yield _group(group, found(asking), asking)


def _overdue(asking: _Asking) -> QuerySet[Request]:
    return asking.mine.filter(work_to__lt=asking.today)


def _due_soon(asking: _Asking) -> QuerySet[Request]:
    last = last_day_within(SOON, today=asking.today, table=asking.table)
    return asking.mine.filter(work_to__gte=asking.today, work_to__lte=last)


def _notices(asking: _Asking) -> QuerySet[Request]:
    written = Notice.objects.filter(state=Notice.State.WRITTEN).exclude(
        written_by=asking.viewer.key
    )
    return asking.seen.filter(pk__in=written.values("request"))


def _to_send(asking: _Asking) -> QuerySet[Request]:
    cleared = Question.objects.filter(stage=Stage.CLEARED)
    found = asking.in_hand.filter(pk__in=cleared.values("request"))
    is_intake = Role.INTAKE in asking.viewer.roles
    return found if is_intake else found.filter(officer=asking.viewer.key)


def _to_publish(asking: _Asking) -> QuerySet[Request]:
    return in_log_list(LogList.TO_PUBLISH, asking.viewer)


def _contributions(asking: _Asking) -> QuerySet[Request]:
    late = Contribution.objects.filter(state=Contribution.State.ASKED, due_on__lt=asking.today)
    return asking.mine.filter(pk__in=late.values("question__request"))


def _mail(asking: _Asking) -> QuerySet[Request]:
    states = (Outgoing.State.FAILED, Outgoing.State.UNSURE)
    stuck = Outgoing.objects.filter(state__in=states, request__isnull=False)
    found = asking.seen.filter(pk__in=stuck.values("request"))
    is_intake = Role.INTAKE in asking.viewer.roles
    return found if is_intake else found.filter(officer=asking.viewer.key)


def _may_lapse(asking: _Asking) -> QuerySet[Request]:
    found = may_lapse(
        asking.mine, on=asking.today, table=asking.table, after_days=asking.lapse_after
    )
    return asking.mine.filter(reference__in={one.reference for one in found})


def _to_take(asking: _Asking) -> QuerySet[Request]:
    person = person_row(asking.viewer.key)
    teams = person.teams if person else ()
    return asking.in_hand.filter(officer="", team__in=teams)


_GROUPS: tuple[tuple[Group, Move, _Found], ...] = (
    (Group.OVERDUE, Move.WRITE, _overdue),
    (Group.DUE_SOON, Move.WRITE, _due_soon),
    (Group.OFFERED, Move.ACCEPT, lambda asking: asking.mine.filter(is_accepted=False)),
    (Group.SENT_BACK, Move.WRITE, lambda asking: sent_back_requests(asking.mine)),
    (
        Group.REDACTIONS_TO_CHECK,
        Move.APPROVE_REDACTION,
        lambda asking: asking.in_hand.filter(pk__in=requests_to_check(asking.viewer.key)),
    ),
    (
        Group.REDACTIONS_BACK,
        Move.MARK_REDACTION,
        lambda asking: asking.in_hand.filter(pk__in=requests_sent_back(asking.viewer.key)),
    ),
    (Group.NOTICES, Move.LET_GO, _notices),
    (Group.TO_SEND, Move.SEND, _to_send),
    (Group.TO_VALIDATE, Move.VALIDATE_ENTRY, lambda asking: to_validate(asking.viewer)),
    (Group.TO_PUBLISH, Move.PUBLISH_ENTRY, _to_publish),
    (Group.UNSEEN, Move.LOOK, lambda asking: asking.in_care.filter(with_unseen_messages())),
    (Group.CONTRIBUTIONS, Move.CHASE, _contributions),
    (Group.MAIL, Move.SEND, _mail),
    (
        Group.NOT_VALIDATED,
        Move.ACKNOWLEDGE,
        lambda asking: asking.seen.filter(stage=Stage.OPEN, validity=""),
    ),
    (
        Group.NOT_ACKNOWLEDGED,
        Move.ACKNOWLEDGE,
        lambda asking: asking.seen.filter(stage=Stage.OPEN, acknowledged_at=None),
    ),
    (
        Group.NOT_ASSIGNED,
        Move.ASSIGN,
        lambda asking: asking.in_hand.filter(officer="", team=""),
    ),
    (Group.TO_TAKE, Move.TAKE, _to_take),
    (Group.MAY_LAPSE, Move.LAPSE, _may_lapse),
    (Group.WAITING, Move.WRITE, lambda asking: asking.mine.filter(waiting())),
)
"""Each group, the move whose roles have it, and the requests in it."""


def _of_questions(asking: _Asking) -> Iterator[WorkGroup]:
    """Yield what can be checked or cleared by this person: the table of moves said as a query."""
    key = asking.viewer.key
    decided = DecisionVersion.objects.filter(question=OuterRef("pk"), by=key)
    others = Question.objects.filter(~Q(drafted_by=key), ~Exists(decided))
    if asking.viewer.roles & set(rule(Move.CHECK).roles):
        yield _question_group(Group.TO_CHECK, others.filter(stage=Stage.DRAFTED), asking)
    if asking.viewer.roles & set(rule(Move.CLEAR).roles):
        to_clear = others.filter(~Q(checked_by=key), stage=Stage.CHECKED)
        yield _question_group(Group.TO_CLEAR, to_clear, asking)


def _of_reviews(asking: _Asking) -> Iterator[WorkGroup]:
    """Yield the reviews that this person has, and those that nobody has and they may take."""
    if asking.viewer.roles & set(rule(Move.DECIDE_REVIEW).roles):
        yield _review_group(
            Group.TO_REVIEW, reviews_taken(asking.viewer, today=asking.today), asking
        )
    if asking.viewer.roles & set(rule(Move.TAKE_REVIEW).roles):
        to_take = reviews_to_take(asking.viewer, today=asking.today)
        yield _review_group(Group.REVIEWS_TO_TAKE, to_take, asking)


def _review_group(group: Group, rows: Sequence[ReviewRow], asking: _Asking) -> WorkGroup:
    items = tuple(
        WorkItem(
            reference=one.reference,
            title=one.title,
            label=None,
            work_to=one.due_on,
            days_left=days_left(one.due_on, today=asking.today, table=asking.table),
            is_restricted=one.is_restricted,
        )
        for one in rows[: asking.most(group)]
    )
    return WorkGroup(group, items, len(rows))


def _group(group: Group, found: QuerySet[Request], asking: _Asking) -> WorkGroup:
    rows = (
        found.annotate(whole=Window(Count("pk")))
        .select_related("requester")
        .order_by(F("work_to").asc(nulls_last=True), "pk")[: asking.most(group)]
    )
    listed = list(rows)
    items = tuple(_item(one, None, one.work_to, asking) for one in listed)
    return WorkGroup(group, items, listed[0].whole if listed else 0)


def _question_group(group: Group, found: QuerySet[Question], asking: _Asking) -> WorkGroup:
    seen = seen_by(asking.viewer, through="request")
    rows = (
        found.filter(seen)
        .annotate(whole=Window(Count("pk")))
        .select_related("request__requester")
        .order_by(F("work_to").asc(nulls_last=True), "request_id", "place")[: asking.most(group)]
    )
    listed = list(rows)
    items = tuple(_item(one.request, one.label, one.work_to, asking) for one in listed)
    return WorkGroup(group, items, listed[0].whole if listed else 0)


def _item(
    request: Request, label: str | None, work_to: dt.date | None, asking: _Asking
) -> WorkItem:
    left = days_left(work_to, today=asking.today, table=asking.table, regime=request.regime)
    return WorkItem(
        reference=request.reference,
        title=shown_title(request),
        label=label,
        work_to=work_to,
        days_left=left,
        is_restricted=request.is_restricted,
    )
