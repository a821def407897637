"""Lists of requests: narrowed, in an order, a page at a time, at a cost that does not grow with the page."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.db.models.expressions import Combinable

from answerable.domain.clock import Holidays
from answerable.domain.roles import Actor
from answerable.queries.casework.filters import RequestFilters, Sort, filtered_requests
from answerable.queries.casework.list_rows import RequestListRow, list_rows
from answerable.queries.casework.visible import requests_seen_by
from answerable.records.casework.models import Request

MOST_COUNTED = 10_000
"""How far a list is counted, and how deep it goes: behind that, narrow it."""
_BATCH = 500
_ORDERS: dict[Sort, tuple[Combinable | str, ...]] = {
    # What has no date comes last on both databases: what waits for the requester, and what has ended.
    Sort.URGENT: (F("work_to").asc(nulls_last=True), "pk"),
    Sort.NEWEST: ("-received_on", "-pk"),
    Sort.OLDEST: ("received_on", "pk"),
    Sort.REFERENCE: ("reference",),
}


@dataclass(frozen=True, slots=True)
class RequestList:
    """A part of a list: `total` says how many there are in all, or at least if it `is_more`."""

    rows: tuple[RequestListRow, ...]
    total: int
    is_more: bool


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a list is wanted: so many rows after so many others."""

    limit: int = 50
    after: int = 0


def request_list(
    filters: RequestFilters,
    *,
    viewer: Actor,
    today: dt.date,
    table: Holidays,
    part: Part | None = None,
) -> RequestList:
    """Return a part of the requests that a person may see and asks for, the most urgent first by default.

    :raises OutsideCalendar: if working days are to be counted that the calendar does not cover.
    """
    wanted = part or Part()
    found = filtered_requests(filters, viewer=viewer, today=today, table=table)
    end = min(wanted.after + wanted.limit, MOST_COUNTED)
    rows = in_order(found, filters.sort).select_related("requester")
    page = list(rows[wanted.after : end]) if wanted.after < end else []
    if len(page) < end - wanted.after and (page or not wanted.after):
        # A page that is not full is the last: what is rare is not looked for twice.
        total = wanted.after + len(page)
    else:
        total = found.order_by()[: MOST_COUNTED + 1].count()
    return RequestList(
        rows=list_rows(page, today=today, table=table),
        total=min(total, MOST_COUNTED),
        is_more=total > MOST_COUNTED,
    )


def request_numbers(
    filters: RequestFilters, *, viewer: Actor, today: dt.date, table: Holidays
) -> list[int]:
    """Return what `rows_numbered` takes, for every request of a list in its order.

    :raises OutsideCalendar: if working days are to be counted that the calendar does not cover.
    """
    found = filtered_requests(filters, viewer=viewer, today=today, table=table)
    return list(in_order(found, filters.sort).values_list("pk", flat=True))


def rows_numbered(
    numbers: Sequence[int], *, viewer: Actor, today: dt.date, table: Holidays
) -> Iterator[RequestListRow]:
    """Yield the rows of these requests, read in batches; what is no longer to be seen is left out."""
    for start in range(0, len(numbers), _BATCH):
        batch = numbers[start : start + _BATCH]
        found = requests_seen_by(viewer).select_related("requester").in_bulk(batch)
        still = [found[number] for number in batch if number in found]
        yield from list_rows(still, today=today, table=table)


def in_order(found: QuerySet[Request], sort: Sort) -> QuerySet[Request]:
    """Return requests in the order of a list."""
    return found.order_by(*_ORDERS[sort])
