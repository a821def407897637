"""Every kind of row that belongs to a request, and the ways from it to its request."""

from django.db.models import Model, Q, QuerySet

from answerable.records.casework.models import (
    Allocation,
    Campaign,
    CampaignMember,
    CaseFile,
    Challenge,
    ChallengedQuestion,
    Clash,
    Contribution,
    ContributionAnswer,
    ContributionFile,
    DecidedTag,
    DecisionVersion,
    DeliveryLink,
    Enquiry,
    FileInspection,
    FileSettlement,
    FollowLink,
    Hold,
    LateAnswer,
    Letter,
    LetterFile,
    LogDraft,
    LogDraftVersion,
    LogFile,
    LogStep,
    Message,
    MessageFile,
    MessageLink,
    NamedPerson,
    Note,
    Notice,
    Outgoing,
    Question,
    QuestionEvent,
    RecognisedPage,
    RedactedFile,
    Redaction,
    RedactionMark,
    Request,
    RequestLink,
    SafeCopy,
    UnlikePair,
    Watch,
)

ORDER: tuple[tuple[type[Model], tuple[str, ...]], ...] = (
    (LogStep, ("draft__request",)),
    (LogFile, ("draft__request",)),
    (LogDraftVersion, ("draft__request",)),
    # What it published stays: the entry is the archive's, and names nobody.
    (LogDraft, ("request",)),
    (Clash, ("one_request", "other_request")),
    (Enquiry, ("challenge__request",)),
    (ChallengedQuestion, ("challenge__request", "question__request")),
    (Challenge, ("request",)),
    (LateAnswer, ("question__request",)),
    (Notice, ("request",)),
    (DeliveryLink, ("letter__request",)),
    (FollowLink, ("request",)),
    (CampaignMember, ("request", "campaign__model")),
    (Campaign, ("model",)),
    (Outgoing, ("request", "letter__request", "contribution__question__request")),
    (LetterFile, ("letter__request", "file__request")),
    (Letter, ("request",)),
    (FileSettlement, ("request",)),
    (FileInspection, ("request",)),
    (RedactionMark, ("redaction__file__request",)),
    (RecognisedPage, ("redaction__file__request",)),
    (RedactedFile, ("redaction__file__request", "file__request")),
    (Redaction, ("file__request", "result__request")),
    (SafeCopy, ("file__request",)),
    (CaseFile, ("request", "question__request")),
    (ContributionFile, ("contribution__question__request",)),
    (ContributionAnswer, ("contribution__question__request",)),
    (Contribution, ("question__request",)),
    (DecidedTag, ("request", "question__request")),
    (UnlikePair, ("question__request", "earlier")),
    (DecisionVersion, ("question__request",)),
    (QuestionEvent, ("question__request",)),
    (Question, ("request",)),
    (MessageFile, ("message__request",)),
    (MessageLink, ("message__request",)),
    (Message, ("request",)),
    (NamedPerson, ("request",)),
    (Allocation, ("request",)),
    (Note, ("request",)),
    (RequestLink, ("request", "other")),
    (Watch, ("request",)),
    (Hold, ("request",)),
)
"""Each kind of row, and the ways from it to its request: a test walks every model, and misses none.

In this order one thing hangs on another: what stands first can be removed first."""


def rows_of(request: Request, model: type[Model], ways: tuple[str, ...]) -> QuerySet[Model]:
    """Return the rows of a kind that belong to a request."""
    wanted = Q()
    for way in ways:
        wanted |= Q(**{way: request})
    rows: QuerySet[Model] = QuerySet(model)
    # A row to which two ways lead is one row.
    return rows.filter(pk__in=list(rows.filter(wanted).values_list("pk", flat=True)))
