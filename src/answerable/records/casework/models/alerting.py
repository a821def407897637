"""Who is told by mail of new answers that a search finds. Nobody of the office is shown them.

Two packages import this module and no other does: a contract in pyproject.toml holds it.
"""

from django.db import models

from answerable.records.archive.models import Entry


class Alert(models.Model):
    """That somebody wants to be told what a search finds: nothing goes before they confirmed it.

    `query` is the search as its address has it, `words` as people read it. `owner` is the same for all
    alerts of an address, and says nothing of it: it is part of its links. A `nonce` is part of the one
    by which this alert is confirmed. `seen` is the number of the last change of the archive that was
    looked at for it, `newest` that of the last entry that was there when it was confirmed.
    """

    class Every(models.TextChoices):
        """How often a mail may come."""

        DAY = "day"
        WEEK = "week"
        MONTH = "month"

    address = models.CharField(max_length=254)
    owner = models.CharField(max_length=64)
    query = models.CharField(max_length=1000)
    words = models.TextField()
    language = models.CharField(max_length=5, default="en")
    every = models.CharField(max_length=10, choices=Every.choices, default=Every.DAY)
    nonce = models.CharField(max_length=40)
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    next_on = models.DateField(null=True)
    seen = models.BigIntegerField(default=0)
    newest = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "query"], name="a_search_is_alerted_once")
        ]
        indexes = [
            models.Index(
                fields=["next_on"],
                condition=models.Q(confirmed_at__isnull=False),
                name="alerts_that_are_due",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class AlertedEntry(models.Model):
    """That somebody was told of an entry: they are told of each once. `mail` is the key of that mail."""

    alert = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="entries")
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="+")
    mail = models.CharField(max_length=100, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["alert", "entry"], name="an_entry_is_alerted_once")
        ]

    def __str__(self) -> str:
        return f"{self.alert_id} {self.entry_id}"
