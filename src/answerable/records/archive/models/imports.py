"""Files as they came, the runs that read them, and what their readings are not sure of."""

from typing import Self

from django.db import models

from answerable.records.archive.models.log import Body, Document, Entry

_SHA256 = 64


class KeptFile(models.Model):
    """A file that is read, byte for byte as it came: one row for each content.

    Every worker on every machine reads it from here, and a page of it can be shown beside an entry.
    """

    sha256 = models.CharField(max_length=_SHA256, unique=True)
    size = models.PositiveBigIntegerField()
    kept_at = models.DateTimeField()
    # The long column comes last: SQLite reads the others without turning its pages.
    data = models.BinaryField()

    def __str__(self) -> str:
        return self.sha256[:12]


class ImportRun(models.Model):
    """Files that were given to be read together, in their order, into one body's log.

    `month` is that of all of them if it is given; without one, each has the month that it prints, or, if
    `months_are_named`, the one that its path names. `options` says how files of some kinds are read.
    """

    class State(models.TextChoices):
        """How far it is: more files may come, all are there, nothing is left to read, or it was stopped."""

        FILLING = "filling"
        READING = "reading"
        DONE = "done"
        STOPPED = "stopped"

    MAPPING = "mapping"
    """The option that has a mapping of columns, as its file is written."""
    ASKS_COLUMNS = "asks_columns"
    """The option of a run whose table is read once somebody has told what its columns hold."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="import_runs")
    name = models.CharField(max_length=300)
    month = models.CharField(max_length=7, blank=True)
    months_are_named = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True)
    options = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.FILLING)
    started_at = models.DateTimeField()
    started_by = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["filling", "reading"], ended_at__isnull=True)
                | models.Q(state__in=["done", "stopped"], ended_at__isnull=False),
                name="a_run_that_is_over_says_when_it_ended",
            )
        ]
        indexes = [models.Index(fields=["state", "id"], name="runs_by_state")]

    def __str__(self) -> str:
        return self.name


class ImportFileQuerySet(models.QuerySet["ImportFile"]):
    """Files of runs."""

    def unsettled(self) -> Self:
        """Return the files of which it is not known yet what becomes of them."""
        return self.filter(state__in=ImportFile.UNSETTLED)


class ImportFile(models.Model):
    """One file of a run: `path` is its name within the folder that was given.

    A worker takes it for a while (`claimed_by`, `claimed_until`), reads it, holds what it read until every
    file before it is settled, and keeps it. `losses` counts the workers that ended while they read it.
    `reports` has what was kept of each document in it, as `answerable import --json` prints it; `gates` the
    checks of its readings; `refusal` the sentence that says why nothing was kept.
    """

    class State(models.TextChoices):
        """How far it is: `known` says that the same reader had read the same content before."""

        WAITING = "waiting"
        READING = "reading"
        HELD = "held"
        DONE = "done"
        KNOWN = "known"
        REFUSED = "refused"

    UNSETTLED = (State.WAITING, State.READING, State.HELD)

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="files")
    place = models.PositiveIntegerField()
    path = models.TextField()
    # A file that is too large to be read is not kept, either.
    kept = models.ForeignKey(KeptFile, null=True, on_delete=models.PROTECT, related_name="in_runs")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    reader = models.CharField(max_length=20, blank=True)
    claimed_by = models.CharField(max_length=100, blank=True)
    claimed_until = models.DateTimeField(null=True)
    losses = models.PositiveIntegerField(default=0)
    settled_at = models.DateTimeField(null=True)
    refusal = models.TextField(blank=True)
    reports = models.JSONField(default=list)
    gates = models.JSONField(default=list)
    documents = models.ManyToManyField(Document, related_name="import_files")

    objects = ImportFileQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "place"], name="a_place_in_a_run_has_one_file"),
            models.CheckConstraint(
                condition=models.Q(state="refused") & ~models.Q(refusal="")
                | ~models.Q(state="refused") & models.Q(refusal=""),
                name="a_refused_file_says_why",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(state__in=["reading", "held"], claimed_until__isnull=False),
                    ~models.Q(claimed_by=""),
                )
                | ~models.Q(state__in=["reading", "held"])
                & models.Q(claimed_by="", claimed_until__isnull=True),
                name="a_file_has_a_worker_while_it_is_read",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["done", "known", "refused"], settled_at__isnull=False)
                | models.Q(state__in=["waiting", "reading", "held"], settled_at__isnull=True),
                name="a_settled_file_says_when",
            ),
        ]
        indexes = [models.Index(fields=["run", "state", "place"], name="files_of_a_run_by_state")]

    def __str__(self) -> str:
        return self.path


class DoubtQuerySet(models.QuerySet["Doubt"]):
    """What readings are not sure of."""

    def open(self) -> Self:
        """Return the doubts that nobody settled."""
        return self.filter(settled_at__isnull=True)

    def settled(self) -> Self:
        """Return the doubts that somebody settled, or a later reading."""
        return self.filter(settled_at__isnull=False)


class Doubt(models.Model):
    """Something in a reading that a person should look at, once for each, however often the file is read.

    `entry` is the one that it is about, none where it is about the file; `label` the question's, or the gate's name. `says` is the
    doubt in a sentence, `text` the words that it is about, `start` and `end` their offsets: in the entry's
    response for a passage, in the file's text for what is unread. `places` are where that is printed:
    `{"page": 3, "box": [left, top, right, bottom] or null}`. `identity` is a digest of the file, the entry, the
    kind and the words, so that a later reading finds the doubt again.
    """

    class What(models.TextChoices):
        """What kind of doubt it is."""

        GATE = "gate"
        INDEX = "index"
        UNASSIGNED = "unassigned"
        REMARK = "remark"
        UNSURE = "unsure"
        DISAGREEMENT = "disagreement"
        UNREAD = "unread"

    class How(models.TextChoices):
        """How it was settled: `gone` says that a later reader has it no more."""

        RIGHT = "right as it is"
        CORRECTED = "corrected"
        NO_MATTER = "no matter"
        GONE = "gone"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="doubts")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="doubts")
    entry = models.ForeignKey(Entry, null=True, on_delete=models.CASCADE, related_name="doubts")
    what = models.CharField(max_length=20, choices=What.choices)
    label = models.TextField(blank=True)
    says = models.TextField()
    text = models.TextField(blank=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    places = models.JSONField(default=list)
    identity = models.CharField(max_length=_SHA256)
    found_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.CharField(max_length=200, blank=True)
    how = models.CharField(max_length=20, choices=How.choices, blank=True)
    note = models.TextField(blank=True)
    # What the fields said before a passage was placed there, so that it can be taken back.
    placed = models.JSONField(null=True)

    objects = DoubtQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "identity"], name="a_doubt_is_kept_once"),
            models.CheckConstraint(
                condition=models.Q(settled_at__isnull=True, settled_by="", how="")
                | models.Q(
                    models.Q(settled_at__isnull=False), ~models.Q(settled_by=""), ~models.Q(how="")
                ),
                name="a_settled_doubt_says_by_whom_and_how",
            ),
        ]
        indexes = [
            models.Index(
                fields=["body", "what", "id"],
                condition=models.Q(settled_at__isnull=True),
                name="open_doubts",
            ),
            models.Index(fields=["document", "what"], name="doubts_of_a_document"),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.identity[:12]}"
