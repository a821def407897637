"""Messages: whatever comes in is kept as it came, before anything reads it."""

from django.db import models

from answerable.records.casework.models.requests import Channel, Request

_SHA256 = 64


class Message(models.Model):
    """A message as it came, whole; what was read of it; the request that it belongs to, once known.

    `identity` is the same exactly if the same message is brought in again: a form letter that two
    people post is two messages. `taken_in_by` is who brought it in. `problems` are sentences for an
    officer, `is_unseen` says that one should look at what it adds to its request, `is_automatic` that
    a machine wrote it: it gets no answer by machine. A message without a request waits to be read:
    whoever reads messages next takes it.
    """

    identity = models.CharField(max_length=_SHA256, unique=True)
    sha256 = models.CharField(max_length=_SHA256, db_index=True)
    raw = models.BinaryField()
    name = models.CharField(max_length=300, blank=True)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    said_on = models.DateField(null=True)
    said_by = models.CharField(max_length=300, blank=True)
    arrived_at = models.DateTimeField()
    taken_in_by = models.CharField(max_length=200)
    request = models.ForeignKey(
        Request, on_delete=models.PROTECT, null=True, related_name="messages"
    )
    is_repeated = models.BooleanField(default=False)
    is_unseen = models.BooleanField(default=False)
    is_automatic = models.BooleanField(default=False)
    message_id = models.CharField(max_length=400, blank=True, db_index=True)
    sender = models.CharField(max_length=400, blank=True)
    subject = models.CharField(max_length=1000, blank=True)
    received_at = models.DateTimeField(null=True)
    text = models.TextField(blank=True)
    problems = models.JSONField(default=list)

    class Meta:
        indexes = [
            models.Index(
                fields=["id"],
                condition=models.Q(request__isnull=True),
                name="messages_that_wait",
            ),
            models.Index(
                fields=["request"],
                condition=models.Q(is_unseen=True),
                name="messages_nobody_saw",
            ),
        ]

    def __str__(self) -> str:
        return self.sha256[:12]


class MessageLink(models.Model):
    """The id of a message that another one follows."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="links")
    follows = models.CharField(max_length=400, db_index=True)

    def __str__(self) -> str:
        return f"{self.message_id} follows {self.follows}"


class MessageFile(models.Model):
    """A file that came with a message, as it came."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="files")
    place = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=_SHA256)
    data = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message", "place"], name="a_file_has_its_place")
        ]

    def __str__(self) -> str:
        return self.sha256[:12]


class VisitCount(models.Model):
    """How often somebody asked within some minutes.

    `mark` is a keyed hash that another window makes anew: no address can be read from it, and none
    followed from one window into the next. Rows that are over are deleted.
    """

    mark = models.CharField(max_length=_SHA256, unique=True)
    until = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.count} until {self.until}"
