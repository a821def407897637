"""Answer requests of many people alike that ask the same: one is decided, the others follow it."""

from answerable.actions.casework.campaigning.following import (
    Act,
    Followed,
    follow_model,
    send_alike,
)
from answerable.actions.casework.campaigning.making import make_campaign

__all__ = ["Act", "Followed", "follow_model", "make_campaign", "send_alike"]
