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
    """A file that entries were read from: one row for each reading of it by another reader.

    `not_read` are the titles of its printed index for which it holds no entry.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="documents")
    name = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    reader = models.CharField(max_length=20)
    format = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    month = models.CharField(max_length=7, blank=True)
    printed_index = models.JSONField(default=list)
    not_read = models.JSONField(default=list)
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
    reason = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    first_page = models.PositiveIntegerField(null=True)
    last_page = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end__gte=models.F("start")),
                name="a_stretch_ends_after_its_start",
            )
        ]

    def __str__(self) -> str:
        return self.reason


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries of the archive."""

    def visible(self, *, at: dt.datetime) -> Self:
        """Return the entries that the public may see at a moment: published by then, not withdrawn."""
        return self.filter(withdrawn_on__isnull=True, published_at__lte=at)

    def waiting(self, *, at: dt.datetime) -> Self:
        """Return the entries that wait for a later day: not withdrawn, and not yet to be seen."""
        return self.filter(withdrawn_on__isnull=True, published_at__gt=at)

    def hidden(self, *, at: dt.datetime) -> Self:
        """Return the entries that the public may not see at a moment: all but the visible ones."""
        return self.filter(models.Q(withdrawn_on__isnull=False) | models.Q(published_at__gt=at))

    def removed(self, *, at: dt.datetime) -> Self:
        """Return the entries that were withdrawn once they had been to see: the register names them."""
        return self.filter(
            withdrawn_on__isnull=False,
            published_at__lte=at,
            removals__restored_at__isnull=True,
            removals__removed_at__gte=models.F("published_at"),
        )

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
    A later reading knows the entry by `ref_key` (the reference as `occurrence` of its kind), or by
    `title_key` in its month where it has no reference. `change` is the number of the last change of
    the archive that touched it.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="entries")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="entries")
    key = models.CharField(max_length=120)
    ref = models.CharField(max_length=200, blank=True)
    # No reference is NULL here, because the constraint below must pass over those that have none.
    ref_key = models.CharField(max_length=100, null=True)  # noqa: DJ001
    occurrence = models.PositiveIntegerField(default=1)
    title = models.TextField()
    title_key = models.CharField(max_length=100)
    month = models.CharField(max_length=7, blank=True)
    place = models.PositiveIntegerField()
    outcomes = models.CharField(max_length=300, blank=True)
    exemptions = models.TextField(blank=True)
    received_on = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    published_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    change = models.BigIntegerField(db_index=True)
    withdrawn_on = models.DateField(null=True)
    withdrawn_because = models.TextField(blank=True)
    digest = models.CharField(max_length=64)
    # The long columns come last: SQLite reads a list of entries without turning their pages.
    content = models.JSONField()
    as_read = models.JSONField(null=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "body"], name="a_key_is_unique_in_its_body"),
            models.UniqueConstraint(
                fields=["ref_key", "body", "occurrence"], name="a_reference_is_kept_once"
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_on__isnull=True, withdrawn_because="")
                | models.Q(withdrawn_on__isnull=False) & ~models.Q(withdrawn_because=""),
                name="a_withdrawn_entry_says_why",
            ),
            models.CheckConstraint(
                condition=models.Q(version__gte=1), name="versions_count_from_one"
            ),
            models.CheckConstraint(condition=~models.Q(key=""), name="an_entry_has_an_address"),
        ]
        indexes = [
            models.Index(fields=["body", "month", "place", "id"], name="entries_of_a_month"),
            models.Index(fields=["body", "title_key"], name="entries_by_title"),
            models.Index(
                fields=["body", "answered_on"],
                condition=models.Q(answered_on__isnull=False),
                name="entries_by_day_of_answer",
            ),
            models.Index(fields=["-published_at", "-id"], name="newest_entries"),
            models.Index(
                fields=["withdrawn_on"],
                condition=models.Q(withdrawn_on__isnull=False),
                name="withdrawn_entries",
            ),
        ]

    def __str__(self) -> str:
        return self.key


class EntrySource(models.Model):
    """Where an entry stands in a document: in every one that holds it, the first and the later ones.

    `digest` is that of what the document says; `is_indexed` is false where the document has a
    printed index that leaves the entry out. `printed` says where its fields are printed, as
    `answerable read --json` does in `printed_at`; null where the document has no pages.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="sources")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="sources")
    place = models.PositiveIntegerField()
    first_page = models.PositiveIntegerField(null=True)
    last_page = models.PositiveIntegerField(null=True)
    digest = models.CharField(max_length=64)
    is_indexed = models.BooleanField(default=True)
    printed = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["document", "place"], name="a_place_in_a_document_holds_one_entry"
            )
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} in {self.document_id}"


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
    """One field that an officer corrected: what was read there, and what it says instead.

    `read_since` is what the last reading gave in the field: it differs from `read` where a later
    file says something else, and a person should look.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="corrections")
    field = models.CharField(max_length=300)
    read = models.JSONField(null=True)
    read_since = models.JSONField(null=True)
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


class Removal(models.Model):
    """A withdrawal of an entry, and its return where it came back."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="removals")
    removed_at = models.DateTimeField()
    removed_by = models.CharField(max_length=100)
    reason = models.TextField()
    restored_at = models.DateTimeField(null=True)
    restored_by = models.CharField(max_length=100, blank=True)
    restored_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entry"],
                condition=models.Q(restored_at__isnull=True),
                name="an_entry_is_withdrawn_once_at_a_time",
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="a_removal_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.removed_at}"


class Question(models.Model):
    """One question of an entry with its answer and decision, for questions that ask across entries."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="questions")
    place = models.PositiveIntegerField()
    label = models.TextField(blank=True)
    printed = models.TextField(blank=True)
    text = models.TextField()
    answer = models.TextField(blank=True)
    outcomes = models.CharField(max_length=300, blank=True)
    exemptions = models.TextField(blank=True)

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
    label = models.TextField(blank=True)
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


class Link(models.Model):
    """A link of an answer; `href` is empty where only the linked words survived."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="links")
    place = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    href = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "place"], name="a_link_has_its_place")
        ]

    def __str__(self) -> str:
        return self.text


class Tally(models.Model):
    """How many there are in a month of a body's log: entries, questions, questions of an outcome.

    Written in the transaction of each change, so that a home page counts months and not a million
    entries. What is withdrawn does not count; what waits for its day does, and is taken off when it is read.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="tallies")
    month = models.CharField(max_length=7, blank=True)
    what = models.CharField(max_length=20)
    count = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "month", "what"], name="a_thing_is_counted_once"
            ),
            models.CheckConstraint(condition=models.Q(count__gte=0), name="counts_from_nothing"),
        ]

    def __str__(self) -> str:
        return f"{self.month} {self.what}: {self.count}"


class ChangeCounter(models.Model):
    """How often what is published has changed: one row, raised in the transaction of each change.

    Whoever changes the archive locks the row first, so that changes come one after another.
    `looked_at` is the moment up to which waiting entries whose day had come were counted.
    """

    number = models.BigIntegerField(default=0)
    looked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="there_is_one_counter")
        ]

    def __str__(self) -> str:
        return str(self.number)
