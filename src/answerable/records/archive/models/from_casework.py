"""What comes to the log from the office's own casework: files, notes, and how much was answered."""

from django.db import models

from answerable.records.archive.models.log import Body, Entry

_SHA256 = 64


class PublishedFile(models.Model):
    """A file that is published with an entry: seen exactly as long as its entry is."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="published_files")
    place = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=_SHA256)
    size = models.PositiveBigIntegerField()
    data = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "name"], name="a_published_file_has_its_own_name"
            )
        ]

    def __str__(self) -> str:
        return self.sha256[:12]


class EntryNote(models.Model):
    """What the log itself says of a change of an entry, where everybody can read it."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="notes")
    version = models.PositiveIntegerField()
    on = models.DateField()
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "version"], name="a_version_of_an_entry_has_one_note"
            )
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} version {self.version}"


class MonthCount(models.Model):
    """How many requests were answered in a month, and how many of them are kept out of the log.

    Numbers alone: nothing here leads back to a request.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="month_counts")
    month = models.CharField(max_length=7)
    answered = models.PositiveIntegerField(default=0)
    kept_out = models.PositiveIntegerField(default=0)
    counted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "month"], name="a_month_is_counted_once")
        ]

    def __str__(self) -> str:
        return f"{self.month}: {self.answered}"
