"""The closed months of the survey as the domain counts with them: nothing here is shown as it is."""

from answerable.domain.assurance.surveys import MonthCounts
from answerable.records.standards.models import SurveyMonth


def closed_months() -> tuple[MonthCounts, ...]:
    """Return the counts of every closed month, the earliest first; `results` makes of them what may be shown."""
    return tuple(
        MonthCounts(one.month, one.invited, one.answered, one.counts)
        for one in SurveyMonth.objects.order_by("month")
    )
