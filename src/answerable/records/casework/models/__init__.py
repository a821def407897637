"""What casework stores. Whatever comes in is kept as it came, before anything reads it.

Alerts are stored, too, and are not handed on here: who is told of what is nobody's business.
"""

import answerable.records.casework.models.alerting  # noqa: F401 Django finds models by importing them
from answerable.records.casework.models.campaigning import Campaign, CampaignMember
from answerable.records.casework.models.challenging import (
    Challenge,
    ChallengedQuestion,
    Enquiry,
)
from answerable.records.casework.models.clashing import Clash, ClashMark, ClashQuerySet
from answerable.records.casework.models.deciding import (
    DecidedTag,
    DecisionVersion,
    StandardLine,
    StandardLineVersion,
)
from answerable.records.casework.models.figures import FrozenFigures
from answerable.records.casework.models.following import DeliveryLink, FollowLink
from answerable.records.casework.models.intake import (
    Message,
    MessageFile,
    MessageLink,
    VisitCount,
)
from answerable.records.casework.models.linking import RequestLink
from answerable.records.casework.models.precedents import UnlikePair
from answerable.records.casework.models.publishing import (
    LogDraft,
    LogDraftVersion,
    LogFile,
    LogStep,
)
from answerable.records.casework.models.redacting import (
    RecognisedPage,
    RedactedFile,
    Redaction,
    RedactionMark,
)
from answerable.records.casework.models.releasing import (
    FileInspection,
    FileSettlement,
    Incident,
    IncidentNote,
    SafeCopy,
)
from answerable.records.casework.models.requests import (
    Channel,
    Question,
    QuestionEvent,
    Request,
    RequestCounter,
    Requester,
    Validity,
)
from answerable.records.casework.models.retaining import (
    DisposalItem,
    DisposalList,
    DisposedRequest,
    Hold,
)
from answerable.records.casework.models.sending import (
    CaseFile,
    Letter,
    LetterFile,
    Outgoing,
)
from answerable.records.casework.models.telling import MailChoice
from answerable.records.casework.models.turning import LateAnswer, Notice, OtherBody
from answerable.records.casework.models.watching import Watch
from answerable.records.casework.models.wording import (
    TaughtWords,
    TaughtWordsNow,
    TaughtWordsVersion,
)
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
    "Campaign",
    "CampaignMember",
    "CaseFile",
    "Challenge",
    "ChallengedQuestion",
    "Channel",
    "Clash",
    "ClashMark",
    "ClashQuerySet",
    "Contribution",
    "ContributionAnswer",
    "ContributionFile",
    "DecidedTag",
    "DecisionVersion",
    "DeliveryLink",
    "DisposalItem",
    "DisposalList",
    "DisposedRequest",
    "Enquiry",
    "FileInspection",
    "FileSettlement",
    "FollowLink",
    "FrozenFigures",
    "Hold",
    "Incident",
    "IncidentNote",
    "InformationOwner",
    "LateAnswer",
    "Letter",
    "LetterFile",
    "LogDraft",
    "LogDraftVersion",
    "LogFile",
    "LogStep",
    "MailChoice",
    "Message",
    "MessageFile",
    "MessageLink",
    "NamedPerson",
    "Note",
    "Notice",
    "OtherBody",
    "Outgoing",
    "Question",
    "QuestionEvent",
    "RecognisedPage",
    "RedactedFile",
    "Redaction",
    "RedactionMark",
    "Request",
    "RequestCounter",
    "RequestLink",
    "Requester",
    "SafeCopy",
    "SavedFilter",
    "StandardLine",
    "StandardLineVersion",
    "TaughtWords",
    "TaughtWordsNow",
    "TaughtWordsVersion",
    "UnlikePair",
    "Validity",
    "VisitCount",
    "Watch",
]
