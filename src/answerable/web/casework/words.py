"""How pages for casework say stages, orders, channels, and why something waits."""

from dataclasses import dataclass

from answerable.domain.roles import Stage
from answerable.queries.casework.work import SOON, Group

STAGE_COLOURS = {
    Stage.OPEN: "blue",
    Stage.DRAFTED: "purple",
    Stage.CHECKED: "turquoise",
    Stage.CLEARED: "green",
    Stage.LEAVING: "yellow",
    Stage.SENT: "grey",
    Stage.CLOSED: "grey",
}


@dataclass(frozen=True, slots=True)
class GroupWords:
    """What stands over a group; the query of the list that holds all of it, if one does, and its words."""

    heading: str
    query: str = ""
    link: str = "See them in the list"


_NOBODYS = ("officer=%40nobody", "See all that no officer has in the list")
GROUPS = {
    Group.OVERDUE: GroupWords("Yours, and late", "officer=%40me&due=overdue"),
    Group.DUE_SOON: GroupWords(
        f"Yours, due within {SOON} working days", f"officer=%40me&due={SOON}"
    ),
    Group.OFFERED: GroupWords("Assigned to you: accept or decline"),
    Group.SENT_BACK: GroupWords("Sent back to you"),
    Group.TO_CHECK: GroupWords("To check"),
    Group.TO_CLEAR: GroupWords("To clear"),
    Group.TO_SEND: GroupWords("Cleared, to send"),
    Group.UNSEEN: GroupWords("New messages that nobody has looked at"),
    Group.CONTRIBUTIONS: GroupWords("Contributions that are late"),
    Group.MAIL: GroupWords("Mail that did not go"),
    Group.NOT_VALIDATED: GroupWords("Not validated"),
    Group.NOT_ACKNOWLEDGED: GroupWords("Not acknowledged"),
    Group.NOT_ASSIGNED: GroupWords("Not assigned", *_NOBODYS),
    Group.TO_TAKE: GroupWords("For your teams, nobody has it yet", *_NOBODYS),
    Group.WAITING: GroupWords("Yours, waiting for the requester", "officer=%40me&waits=on"),
}


def capital(words: str) -> str:
    """Return words that begin a line."""
    return f"{words[:1].upper()}{words[1:]}"
