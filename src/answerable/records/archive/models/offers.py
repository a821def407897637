"""What readers made of earlier answers that they were shown before they asked: numbers alone."""

from django.db import models


class OfferCount(models.Model):
    """How often, of those to whom the public form showed earlier answers in a month, something was done.

    Nothing here leads to a person, a question or an answer.
    """

    month = models.CharField(max_length=7, unique=True)
    shown = models.PositiveIntegerField(default=0)
    opened = models.PositiveIntegerField(default=0)
    sent = models.PositiveIntegerField(default=0)
    sent_opened = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.month}: {self.shown}"
