"""What waits on its way into the log, for those who write, validate and publish; and how much there is."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from answerable.domain.disclosure_log.keeping_out import without_requester
from answerable.domain.roles import Actor
from answerable.queries.casework.answered import unwritten
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.list_rows import shown_title
from answerable.queries.casework.visible import requests_seen_by
from answerable.records.casework.models import LogDraft, LogDraftVersion, Request

SHOWN = 100
"""How many of a list are shown: the oldest, or of what is over the latest."""
_State = LogDraft.State


class LogList(StrEnum):
    """What is listed, in the order of the way into the log."""

    UNWRITTEN = "unwritten"
    TO_DECIDE = "to decide"
    TO_VALIDATE = "to validate"
    TO_PUBLISH = "to publish"
    WAITING = "waiting"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    KEPT_OUT = "kept out"


@dataclass(frozen=True, slots=True)
class LogRow:
    """A request in one of the lists; without an entry it has no month."""

    reference: str
    title: str
    month: str
    embargo_until: dt.date | None
    because: str
    is_mine: bool


@dataclass(frozen=True, slots=True)
class LogGroup:
    """What stands in one of the lists, and how many there are in all."""

    list: LogList
    rows: tuple[LogRow, ...]
    count: int


@dataclass(frozen=True, slots=True)
class MonthRow:
    """How many entries of a month are how far."""

    month: str
    drafted: int
    validated: int
    published: int
    kept_out: int


def log_lists(viewer: Actor) -> tuple[LogGroup, ...]:
    """Return every list with what somebody may see of it, without those that hold nothing."""
    groups = (_group(name, viewer) for name in LogList)
    return tuple(one for one in groups if one.count)


def log_months(viewer: Actor) -> tuple[MonthRow, ...]:
    """Return how many entries of each month are how far, the latest month first."""
    drafts = LogDraft.objects.filter(request__in=requests_seen_by(viewer)).exclude(month="")
    counted = drafts.values("month").annotate(
        drafted=Count("pk", filter=Q(state=_State.DRAFT)),
        validated=Count("pk", filter=Q(state__in=(_State.VALIDATED, _State.WAITING))),
        published=Count("pk", filter=Q(state=_State.PUBLISHED)),
        kept_out=Count("pk", filter=Q(state=_State.KEPT_OUT)),
    )
    return tuple(MonthRow(**one) for one in counted.order_by("-month"))


def in_log_list(name: LogList, viewer: Actor) -> QuerySet[Request]:
    """Return the requests of a list that somebody may see."""
    return _FOUND[name](requests_seen_by(viewer))


def to_validate(viewer: Actor) -> QuerySet[Request]:
    """Return the requests whose entries somebody may validate: they wrote no version of them."""
    own = LogDraftVersion.objects.filter(draft=OuterRef("log_draft"), by=viewer.key)
    return in_log_list(LogList.TO_VALIDATE, viewer).exclude(Exists(own))


def _group(name: LogList, viewer: Actor) -> LogGroup:
    found = in_log_list(name, viewer).select_related("requester", "log_draft")
    order = "-pk" if name in _OVER else "pk"
    rows = tuple(_row(one, viewer) for one in found.order_by(order)[:SHOWN])
    return LogGroup(name, rows, found.count())


def _row(request: Request, viewer: Actor) -> LogRow:
    draft: LogDraft | None = getattr(request, "log_draft", None)
    title = shown_title(request)
    if draft is None:
        return LogRow(request.reference, title, "", None, "", is_mine=False)
    return LogRow(
        request.reference,
        draft.content.get("title", title),
        draft.month,
        draft.embargo_until,
        without_requester(draft.because, identity_of(request)),
        is_mine=draft.written_by == viewer.key,
    )


_OVER = (LogList.PUBLISHED, LogList.WITHDRAWN, LogList.KEPT_OUT)
_Found = Callable[[QuerySet[Request]], QuerySet[Request]]


def _with_state(state: str) -> _Found:
    return lambda seen: seen.filter(log_draft__state=state)


_UNREADY = Q(log_draft__open_marks__gt=0) | ~Q(log_draft__because="")
"""What holds for drafts with words about which nobody decided yet, or that were sent back."""
_FOUND: dict[LogList, _Found] = {
    LogList.UNWRITTEN: unwritten,
    LogList.TO_DECIDE: lambda seen: seen.filter(_UNREADY, log_draft__state=_State.DRAFT),
    LogList.TO_VALIDATE: lambda seen: seen.filter(
        log_draft__state=_State.DRAFT, log_draft__open_marks=0, log_draft__because=""
    ),
    LogList.TO_PUBLISH: _with_state(_State.VALIDATED),
    LogList.WAITING: _with_state(_State.WAITING),
    LogList.PUBLISHED: _with_state(_State.PUBLISHED),
    LogList.WITHDRAWN: _with_state(_State.WITHDRAWN),
    LogList.KEPT_OUT: _with_state(_State.KEPT_OUT),
}
