"""The ledger's line of what was done with a request, which holds nobody's words."""

import hashlib
from collections.abc import Mapping

from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record


def tell(
    action: str, reference: str, doing: Doing, data: Mapping[str, object] | None = None
) -> None:
    """Add the line of an action, in the transaction that does it."""
    record(action, subject=f"request {reference}", by=doing.by.key, at=doing.at, data=data)


def short_digest(words: str) -> str:
    """Return what a line holds of words that stand elsewhere: enough to tell whether they are the same."""
    return hashlib.sha256(words.encode()).hexdigest()[:16]
