"""What the site keeps of registers: files that wait, tables that were measured, what is published.

The rows of registers are not here. They lie in the store of snapshots, which is the truth about which there are:
files by the digest of their rows, on a disk that every machine of the site shares.
"""

from django.db import models

_KEY = 200
_NAME = 100
_SHA256 = 64


class RegisterLoad(models.Model):
    """A file that was given to be loaded as a snapshot, and what became of it.

    `waiting` is its name in the store's folder of waiting files, until it is settled. `problems` are the first of its
    bad rows, each `{"row", "column", "reason"}`, and never a value; `problem_count` counts them all.
    """

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting"
        LOADING = "loading"
        LOADED = "loaded"
        REFUSED = "refused"

    UNSETTLED = (State.WAITING, State.LOADING)

    register = models.CharField(max_length=_NAME)
    file_name = models.CharField(max_length=300)
    as_at = models.DateField()
    waiting = models.CharField(max_length=_KEY, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    claimed_until = models.DateTimeField(null=True)
    losses = models.PositiveIntegerField(default=0)
    percent = models.PositiveSmallIntegerField(default=0)
    rows = models.PositiveBigIntegerField(default=0)
    snapshot = models.CharField(max_length=_SHA256, blank=True)
    refusal = models.TextField(blank=True)
    problems = models.JSONField(default=list)
    problem_count = models.PositiveBigIntegerField(default=0)
    given_by = models.CharField(max_length=_KEY)
    given_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["waiting", "loading"], settled_at__isnull=True)
                | models.Q(state__in=["loaded", "refused"], settled_at__isnull=False),
                name="a_load_that_is_over_says_when",
            ),
            models.CheckConstraint(
                condition=models.Q(state="refused") & ~models.Q(refusal="")
                | ~models.Q(state="refused") & models.Q(refusal=""),
                name="a_refused_load_says_why",
            ),
        ]
        indexes = [models.Index(fields=["state", "id"], name="loads_by_state")]

    def __str__(self) -> str:
        return f"{self.register}@{self.as_at}"


class MeasuredTable(models.Model):
    """A result that somebody kept, as `answerable measure --json` prints it: one row for each result.

    `question` says for which question it was measured, such as `FOI-2026-0007 2a`; nothing if for none.
    `assessment` says whom its figures identify, where some are withheld or rounded; empty where none is.
    `released` is what a reader knows of it, by which later tables are set beside it; None if it was kept before
    that was worked out. `beside` has what it gives away beside others and why it may leave all the same:
    `{"found": [sentences], "reason", "by", "at"}`; empty where nobody had to say so. Of one that was disposed of,
    what a reader knows is left, with its register, its profile and its digest.
    """

    measure = models.CharField(max_length=_NAME)
    title = models.CharField(max_length=300)
    as_at = models.DateField()
    sha256 = models.CharField(max_length=_SHA256, unique=True)
    by = models.CharField(max_length=_KEY)
    at = models.DateTimeField()
    question = models.CharField(max_length=_KEY, blank=True, db_index=True)
    assessment = models.JSONField(default=dict)
    beside = models.JSONField(default=dict)
    released = models.JSONField(null=True)
    disposed_at = models.DateTimeField(null=True)
    # The long column comes last: SQLite reads the others without turning its pages.
    result = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["measure", "-at"], name="tables_by_measure")]

    def __str__(self) -> str:
        return f"{self.measure} {self.sha256[:12]}"
