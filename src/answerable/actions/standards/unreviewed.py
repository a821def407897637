"""Remove what people wrote in the survey and nobody has looked through in time."""

import datetime as dt

from django.db import transaction
from django.db.models import QuerySet

from answerable.actions.ledger import record
from answerable.domain.assurance.surveys import unreviewed_until
from answerable.domain.roles.people import MACHINE
from answerable.records.standards.models import Quotation


def remove_unreviewed_words(*, at: dt.datetime, on: dt.date) -> int:
    """Remove the words of each month whose time for a review is over; return of how many months.

    What a report quotes stays: the report says it as well, and nobody wrote it here in confidence.
    """
    months = _unreviewed().order_by("month").values_list("month", flat=True).distinct()
    due = [one for one in months if on > unreviewed_until(one)]
    return sum(_remove(month, at=at) for month in due)


def _remove(month: dt.date, *, at: dt.datetime) -> bool:
    with transaction.atomic():
        removed, _ = _unreviewed().filter(month=month).delete()
        if removed:
            # How many wrote something is no part of it.
            subject = f"survey {month:%Y-%m}"
            record("unreviewed words removed", subject=subject, by=MACHINE.key, at=at)
    return removed > 0


def _unreviewed() -> QuerySet[Quotation]:
    return Quotation.objects.filter(source=Quotation.Source.SURVEY, state=Quotation.State.WAITING)
