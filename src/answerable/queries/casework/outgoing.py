"""Mail that has not gone yet, for those who look after it."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from answerable.records.casework.models import Outgoing

_STILL = (
    Outgoing.State.UNSURE,
    Outgoing.State.FAILED,
    Outgoing.State.HANDED,
    Outgoing.State.WAITING,
)
"""What has not ended, and needs a person most first."""


@dataclass(frozen=True, slots=True)
class OutgoingRow:
    """A mail that has not gone, without whom it is for; `reference` is empty if it is about no request."""

    key: str
    reference: str
    subject: str
    state: str
    written_at: dt.datetime
    attempts: int
    next_at: dt.datetime
    handed_at: dt.datetime | None
    problem: str


def mail_that_stands(*, viewer: str, most: int = 200) -> tuple[OutgoingRow, ...]:
    """Return the mail that has not gone: what is in doubt first, then what failed, then what waits.

    Of restricted requests only what the viewer, by their key, may see.
    """
    open_to_all = Q(request__isnull=True) | Q(request__is_restricted=False)
    named = Q(request__named__key=viewer)
    found = Outgoing.objects.filter(open_to_all | named, state__in=_STILL).distinct()
    rows = found.select_related("request").order_by("next_at", "pk")
    by_state = [row for state in _STILL for row in rows.filter(state=state)[:most]]
    return tuple(map(_row, by_state[:most]))


def _row(mail: Outgoing) -> OutgoingRow:
    return OutgoingRow(
        key=mail.key,
        reference=mail.request.reference if mail.request else "",
        subject=mail.subject,
        state=mail.state,
        written_at=mail.written_at,
        attempts=mail.attempts,
        next_at=mail.next_at,
        handed_at=mail.handed_at,
        problem=mail.problem,
    )
