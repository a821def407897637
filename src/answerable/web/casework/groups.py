"""What stands over each group of work, and the list that holds all of it."""

from dataclasses import dataclass

from answerable.queries.casework.work import SOON, Group


@dataclass(frozen=True, slots=True)
class GroupWords:
    """What stands over a group; the query of the list that holds all of it, if one does, and its words.

    `page` is where its requests lead; `has_dates` is whether days are counted to something.
    """

    heading: str
    query: str = ""
    link: str = "See them in the list"
    page: str = "request"
    has_dates: bool = True


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
    Group.REDACTIONS_TO_CHECK: GroupWords("Redactions to check", page="request-redactions"),
    Group.REDACTIONS_BACK: GroupWords(
        "Redactions that came back to you", page="request-redactions"
    ),
    Group.NOTICES: GroupWords("Notices to let go", page="request-notices"),
    Group.TO_SEND: GroupWords("Cleared, to send"),
    Group.TO_REVIEW: GroupWords("Reviews that you have", page="request-challenges"),
    Group.REVIEWS_TO_TAKE: GroupWords("Reviews that you may take", page="request-challenges"),
    Group.TO_VALIDATE: GroupWords(
        "Entries for the log to validate", page="entry-validation", has_dates=False
    ),
    Group.TO_PUBLISH: GroupWords(
        "Entries for the log to publish", page="entry-validation", has_dates=False
    ),
    Group.UNSEEN: GroupWords("New messages that nobody has looked at"),
    Group.CONTRIBUTIONS: GroupWords("Contributions that are late"),
    Group.MAIL: GroupWords("Mail that did not go"),
    Group.NOT_VALIDATED: GroupWords("Not validated"),
    Group.NOT_ACKNOWLEDGED: GroupWords("Not acknowledged"),
    Group.NOT_ASSIGNED: GroupWords("Not assigned", *_NOBODYS),
    Group.TO_TAKE: GroupWords("For your teams, nobody has it yet", *_NOBODYS),
    Group.MAY_LAPSE: GroupWords("Yours, may lapse: what was asked for never came"),
    Group.WAITING: GroupWords("Yours, waiting for the requester", "officer=%40me&waits=on"),
}
