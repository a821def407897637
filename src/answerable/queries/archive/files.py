"""A file that is published with an entry: there exactly as long as its entry is."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from answerable.queries.archive.entries import RemovedEntry, removed_entry
from answerable.records.archive.models import Entry, PublishedFile


@dataclass(frozen=True, slots=True)
class FileContent:
    """A published file with its bytes."""

    name: str
    content_type: str
    sha256: str
    data: bytes


def published_file(
    body_prefix: str, key: str, name: str, *, at: dt.datetime
) -> FileContent | RemovedEntry | None:
    """Return a file of an entry; what is said of the entry if it was withdrawn; None if there is none.

    Bytes that are not those that were published are none.
    """
    named = Entry.objects.of_body(body_prefix).filter(key=key)
    entry = named.visible(at=at).values_list("pk", flat=True).first()
    if entry is None:
        return removed_entry(named, at=at)
    found = PublishedFile.objects.filter(entry=entry, name=name).first()
    if found is None:
        return None
    data = bytes(found.data)
    if hashlib.sha256(data).hexdigest() != found.sha256:
        return None
    return FileContent(found.name, found.content_type, found.sha256, data)
