"""What people of the office are told of by mail."""

from django.db import models


class MailChoice(models.Model):
    """Of what somebody is told by mail. Who never chose has the defaults.

    Who wants no reminders is told neither of what is due, nor of what is overdue or waits for them.
    `soon_days` are the working days within which something is due soon. What waits for them is said at
    once (`is_at_once`) or in the mail of the morning; on other than working days only to those who want
    `any_day`. `reminded_on` is the last day for which the morning's mail was looked at; `told` is what
    waited when it was last said at once, `mails` how many such mails there were.
    """

    key = models.CharField(max_length=254, unique=True)
    wants_reminders = models.BooleanField(default=True)
    wants_due = models.BooleanField(default=True)
    soon_days = models.PositiveSmallIntegerField(default=3)
    wants_overdue = models.BooleanField(default=True)
    wants_waiting = models.BooleanField(default=True)
    is_at_once = models.BooleanField(default=False)
    any_day = models.BooleanField(default=False)
    wants_changes = models.BooleanField(default=False)
    reminded_on = models.DateField(null=True)
    told = models.JSONField(default=list)
    mails = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.pk)
