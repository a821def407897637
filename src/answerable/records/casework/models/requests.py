"""Requests, their questions, and what happened to each."""

from django.db import models

from answerable.domain.clock import State
from answerable.domain.roles import Stage

_KEY = 200
_IN_HAND = [stage.value for stage in Stage if stage not in (Stage.SENT, Stage.CLOSED)]


class Channel(models.TextChoices):
    """How a message came in."""

    EMAIL = "email"
    WEB = "web"
    POST = "post"
    PHONE = "phone"
    API = "api"
    OTHER = "other"


class Validity(models.TextChoices):
    """Whether what came is a request for information (s.8)."""

    VALID = "valid"
    UNCLEAR = "unclear"
    NO_REQUEST = "no request"


class Requester(models.Model):
    """Somebody who asks, by the address from which they wrote; no address makes each one another."""

    name = models.CharField(max_length=300, blank=True)
    address = models.CharField(max_length=400, blank=True, db_index=True)
    postal = models.TextField(blank=True)

    def __str__(self) -> str:
        return str(self.pk)


class Request(models.Model):
    """What a person asked for, in one letter, e-mail, form or call.

    `officer` is the key of the person who has it, `team` the code of a team. What is due is counted
    from the events of its questions on the calendar of a version; `work_to` (the earliest date of its
    open questions), `due_on` (their last), `stage` and `open_questions` are kept for lists, and made
    anew whenever something changes. What was `merged_into` another request is closed, and whoever names
    it is led to that one.
    """

    reference = models.CharField(max_length=20, unique=True)
    title = models.CharField(max_length=300)
    requester = models.ForeignKey(Requester, on_delete=models.PROTECT, related_name="requests")
    channel = models.CharField(max_length=10, choices=Channel.choices)
    regime = models.CharField(max_length=10, default="FOIA")
    received_on = models.DateField(db_index=True)
    taken_in_at = models.DateTimeField()
    language = models.CharField(max_length=5, default="en")
    acknowledged_at = models.DateTimeField(null=True)
    validity = models.CharField(max_length=20, choices=Validity.choices, blank=True)
    validity_reason = models.TextField(blank=True)
    validated_by = models.CharField(max_length=_KEY, blank=True)
    validated_at = models.DateTimeField(null=True)
    officer = models.CharField(max_length=_KEY, blank=True)
    team = models.CharField(max_length=40, blank=True)
    is_accepted = models.BooleanField(default=False)
    assigned_at = models.DateTimeField(null=True)
    is_restricted = models.BooleanField(default=False)
    stage = models.CharField(max_length=10, default=Stage.OPEN)
    work_to = models.DateField(null=True)
    due_on = models.DateField(null=True)
    open_questions = models.PositiveIntegerField(default=0)
    calendar = models.CharField(max_length=20, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, related_name="merged"
    )

    class Meta:
        indexes = [
            models.Index(fields=["stage", "work_to"], name="requests_by_urgency"),
            models.Index(fields=["officer", "stage", "work_to"], name="requests_of_an_officer"),
            models.Index(fields=["team", "stage", "work_to"], name="requests_of_a_team"),
            models.Index(fields=["work_to", "id"], name="requests_by_date"),
            models.Index(
                fields=["work_to", "id"],
                condition=models.Q(stage__in=_IN_HAND),
                name="requests_in_hand",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Question(models.Model):
    """The smallest part of a request that can be decided by itself.

    `text` is what it asks, after officers' changes; `printed` and `label` as the letter has them.
    `drafted_by`, `checked_by` and `cleared_by` are the keys of those through whose hands it went;
    `clock_state`, `due_on` and `work_to` are counted from its events, and kept for lists.

    An answer that was overturned opens another `round`: it begins on `round_from`, has a limit of its
    own (`round_limit`, as `35days`), its own events and decisions, and what was before stays with its
    number. `past_hands` are the keys of those who had a part in earlier rounds. `regime` is the one to
    which it was moved, if it was. `ended_as` is why it is closed, where that is more than a reason in words.
    """

    class End(models.TextChoices):
        """Why a question ended without an answer."""

        WITHDRAWN = "withdrawn"
        LAPSED = "lapsed"

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="questions")
    place = models.PositiveIntegerField()
    label = models.CharField(max_length=60, blank=True)
    printed = models.CharField(max_length=60, blank=True)
    text = models.TextField()
    heading = models.TextField(blank=True)
    periods = models.JSONField(default=list)
    stage = models.CharField(max_length=10, default=Stage.OPEN)
    drafted_by = models.CharField(max_length=_KEY, blank=True)
    checked_by = models.CharField(max_length=_KEY, blank=True)
    cleared_by = models.CharField(max_length=_KEY, blank=True)
    clock_state = models.CharField(max_length=10, blank=True)
    due_on = models.DateField(null=True)
    work_to = models.DateField(null=True)
    round = models.PositiveIntegerField(default=1)
    round_from = models.DateField(null=True)
    round_limit = models.CharField(max_length=30, blank=True)
    past_hands = models.JSONField(default=list)
    regime = models.CharField(max_length=10, blank=True)
    ended_as = models.CharField(max_length=10, choices=End.choices, blank=True)

    class Meta:
        # PostgreSQL moves a row that is written to the end: without words of its own a list would, too.
        ordering = ("place",)
        constraints = [
            models.UniqueConstraint(
                fields=["request", "label"], name="a_label_is_unique_in_its_request"
            )
        ]
        indexes = [
            models.Index(fields=["stage", "request"], name="questions_by_stage"),
            models.Index(
                fields=["request"],
                condition=models.Q(clock_state=State.WAITING.value),
                name="questions_that_wait",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id}/{self.label}"


class QuestionEvent(models.Model):
    """Something that happened to a question in one of its rounds, from which its clock is counted.

    `why` is why more time was taken again, where it was.
    """

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=40)
    on = models.DateField()
    to = models.CharField(max_length=10, blank=True)
    until = models.DateField(null=True)
    why = models.TextField(blank=True)
    round = models.PositiveIntegerField(default=1)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class RequestCounter(models.Model):
    """The last number that a request of a year got; whoever takes the next locks the row."""

    year = models.PositiveIntegerField(unique=True)
    number = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.year}-{self.number:04d}"
