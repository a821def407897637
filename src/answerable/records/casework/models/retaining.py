"""How long requests are kept, what holds them, and what is left of those that are disposed of."""

from django.db import models

from answerable.records.casework.models.requests import Request

_KEY = 200


class Hold(models.Model):
    """That a request is kept beyond its time, and why, until that is lifted."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="holds")
    because = models.TextField()
    by = models.CharField(max_length=_KEY)
    at = models.DateTimeField()
    lifted_by = models.CharField(max_length=_KEY, blank=True)
    lifted_at = models.DateTimeField(null=True)
    lifted_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request"],
                condition=models.Q(lifted_at__isnull=True),
                name="a_request_is_held_once_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.request_id} held"


class DisposalList(models.Model):
    """Requests that were kept for their time: one person lists them, another approves."""

    class State(models.TextChoices):
        """How far it is."""

        LISTED = "listed"
        APPROVED = "approved"
        DONE = "done"
        DROPPED = "dropped"

    number = models.PositiveIntegerField(unique=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.LISTED)
    listed_by = models.CharField(max_length=_KEY)
    listed_at = models.DateTimeField()
    approved_by = models.CharField(max_length=_KEY, blank=True)
    approved_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"disposal list {self.number}"


class DisposalItem(models.Model):
    """A request on a list: by which rule, since when it may go, and what became of it."""

    class State(models.TextChoices):
        """What became of it."""

        LISTED = "listed"
        SPARED = "spared"
        DISPOSED = "disposed of"

    disposal = models.ForeignKey(DisposalList, on_delete=models.CASCADE, related_name="items")
    reference = models.CharField(max_length=20, db_index=True)
    rule = models.CharField(max_length=60)
    closed_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.LISTED)
    because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["disposal", "reference"], name="a_request_is_listed_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.state}"


class DisposedRequest(models.Model):
    """What is left of a request that was disposed of: that it was there, and by whose word it went."""

    reference = models.CharField(max_length=20, unique=True)
    received_on = models.DateField()
    closed_on = models.DateField()
    questions = models.PositiveIntegerField()
    outcomes = models.JSONField(default=list)
    rule = models.CharField(max_length=60)
    listed_by = models.CharField(max_length=_KEY)
    approved_by = models.CharField(max_length=_KEY)
    disposed_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.reference
