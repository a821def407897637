"""Which requests belong together, and which may: the same person asked a short time before or after."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from answerable.domain.clock import CalendarName, Holidays, OutsideCalendar
from answerable.domain.clock.aggregating import within_period
from answerable.domain.questions.linking import LinkKind
from answerable.domain.roles import Actor, Stage
from answerable.queries.casework.list_rows import shown_title
from answerable.queries.casework.visible import requests_seen_by
from answerable.records.casework.models import Request, RequestLink

MOST = 10
"""So many are suggested: whoever asks every day is known to the office anyway."""

_WIDEST = dt.timedelta(days=120)
"""Sixty working days are never more days than this."""


@dataclass(frozen=True, slots=True)
class LinkedRequest:
    """A request that another one is linked to, and how the other one's page says it."""

    reference: str
    title: str
    stage: Stage
    kind: LinkKind
    words: str


@dataclass(frozen=True, slots=True)
class SuggestedRequest:
    """A request of the same person; `words` say when it came, and nothing of who they are."""

    reference: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class LinkedRequests:
    """What a request is linked to, and what it might be: only what whoever asks may see."""

    links: tuple[LinkedRequest, ...]
    suggested: tuple[SuggestedRequest, ...]


def linked_requests(reference: str, *, viewer: Actor, table: Holidays) -> LinkedRequests:
    """Return what a request is linked to, and the requests of the same person within sixty working days.

    Requests that are restricted to others are not there.
    """
    seen = requests_seen_by(viewer)
    found = seen.filter(reference=reference).select_related("requester").first()
    if found is None:
        return LinkedRequests((), ())
    links = tuple(_links(found, seen))
    linked = {one.reference for one in links}
    near = (
        seen.filter(
            requester=found.requester,
            received_on__range=_days_round(found.received_on),
        )
        .exclude(pk=found.pk)
        .exclude(reference__in=linked)
        .select_related("requester")
        .order_by("-received_on", "-pk")
    )
    suggested = [one for one in near if _is_within(found, one, table)][:MOST]
    return LinkedRequests(links, tuple(_suggested(found, one, table) for one in suggested))


def _days_round(day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that may be near enough; a day of receipt can be a slip of the pen."""
    first = dt.date.min + max(day - dt.date.min - _WIDEST, dt.timedelta())
    last = dt.date.max - max(dt.date.max - day - _WIDEST, dt.timedelta())
    return first, last


def _links(found: Request, seen: QuerySet[Request]) -> Iterator[LinkedRequest]:
    """Yield the links of a request from both sides, in the order in which they were made."""
    both = RequestLink.objects.filter(Q(request=found) | Q(other=found))
    links = list(both.select_related("request__requester", "other__requester").order_by("pk"))
    shown = set(
        seen.filter(pk__in=[_beside(one, found).pk for one in links]).values_list("pk", flat=True)
    )
    for link in links:
        beside, kind = _beside(link, found), LinkKind(link.kind)
        if beside.pk in shown:
            yield LinkedRequest(
                reference=beside.reference,
                title=shown_title(beside),
                stage=Stage(beside.stage),
                kind=kind,
                words=kind.words if link.request_id == found.pk else kind.words_back,
            )


def _beside(link: RequestLink, found: Request) -> Request:
    return link.other if link.request_id == found.pk else link.request


def _is_within(found: Request, one: Request, table: Holidays) -> bool:
    try:
        return within_period(found.received_on, one.received_on, table)
    except OutsideCalendar:
        return False


def _suggested(found: Request, one: Request, table: Holidays) -> SuggestedRequest:
    first, last = sorted((found.received_on, one.received_on))
    days = table.calendar(CalendarName.UK_ANY).count(first, last)
    if days == 0:
        when = "about the same day"
    else:
        side = "before" if one.received_on < found.received_on else "after"
        when = f"{days} working day{'' if days == 1 else 's'} {side}"
    return SuggestedRequest(one.reference, shown_title(one), f"The same person asked this {when}")
