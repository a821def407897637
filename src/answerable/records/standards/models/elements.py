"""What the office writes about an element: whose it is, its story, its evidence, and what is to be done."""

from django.db import models

from answerable.records.standards.models.rounds import AssessmentRound

_KEY = 200
_NAME = 100
_NUMBER = 20
_SHA256 = 64


class ElementOwner(models.Model):
    """Who looks after an element of a framework; somebody may have several, an element has one owner."""

    framework = models.CharField(max_length=_NAME)
    element = models.CharField(max_length=_NUMBER)
    owner = models.CharField(max_length=_KEY, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["framework", "element"], name="an_element_has_one_owner"
            )
        ]

    def __str__(self) -> str:
        return f"{self.element}: {self.owner}"


class Storyboard(models.Model):
    """What the office says about how it meets an element: every version is kept, the latest holds."""

    framework = models.CharField(max_length=_NAME)
    element = models.CharField(max_length=_NUMBER)
    text = models.TextField()
    by = models.CharField(max_length=_KEY)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["framework", "element", "-id"], name="stories_by_element")]

    def __str__(self) -> str:
        return f"{self.element} {self.at}"


class Evidence(models.Model):
    """What shows that elements are met: a file, which is inspected, or an address and a note.

    `elements` are numbers with spaces between and around them. `dated_on` is the day that it is from. `data` is empty
    where it is an address. The verdict is empty while a file waits for its inspection; `report` is that as JSON.
    `taken_back_at` says that it counts no more: its bytes are gone then.
    """

    class Verdict(models.TextChoices):
        """What the inspection came to."""

        NONE = "", "None yet"
        CLEAR = "clear"
        FINDINGS = "findings"
        CANNOT_SAY = "cannot_say"

    framework = models.CharField(max_length=_NAME)
    elements = models.CharField(max_length=1000)
    title = models.CharField(max_length=300)
    note = models.TextField(blank=True)
    address = models.CharField(max_length=2000, blank=True)
    dated_on = models.DateField()
    file_name = models.CharField(max_length=200, blank=True)
    content_type = models.CharField(max_length=200, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=_SHA256, blank=True)
    added_by = models.CharField(max_length=_KEY)
    added_at = models.DateTimeField()
    verdict = models.CharField(
        max_length=12, choices=Verdict.choices, default=Verdict.NONE, blank=True
    )
    rules = models.CharField(max_length=40, blank=True)
    inspected_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)
    # Decided by somebody who looked: it goes into the pack although something was found in it.
    decided_by = models.CharField(max_length=_KEY, blank=True)
    decided_reason = models.TextField(blank=True)
    taken_back_by = models.CharField(max_length=_KEY, blank=True)
    taken_back_at = models.DateTimeField(null=True)
    report = models.JSONField(default=dict)
    data = models.BinaryField(default=bytes)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sha256="") | models.Q(address=""),
                name="evidence_is_a_file_or_an_address",
            )
        ]
        indexes = [
            models.Index(
                fields=["added_at"],
                condition=models.Q(verdict="") & ~models.Q(sha256=""),
                name="evidence_that_waits",
            ),
            models.Index(fields=["framework", "-dated_on"], name="evidence_by_day"),
        ]

    def __str__(self) -> str:
        return self.title


class ImprovementAction(models.Model):
    """What is to be done about an element, by whom and by when; `passage` is the place of what it follows, if any."""

    framework = models.CharField(max_length=_NAME)
    element = models.CharField(max_length=_NUMBER)
    round = models.ForeignKey(
        AssessmentRound, on_delete=models.SET_NULL, null=True, related_name="actions"
    )
    passage = models.PositiveSmallIntegerField(null=True)
    text = models.TextField()
    owner = models.CharField(max_length=_KEY)
    due_on = models.DateField()
    made_by = models.CharField(max_length=_KEY)
    made_at = models.DateTimeField()
    done_on = models.DateField(null=True)
    done_by = models.CharField(max_length=_KEY, blank=True)
    done_note = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["framework", "element", "due_on"], name="actions_by_element")
        ]

    def __str__(self) -> str:
        return f"{self.element} by {self.due_on}"
