"""What every change of the archive does: it counts, and it writes an entry's parts anew."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from django.db.models import F

from answerable.records.archive.models import (
    AnswerTable,
    Attachment,
    ChangeCounter,
    Entry,
    Question,
)

Content = dict[str, Any]
_BATCH = 500


def next_change() -> int:
    """Raise the number of changes by one, in the caller's transaction, and return it."""
    if not ChangeCounter.objects.filter(pk=1).update(number=F("number") + 1):
        ChangeCounter.objects.get_or_create(pk=1, defaults={"number": 0})
        ChangeCounter.objects.filter(pk=1).update(number=F("number") + 1)
    return ChangeCounter.objects.values_list("number", flat=True).get(pk=1)


def digest_of(content: Content) -> str:
    """Return the SHA-256 of an entry's content, the same for the same content wherever it was read."""
    # Where a document was paged says nothing about what the entry says.
    said = {name: value for name, value in content.items() if name != "pages"}
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def write_parts(entries: Iterable[Entry], *, are_new: bool) -> None:
    """Write the questions, tables and attachments of entries in a few statements for all."""
    rows = list(entries)
    if not are_new:
        ids = [row.pk for row in rows]
        for model in (Question, AnswerTable, Attachment):
            model.objects.filter(entry_id__in=ids).delete()
    Question.objects.bulk_create(
        (question for row in rows for question in _questions(row)), batch_size=_BATCH
    )
    AnswerTable.objects.bulk_create(
        (table for row in rows for table in _tables(row)), batch_size=_BATCH
    )
    Attachment.objects.bulk_create(
        (one for row in rows for one in _attachments(row)), batch_size=_BATCH
    )


def _questions(row: Entry) -> Iterable[Question]:
    for place, one in enumerate(row.content["questions"]):
        yield Question(
            entry_id=row.pk,
            place=place,
            label=one["label"] or "",
            printed=(one["printed"] or "")[:60],
            text=one["text"],
            answer=one["answer"] or "",
            outcomes=" ".join(one["outcomes"]),
            exemptions=" ".join(one["exemptions"])[:300],
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
