"""The questions of visible entries as questions on file, for those like them to be found."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Q

from answerable.domain.disclosure_log import Body, question_address
from answerable.domain.precedent.leaning import standing_above
from answerable.matching.filed import Filed, Kept
from answerable.matching.question_documents import QuestionDocument
from answerable.queries.archive.indexing import changed_since
from answerable.records.archive.models import Entry, EntryQuerySet

_AT_ONCE = 1000
_COLUMNS = ("pk", "ref", "key", "title", "month", "content")
_ALL = Q()
_OF_BODY = ("body__code", "body__name", "body__prefix")


def filed_questions(*, at: dt.datetime, of: Q = _ALL) -> Iterator[Filed]:
    """Yield the questions of every entry that is visible at a time, or of some, in the order of the archive."""
    return (one.filed for one in _kept(Entry.objects.visible(at=at).filter(of)))


def published_now(
    keys: Sequence[tuple[int, int]], *, at: dt.datetime
) -> dict[tuple[int, int], Filed]:
    """Return the questions of these entries and places that are visible at a time, as they are now."""
    entries = Entry.objects.visible(at=at).filter(pk__in={entry for entry, _ in keys})
    return {one.key: one.filed for one in _kept(entries)}


def are_visible(entries: Collection[int], *, at: dt.datetime) -> bool:
    """Return whether all of some entries are visible at a time."""
    return Entry.objects.visible(at=at).filter(pk__in=entries).count() == len(entries)


def question_documents(*, at: dt.datetime) -> Iterator[QuestionDocument]:
    """Yield the questions of every entry that is visible at a time as the index takes them."""
    return _documents(_kept(Entry.objects.visible(at=at)))


def changed_questions(
    since: int, *, at: dt.datetime
) -> tuple[Iterator[QuestionDocument], tuple[str, ...]]:
    """Return what changed after a change of the archive: questions to see, and all entries that changed."""
    visible, gone = changed_since(since, at=at)
    changed = [*visible.values_list("pk", flat=True), *gone]
    return _documents(_kept(visible)), tuple(map(str, changed))


def _documents(questions: Iterable[Kept]) -> Iterator[QuestionDocument]:
    return (QuestionDocument(str(one.filed.entry), one) for one in questions)


def _kept(entries: EntryQuerySet) -> Iterator[Kept]:
    rows = entries.order_by("pk").values(*_COLUMNS, *_OF_BODY)
    for row in rows.iterator(chunk_size=_AT_ONCE):
        for place, filed in enumerate(_questions(row)):
            yield Kept(place, filed)


def _questions(row: dict[str, Any]) -> Iterator[Filed]:
    content, month = row["content"], row["month"]
    day = content["answered_on"] or content["received_on"] or (f"{month}-01" if month else None)
    body = Body(row["body__code"], row["body__name"], prefix=row["body__prefix"])
    questions = content["questions"]
    above = standing_above(((one["text"], one.get("heading")) for one in questions), row["title"])
    for one, under in zip(questions, above, strict=True):
        yield Filed(
            row["ref"] or None,
            one["label"],
            body.name,
            one["text"],
            dt.date.fromisoformat(day) if day else None,
            tuple(one["outcomes"]),
            tuple(one["exemptions"]),
            one["answer"] or "",
            source=f"{body.code}: {row['title']}",
            entry=row["pk"],
            address=question_address(body, row["key"], one["label"]),
            is_theirs=bool(body.prefix),
            under=under,
        )
