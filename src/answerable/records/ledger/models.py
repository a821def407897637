"""What the ledger stores. The database refuses to change or to remove a line (triggers.py)."""

from django.db import models

from answerable.records.ledger.chain import NO_SEAL, Line


class LedgerLine(models.Model):
    """One thing that somebody did."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=200)
    action = models.CharField(max_length=60)
    subject = models.CharField(max_length=250, db_index=True)
    data = models.TextField()
    before = models.CharField(max_length=64)
    seal = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="lines_are_numbered_from_one"
            ),
            models.UniqueConstraint(fields=["before"], name="a_line_follows_one_line_only"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.action}"

    @property
    def line(self) -> Line:
        """Return the line without its seal, from which the seal can be made again."""
        return Line(
            self.number, self.at, self.by, self.action, self.subject, self.data, self.before
        )


class LedgerHead(models.Model):
    """The last line: one row, locked by whoever adds the next, so that lines come one after another."""

    number = models.BigIntegerField(default=0)
    seal = models.CharField(max_length=64, default=NO_SEAL)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="there_is_one_head")]

    def __str__(self) -> str:
        return str(self.number)
