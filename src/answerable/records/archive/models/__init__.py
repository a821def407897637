"""The archive: what is published, where it was read, and what became of it."""

from answerable.records.archive.models.from_casework import EntryNote, MonthCount, PublishedFile
from answerable.records.archive.models.imports import (
    Doubt,
    DoubtQuerySet,
    ImportFile,
    ImportFileQuerySet,
    ImportRun,
    KeptFile,
)
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
from answerable.records.archive.models.offers import OfferCount
from answerable.records.archive.models.performance import PublishedFigures
from answerable.records.archive.models.registers import PublishedRegister

__all__ = [
    "AnswerTable",
    "Attachment",
    "Body",
    "ChangeCounter",
    "Correction",
    "Document",
    "Doubt",
    "DoubtQuerySet",
    "Entry",
    "EntryNote",
    "EntryQuerySet",
    "EntrySource",
    "EntryVersion",
    "ImportFile",
    "ImportFileQuerySet",
    "ImportRun",
    "KeptFile",
    "Link",
    "MonthCount",
    "OfferCount",
    "PublishedFigures",
    "PublishedFile",
    "PublishedRegister",
    "Question",
    "Removal",
    "Tally",
    "Unread",
]
