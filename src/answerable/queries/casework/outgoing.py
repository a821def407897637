"""Mail that has not gone yet, for those who look after it."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Q

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
    """A mail that has not gone: `address` is empty unless it may be seen, `reference` if it has none."""

    key: str
    reference: str
    subject: str
    state: str
    written_at: dt.datetime
    attempts: int
    next_at: dt.datetime
    handed_at: dt.datetime | None
    problem: str
    address: str


@dataclass(frozen=True, slots=True)
class OutgoingTally:
    """How many mails wait, and how many a person must look at."""

    waiting: int
    failed: int
    unsure: int


def mail_that_stands(
    *, viewer: str, most: int = 200, shows_addresses: bool = False
) -> tuple[OutgoingRow, ...]:
    """Return the mail that has not gone: what is in doubt first, then what failed, then what waits.

    Of restricted requests only what the viewer, by their key, may see.
    """
    open_to_all = Q(request__isnull=True) | Q(request__is_restricted=False)
    named = Q(request__named__key=viewer)
    found = Outgoing.objects.filter(open_to_all | named, state__in=_STILL).distinct()
    rows = found.select_related("request").order_by("next_at", "pk")
    by_state = [row for state in _STILL for row in rows.filter(state=state)[:most]]
    return tuple(_row(one, shows_address=shows_addresses) for one in by_state[:most])


def outgoing_tally() -> OutgoingTally:
    """Return how many mails wait, failed and are in doubt."""
    found = Outgoing.objects.filter(state__in=_STILL).values_list("state").annotate(Count("pk"))
    counts = dict(found.order_by())
    return OutgoingTally(
        waiting=counts.get(Outgoing.State.WAITING, 0) + counts.get(Outgoing.State.HANDED, 0),
        failed=counts.get(Outgoing.State.FAILED, 0),
        unsure=counts.get(Outgoing.State.UNSURE, 0),
    )


def _row(mail: Outgoing, *, shows_address: bool) -> OutgoingRow:
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
        address=mail.address if shows_address else "",
    )
