"""Jobs on requests: read what came, acknowledge it, keep dates on the latest calendar."""

from django.utils import timezone

from answerable.actions.casework import Doing, acknowledge_waiting, read_waiting, recount_open
from answerable.domain.roles.people import MACHINE
from answerable.queries.calendars import holidays


def read_messages() -> str:
    """Read every message that waits, and say what became of them."""
    taken = list(read_waiting(doing=_doing()))
    new = sum(one.is_new for one in taken)
    return f"{new} new requests, {len(taken) - new} messages filed" if taken else ""


def acknowledge() -> str:
    """Acknowledge what came in, and say how many requests that were."""
    count = acknowledge_waiting(doing=_doing())
    return f"{count} acknowledged" if count else ""


def recount_requests() -> str:
    """Count open requests on the latest calendar, and say how many dates moved."""
    count = recount_open(_doing())
    return f"the dates of {count} moved" if count else ""


def _doing() -> Doing:
    """Return who does it: the system itself, now, on the site's calendar."""
    return Doing(MACHINE, timezone.now(), holidays())
