"""Stored entries into the plain rows that pages, files and feeds are made of."""

from answerable.domain.disclosure_log import Body, PublishedEntry, Source, entry_from_json
from answerable.records.archive.models import Body as BodyRecord
from answerable.records.archive.models import Document, Entry

UNDATED = "undated"
"""The name of the month of entries whose log prints none."""


def body_of(record: BodyRecord) -> Body:
    """Return a body as the domain knows it."""
    return Body(record.code, record.name, record.contact or None, record.prefix)


def published(record: Entry) -> PublishedEntry:
    """Return a stored entry with its address and history; its body and document are loaded already."""
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
    )


def _source(document: Document, pages: tuple[int, int] | None) -> Source:
    return Source(document.name, document.sha256, document.reader, pages)
