"""What leaves: files of a request, letters made of its decisions, and the mail that waits to go."""

from django.db import models

from answerable.records.casework.models.requests import Question, Request
from answerable.records.casework.models.working import Contribution

_KEY = 200
_SHA256 = 64


class CaseFile(models.Model):
    """A file that belongs to a request and may go out with its answer.

    It is bound to the request: no letter of another one can carry it. Whether it may leave follows from
    what an inspection of exactly its bytes found (`FileInspection`), unless somebody keeps it back.
    `made_from` is the file of which it is a safe copy, and `left_out` says what it lacks.
    """

    class Release(models.TextChoices):
        """Whether somebody keeps it back; *before inspections* somebody let it leave who had looked at it."""

        BY_INSPECTION = "by inspection"
        BEFORE_INSPECTIONS = "before inspections"
        KEPT_BACK = "kept back"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="files")
    question = models.ForeignKey(
        Question, on_delete=models.PROTECT, null=True, related_name="files"
    )
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=_SHA256)
    size = models.PositiveBigIntegerField()
    data = models.BinaryField()
    added_by = models.CharField(max_length=_KEY)
    added_at = models.DateTimeField()
    release = models.CharField(
        max_length=20, choices=Release.choices, default=Release.BY_INSPECTION
    )
    released_by = models.CharField(max_length=_KEY, blank=True)
    released_at = models.DateTimeField(null=True)
    release_reason = models.TextField(blank=True)
    made_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, related_name="safe_copies"
    )
    left_out = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request", "name"], name="a_file_has_its_own_name_in_its_request"
            )
        ]

    def __str__(self) -> str:
        return self.sha256[:12]


class Letter(models.Model):
    """A letter as it is sent: frozen when it starts to leave."""

    class State(models.TextChoices):
        """How far it is."""

        LEAVING = "leaving"
        SENT = "sent"
        STOPPED = "stopped"

    class Way(models.TextChoices):
        """How it goes."""

        EMAIL = "email"
        POST = "post"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="letters")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    labels = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State.choices, default=State.LEAVING)
    way = models.CharField(max_length=10, choices=Way.choices)
    title = models.CharField(max_length=300)
    html = models.TextField()
    text = models.TextField()
    pdf = models.BinaryField()
    contents = models.JSONField(default=list)
    made_by = models.CharField(max_length=_KEY)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    sent_on = models.DateField(null=True)
    stopped_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "number"], name="letters_are_numbered")
        ]

    def __str__(self) -> str:
        return f"{self.request_id} letter {self.number}"


class LetterFile(models.Model):
    """A file that goes with a letter; both are of the same request.

    `sha256` is of the bytes that were inspected when the letter was frozen: no others go.
    """

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="letters")
    place = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=_SHA256, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "file"], name="a_file_goes_once_with_a_letter"
            )
        ]

    def __str__(self) -> str:
        return f"{self.letter_id} file {self.place}"


class Outgoing(models.Model):
    """A mail that is to leave: written in the transaction of what it tells of, sent once.

    `handed_at` stands before the mail is handed over: whoever finds it there with no `sent_at` cannot
    know whether it went, and must not send it again without a person's word.

    `headers` are those it has besides the usual. To whom a mail that `is_private` goes, nobody of the
    office is shown. `offers_survey` says, until it is known whether the mail went, that a link to the survey
    is in it; which one is kept nowhere.
    """

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting"
        HANDED = "handed over"
        SENT = "sent"
        FAILED = "failed"
        UNSURE = "unsure"
        STOPPED = "stopped"

    key = models.CharField(max_length=100, unique=True)
    request = models.ForeignKey(
        Request, on_delete=models.PROTECT, null=True, related_name="outgoing"
    )
    letter = models.OneToOneField(
        Letter, on_delete=models.PROTECT, null=True, related_name="outgoing"
    )
    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, null=True, related_name="outgoing"
    )
    address = models.CharField(max_length=400)
    is_private = models.BooleanField(default=False)
    headers = models.JSONField(default=dict)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    message_id = models.CharField(max_length=200, unique=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    written_at = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    next_at = models.DateTimeField()
    handed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=500, blank=True)
    offers_survey = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["state", "next_at"], name="mail_that_waits")]

    def __str__(self) -> str:
        return self.key
