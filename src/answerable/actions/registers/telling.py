"""The ledger's line of what was done with a register: names, days and digests, never a row."""

from collections.abc import Mapping

from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record


def tell(
    action: str, register: str, doing: Doing, data: Mapping[str, object] | None = None
) -> None:
    """Add the line of an action, in the transaction that does it."""
    record(action, subject=f"register {register}", by=doing.by.key, at=doing.at, data=data)
