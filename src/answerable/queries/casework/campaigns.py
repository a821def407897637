"""Requests of many people that ask the same, and campaigns in which they are answered alike."""

from collections import defaultdict
from dataclasses import dataclass

from answerable.domain.questions.alike import digest_of_questions
from answerable.domain.roles import Actor, Stage
from answerable.queries.casework.list_rows import shown_title
from answerable.queries.casework.visible import requests_seen_by
from answerable.records.casework.models import Campaign, Request

_ENDED = (Stage.SENT, Stage.CLOSED)


@dataclass(frozen=True, slots=True)
class AlikeRequest:
    """A request among those that ask the same."""

    reference: str
    title: str
    stage: Stage
    officer: str


@dataclass(frozen=True, slots=True)
class AlikeGroup:
    """Open requests of different people whose questions are in the same words, the oldest first."""

    requests: tuple[AlikeRequest, ...]


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """A campaign: its model, and the members that somebody may see; how many more there are."""

    model: AlikeRequest
    name: str
    members: tuple[AlikeRequest, ...]
    hidden: int


def alike_requests(*, viewer: Actor) -> tuple[AlikeGroup, ...]:
    """Return groups of open requests that different people asked in the same words, the largest first."""
    found = requests_seen_by(viewer).filter(
        stage=Stage.OPEN, campaign__isnull=True, in_campaign__isnull=True
    )
    groups: dict[str, list[Request]] = defaultdict(list)
    whole = found.select_related("requester").prefetch_related("questions")
    for request in whole.order_by("received_on", "pk"):
        digest = digest_of_questions(one.text for one in request.questions.all())
        if digest:
            groups[digest].append(request)
    alike = [
        AlikeGroup(tuple(map(_row, group)))
        for group in groups.values()
        if len({one.requester_id for one in group}) > 1
    ]
    return tuple(sorted(alike, key=lambda one: -len(one.requests)))


def campaigns(*, viewer: Actor) -> tuple[CampaignRow, ...]:
    """Return the campaigns whose model somebody may see, the latest first."""
    seen = requests_seen_by(viewer)
    found = Campaign.objects.filter(model__in=seen).select_related("model__requester")
    return tuple(_campaign(one, viewer) for one in found.order_by("-pk"))


def campaign_of(reference: str, *, viewer: Actor) -> CampaignRow | None:
    """Return the campaign of which a request is the model, None if it is of none."""
    found = Campaign.objects.filter(model__reference=reference).select_related("model__requester")
    campaign = found.filter(model__in=requests_seen_by(viewer)).first()
    return None if campaign is None else _campaign(campaign, viewer)


def _campaign(one: Campaign, viewer: Actor) -> CampaignRow:
    seen = requests_seen_by(viewer).filter(in_campaign__campaign=one).select_related("requester")
    members = tuple(_row(each) for each in seen.order_by("reference"))
    return CampaignRow(_row(one.model), one.name, members, one.members.count() - len(members))


def _row(request: Request) -> AlikeRequest:
    return AlikeRequest(
        request.reference, shown_title(request), Stage(request.stage), request.officer
    )
