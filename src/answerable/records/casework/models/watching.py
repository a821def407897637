"""Which requests people watch."""

from django.db import models

from answerable.records.casework.models.requests import Request

_KEY = 200


class Watch(models.Model):
    """That somebody watches a request: `told` is the stage that they know, `changes` how often it changed."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="watches")
    key = models.CharField(max_length=_KEY, db_index=True)
    at = models.DateTimeField()
    told = models.CharField(max_length=10)
    changes = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request", "key"], name="somebody_watches_a_request_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.request_id} watched"
