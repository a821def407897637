"""Requests that belong together, and why."""

from django.db import models

from answerable.domain.questions.linking import LinkKind
from answerable.records.casework.models.requests import Request

_KEY = 200


class RequestLink(models.Model):
    """That one request has to do with another: `request` is the later one, where there is an order."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="links")
    other = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="links_back")
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in LinkKind])
    by = models.CharField(max_length=_KEY)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request", "other", "kind"], name="requests_are_linked_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(request=models.F("other")), name="no_link_to_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.kind} {self.other_id}"
