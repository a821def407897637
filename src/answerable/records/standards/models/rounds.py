"""Frameworks as they were loaded, and the rounds of assessment against them."""

from django.db import models

_KEY = 200
_NAME = 100
_NUMBER = 20
_SHA256 = 64


class KeptFramework(models.Model):
    """A framework as it was loaded, whole: one row for each text of it. The latest of a key is the one in use.

    Rounds keep the one that they were made by: a later edition changes no earlier round.
    """

    key = models.CharField(max_length=_NAME)
    sha256 = models.CharField(max_length=_SHA256, unique=True)
    loaded_by = models.CharField(max_length=_KEY)
    loaded_at = models.DateTimeField()
    declaration = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["key", "-id"], name="frameworks_by_key")]

    def __str__(self) -> str:
        return f"{self.key} {self.sha256[:12]}"


class AssessmentRound(models.Model):
    """A round: by an assessor, whose report it may hold as it was read, or the office's own self-assessment.

    `kind` is the key of the framework's round. `held_on` is the day on which evidence was gathered. `report` is the
    report as `answerable read --json` prints it; empty where there is none. `closed_at` is empty while results
    may still be written.
    """

    class By(models.TextChoices):
        """Who judges."""

        ASSESSOR = "assessor"
        SELF = "self"

    framework = models.ForeignKey(KeptFramework, on_delete=models.PROTECT, related_name="rounds")
    kind = models.CharField(max_length=_NAME)
    by = models.CharField(max_length=10, choices=By.choices)
    held_on = models.DateField()
    organisation = models.CharField(max_length=300, blank=True)
    assessor = models.CharField(max_length=300, blank=True)
    project_number = models.CharField(max_length=_NAME, blank=True)
    source_name = models.CharField(max_length=300, blank=True)
    source_sha256 = models.CharField(max_length=_SHA256, blank=True)
    made_by = models.CharField(max_length=_KEY)
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    report = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["framework", "source_sha256"],
                condition=~models.Q(source_sha256=""),
                name="a_report_makes_one_round",
            )
        ]
        indexes = [models.Index(fields=["-held_on", "-id"], name="rounds_by_day")]

    def __str__(self) -> str:
        return f"{self.kind} {self.held_on}"


class ElementResult(models.Model):
    """The level of an element in a round; `is_inferred` where no text says it. `note` is why, in the office's words."""

    round = models.ForeignKey(AssessmentRound, on_delete=models.CASCADE, related_name="results")
    element = models.CharField(max_length=_NUMBER)
    level = models.CharField(max_length=_NAME)
    is_inferred = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    set_by = models.CharField(max_length=_KEY)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "element"], name="a_round_gives_an_element_one_level"
            )
        ]

    def __str__(self) -> str:
        return f"{self.element}: {self.level}"


class RoundPassage(models.Model):
    """What the assessor says of some elements, in the report's words; for improvements, how far the office is.

    `elements` are their numbers, with spaces between and around them (" 1.1.3 2.1.1 "), so that one can be looked for.
    """

    class Kind(models.TextChoices):
        """What it says of them."""

        STRENGTH = "strength"
        IMPROVEMENT = "improvement"
        PARTIAL = "partial"
        FAILING = "failing"

    class Progress(models.TextChoices):
        """How far the office is with it."""

        NOT_BEGUN = "not begun"
        UNDER_WAY = "under way"
        DONE = "done"
        NOT_TAKEN_UP = "not taken up"

    round = models.ForeignKey(AssessmentRound, on_delete=models.CASCADE, related_name="passages")
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    elements = models.CharField(max_length=1000)
    text = models.TextField()
    progress = models.CharField(max_length=12, choices=Progress.choices, default=Progress.NOT_BEGUN)
    progress_note = models.TextField(blank=True)
    progress_by = models.CharField(max_length=_KEY, blank=True)
    progress_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "place"], name="one_passage_in_each_place")
        ]

    def __str__(self) -> str:
        return f"{self.kind}{self.elements}"


class PublishedRound(models.Model):
    """What the public page shows of a round: its levels and no text of the report; one row for each framework.

    `levels` are levels' keys by elements' numbers, as they were when it was published.
    """

    key = models.CharField(max_length=_NAME, unique=True)
    round = models.ForeignKey(AssessmentRound, on_delete=models.PROTECT, related_name="+")
    declaration = models.JSONField()
    kind = models.CharField(max_length=_NAME)
    held_on = models.DateField()
    levels = models.JSONField()
    published_by = models.CharField(max_length=_KEY)
    published_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.key} {self.held_on}"
