"""What follows an answer that is challenged: a review, a complaint to the regulator, an appeal."""

from django.db import models

from answerable.domain.decisions.challenges import Finding
from answerable.records.casework.models.deciding import DecisionVersion
from answerable.records.casework.models.requests import Question, Request
from answerable.records.casework.models.sending import Letter

_KEY = 200
_FINDINGS = [(one.value, one.value) for one in Finding]


class Challenge(models.Model):
    """An internal review, a complaint to the regulator or an appeal to a tribunal, and what became of it.

    `follows` is the challenge before it. `their_reference` is that of the regulator or of the tribunal;
    `brought_by` is who challenges, which is the office where it appeals against a decision notice.
    `said` are the words of whoever challenges: they may name them. `due_on` is counted when it comes,
    and again when it is extended. `late_because` is why one that came too late was taken all the same.
    `summary` is what is said besides what is found of each question; `appeal_by` the last day to appeal.
    """

    class Kind(models.TextChoices):
        """Who looks at it."""

        REVIEW = "review"
        COMPLAINT = "complaint"
        TRIBUNAL = "tribunal"

    class State(models.TextChoices):
        """How far it is."""

        ASKED = "asked"
        TAKEN = "taken"
        LEAVING = "leaving"
        DECIDED = "decided"
        WITHDRAWN = "withdrawn"

    class Party(models.TextChoices):
        """Who challenges."""

        REQUESTER = "requester"
        OFFICE = "office"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="challenges")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    follows = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="followed_by"
    )
    brought_by = models.CharField(max_length=10, choices=Party.choices, default=Party.REQUESTER)
    their_reference = models.CharField(max_length=100, blank=True)
    asked_on = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.CharField(max_length=_KEY)
    said = models.TextField(blank=True)
    late_because = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    reviewer = models.CharField(max_length=_KEY, blank=True)
    taken_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    due_on = models.DateField(null=True)
    calendar = models.CharField(max_length=20, blank=True)
    extended_on = models.DateField(null=True)
    extended_because = models.TextField(blank=True)
    decided_on = models.DateField(null=True)
    appeal_by = models.DateField(null=True)
    summary = models.TextField(blank=True)
    letter = models.OneToOneField(
        Letter, on_delete=models.PROTECT, null=True, related_name="challenge"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "number"], name="challenges_are_numbered")
        ]
        indexes = [
            models.Index(
                fields=["due_on", "id"],
                condition=models.Q(state__in=["asked", "taken", "leaving"]),
                name="challenges_in_hand",
            )
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.kind} {self.number}"


class ChallengedQuestion(models.Model):
    """One question of a challenge: which answer of it, on what grounds, and what was found.

    `version` is the decision that is challenged, none where the question was not answered at all.
    `answers` has what is said to each ground. An overturned decision opens round `opens_round` of the
    question, from `opened_on`, with a limit.
    """

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="questions")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="challenged")
    version = models.ForeignKey(
        DecisionVersion, on_delete=models.PROTECT, null=True, related_name="challenged"
    )
    round = models.PositiveIntegerField(default=1)
    grounds = models.JSONField(default=list)
    answers = models.JSONField(default=dict)
    finding = models.CharField(max_length=20, choices=_FINDINGS, blank=True)
    reasons = models.TextField(blank=True)
    limit = models.CharField(max_length=30, blank=True)
    opens_round = models.PositiveIntegerField(null=True)
    opened_on = models.DateField(null=True)

    class Meta:
        ordering = ("question__place",)
        constraints = [
            models.UniqueConstraint(
                fields=["challenge", "question"], name="a_question_is_challenged_once_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.challenge_id} {self.question_id} {self.finding}"


class Enquiry(models.Model):
    """Something that the regulator or a tribunal asked for: what, by when, and when it was answered."""

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="enquiries")
    asked_on = models.DateField()
    what = models.TextField()
    due_on = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    entered_at = models.DateTimeField()
    entered_by = models.CharField(max_length=_KEY)

    def __str__(self) -> str:
        return f"asked on {self.asked_on}"
