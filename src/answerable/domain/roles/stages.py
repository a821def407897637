"""How far a question is on its way to an answer; a request is as far as its last question."""

from collections.abc import Iterable
from enum import StrEnum


class Stage(StrEnum):
    """How far a question is."""

    OPEN = "open"
    DRAFTED = "drafted"
    CHECKED = "checked"
    CLEARED = "cleared"
    LEAVING = "leaving"
    SENT = "sent"
    CLOSED = "closed"


def request_stage(stages: Iterable[Stage]) -> Stage:
    """Return how far a request is: as its last question; closed questions hold nobody up."""
    order = list(Stage)
    known = set(stages)
    still = known - {Stage.CLOSED}
    if not known:
        return Stage.OPEN
    return min(still, key=order.index) if still else Stage.CLOSED
