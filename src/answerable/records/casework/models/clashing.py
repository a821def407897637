"""Contradictions between two answers on file, and how far the file was looked through for them."""

from typing import Self

from django.db import models

from answerable.domain.precedent.settling import Because
from answerable.records.archive.models import Entry
from answerable.records.casework.models.requests import Request

_KEY = 200
_DIGEST = 64


class ClashQuerySet(models.QuerySet["Clash"]):
    """Contradictions between answers on file."""

    def there(self) -> Self:
        """Return those that are there now: both sides stand, and do not agree."""
        return self.filter(gone_at__isnull=True)

    def open(self) -> Self:
        """Return those of which nobody has said yet why they may stand."""
        return self.there().filter(state=Clash.State.OPEN)


class Clash(models.Model):
    """Two questions on file whose answers contradict each other: one row for each pair, whichever was first.

    `one` is the side that was answered earlier. A side stands with its request, or else with its entry of
    the log; where the log's entry of a request was corrected, both are there. `pair` is the digest of where
    both stand; `one_said` and `other_said` are the digests of what they said when they were last looked at.
    `limbs` are those of both, as `|31(1)(a)|40(2)|`. What was said when it was settled stays when it is open
    again; `reopened_by` then says who opened it, and why. It is `gone` while the sides agree, or one of them
    does not stand any more.
    """

    class Kind(models.TextChoices):
        """What stands against what."""

        DECISION = "decision"
        ANSWER = "answer"

    class State(models.TextChoices):
        """Whether somebody has said why it may stand."""

        OPEN = "open"
        SETTLED = "settled"

    pair = models.CharField(max_length=_DIGEST, unique=True)
    one_entry = models.ForeignKey(Entry, null=True, on_delete=models.CASCADE, related_name="+")
    one_request = models.ForeignKey(Request, null=True, on_delete=models.CASCADE, related_name="+")
    one_label = models.TextField(blank=True)
    one_said = models.CharField(max_length=_DIGEST)
    other_entry = models.ForeignKey(Entry, null=True, on_delete=models.CASCADE, related_name="+")
    other_request = models.ForeignKey(
        Request, null=True, on_delete=models.CASCADE, related_name="+"
    )
    other_label = models.TextField(blank=True)
    other_said = models.CharField(max_length=_DIGEST)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    is_change = models.BooleanField(default=False)
    why = models.TextField()
    limbs = models.TextField(blank=True)
    found_at = models.DateTimeField()
    gone_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.CharField(max_length=_KEY, blank=True)
    because = models.CharField(
        max_length=40, blank=True, choices=[(one.value, one.value) for one in Because]
    )
    words = models.TextField(blank=True)
    reopened_at = models.DateTimeField(null=True)
    reopened_by = models.CharField(max_length=_KEY, blank=True)
    reopened_because = models.TextField(blank=True)

    objects = ClashQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(one_entry__isnull=False) | models.Q(one_request__isnull=False),
                name="one_side_stands_somewhere",
            ),
            models.CheckConstraint(
                condition=models.Q(other_entry__isnull=False)
                | models.Q(other_request__isnull=False),
                name="the_other_side_stands_somewhere",
            ),
            models.CheckConstraint(
                condition=models.Q(state="open")
                | models.Q(
                    models.Q(settled_at__isnull=False),
                    ~models.Q(settled_by=""),
                    ~models.Q(because=""),
                    ~models.Q(words=""),
                ),
                name="a_settled_contradiction_says_by_whom_and_why",
            ),
        ]
        indexes = [
            models.Index(
                fields=["state", "is_change", "-kind", "-id"],
                condition=models.Q(gone_at__isnull=True),
                name="contradictions_by_state",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pair[:12]}"


class ClashMark(models.Model):
    """How far the file was looked through: one row, locked by whoever goes on.

    Entries up to `entry` of the archive's `change`, and what the ledger tells of requests up to `line`.
    `rules` is the digest of the rules by which they were compared: others begin anew.
    """

    change = models.BigIntegerField(default=0)
    entry = models.BigIntegerField(default=0)
    line = models.BigIntegerField(default=0)
    rules = models.CharField(max_length=_DIGEST, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="there_is_one_mark")]

    def __str__(self) -> str:
        return f"{self.change} {self.line}"
