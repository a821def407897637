"""Who watches a request, and which requests somebody watches."""

import datetime as dt

from django.db.models import F

from answerable.domain.clock import Holidays
from answerable.domain.roles import Actor
from answerable.queries.casework.list_rows import RequestListRow, list_rows
from answerable.queries.casework.visible import requests_seen_by
from answerable.records.casework.models import Watch

MOST = 200


def watchers_of(reference: str) -> tuple[str, ...]:
    """Return the keys of those who watch a request, the first to do so first."""
    found = Watch.objects.filter(request__reference=reference).order_by("pk")
    return tuple(found.values_list("key", flat=True))


def watched_requests(
    viewer: Actor, *, today: dt.date, table: Holidays
) -> tuple[RequestListRow, ...]:
    """Return the requests that somebody watches and may see, the most urgent first."""
    watched = Watch.objects.filter(key=viewer.key).values("request")
    found = requests_seen_by(viewer).filter(pk__in=watched).select_related("requester")
    listed = found.order_by(F("work_to").asc(nulls_last=True), "pk")[:MOST]
    return list_rows(list(listed), today=today, table=table)
