"""Closed months of the survey, and words that somebody wrote in it: all of it invented."""

import datetime as dt
import uuid

from answerable.domain.assurance.surveys import counts_of
from answerable.records.standards.models import Quotation, SurveyMonth
from tests.support.casework import AT

APRIL, MAY, JUNE, JULY = (dt.date(2025, month, 1) for month in (4, 5, 6, 7))


def closed(month, scores, *, invited=20, key="overall"):
    """A month whose answers are counted: one score each."""
    return SurveyMonth.objects.create(
        month=month, invited=invited, answered=len(scores),
        counts=counts_of({key: one} for one in scores), closed_at=AT, closed_by="machine",
    )  # fmt: skip


def closed_year():
    """April by itself, May and June together, July waiting: eight, six and two answered."""
    closed(APRIL, [5] * 8)
    closed(MAY, [5, 4, 1])
    closed(JUNE, [4, 4, 2])
    closed(JULY, [1, 1])


def written(words="They were quick", *, month=APRIL, **more):
    """Words that nobody has looked through."""
    given = {"source": Quotation.Source.SURVEY, "written": words, "words": words}
    return Quotation.objects.create(id=uuid.uuid4(), month=month, **given, **more)
