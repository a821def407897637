"""The survey that goes with each answer: who may answer, what was said, and never who said it."""

from django.db import models

_KEY = 200
_SHA256 = 64


class SurveyInvitation(models.Model):
    """That a survey was offered, by the digest of its link: it says neither to whom nor for which request.

    An answer is not tied to it, and no time is kept when it was used. Its mark is its key: a number would tell which
    letter it left with, by their order.
    """

    mark = models.CharField(max_length=_SHA256, primary_key=True)
    month = models.DateField(db_index=True)
    is_used = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"invitation of {self.month:%Y-%m}"


class SurveyAnswer(models.Model):
    """What somebody answered, by the month of their invitation; scores are 1 to 5, none where they passed over one.

    Its key is drawn at random: the order in which answers came tells nothing.
    """

    id = models.UUIDField(primary_key=True)
    month = models.DateField(db_index=True)
    language = models.CharField(max_length=2)
    scores = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"answer of {self.month:%Y-%m}"


class Quotation(models.Model):
    """Words that somebody wrote, or that a report quotes: shown nowhere before they were looked through.

    `words` may be shortened by whoever reviews them, where they tell a person; `written` is cleared when it is settled,
    and both where it is kept out. `confirmed` is what the finder found in them that is nobody: by what it found, why.
    """

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting"
        APPROVED = "approved"
        KEPT_OUT = "kept out"

    class Source(models.TextChoices):
        """Where it is from."""

        SURVEY = "survey"
        REPORT = "report"

    id = models.UUIDField(primary_key=True)
    source = models.CharField(max_length=10, choices=Source.choices)
    month = models.DateField(db_index=True)
    language = models.CharField(max_length=2, default="en")
    written = models.TextField(blank=True)
    words = models.TextField(blank=True)
    elements = models.CharField(max_length=1000, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    settled_by = models.CharField(max_length=_KEY, blank=True)
    settled_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    is_public = models.BooleanField(default=False)
    confirmed = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"quotation of {self.month:%Y-%m} ({self.state})"


class SurveyMonth(models.Model):
    """A month's results as they were closed, counts only: what was published once does not change by late answers."""

    month = models.DateField(unique=True)
    invited = models.PositiveIntegerField()
    answered = models.PositiveIntegerField()
    counts = models.JSONField()
    closed_at = models.DateTimeField()
    closed_by = models.CharField(max_length=_KEY)

    def __str__(self) -> str:
        return f"results of {self.month:%Y-%m}"


class PublishedSurvey(models.Model):
    """Results of months that are shown together, as everybody reads them: small numbers are protected in them already.

    `data` is the JSON of `domain.assurance.survey_data`: no count of a score is in it.
    """

    first = models.DateField(unique=True)
    last = models.DateField()
    data = models.JSONField()
    published_by = models.CharField(max_length=_KEY)
    published_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"published results from {self.first:%Y-%m} to {self.last:%Y-%m}"
