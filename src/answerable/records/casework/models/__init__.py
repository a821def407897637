"""What casework stores. Whatever comes in is kept as it came, before anything reads it."""

from answerable.records.casework.models.deciding import (
    DecidedTag,
    DecisionVersion,
    StandardLine,
    StandardLineVersion,
)
from answerable.records.casework.models.intake import (
    Message,
    MessageFile,
    MessageLink,
    VisitCount,
)
from answerable.records.casework.models.linking import RequestLink
from answerable.records.casework.models.requests import (
    Channel,
    Question,
    QuestionEvent,
    Request,
    RequestCounter,
    Requester,
    Validity,
)
from answerable.records.casework.models.sending import (
    CaseFile,
    Letter,
    LetterFile,
    Outgoing,
)
from answerable.records.casework.models.telling import MailChoice
from answerable.records.casework.models.watching import Watch
from answerable.records.casework.models.working import (
    Allocation,
    ApiKey,
    Contribution,
    ContributionAnswer,
    ContributionFile,
    InformationOwner,
    NamedPerson,
    Note,
    SavedFilter,
)

__all__ = [
    "Allocation",
    "ApiKey",
    "CaseFile",
    "Channel",
    "Contribution",
    "ContributionAnswer",
    "ContributionFile",
    "DecidedTag",
    "DecisionVersion",
    "InformationOwner",
    "Letter",
    "LetterFile",
    "MailChoice",
    "Message",
    "MessageFile",
    "MessageLink",
    "NamedPerson",
    "Note",
    "Outgoing",
    "Question",
    "QuestionEvent",
    "Request",
    "RequestCounter",
    "RequestLink",
    "Requester",
    "SavedFilter",
    "StandardLine",
    "StandardLineVersion",
    "Validity",
    "VisitCount",
    "Watch",
]
