"""Take everything of a request out of the database, in the order in which one thing hangs on another."""

from django.db.models import Model, Q, QuerySet

from answerable.records.casework.models import (
    Allocation,
    Campaign,
    CampaignMember,
    CaseFile,
    Challenge,
    ChallengedQuestion,
    Contribution,
    ContributionAnswer,
    ContributionFile,
    DecidedTag,
    DecisionVersion,
    DeliveryLink,
    Enquiry,
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
    Request,
    Requester,
    RequestLink,
    Watch,
)

ORDER: tuple[tuple[type[Model], tuple[str, ...]], ...] = (
    (LogStep, ("draft__request",)),
    (LogFile, ("draft__request",)),
    (LogDraftVersion, ("draft__request",)),
    # What it published stays: the entry is the archive's, and names nobody.
    (LogDraft, ("request",)),
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
    (CaseFile, ("request", "question__request")),
    (ContributionFile, ("contribution__question__request",)),
    (ContributionAnswer, ("contribution__question__request",)),
    (Contribution, ("question__request",)),
    (DecidedTag, ("request", "question__request")),
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
"""Each kind of row, and the ways from it to its request: a test walks every model, and misses none."""


def remove_request(request: Request) -> None:
    """Remove a request with everything that hangs on it, and who asked, if they asked nothing else.

    It belongs into the transaction that leaves the stub, with the request locked.
    """
    _told_of(request).delete()
    request.challenges.update(follows=None)
    for model, ways in ORDER:
        _of(request, model, ways).delete()
    asker = Requester.objects.select_for_update().get(pk=request.requester_id)
    request.delete()
    if not Request.objects.filter(requester=asker).exists():
        asker.delete()


def _of(request: Request, model: type[Model], ways: tuple[str, ...]) -> QuerySet[Model]:
    wanted = Q()
    for way in ways:
        wanted |= Q(**{way: request})
    rows: QuerySet[Model] = QuerySet(model)
    numbers = list(rows.filter(wanted).values_list("pk", flat=True))
    # The bytes of files are not read to be removed.
    return rows.filter(pk__in=numbers).only("pk")


def _told_of(request: Request) -> QuerySet[Outgoing]:
    """Return mails to colleagues that belong to no request, and name this one with its title."""
    mails = Outgoing.objects.filter(request=None, is_private=False)
    return mails.filter(written_at__gte=request.taken_in_at, text__contains=request.reference)
