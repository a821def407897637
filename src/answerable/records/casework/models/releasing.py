"""What inspections of files found, who settled it, and what happened where something left all the same."""

from django.db import models

from answerable.records.casework.models.requests import Request
from answerable.records.casework.models.sending import CaseFile

_KEY = 200
_SHA256 = 64


class FileInspection(models.Model):
    """What came of inspecting exactly these bytes, to be sent under this name, by rules of one version.

    It belongs to a request, because people are looked for whom that request knows; what is published and
    is of no request any more belongs to none. `report` is the inspection as JSON; it has no verdict while
    it waits. What is told of the file never holds for other bytes.
    """

    class Verdict(models.TextChoices):
        """What it came to."""

        NONE = "", "None yet"
        CLEAR = "clear"
        FINDINGS = "findings"
        CANNOT_SAY = "cannot_say"

    request = models.ForeignKey(
        Request, on_delete=models.PROTECT, null=True, related_name="inspections"
    )
    sha256 = models.CharField(max_length=_SHA256)
    name = models.CharField(max_length=200)
    rules = models.CharField(max_length=40)
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    verdict = models.CharField(
        max_length=12, choices=Verdict.choices, default=Verdict.NONE, blank=True
    )
    report = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request", "sha256", "name", "rules"],
                name="bytes_are_inspected_once_by_the_same_rules",
            ),
            models.UniqueConstraint(
                fields=["sha256", "name", "rules"],
                condition=models.Q(request__isnull=True),
                name="published_bytes_are_inspected_once_by_the_same_rules",
            ),
        ]
        indexes = [
            models.Index(
                fields=["asked_at"],
                condition=models.Q(done_at__isnull=True),
                name="inspections_that_wait",
            )
        ]

    def __str__(self) -> str:
        return f"{self.sha256[:12]} {self.verdict or 'waits'}"


class FileSettlement(models.Model):
    """That somebody settled findings in exactly these bytes, and why: `findings` are their keys.

    What must be decided takes one person, who says that it may stay or confirms that it must be redacted: the
    last word counts. What cannot be released takes two rows of different people.
    """

    class Kind(models.TextChoices):
        """What they said."""

        DECIDED = "decided"
        CONFIRMED = "confirmed"
        OVERRIDDEN = "overridden"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="settlements")
    sha256 = models.CharField(max_length=_SHA256)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    findings = models.JSONField(default=list)
    reason = models.TextField()
    by = models.CharField(max_length=_KEY)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["request", "sha256"], name="settlements_of_bytes")]

    def __str__(self) -> str:
        return f"{self.sha256[:12]} {self.kind}"


class SafeCopy(models.Model):
    """That somebody asked for a safe copy of exactly these bytes, until a worker made it or could not.

    `claimed_at` is when a worker began; `why_not` says why none was made. The copies are files of the request.
    """

    file = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="copying")
    sha256 = models.CharField(max_length=_SHA256)
    asked_by = models.CharField(max_length=_KEY)
    asked_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    why_not = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["file"],
                condition=models.Q(done_at__isnull=True),
                name="a_file_is_copied_once_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"safe copy of {self.file_id}"


class Incident(models.Model):
    """That something left which cannot be released: found when it was inspected again.

    It outlives its request, which stands by its reference: what was done about it has to be shown later
    (UK GDPR art. 33(5)). `went_to` says where the file went, without anybody's name or address.
    """

    class State(models.TextChoices):
        """Whether it is dealt with."""

        OPEN = "open"
        CLOSED = "closed"

    class Told(models.TextChoices):
        """Whether the regulator was told."""

        NOT_YET = "", "Not yet"
        REPORTED = "reported"
        NOT_REPORTED = "not reported"

    reference = models.CharField(max_length=40, blank=True)
    entry = models.CharField(max_length=200, blank=True)
    sha256 = models.CharField(max_length=_SHA256)
    name = models.CharField(max_length=200)
    what = models.JSONField(default=list)
    out_since = models.DateTimeField()
    went_to = models.JSONField(default=list)
    rules = models.CharField(max_length=40)
    opened_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    told = models.CharField(max_length=12, choices=Told.choices, default=Told.NOT_YET, blank=True)
    told_reason = models.TextField(blank=True)
    told_by = models.CharField(max_length=_KEY, blank=True)
    told_at = models.DateTimeField(null=True)
    closed_by = models.CharField(max_length=_KEY, blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reference", "entry", "sha256"],
                condition=models.Q(state="open"),
                name="an_incident_of_a_file_is_open_once",
            )
        ]
        indexes = [models.Index(fields=["state", "opened_at"], name="incidents_by_state")]

    def __str__(self) -> str:
        return f"incident {self.pk} {self.state}"


class IncidentNote(models.Model):
    """What somebody wrote down about an incident."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="notes")
    by = models.CharField(max_length=_KEY)
    at = models.DateTimeField()
    text = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["incident", "at"], name="notes_on_incidents")]

    def __str__(self) -> str:
        return f"incident {self.incident_id} note"
