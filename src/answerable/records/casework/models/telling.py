"""What people of the office are told of by mail."""

from django.db import models


class MailChoice(models.Model):
    """Of what somebody is told by mail; `reminded_on` is the last day for which that was looked at.

    Who never chose has the defaults: reminders of what is due, and nothing of changes.
    """

    key = models.CharField(max_length=254, unique=True)
    wants_reminders = models.BooleanField(default=True)
    wants_changes = models.BooleanField(default=False)
    reminded_on = models.DateField(null=True)

    def __str__(self) -> str:
        return str(self.pk)
