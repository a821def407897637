"""What was decided about questions: every version of it, and the lines that fill reasons in."""

from django.db import models

from answerable.records.casework.models.requests import Question, Request

_KEY = 200


class DecisionVersion(models.Model):
    """An answer and a decision as somebody saved them; the latest counts, all are kept.

    The numbers go on from round to round. `decision` is the decision as domain.decisions.written spells it, `tables` those of the answer,
    `particulars` what else its letter says: how to narrow it, what was searched, what was taken out. `taken_from`
    are the earlier answers from which the answer was taken, as domain.precedent.taken spells them.
    """

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveIntegerField()
    round = models.PositiveIntegerField(default=1)
    by = models.CharField(max_length=_KEY)
    at = models.DateTimeField()
    answer = models.TextField(blank=True)
    caveats = models.TextField(blank=True)
    tables = models.JSONField(default=list)
    decision = models.JSONField()
    particulars = models.JSONField(default=dict)
    taken_from = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["question", "number"], name="versions_of_a_decision_are_numbered"
            )
        ]

    def __str__(self) -> str:
        return f"{self.question_id} version {self.number}"


class DecidedTag(models.Model):
    """An outcome or an exemption of a question's latest decision, for lists.

    The request stands here, too: lists ask a hundred thousand of them whether they have a tag.
    """

    class Kind(models.TextChoices):
        """What the value is."""

        OUTCOME = "outcome"
        EXEMPTION = "exemption"

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="tags")
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="tags")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    value = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "kind", "value"], name="a_tag_stands_once")
        ]
        indexes = [models.Index(fields=["kind", "value", "request"], name="requests_by_tag")]

    def __str__(self) -> str:
        return f"{self.kind} {self.value}"


class StandardLine(models.Model):
    """A reviewed text that fills in a reason or an answer, until it expires.

    `citation` is the limb whose reason it is; without one it is for answers. `slug` is its name in
    addresses. What it said before stands in its versions.
    """

    name = models.CharField(max_length=100, unique=True)
    slug = models.SlugField(max_length=100, unique=True)
    citation = models.CharField(max_length=40, blank=True, db_index=True)
    text = models.TextField()
    reviewed_by = models.CharField(max_length=_KEY)
    reviewed_on = models.DateField()
    expires_on = models.DateField()
    is_retired = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class StandardLineVersion(models.Model):
    """A standard line as somebody saved it, who thereby reviewed it; the latest counts, all are kept."""

    line = models.ForeignKey(StandardLine, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    by = models.CharField(max_length=_KEY)
    at = models.DateTimeField()
    citation = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    expires_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["line", "number"], name="versions_of_a_line_are_numbered"
            )
        ]

    def __str__(self) -> str:
        return f"{self.line_id} version {self.number}"
