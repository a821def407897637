"""What may be asked about people, teams and invitations."""

from answerable.queries.accounts.people import (
    InvitationRow,
    PersonRow,
    actor_of,
    invitation_of,
    open_invitations,
    people,
    person_row,
)
from answerable.queries.accounts.teams import TeamRow, team_row, teams

__all__ = [
    "InvitationRow",
    "PersonRow",
    "TeamRow",
    "actor_of",
    "invitation_of",
    "open_invitations",
    "people",
    "person_row",
    "team_row",
    "teams",
]
