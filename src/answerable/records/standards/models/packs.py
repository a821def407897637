"""Packs for the assessor that were asked for: made in the background, inspected, and taken."""

from django.db import models

from answerable.records.standards.models.rounds import AssessmentRound

_KEY = 200
_NAME = 100
_SHA256 = 64


class MadePack(models.Model):
    """A pack that somebody asked for, and what became of it.

    `taken_at` is when a worker took it, `tries` how often one did. `percent` says how far it is. `evidence` are the
    SHA-256 of the files of evidence that are in it, `kept_out` what is not: `{"element", "title", "why_not"}`. Once
    `removed_at` is set its files are gone.
    """

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting"
        MAKING = "making"
        MADE = "made"
        REFUSED = "refused"

    framework = models.CharField(max_length=_NAME)
    round = models.ForeignKey(AssessmentRound, on_delete=models.PROTECT, related_name="packs")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    percent = models.PositiveSmallIntegerField(default=0)
    asked_by = models.CharField(max_length=_KEY)
    asked_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField(null=True)
    refusal = models.TextField(blank=True)
    evidence = models.JSONField(default=list)
    kept_out = models.JSONField(default=list)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["asked_at"],
                condition=models.Q(state__in=["waiting", "making"]),
                name="packs_that_wait",
            )
        ]

    def __str__(self) -> str:
        return f"{self.framework} {self.pk}"


class PackFile(models.Model):
    """A file of a pack: its PDF, its grid, its data, or the zip of all with the evidence.

    The verdict and the report are those of its inspection; of the zip there are none: what is in it was inspected.
    """

    pack = models.ForeignKey(MadePack, on_delete=models.CASCADE, related_name="files")
    kind = models.CharField(max_length=10)
    sha256 = models.CharField(max_length=_SHA256)
    size = models.PositiveBigIntegerField()
    verdict = models.CharField(max_length=12, blank=True)
    rules = models.CharField(max_length=40, blank=True)
    report = models.JSONField(default=dict)
    # Decided by somebody who looked: it leaves although something was found in it.
    decided_by = models.CharField(max_length=_KEY, blank=True)
    decided_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pack", "kind"], name="a_pack_has_one_file_of_a_kind")
        ]

    def __str__(self) -> str:
        return self.kind


class PackPart(models.Model):
    """A stretch of a file of a pack: a zip is too large to be held in memory whole."""

    file = models.ForeignKey(PackFile, on_delete=models.CASCADE, related_name="parts")
    place = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["file", "place"], name="a_pack_file_has_one_part_a_place"
            )
        ]

    def __str__(self) -> str:
        return str(self.place)
