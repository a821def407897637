"""What may be asked about people, teams and invitations."""

from answerable.queries.accounts.naming import person_name, person_names, team_names
from answerable.queries.accounts.people import (
    InvitationRow,
    PersonRow,
    actor_of,
    invitation_of,
    open_invitations,
    people,
    person_row,
)
from answerable.queries.accounts.sign_in import SignInRow, has_second_factor, sign_in_of
from answerable.queries.accounts.teams import TeamRow, team_row, teams

__all__ = [
    "InvitationRow",
    "PersonRow",
    "SignInRow",
    "TeamRow",
    "actor_of",
    "has_second_factor",
    "invitation_of",
    "open_invitations",
    "people",
    "person_name",
    "person_names",
    "person_row",
    "sign_in_of",
    "team_names",
    "team_row",
    "teams",
]
