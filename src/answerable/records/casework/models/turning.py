"""What is told before an answer, and other bodies to which a question may go."""

from django.db import models

from answerable.records.casework.models.requests import Question, Request
from answerable.records.casework.models.sending import Letter

_KEY = 200


class Notice(models.Model):
    """Something that whoever asked is told before the answer: one person writes it, another lets it go.

    `kind` is the kind of its letter (`public-interest-extension`, `fees-notice` …), `labels` are the
    questions that it is about, `facts` what it says: the limb, the date, the amount, the reason.
    What it does to their clocks happens on the day on which its letter leaves.
    """

    class State(models.TextChoices):
        """How far it is."""

        WRITTEN = "written"
        LEAVING = "leaving"
        SENT = "sent"
        TAKEN_BACK = "taken back"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="notices")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    labels = models.JSONField(default=list)
    facts = models.JSONField(default=dict)
    state = models.CharField(max_length=12, choices=State.choices, default=State.WRITTEN)
    written_by = models.CharField(max_length=_KEY)
    written_at = models.DateTimeField()
    let_go_by = models.CharField(max_length=_KEY, blank=True)
    let_go_at = models.DateTimeField(null=True)
    letter = models.OneToOneField(
        Letter, on_delete=models.PROTECT, null=True, related_name="notice"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "number"], name="notices_are_numbered")
        ]
        indexes = [
            models.Index(
                fields=["request"],
                condition=models.Q(state="written"),
                name="notices_to_let_go",
            )
        ]

    def __str__(self) -> str:
        return f"{self.request_id} notice {self.number}"


class OtherBody(models.Model):
    """Another public body that may hold what is asked for; how to reach it is for the office to fill in."""

    class Kind(models.TextChoices):
        """What it is."""

        FORCE = "police force"
        OTHER = "other"

    slug = models.SlugField(max_length=100, unique=True)
    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    area = models.CharField(max_length=200, blank=True)
    website = models.CharField(max_length=300, blank=True)
    email = models.CharField(max_length=254, blank=True)
    postal = models.TextField(blank=True)
    phone = models.CharField(max_length=60, blank=True)
    is_active = models.BooleanField(default=True)
    changed_by = models.CharField(max_length=_KEY, blank=True)
    changed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class LateAnswer(models.Model):
    """Whose time an answer took that left too late: derived from the stages when it left.

    `shares` are the parts of it, as `[{"who": "officer", "key": …, "days": 12}, …]` in working days.
    """

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="late_answers")
    round = models.PositiveIntegerField(default=1)
    due_on = models.DateField()
    answered_on = models.DateField()
    days_late = models.PositiveIntegerField()
    shares = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["question", "round"], name="a_round_is_answered_late_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.question_id} {self.days_late} days late"
