"""Entries by their address, newest first, or by the numbers that a search found."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Q

from answerable.domain.disclosure_log import Body, PublishedEntry, entry_address
from answerable.queries.archive.rows import body_of, published, with_parts
from answerable.records.archive.models import Entry, EntryQuerySet

_BATCH = 500
_MOST_NAMED = 1000
"""So many entries are asked for by their numbers; of more, the newest are looked through."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry in a list: what a reader chooses by."""

    body: Body
    key: str
    ref: str | None
    title: str
    month: str | None
    outcomes: tuple[str, ...]
    exemptions: tuple[str, ...]
    received_on: dt.date | None
    answered_on: dt.date | None
    published_at: dt.datetime
    changed_at: dt.datetime
    address: str


@dataclass(frozen=True, slots=True)
class EntryLink:
    """Where another entry stands, and its title."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class EntryPage:
    """An entry with its neighbours in the log."""

    published: PublishedEntry
    previous: EntryLink | None
    next: EntryLink | None


@dataclass(frozen=True, slots=True)
class RemovedEntry:
    """What is said of an entry that was withdrawn."""

    body: Body
    key: str
    ref: str | None
    removed_on: dt.date
    reason: str


def newest_of(numbers: Sequence[int], *, at: dt.datetime, part: slice) -> tuple[EntryRow, ...]:
    """Return a slice of the visible ones of some entries, those that were published last first."""
    visible = Entry.objects.visible(at=at)
    if len(numbers) <= _MOST_NAMED:
        named = visible.filter(pk__in=numbers).order_by("-published_at", "-pk")
        return entry_rows(tuple(named.values_list("pk", flat=True)[part]), at=at)
    some = frozenset(numbers)
    newest = visible.order_by("-published_at", "-pk").values_list("pk", flat=True)
    found = (pk for pk in newest.iterator(chunk_size=_BATCH) if pk in some)
    return entry_rows(tuple(islice(found, part.start, part.stop)), at=at)


def published_entry(
    body_prefix: str, key: str, *, at: dt.datetime
) -> EntryPage | RemovedEntry | None:
    """Return an entry's page; what is said of it if it was withdrawn; None if there is none to see.

    A reference is answered, too, where the entry's own address is another: compare the page's key.
    """
    # An entry that came without its reference has its title as its address, and is asked for by both.
    # One name after the other: the databases read a whole body's entries for either of two.
    for name in ({"key": key}, {"ref_key": key, "occurrence": 1}):
        named = Entry.objects.of_body(body_prefix).filter(**name)
        found = with_parts(named.visible(at=at)).first()
        if found:
            before, after = (_beside(found, at=at, step=step) for step in (-1, 1))
            return EntryPage(published(found), before, after)
        if removed := removed_entry(named, at=at):
            return removed
    return None


def removed_entry(named: EntryQuerySet, *, at: dt.datetime) -> RemovedEntry | None:
    """Return what is said of the first of some entries that was withdrawn, or None."""
    entry = named.removed(at=at).select_related("body").first()
    if entry is None or entry.withdrawn_on is None:
        return None
    return RemovedEntry(
        body_of(entry.body),
        entry.key,
        entry.ref or None,
        entry.withdrawn_on,
        entry.withdrawn_because,
    )


def _beside(entry: Entry, *, at: dt.datetime, step: int) -> EntryLink | None:
    """Return the visible neighbour of an entry in its month's log."""
    month = Entry.objects.visible(at=at).filter(body_id=entry.body_id, month=entry.month)
    # The first condition is the one that the index serves; two files may share a month and a place.
    if step > 0:
        side = month.filter(place__gte=entry.place).filter(
            Q(place__gt=entry.place) | Q(pk__gt=entry.pk)
        )
        side = side.order_by("place", "pk")
    else:
        side = month.filter(place__lte=entry.place).filter(
            Q(place__lt=entry.place) | Q(pk__lt=entry.pk)
        )
        side = side.order_by("-place", "-pk")
    found = side.values_list("title", "key").first()
    return EntryLink(found[0], entry_address(body_of(entry.body), found[1])) if found else None


_COLUMNS = (
    "id",
    "body_id",
    "key",
    "ref",
    "title",
    "month",
    "outcomes",
    "exemptions",
    "received_on",
    "answered_on",
    "published_at",
    "changed_at",
    "body__code",
    "body__name",
    "body__contact",
    "body__prefix",
)
Content = dict[str, Any]


def newest_entries(
    *, at: dt.datetime, limit: int, body_prefix: str | None = None
) -> tuple[EntryRow, ...]:
    """Return the entries published last, newest first: of all bodies, or of one."""
    found = Entry.objects.visible(at=at)
    if body_prefix is not None:
        found = found.of_body(body_prefix)
    return tuple(_rows(found.order_by("-published_at", "-id")[:limit]))


def entry_rows(ids: Sequence[int], *, at: dt.datetime) -> tuple[EntryRow, ...]:
    """Return the visible ones of some entries, in the order given."""
    found = Entry.objects.visible(at=at).filter(pk__in=ids)
    by_id = dict(_numbered_rows(found))
    return tuple(by_id[pk] for pk in ids if pk in by_id)


def entry_contents(
    ids: Sequence[int], *, at: dt.datetime
) -> Iterator[tuple[int, EntryRow, Content]]:
    """Yield the visible ones of some entries with all that they say, each with its number."""
    bodies: dict[int, Body] = {}
    found = Entry.objects.visible(at=at).filter(pk__in=ids).values_list(*_COLUMNS, "content")
    for values in found:
        yield values[0], _row(values, bodies), values[-1]


def all_rows(
    *, at: dt.datetime, body_prefix: str | None = None, skip: int = 0
) -> Iterator[EntryRow]:
    """Yield every visible entry's row in the order of the archive, in batches of bounded size.

    `skip` leaves out so many of the first ones without reading them.
    """
    for batch in _batches(at=at, body_prefix=body_prefix, skip=skip):
        yield from _rows(batch)


def all_entries(*, at: dt.datetime, body_prefix: str | None = None) -> Iterator[PublishedEntry]:
    """Yield every visible entry in the order of the archive, in batches of bounded size."""
    for batch in _batches(at=at, body_prefix=body_prefix):
        yield from (published(record) for record in with_parts(batch))


def _batches(*, at: dt.datetime, body_prefix: str | None, skip: int = 0) -> Iterator[EntryQuerySet]:
    visible = Entry.objects.visible(at=at)
    if body_prefix is not None:
        visible = visible.of_body(body_prefix)
    numbers = visible.order_by("pk").values_list("pk", flat=True)
    last = numbers[skip - 1 : skip].first() if skip else 0
    while last is not None:
        ids = list(visible.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:_BATCH])
        if not ids:
            return
        last = ids[-1]
        yield visible.filter(pk__in=ids).order_by("pk")


def _rows(entries: EntryQuerySet) -> Iterator[EntryRow]:
    return (row for _, row in _numbered_rows(entries))


def _numbered_rows(entries: EntryQuerySet) -> Iterator[tuple[int, EntryRow]]:
    bodies: dict[int, Body] = {}
    for values in entries.values_list(*_COLUMNS):
        yield values[0], _row(values, bodies)


def _row(values: Sequence[Any], bodies: dict[int, Body]) -> EntryRow:
    _, body_id, key, ref, title, month, outcomes, exemptions, received, answered = values[:10]
    if body_id not in bodies:
        code, name, contact, prefix = values[12:16]
        bodies[body_id] = Body(code, name, contact or None, prefix)
    body = bodies[body_id]
    return EntryRow(
        body=body,
        key=key,
        ref=ref or None,
        title=title,
        month=month or None,
        outcomes=tuple(outcomes.split()),
        exemptions=tuple(exemptions.split("\n")) if exemptions else (),
        received_on=received,
        answered_on=answered,
        published_at=values[10],
        changed_at=values[11],
        address=entry_address(body, key),
    )
