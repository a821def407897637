"""What every change of the archive does: it waits its turn, counts, and writes an entry's parts anew."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from typing import Any

from answerable.records.archive.keys import key_of, ref_key_of
from answerable.records.archive.models import (
    AnswerTable,
    Attachment,
    ChangeCounter,
    Entry,
    EntryVersion,
    Link,
    Question,
)

Content = dict[str, Any]
BATCH = 500


def lock_archive() -> ChangeCounter:
    """Wait until no other process changes the archive, in the caller's transaction.

    Changes come one after another, so that two imports never know less than the other has just
    kept, and whoever sees change 7 sees all that led to it.
    """
    counter = ChangeCounter.objects.select_for_update().filter(pk=1).first()
    if counter is None:
        ChangeCounter.objects.get_or_create(pk=1)
        counter = ChangeCounter.objects.select_for_update().get(pk=1)
    return counter


def next_change(counter: ChangeCounter) -> int:
    """Raise the number of changes by one, in the caller's transaction, and return it."""
    counter.number += 1
    counter.save()
    return counter.number


def digest_of(content: Content) -> str:
    """Return the SHA-256 of an entry's content, the same for the same content wherever it was read."""
    # Where a document was paged says nothing about what the entry says.
    said = {name: value for name, value in content.items() if name != "pages"}
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def set_content(entry: Entry, content: Content) -> None:
    """Make an entry say something: its content, and every column that is derived from it."""
    entry.content, entry.digest = content, digest_of(content)
    entry.ref, entry.title = (content["ref"] or "")[:200], content["title"]
    entry.ref_key = ref_key_of(content["ref"])
    entry.title_key = key_of(None, content["title"])
    entry.outcomes = " ".join(content["outcomes"])
    entry.exemptions = "\n".join(content["exemptions"])
    entry.received_on, entry.answered_on = (
        _day(content["received_on"]),
        _day(content["answered_on"]),
    )


def version_of(entry: Entry, *, by: str, at: dt.datetime, reason: str) -> EntryVersion:
    """Return what an entry says so far, as the version that is about to be replaced."""
    return EntryVersion(
        entry=entry,
        number=entry.version,
        content=entry.content,
        document_id=entry.document_id,
        replaced_at=at,
        replaced_by=by,
        reason=reason,
    )


def write_parts(entries: Iterable[Entry], *, are_new: bool) -> None:
    """Write the questions, tables, attachments and links of entries in a few statements for all."""
    rows = list(entries)
    if not are_new:
        ids = [row.pk for row in rows]
        for start in range(0, len(ids), BATCH):
            for model in (Question, AnswerTable, Attachment, Link):
                model.objects.filter(entry_id__in=ids[start : start + BATCH]).delete()
    Question.objects.bulk_create((one for row in rows for one in _questions(row)), batch_size=BATCH)
    AnswerTable.objects.bulk_create((one for row in rows for one in _tables(row)), batch_size=BATCH)
    Attachment.objects.bulk_create(
        (one for row in rows for one in _attachments(row)), batch_size=BATCH
    )
    Link.objects.bulk_create((one for row in rows for one in _links(row)), batch_size=BATCH)


def _questions(row: Entry) -> Iterable[Question]:
    for place, one in enumerate(row.content["questions"]):
        yield Question(
            entry_id=row.pk,
            place=place,
            label=one["label"] or "",
            printed=one["printed"] or "",
            text=one["text"],
            answer=one["answer"] or "",
            outcomes=" ".join(one["outcomes"]),
            exemptions="\n".join(one["exemptions"]),
        )


def _tables(row: Entry) -> Iterable[AnswerTable]:
    for place, one in enumerate(row.content["tables"]):
        yield AnswerTable(
            entry_id=row.pk,
            place=place,
            label=one["question"] or "",
            caption=one["caption"] or "",
            rows=one["rows"],
        )


def _attachments(row: Entry) -> Iterable[Attachment]:
    for place, one in enumerate(row.content["attachments"]):
        yield Attachment(entry_id=row.pk, place=place, title=one["title"], text=one["text"] or "")


def _links(row: Entry) -> Iterable[Link]:
    for place, one in enumerate(row.content["links"]):
        yield Link(entry_id=row.pk, place=place, text=one["text"], href=one["href"] or "")


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
