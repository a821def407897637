"""Count what readers make of earlier answers that the form shows them, and nothing of who they are."""

from enum import StrEnum

from django.db import transaction
from django.db.models import F

from answerable.records.archive.models import OfferCount


class OfferStep(StrEnum):
    """What is counted: each once for each request that is written, sent or not."""

    SHOWN = "shown"
    OPENED = "opened"
    SENT = "sent"
    SENT_OPENED = "sent_opened"


def count_offers(*steps: OfferStep, month: str) -> None:
    """Count some steps in the month in which the answers were shown.

    No line of the ledger tells of it: the moment of each step could tell who took it.
    """
    if not steps:
        return
    with transaction.atomic():
        OfferCount.objects.get_or_create(month=month)
        raised = {step.value: F(step.value) + 1 for step in steps}
        OfferCount.objects.filter(month=month).update(**raised)
