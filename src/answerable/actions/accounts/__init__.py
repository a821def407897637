"""What administrators do with people and teams, and what people do with their own access."""

from answerable.actions.accounts.access import (
    change_roles,
    end_access,
    end_sessions,
    remove_second_factors,
    restore_access,
    tell_own_change,
)
from answerable.actions.accounts.inviting import (
    accept_invitation,
    add_person,
    invite_person,
    offer_new_password,
)
from answerable.actions.accounts.refusing import AccountRefused
from answerable.actions.accounts.teams import change_team, make_team

__all__ = [
    "AccountRefused",
    "accept_invitation",
    "add_person",
    "change_roles",
    "change_team",
    "end_access",
    "end_sessions",
    "invite_person",
    "make_team",
    "offer_new_password",
    "remove_second_factors",
    "restore_access",
    "tell_own_change",
]
