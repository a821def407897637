"""Stored entries into the plain rows that pages, files and feeds are made of."""

from django.db.models import Prefetch

from answerable.domain.disclosure_log import (
    Body,
    FileRow,
    Note,
    PublishedEntry,
    Source,
    entry_from_json,
)
from answerable.records.archive.models import Body as BodyRecord
from answerable.records.archive.models import (
    Document,
    Entry,
    EntryNote,
    EntryQuerySet,
    PublishedFile,
)

UNDATED = "undated"
"""The name of the month of entries whose log prints none."""


def body_of(record: BodyRecord) -> Body:
    """Return a body as the domain knows it."""
    return Body(record.code, record.name, record.contact or None, record.prefix)


def published(record: Entry) -> PublishedEntry:
    """Return a stored entry with its address and history; it comes `with_parts`."""
    entry = entry_from_json(record.content)
    return PublishedEntry(
        entry=entry,
        body=body_of(record.body),
        key=record.key,
        month=record.month or None,
        published_at=record.published_at,
        changed_at=record.changed_at,
        version=record.version,
        source=_source(record.document, entry.pages),
        files=tuple(
            FileRow(one.name, one.content_type, one.size, one.sha256)
            for one in record.published_files.all()
        ),
        notes=tuple(Note(one.version, one.on, one.text) for one in record.notes.all()),
    )


def with_parts(entries: EntryQuerySet) -> EntryQuerySet:
    """Return entries with all that a published one is made of, in a few queries for all."""
    # The bytes of files are read where a file is sent, and nowhere else.
    files = PublishedFile.objects.defer("data").order_by("place", "pk")
    notes = EntryNote.objects.order_by("-version")
    return entries.select_related("body", "document").prefetch_related(
        Prefetch("published_files", files), Prefetch("notes", notes)
    )


def _source(document: Document, pages: tuple[int, int] | None) -> Source:
    return Source(document.name, document.sha256, document.reader, pages)
