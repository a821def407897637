"""Who works on requests: whom they were assigned to, who was asked to contribute, what was noted."""

from django.db import models

from answerable.records.casework.models.requests import Question, Request

_KEY = 200
_SHA256 = 64


class NamedPerson(models.Model):
    """Somebody who may see a restricted request, by their key."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="named")
    key = models.CharField(max_length=_KEY, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "key"], name="a_person_is_named_once")
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.key}"


class Allocation(models.Model):
    """One time that a request was assigned: to whom, by whom, and what they said."""

    class Answer(models.TextChoices):
        """What the person to whom it was assigned said."""

        OFFERED = "offered"
        ACCEPTED = "accepted"
        DECLINED = "declined"
        MOVED = "moved"

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="allocations")
    officer = models.CharField(max_length=_KEY, blank=True)
    team = models.CharField(max_length=40, blank=True)
    by = models.CharField(max_length=_KEY)
    at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.OFFERED)
    answered_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.request_id} {self.answer}"


class Note(models.Model):
    """What somebody noted about a request, for colleagues."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="notes")
    by = models.CharField(max_length=_KEY)
    at = models.DateTimeField()
    text = models.TextField()

    def __str__(self) -> str:
        return f"{self.request_id} {self.at}"


class InformationOwner(models.Model):
    """Somebody who knows or holds what is asked for, and needs no account; external ones are consulted."""

    name = models.CharField(max_length=200)
    email = models.CharField(max_length=254, unique=True)
    area = models.CharField(max_length=200, blank=True)
    is_external = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)

    def __str__(self) -> str:
        return str(self.pk)


class Contribution(models.Model):
    """A question put to an information owner: what was asked, by when, and what came back.

    `number` counts those of a question; `nonce` is part of the signed link: a new one makes the old
    link worthless. `text`, `reason` and `suggested` are the latest words, and all of them are kept
    as answers; `answered_at` is the moment of the first since it was asked, by which it is in time.
    """

    class State(models.TextChoices):
        """What became of it."""

        ASKED = "asked"
        ANSWERED = "answered"
        DECLINED = "declined"
        WITHDRAWN = "withdrawn"

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="contributions")
    number = models.PositiveIntegerField()
    owner = models.ForeignKey(
        InformationOwner, on_delete=models.PROTECT, related_name="contributions"
    )
    words = models.TextField()
    asked_by = models.CharField(max_length=_KEY)
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    nonce = models.CharField(max_length=40)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    text = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    suggested = models.CharField(max_length=300, blank=True)
    answered_at = models.DateTimeField(null=True)
    chased = models.PositiveIntegerField(default=0)
    last_chased_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["question", "number"], name="contributions_of_a_question_are_numbered"
            )
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="contributions_to_chase")]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"


class ContributionAnswer(models.Model):
    """What an information owner said at one time: the latest counts, all are kept.

    `number` counts those of a contribution. One with a reason says that it is not for them.
    """

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="answers")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    text = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    suggested = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contribution", "number"], name="answers_of_an_owner_are_numbered"
            )
        ]

    def __str__(self) -> str:
        return f"{self.contribution_id} answer {self.number}"


class ContributionFile(models.Model):
    """A file that an information owner gave, as it came, with one of their answers.

    Files of earlier answers stay: `place` counts all of a contribution.
    """

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="files")
    answer = models.ForeignKey(ContributionAnswer, on_delete=models.CASCADE, related_name="files")
    place = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=_SHA256)
    size = models.PositiveBigIntegerField()
    data = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contribution", "place"], name="a_contributed_file_has_its_place"
            )
        ]

    def __str__(self) -> str:
        return self.sha256[:12]


class SavedFilter(models.Model):
    """A list that somebody wants to see again."""

    key = models.CharField(max_length=_KEY)
    name = models.CharField(max_length=100)
    query = models.CharField(max_length=2000)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "name"], name="a_saved_filter_has_its_name")
        ]

    def __str__(self) -> str:
        return self.name


class ApiKey(models.Model):
    """A key with which another system brings requests in: its digest only."""

    name = models.CharField(max_length=100, unique=True)
    digest = models.CharField(max_length=_SHA256, unique=True)
    made_by = models.CharField(max_length=_KEY)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
