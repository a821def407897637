"""The office's own figures, frozen: as they stood at the end of a day."""

from django.db import models

_KEY = 200
_SHA256 = 64


class FrozenFigures(models.Model):
    """The figures of a period as they were known at the end of `as_at`, with the cases behind each.

    `data` is the canonical JSON of `domain.measures.office.written`, and `sha256` its digest: both stay as they
    are. What everybody reads of it stands in the archive.
    """

    first = models.DateField()
    last = models.DateField()
    as_at = models.DateField()
    data = models.TextField()
    sha256 = models.CharField(max_length=_SHA256)
    frozen_by = models.CharField(max_length=_KEY)
    frozen_at = models.DateTimeField()
    published_by = models.CharField(max_length=_KEY, blank=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["first", "last", "as_at"], name="a_period_is_frozen_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.first} to {self.last} as at {self.as_at}"
