"""Months, bodies, statistics and removals."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.db import connection

from answerable.domain.disclosure_log import Body, MonthAnswers, PublishedEntry, Removal
from answerable.queries.archive.answers import month_answers
from answerable.queries.archive.rows import UNDATED, body_of, published, with_parts
from answerable.queries.archive.tallies import counts_by_month
from answerable.records.archive.keys import key_of
from answerable.records.archive.models import Body as BodyRecord
from answerable.records.archive.models import Document, Entry, EntrySource
from answerable.records.archive.tallies import ENTRIES, QUESTIONS


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month of a body's log, and how many entries it has to see."""

    body: Body
    month: str
    entries: int


@dataclass(frozen=True, slots=True)
class MonthPage:
    """A month's log in the order in which it was printed.

    `answers` are the numbers of requests that were answered in it, where the office's casework knows
    them. `only_printed` are titles of the printed index for which no entry is to be seen; `not_printed`
    those of entries that the printed index leaves out.
    """

    body: Body
    month: str
    entries: tuple[PublishedEntry, ...]
    previous: str | None
    next: str | None
    only_printed: tuple[str, ...] = ()
    not_printed: tuple[str, ...] = ()
    answers: MonthAnswers | None = None


@dataclass(frozen=True, slots=True)
class OtherLog:
    """The log of another body, and how many entries it has to see."""

    body: Body
    entries: int


@dataclass(frozen=True, slots=True)
class LogStatistics:
    """How much the log holds: entries of each month, oldest first, and questions of each outcome."""

    entries: int
    questions: int
    months: tuple[tuple[str, int], ...]
    outcomes: tuple[tuple[str, int], ...]


def change_number() -> int:
    """Return how often what is published has changed: one row by its key."""
    # Every page that is kept asks this first: the ORM would take longer over it than the rest.
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM archive_changecounter WHERE id = 1")
        found = cursor.fetchone()
    return int(found[0]) if found else 0


def bodies() -> tuple[Body, ...]:
    """Return the bodies whose logs are kept, by name."""
    return tuple(body_of(record) for record in BodyRecord.objects.order_by("name"))


def body(prefix: str) -> Body | None:
    """Return the body whose pages begin with a prefix, or None."""
    found = BodyRecord.objects.filter(prefix=prefix).first()
    return body_of(found) if found else None


def own_body_number() -> int | None:
    """Return the number of the body that the site belongs to, or None before its log has begun."""
    return BodyRecord.objects.filter(prefix="").values_list("pk", flat=True).first()


def months(body_prefix: str | None, *, at: dt.datetime) -> tuple[MonthRow, ...]:
    """Return the months that have entries to see, newest first; those without a month come last."""
    counts = counts_by_month(body_prefix, at=at)
    seen = [(body, month) for (body, month, what), n in counts.items() if what == ENTRIES and n]
    seen.sort(key=lambda one: one[0])
    seen.sort(key=lambda one: one[1], reverse=True)
    known = {record.pk: body_of(record) for record in BodyRecord.objects.all()}
    return tuple(
        MonthRow(known[body_id], month or UNDATED, counts[body_id, month, ENTRIES])
        for body_id, month in seen
    )


def published_month(body_prefix: str, month: str, *, at: dt.datetime) -> MonthPage | None:
    """Return a month of a body's log, or None if it has nothing to see."""
    name = "" if month == UNDATED else month
    visible = Entry.objects.of_body(body_prefix).visible(at=at)
    records = list(with_parts(visible.of_month(name)))
    if not records:
        return None
    others = visible.exclude(month="").values_list("month", flat=True)
    before = others.filter(month__lt=month).order_by("-month").first() if name else None
    after = others.filter(month__gt=month).order_by("month").first() if name else None
    return MonthPage(
        body=body_of(records[0].body),
        month=month,
        entries=tuple(published(record) for record in records),
        previous=before,
        next=after,
        only_printed=_only_printed(records[0].body_id, name),
        not_printed=_not_printed(records, name),
        answers=month_answers(records[0].body_id, name, at=at) if name else None,
    )


def _only_printed(body_id: int, month: str) -> tuple[str, ...]:
    """Return the titles that a month's files print in their index, but that no entry has.

    An entry counts that nobody may see: its title must not come out this way.
    """
    documents = Document.objects.filter(body_id=body_id, month=month).order_by("pk")
    missing = [title for document in documents for title in document.not_read]
    if not missing:
        return ()
    keys = {key_of(None, title): title for title in missing}
    kept = Entry.objects.filter(body_id=body_id, title_key__in=keys)
    for key in kept.values_list("title_key", flat=True):
        keys.pop(key, None)
    return tuple(keys.values())


def _not_printed(records: list[Entry], month: str) -> tuple[str, ...]:
    """Return the titles of a month's entries that no printed index of the month has."""
    if not records:
        return ()
    sources = EntrySource.objects.filter(document__body=records[0].body_id, document__month=month)
    listed = dict[int, bool]()
    for entry_id, is_indexed in sources.values_list("entry_id", "is_indexed"):
        listed[entry_id] = listed.get(entry_id, False) or is_indexed
    return tuple(record.title for record in records if not listed.get(record.pk, True))


def other_logs(*, at: dt.datetime) -> tuple[OtherLog, ...]:
    """Return the logs of other bodies that have something to see, by the name of the body."""
    counts: Counter[int] = Counter()
    for (body_id, _, what), count in counts_by_month(None, at=at).items():
        counts[body_id] += count if what == ENTRIES else 0
    others = BodyRecord.objects.exclude(prefix="").order_by("name")
    return tuple(OtherLog(body_of(one), counts[one.pk]) for one in others if counts[one.pk])


def log_statistics(body_prefix: str | None = None, *, at: dt.datetime) -> LogStatistics:
    """Count what a body's log holds, or all of them: it reads the tallies of months, and not their entries."""
    months: Counter[str] = Counter()
    things: Counter[str] = Counter()
    for (_, month, what), count in counts_by_month(body_prefix, at=at).items():
        things[what] += count
        if what == ENTRIES:
            months[month] += count
    entries, questions = things.pop(ENTRIES, 0), things.pop(QUESTIONS, 0)
    return LogStatistics(
        entries=entries,
        questions=questions,
        months=tuple((month, months[month]) for month in sorted(months) if month and months[month]),
        outcomes=tuple((outcome, count) for outcome, count in things.most_common() if count),
    )


def removals(*, at: dt.datetime) -> tuple[Removal, ...]:
    """Return the public register of removals, newest first."""
    found = Entry.objects.removed(at=at).select_related("body").order_by("-withdrawn_on", "-pk")
    return tuple(
        Removal(
            body_of(one.body), one.key, one.ref or None, one.withdrawn_on, one.withdrawn_because
        )
        for one in found
        if one.withdrawn_on
    )
