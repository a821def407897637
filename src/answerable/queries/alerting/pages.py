"""What the pages of a link show: the alert to be confirmed, or all that go to one address."""

import datetime as dt
from dataclasses import dataclass

from answerable.domain.disclosure_log.alerts import CONFIRMED_WITHIN
from answerable.queries.alerting.links import alert_linked, owner_linked
from answerable.records.casework.models.alerting import Alert


@dataclass(frozen=True, slots=True)
class AlertRow:
    """An alert as whoever gets it sees it: its number, its search, and how often a mail may come."""

    number: int
    words: str
    query: str
    every: str
    is_confirmed: bool


def alert_to_confirm(token: str, *, at: dt.datetime) -> AlertRow | None:
    """Return the alert that a link confirms, None if the link is forged or over."""
    found = alert_linked(token)
    if found is None or (found.confirmed_at is None and at - found.asked_at > CONFIRMED_WITHIN):
        return None
    return _row(found)


def alerts_of(token: str) -> tuple[AlertRow, ...] | None:
    """Return the confirmed alerts of the address to which a link belongs, None if it is forged."""
    owner = owner_linked(token)
    if owner is None:
        return None
    confirmed = Alert.objects.filter(owner=owner, confirmed_at__isnull=False)
    return tuple(map(_row, confirmed.order_by("pk")))


def _row(alert: Alert) -> AlertRow:
    return AlertRow(
        number=alert.pk,
        words=alert.words,
        query=alert.query,
        every=alert.every,
        is_confirmed=alert.confirmed_at is not None,
    )
