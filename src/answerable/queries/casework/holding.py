"""What keeps a request here beyond its time: somebody's hold, or something that is not over yet."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from django.db.models import Q

from answerable.domain.roles import Stage
from answerable.records.casework.models import (
    CampaignMember,
    Challenge,
    Hold,
    LogStep,
    Message,
    Outgoing,
    Request,
    RequestLink,
)

_ENDED = (Stage.SENT, Stage.CLOSED)
_OVER = (Challenge.State.DECIDED, Challenge.State.WITHDRAWN)
_GONE = (Outgoing.State.SENT, Outgoing.State.STOPPED)
_DONE = (LogStep.State.DONE, LogStep.State.STOPPED)
_CHALLENGED = {
    Challenge.Kind.REVIEW: "A review of it is not over yet",
    Challenge.Kind.COMPLAINT: "The regulator still looks at it",
    Challenge.Kind.TRIBUNAL: "A tribunal still looks at it",
}


def what_holds(requests: Sequence[Request]) -> Mapping[int, tuple[str, ...]]:
    """Return what holds each request, as sentences, by its number: as many queries for one as for many."""
    found: dict[int, dict[str, None]] = defaultdict(dict)
    numbers = [one.pk for one in requests]
    for told in (_held, _challenged, _linked, _alike, _waiting):
        for number, words in told(numbers):
            found[number][words] = None
    return {number: tuple(found[number]) for number in numbers}


def _held(numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    # Why it is held may name somebody, and what is said here outlives the request.
    held = Hold.objects.filter(request__in=numbers, lifted_at=None)
    for one in held.values_list("request_id", flat=True):
        yield one, "It is held"


def _challenged(numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    for one in Challenge.objects.filter(request__in=numbers).exclude(state__in=_OVER):
        yield one.request_id, _CHALLENGED[Challenge.Kind(one.kind)]


def _linked(numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    both = RequestLink.objects.filter(Q(request__in=numbers) | Q(other__in=numbers))
    wanted = set(numbers)
    for link in both.select_related("request", "other").order_by("pk"):
        for one, beside in ((link.request, link.other), (link.other, link.request)):
            if one.pk in wanted and beside.stage not in _ENDED:
                # A restricted request is named to nobody who might not see it.
                name = "another request" if beside.is_restricted else beside.reference
                yield one.pk, f"It is linked to {name}, which is still open"


def _alike(numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    members = CampaignMember.objects.select_related("campaign__model", "request")
    wanted = set(numbers)
    touched = members.filter(Q(request__in=numbers) | Q(campaign__model__in=numbers))
    for one in touched:
        model = one.campaign.model
        if one.request_id in wanted and model.stage not in _ENDED:
            yield one.request_id, "It is answered as another request is, which is still open"
        if model.pk in wanted and one.request.stage not in _ENDED:
            yield model.pk, "Requests that are answered as it is are still open"


def _waiting(numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    mails = Outgoing.objects.filter(request__in=numbers).exclude(state__in=_GONE)
    for one in mails.values_list("request_id", flat=True):
        yield one or 0, "A mail of it has not left yet"
    unseen = Message.objects.filter(request__in=numbers, is_unseen=True)
    for one in unseen.values_list("request_id", flat=True):
        yield one or 0, "A message came to it that nobody has looked at"
    steps = LogStep.objects.filter(draft__request__in=numbers).exclude(state__in=_DONE)
    for one in steps.values_list("draft__request_id", flat=True):
        yield one, "Its entry in the log is on its way"
