"""What officers do with requests."""

from answerable.actions.casework.happening import RequestNotFound, record_events
from answerable.actions.casework.taking_in import Arrival, TakenIn, read_waiting, store_message

__all__ = [
    "Arrival",
    "RequestNotFound",
    "TakenIn",
    "read_waiting",
    "record_events",
    "store_message",
]
