"""Service standards: what is promised, by what it is measured, and what came of it each month."""

from django.db import models

_KEY = 200
_NAME = 100
_NUMBER = 20


class ServiceStandard(models.Model):
    """A promise, measured each month; `source` names what it is measured by, from the product's own list.

    `target` is in the unit of the source, in thousandths, so that no rounding decides (94.5 % is 94500).
    It holds from `from_month` on; what it was changed to later stands in `StandardTarget`. A standard that ended
    keeps its months.
    """

    class Aim(models.TextChoices):
        """On which side of the target is good."""

        AT_LEAST = "at least"
        AT_MOST = "at most"

    slug = models.SlugField(max_length=_NAME, unique=True)
    name = models.CharField(max_length=200)
    name_cy = models.CharField(max_length=200, blank=True)
    promise = models.TextField()
    promise_cy = models.TextField(blank=True)
    team = models.CharField(max_length=_NAME, blank=True)
    source = models.CharField(max_length=_NAME)
    aim = models.CharField(max_length=10, choices=Aim.choices)
    target = models.BigIntegerField()
    is_public = models.BooleanField(default=False)
    # By the key of what the finder found in its words: why it is nobody's personal data.
    confirmed = models.JSONField(default=dict)
    from_month = models.DateField()
    ended_month = models.DateField(null=True)
    made_by = models.CharField(max_length=_KEY)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class StandardTarget(models.Model):
    """That a standard has another target from a month on, in thousandths."""

    standard = models.ForeignKey(ServiceStandard, on_delete=models.CASCADE, related_name="targets")
    from_month = models.DateField()
    target = models.BigIntegerField()
    set_by = models.CharField(max_length=_KEY)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["standard", "from_month"], name="a_month_begins_one_target"
            )
        ]

    def __str__(self) -> str:
        return f"{self.standard_id} from {self.from_month:%Y-%m}"


class StandardMonth(models.Model):
    """What came of a standard in a month, with the target that held then.

    `value` is in thousandths of the source's unit; none where the month had nothing to measure or the figure is
    given by hand and was not yet. `bound` is "more than" or "less than" where few answered a survey. `numerator` and
    `denominator` are the counts behind a share; a median has the second alone, of how many it is. `as_at` is the day
    as at which it was taken. `told` is the office's explanation of a month that missed its target, `action` what it
    does about it, and `told_cy` and `action_cy` the same in Welsh. `corrected_from` is the figure before it was last
    corrected, at `corrected_at`.
    """

    standard = models.ForeignKey(ServiceStandard, on_delete=models.CASCADE, related_name="months")
    month = models.DateField()
    value = models.BigIntegerField(null=True)
    numerator = models.BigIntegerField(null=True)
    denominator = models.BigIntegerField(null=True)
    bound = models.CharField(max_length=10, blank=True)
    target = models.BigIntegerField()
    is_met = models.BooleanField(null=True)
    computed_at = models.DateTimeField()
    by = models.CharField(max_length=_KEY)
    told = models.TextField(blank=True)
    told_cy = models.TextField(blank=True)
    action = models.TextField(blank=True)
    action_cy = models.TextField(blank=True)
    as_at = models.DateField()
    corrected_from = models.BigIntegerField(null=True)
    corrected_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["standard", "month"], name="a_standard_has_one_figure_a_month"
            )
        ]

    def __str__(self) -> str:
        return f"{self.standard_id} {self.month:%Y-%m}"


class ElementTie(models.Model):
    """That an element is shown by a service standard: a month that misses the target flags the element."""

    framework = models.CharField(max_length=_NAME)
    element = models.CharField(max_length=_NUMBER)
    standard = models.ForeignKey(ServiceStandard, on_delete=models.CASCADE, related_name="ties")
    made_by = models.CharField(max_length=_KEY)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["framework", "element", "standard"], name="an_element_is_tied_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.element} by {self.standard_id}"
