"""Keep requests for their time, hold them longer, and dispose of them when it is over."""

from answerable.actions.casework.retaining.disposing import dispose_approved, finish_disposals
from answerable.actions.casework.retaining.holding import hold_request, lift_hold
from answerable.actions.casework.retaining.listing import (
    DisposalNotFound,
    approve_disposal,
    drop_disposal,
    list_disposal,
    spare_request,
)

__all__ = [
    "DisposalNotFound",
    "approve_disposal",
    "dispose_approved",
    "drop_disposal",
    "finish_disposals",
    "hold_request",
    "lift_hold",
    "list_disposal",
    "spare_request",
]
