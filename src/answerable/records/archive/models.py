"""The archive's tables, and the one rule of what the public may see of them."""

import datetime as dt
from typing import Self

from django.db import models


class Body(models.Model):
    """A public body whose log is kept."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=200)
    contact = models.CharField(max_length=200, blank=True)
    prefix = models.SlugField(max_length=20, unique=True, blank=True)

    def __str__(self) -> str:
        return self.code


class Document(models.Model):
    """A file that entries were read from: one row for each reading of it by another reader."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="documents")
    name = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    reader = models.CharField(max_length=20)
    format = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    month = models.CharField(max_length=7, blank=True)
    printed_index = models.JSONField(default=list)
    repairs = models.JSONField(default=list)
    coverage = models.JSONField(default=dict)
    imported_at = models.DateTimeField()
    imported_by = models.CharField(max_length=100)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "sha256", "reader"],
                name="a_document_is_imported_once_by_each_reader",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Unread(models.Model):
    """A stretch of a document that fits no entry, kept so that a person can look."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="unread")
    text = models.TextField()
    reason = models.CharField(max_length=300)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.reason


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries of the archive."""

    def visible(self, *, at: dt.datetime) -> Self:
        """Return the entries that the public may see at a moment: published by then, not withdrawn."""
        return self.filter(withdrawn_on__isnull=True, published_at__lte=at)

    def of_body(self, prefix: str) -> Self:
        """Return the entries of the body whose pages begin with a prefix."""
        return self.filter(body__prefix=prefix)

    def of_month(self, month: str | None) -> Self:
        """Return the entries of a month's log, or of none, in the order in which it prints them."""
        return self.filter(month=month or "").order_by("place", "id")


class Entry(models.Model):
    """An entry of a log, as it says now.

    `content` is the entry in the JSON of `answerable read`: the page, the files and the index are
    made of it in one read. `as_read` is what the reader gave where officers have corrected it since.
    `change` is the number of the last change of the archive that touched it.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="entries")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="entries")
    key = models.CharField(max_length=120)
    ref = models.CharField(max_length=60, blank=True)
    title = models.TextField()
    month = models.CharField(max_length=7, blank=True)
    place = models.PositiveIntegerField()
    content = models.JSONField()
    as_read = models.JSONField(null=True)
    digest = models.CharField(max_length=64)
    version = models.PositiveIntegerField(default=1)
    published_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    change = models.BigIntegerField(db_index=True)
    withdrawn_on = models.DateField(null=True)
    withdrawn_because = models.TextField(blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "key"], name="a_key_is_unique_in_its_body"),
            models.CheckConstraint(
                condition=models.Q(withdrawn_on__isnull=True, withdrawn_because="")
                | models.Q(withdrawn_on__isnull=False) & ~models.Q(withdrawn_because=""),
                name="a_withdrawn_entry_says_why",
            ),
            models.CheckConstraint(
                condition=models.Q(version__gte=1), name="versions_count_from_one"
            ),
        ]
        indexes = [
            models.Index(fields=["body", "month", "place"], name="entries_of_a_month"),
            models.Index(fields=["-published_at", "-id"], name="newest_entries"),
        ]

    def __str__(self) -> str:
        return self.key


class EntryVersion(models.Model):
    """What an entry said before, and how it came to change."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField()
    replaced_by = models.CharField(max_length=100)
    reason = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="a_version_is_kept_once")
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} version {self.number}"


class Correction(models.Model):
    """One field that an officer corrected: what was read there, and what it says instead."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="corrections")
    field = models.CharField(max_length=120)
    read = models.JSONField(null=True)
    corrected = models.JSONField(null=True)
    corrected_at = models.DateTimeField()
    corrected_by = models.CharField(max_length=100)
    reason = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "field"], name="a_field_is_corrected_once")
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.field}"


class Question(models.Model):
    """One question of an entry with its answer and decision, for questions that ask across entries."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="questions")
    place = models.PositiveIntegerField()
    label = models.CharField(max_length=40, blank=True)
    printed = models.CharField(max_length=60, blank=True)
    text = models.TextField()
    answer = models.TextField(blank=True)
    outcomes = models.CharField(max_length=200, blank=True)
    exemptions = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "place"], name="a_question_has_its_place")
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.label}"


class AnswerTable(models.Model):
    """A table of an answer."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="tables")
    place = models.PositiveIntegerField()
    label = models.CharField(max_length=40, blank=True)
    caption = models.TextField(blank=True)
    rows = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "place"], name="a_table_has_its_place")
        ]

    def __str__(self) -> str:
        return self.caption


class Attachment(models.Model):
    """A document that was sent with an answer."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="attachments")
    place = models.PositiveIntegerField()
    title = models.TextField()
    text = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "place"], name="an_attachment_has_its_place")
        ]

    def __str__(self) -> str:
        return self.title


class ChangeCounter(models.Model):
    """How often what is published has changed: one row, raised in the transaction of each change."""

    number = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)
