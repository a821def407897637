"""What ended without an answer, as the ledger told it by a moment: closed, withdrawn, lapsed, merged."""

import datetime as dt
import json
from dataclasses import dataclass, field

from answerable.domain.measures.office import Period
from answerable.queries.casework.statistics.cohort import lines_of_requests

_ENDS = frozenset({"question closed", "question withdrawn", "question lapsed"})
_REOPENED = "question reopened"
_MERGED = "requests merged"


@dataclass(frozen=True, slots=True)
class Endings:
    """References that were merged into others, and questions that ended, as (reference, label)."""

    merged: set[str] = field(default_factory=set)
    ended: set[tuple[str, str]] = field(default_factory=set)


def endings_in(period: Period, *, before: dt.datetime) -> Endings:
    """Return what had ended before a moment of the requests that came in a period: one query.

    A question keeps no day on which it was closed; the ledger does.
    """
    endings = Endings()
    lines = lines_of_requests(period, (*_ENDS, _REOPENED, _MERGED), before=before)
    for subject, action, data in lines.values_list("subject", "action", "data").iterator():
        _take(endings, subject.removeprefix("request "), action, json.loads(data))
    return endings


def _take(endings: Endings, reference: str, action: str, said: dict[str, object]) -> None:
    if action == _MERGED:
        if said.get("goes on") is False:
            endings.merged.add(reference)
        return
    named = said.get("questions")
    labels = [(reference, str(one)) for one in named] if isinstance(named, list) else []
    if action in _ENDS:
        endings.ended.update(labels)
    else:
        endings.ended.difference_update(labels)
