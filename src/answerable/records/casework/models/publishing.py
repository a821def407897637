"""How an answered request comes into the log: drafted, validated, published, corrected, withdrawn."""

from django.db import models

from answerable.records.archive.models import Entry
from answerable.records.casework.models.requests import Request
from answerable.records.casework.models.sending import CaseFile

_KEY = 200


class LogDraft(models.Model):
    """What is to stand in the log of a request, or why nothing does.

    `content` is the entry as the archive keeps it, without who asked; `taken_out` says what was taken
    out, and where; `marks` are words that may identify somebody, each with what a person said of it; of
    `open_marks` of them nobody has said anything yet.
    `number` counts its versions: who saves or validates says which one they looked at. `note` is what
    the log says of the last correction. `drawn_at` is when it was last made of the answers: what was
    answered after that is not in it. `because` is why it was sent back, or is kept out.
    """

    class State(models.TextChoices):
        """How far it is."""

        DRAFT = "draft"
        VALIDATED = "validated"
        WAITING = "waiting"
        PUBLISHED = "published"
        WITHDRAWN = "withdrawn"
        KEPT_OUT = "kept out"

    request = models.OneToOneField(Request, on_delete=models.PROTECT, related_name="log_draft")
    number = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    content = models.JSONField(default=dict)
    taken_out = models.JSONField(default=list)
    marks = models.JSONField(default=list)
    open_marks = models.PositiveIntegerField(default=0)
    drawn_at = models.DateTimeField(null=True)
    written_by = models.CharField(max_length=_KEY)
    written_at = models.DateTimeField()
    validated_by = models.CharField(max_length=_KEY, blank=True)
    validated_at = models.DateTimeField(null=True)
    month = models.CharField(max_length=7, blank=True)
    embargo_until = models.DateField(null=True)
    because = models.TextField(blank=True)
    note = models.TextField(blank=True)
    entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, null=True, related_name="log_draft"
    )

    class Meta:
        indexes = [models.Index(fields=["state", "month"], name="drafts_by_state")]

    def __str__(self) -> str:
        return f"{self.request_id} {self.state}"


class LogDraftVersion(models.Model):
    """A draft entry as somebody saved it; all are kept."""

    draft = models.ForeignKey(LogDraft, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    by = models.CharField(max_length=_KEY)
    at = models.DateTimeField()
    content = models.JSONField()
    marks = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "number"], name="versions_of_a_draft_are_numbered"
            )
        ]

    def __str__(self) -> str:
        return f"{self.draft_id} version {self.number}"


class LogFile(models.Model):
    """A file of the answer that is to be published with its entry, under a name that names nobody."""

    draft = models.ForeignKey(LogDraft, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="published")
    place = models.PositiveIntegerField()
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "file"], name="a_file_is_published_once_with_a_draft"
            )
        ]

    def __str__(self) -> str:
        return f"{self.draft_id} file {self.place}"


class LogStep(models.Model):
    """Something that is to happen to the log: written in the transaction of what asks for it, done once.

    `act` is what; `number` is the version of the draft that it is about. *Stored*: the archive has
    changed. *Done*: the index has followed, so that every page, feed and file says the same.
    """

    class Act(models.TextChoices):
        """What is to happen."""

        PUBLISH = "publish"
        CORRECT = "correct"
        WITHDRAW = "withdraw"
        RESTORE = "restore"

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting"
        STORED = "stored"
        DONE = "done"
        STOPPED = "stopped"

    draft = models.ForeignKey(LogDraft, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveIntegerField()
    act = models.CharField(max_length=10, choices=Act.choices)
    reason = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    by = models.CharField(max_length=_KEY)
    asked_at = models.DateTimeField()
    not_before = models.DateField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    next_at = models.DateTimeField()
    stored_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "act"],
                condition=models.Q(state="waiting"),
                name="one_step_of_an_act_waits",
            )
        ]
        indexes = [
            models.Index(
                fields=["next_at"],
                condition=models.Q(state__in=["waiting", "stored"]),
                name="steps_of_the_log_that_wait",
            )
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.draft_id}"
