"""The office's own figures as everybody reads them: no case, and small numbers protected already."""

from django.db import models

_SHA256 = 64


class PublishedFigures(models.Model):
    """The figures of a period as they were published; a later count of the same period stands beside them.

    `data` is the JSON of `domain.measures.office.published`. Nothing in it leads back to a request.
    """

    first = models.DateField()
    last = models.DateField()
    as_at = models.DateField()
    data = models.TextField()
    sha256 = models.CharField(max_length=_SHA256)
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["first", "last", "as_at"], name="a_period_is_published_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.first} to {self.last} as at {self.as_at}"
