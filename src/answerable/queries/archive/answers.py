"""How many requests were answered in a month, and how many of them are published."""

import datetime as dt
from calendar import monthrange

from answerable.domain.disclosure_log import CASEWORK, MonthAnswers
from answerable.records.archive.models import Entry, MonthCount


def month_answers(body_id: int, month: str, *, at: dt.datetime) -> MonthAnswers | None:
    """Return the numbers of a month, or None where no request is known to be answered in it.

    Published are those that may be seen now: a withdrawal counts at once.
    """
    count = MonthCount.objects.filter(body_id=body_id, month=month, answered__gt=0).first()
    if count is None:
        return None
    # By its first and last day, and not by year and month: only so does the database use its index.
    first = dt.date.fromisoformat(f"{month}-01")
    last = first.replace(day=monthrange(first.year, first.month)[1])
    published = Entry.objects.visible(at=at).filter(
        body_id=body_id,
        answered_on__range=(first, last),
        sources__document__kind=CASEWORK,
    )
    return MonthAnswers(count.answered, published.distinct().count(), count.kept_out)
