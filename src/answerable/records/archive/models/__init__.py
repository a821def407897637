"""The archive: what is published, where it was read, and what became of it."""

from answerable.records.archive.models.from_casework import EntryNote, MonthCount, PublishedFile
from answerable.records.archive.models.log import (
    AnswerTable,
    Attachment,
    Body,
    ChangeCounter,
    Correction,
    Document,
    Entry,
    EntryQuerySet,
    EntrySource,
    EntryVersion,
    Link,
    Question,
    Removal,
    Tally,
    Unread,
)

__all__ = [
    "AnswerTable",
    "Attachment",
    "Body",
    "ChangeCounter",
    "Correction",
    "Document",
    "Entry",
    "EntryNote",
    "EntryQuerySet",
    "EntrySource",
    "EntryVersion",
    "Link",
    "MonthCount",
    "PublishedFile",
    "Question",
    "Removal",
    "Tally",
    "Unread",
]
