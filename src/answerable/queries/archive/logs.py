"""Months, bodies, statistics and removals."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.db.models import Count

from answerable.domain.disclosure_log import Body, PublishedEntry, Removal
from answerable.queries.archive.rows import UNDATED, body_of, published
from answerable.records.archive.models import Body as BodyRecord
from answerable.records.archive.models import ChangeCounter, Document, Entry, Question


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month of a body's log, and how many entries it has to see."""

    body: Body
    month: str
    entries: int


@dataclass(frozen=True, slots=True)
class MonthPage:
    """A month's log in the order in which it was printed.

    `only_printed` are titles of the printed index for which no entry is to be seen; `not_printed`
    those of entries that the printed index leaves out.
    """

    body: Body
    month: str
    entries: tuple[PublishedEntry, ...]
    previous: str | None
    next: str | None
    only_printed: tuple[str, ...] = ()
    not_printed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LogStatistics:
    """How much the log holds: entries of each month, oldest first, and questions of each outcome."""

    entries: int
    questions: int
    months: tuple[tuple[str, int], ...]
    outcomes: tuple[tuple[str, int], ...]


def change_number() -> int:
    """Return how often what is published has changed: one row by its key."""
    return ChangeCounter.objects.filter(pk=1).values_list("number", flat=True).first() or 0


def bodies() -> tuple[Body, ...]:
    """Return the bodies whose logs are kept, by name."""
    return tuple(body_of(record) for record in BodyRecord.objects.order_by("name"))


def body(prefix: str) -> Body | None:
    """Return the body whose pages begin with a prefix, or None."""
    found = BodyRecord.objects.filter(prefix=prefix).first()
    return body_of(found) if found else None


def months(body_prefix: str | None, *, at: dt.datetime) -> tuple[MonthRow, ...]:
    """Return the months that have entries to see, newest first; those without a month come last."""
    visible = Entry.objects.visible(at=at)
    if body_prefix is not None:
        visible = visible.of_body(body_prefix)
    counts = (
        visible.values_list("body_id", "month").annotate(Count("id")).order_by("-month", "body_id")
    )
    known = {record.pk: body_of(record) for record in BodyRecord.objects.all()}
    return tuple(
        MonthRow(known[body_id], month or UNDATED, count) for body_id, month, count in counts
    )


def published_month(body_prefix: str, month: str, *, at: dt.datetime) -> MonthPage | None:
    """Return a month of a body's log, or None if it has nothing to see."""
    name = "" if month == UNDATED else month
    visible = Entry.objects.of_body(body_prefix).visible(at=at)
    records = list(visible.of_month(name).select_related("body", "document"))
    if not records:
        return None
    others = visible.exclude(month="").values_list("month", flat=True)
    before = others.filter(month__lt=month).order_by("-month").first() if name else None
    after = others.filter(month__gt=month).order_by("month").first() if name else None
    only_printed, not_printed = _disagreement(records)
    return MonthPage(
        body=body_of(records[0].body),
        month=month,
        entries=tuple(published(record) for record in records),
        previous=before,
        next=after,
        only_printed=only_printed,
        not_printed=not_printed,
    )


def _disagreement(records: list[Entry]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Compare the printed indexes of a month's documents with the entries that were read from them."""
    documents = Document.objects.filter(pk__in={record.document_id for record in records})
    printed = [title for document in documents for title in document.printed_index]
    read = set(Entry.objects.filter(document__in=documents).values_list("title", flat=True))
    plain = {_plain(title) for title in read}
    if not printed:
        return (), ()
    listed = {_plain(title) for title in printed}
    missing = tuple(dict.fromkeys(title for title in printed if _plain(title) not in plain))
    extra = tuple(record.title for record in records if _plain(record.title) not in listed)
    return missing, extra


def _plain(title: str) -> str:
    return "".join(one for one in title.lower() if one.isalnum())


def log_statistics(*, at: dt.datetime) -> LogStatistics:
    """Count what the log holds. It reads every decision: keep the answer until the next change."""
    visible = Entry.objects.visible(at=at)
    by_month = visible.values_list("month").annotate(Count("id")).order_by("month")
    outcomes: Counter[str] = Counter()
    questions = 0
    seen = Question.objects.filter(entry__withdrawn_on__isnull=True, entry__published_at__lte=at)
    for combined, count in seen.values_list("outcomes").annotate(Count("id")).order_by():
        questions += count
        for outcome in combined.split():
            outcomes[outcome] += count
    counted = [(month, count) for month, count in by_month]
    return LogStatistics(
        entries=sum(count for _, count in counted),
        questions=questions,
        months=tuple((month, count) for month, count in counted if month),
        outcomes=tuple(outcomes.most_common()),
    )


def removals(*, at: dt.datetime) -> tuple[Removal, ...]:
    """Return the public register of removals, newest first."""
    found = Entry.objects.filter(withdrawn_on__isnull=False, published_at__lte=at).select_related(
        "body"
    )
    return tuple(
        Removal(
            body_of(one.body), one.key, one.ref or None, one.withdrawn_on, one.withdrawn_because
        )
        for one in found.order_by("-withdrawn_on", "-id")
        if one.withdrawn_on
    )
