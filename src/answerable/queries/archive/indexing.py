"""Visible entries as the search index takes them, streamed in bounded batches."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import F, Max

from answerable.matching.documents import SearchDocument
from answerable.records.archive.models import Body, Entry, EntryQuerySet

_BATCH = 1000
_COLUMNS = ("id", "body_id", "ref", "title", "month", "content", "published_at")


def search_documents(*, at: dt.datetime) -> Iterator[SearchDocument]:
    """Yield every visible entry as the index takes it, in the order of the archive."""
    return _documents(Entry.objects.visible(at=at))


def changed_entries(
    *, since: int, at: dt.datetime
) -> tuple[Iterator[SearchDocument], tuple[int, ...]]:
    """Return what changed after a change of the archive: entries to see, and numbers of those gone."""
    visible, gone = changed_since(since, at=at)
    return _documents(visible), gone


def changed_since(since: int, *, at: dt.datetime) -> tuple[EntryQuerySet, tuple[int, ...]]:
    """Return the visible entries that changed after a change of the archive, and numbers of those gone."""
    changed = Entry.objects.filter(change__gt=since)
    # Whoever asks may have looked at the clock before another process published something at once:
    # that would count as waiting for its day, and no later refresh would look at it again.
    at_once = changed.filter(published_at__lte=F("changed_at"))
    latest = at_once.aggregate(latest=Max("published_at"))["latest"]
    at = max(at, latest) if latest else at
    gone = changed.hidden(at=at).values_list("pk", flat=True)
    return changed.visible(at=at), tuple(gone)


def _documents(entries: EntryQuerySet) -> Iterator[SearchDocument]:
    codes = dict(Body.objects.values_list("pk", "code"))
    last = 0
    while True:
        found = entries.filter(pk__gt=last).order_by("pk").values_list(*_COLUMNS)
        rows = list(found[:_BATCH])
        if not rows:
            return
        last = rows[-1][0]
        yield from (_document(row, codes) for row in rows)


def _document(row: tuple[Any, ...], codes: dict[int, str]) -> SearchDocument:
    pk, body_id, ref, title, month, content, published_at = row
    questions = content["questions"]
    asked = _with(content["request"], [one["text"] for one in questions])
    told = _with(content["response"], [one["answer"] or "" for one in questions])
    tables = "\n".join(
        " ".join([table["caption"] or "", *(cell for cells in table["rows"] for cell in cells)])
        for table in content["tables"]
    )
    attached = "\n".join(f"{one['title']} {one['text'] or ''}" for one in content["attachments"])
    answered = content["answered_on"]
    day = dt.date.fromisoformat(answered) if answered else _first_of(month) or published_at.date()
    return SearchDocument(
        entry_id=pk,
        body=codes[body_id],
        ref=ref,
        title=title,
        asked=asked,
        told=told,
        tables=tables,
        attached=attached,
        month=month,
        day=day.toordinal(),
        outcomes=tuple(content["outcomes"]),
        exemptions=tuple(content["exemptions"]),
    )


def _with(whole: str, parts: list[str]) -> str:
    """Return a text with those of its parts that it lacks, as after an officer's correction."""
    return "\n".join([whole, *(part for part in parts if part not in whole)])


def _first_of(month: str) -> dt.date | None:
    return dt.date.fromisoformat(f"{month}-01") if month else None
