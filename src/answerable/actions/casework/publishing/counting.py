"""How many requests were answered in each month, and how many are kept out of the log: for the public."""

import datetime as dt
from collections import Counter

from django.db import transaction
from django.db.models import Max

from answerable.actions.archive.changes import lock_archive, next_change
from answerable.domain.clock import EventKind
from answerable.domain.roles import Stage
from answerable.queries.archive import own_body_number
from answerable.queries.casework.answered import about_themselves
from answerable.records.archive.models import MonthCount
from answerable.records.casework.models import LogDraft, QuestionEvent

_ENDED = (Stage.SENT, Stage.CLOSED)
_Figures = tuple[int, int]


def count_months(*, at: dt.datetime) -> int:
    """Count again how many requests were answered in each month; return how many months changed.

    A request counts in the month of its last answer, once all of it is answered. Only numbers leave
    casework, and nothing changes where they are the same.
    """
    body = own_body_number()
    if body is None:
        return 0
    wanted = _counted()
    known = {one.month: one for one in MonthCount.objects.filter(body=body)}
    stale = {month for month in known if month not in wanted}
    changed = {
        month: figures
        for month, figures in (*wanted.items(), *((one, (0, 0)) for one in stale))
        if month not in known or (known[month].answered, known[month].kept_out) != figures
    }
    if not changed:
        return 0
    with transaction.atomic():
        counter = lock_archive()
        for month, (answered, kept_out) in changed.items():
            MonthCount.objects.update_or_create(
                body_id=body,
                month=month,
                defaults={"answered": answered, "kept_out": kept_out, "counted_at": at},
            )
        # Pages are kept until the archive changes.
        next_change(counter)
    return len(changed)


def _counted() -> dict[str, _Figures]:
    """Return for each month how many requests were answered, and how many of them are kept out.

    What somebody asked for of their own data is no request for the log, and counts for nothing.
    """
    events = QuestionEvent.objects.filter(
        kind=EventKind.ANSWERED.value, question__request__stage__in=_ENDED
    ).exclude(about_themselves("question__"))
    rows = events.values("question__request").annotate(last=Max("on"))
    months = {one["question__request"]: f"{one['last']:%Y-%m}" for one in rows.iterator()}
    kept_out = LogDraft.objects.filter(state=LogDraft.State.KEPT_OUT)
    outside = Counter(
        months[pk] for pk in kept_out.values_list("request_id", flat=True) if pk in months
    )
    return {month: (count, outside[month]) for month, count in Counter(months.values()).items()}
