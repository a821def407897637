"""Where answered questions spent their working days, as the ledger tells it."""

import datetime as dt
from collections.abc import Sequence

from answerable.domain.clock import EventKind, Holidays, OutsideCalendar
from answerable.domain.clock.regimes import calendar_of
from answerable.domain.clock.whose_time import Holder, Told, hands_of, shares_of, waits_of
from answerable.domain.measures.office import StageDays
from answerable.queries.casework.statistics.ledger import Handed
from answerable.queries.casework.statistics.questions import History


class StageCounter:
    """Counts the working days of a request's answered questions with each holder."""

    def __init__(self, lines: Sequence[Handed], table: Holidays) -> None:
        self._lines, self._table = lines, table
        self._counted: dict[tuple[object, ...], StageDays] = {}

    def days(self, label: str, history: History, *, began_on: dt.date) -> StageDays:
        """Return the working days of an answered question; none where they are not covered."""
        told = [one for labels, one in self._lines if labels is None or label in labels]
        # Most questions of a request go through the same hands together; a line that is told of several is one.
        key = (began_on, history, *map(id, told))
        found = self._counted.get(key)
        if found is None:
            found = self._counted[key] = _days(told, history, began_on, self._table)
        return found


def _days(told: Sequence[Told], history: History, began_on: dt.date, table: Holidays) -> StageDays:
    answered_on = next(one.on for one in history.events if one.kind is EventKind.ANSWERED)
    try:
        shares = shares_of(
            hands_of(told),
            waits_of(history.events, answered_on=answered_on),
            received_on=began_on,
            answered_on=answered_on,
            calendar=calendar_of(history.regime, table),
        )
    except OutsideCalendar:
        return ()
    days: dict[Holder, int] = {}
    for share in shares:
        days[share.who] = days.get(share.who, 0) + share.days
    return tuple(days.items())
