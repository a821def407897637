"""Make a campaign of requests that ask the same: one of them is the model."""

from collections.abc import Sequence

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import request_for
from answerable.actions.casework.telling import tell
from answerable.domain.questions.alike import is_same_question
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.records.casework.models import Campaign, CampaignMember, Request


def make_campaign(model: str, members: Sequence[str], *, name: str, doing: Doing) -> None:
    """Let requests be answered as one of them is, all of them or none.

    :raises RequestNotFound: if there is no such request, or one is restricted to others.
    :raises MoveNotAllowed: if they may not, one is in a campaign already, or asks nothing of the model's.
    """
    others = [one for one in dict.fromkeys(members) if one != model]
    if not others or not name.strip():
        message = "Give the campaign a name, and choose at least one request besides its model"
        raise MoveNotAllowed(message)
    with transaction.atomic():
        wanted = sorted({model, *others})
        held = {one: request_for(one, Move.ANSWER_ALIKE, doing) for one in wanted}
        for request in held.values():
            _check_free(request)
        for one in others:
            _check_alike(held[model], held[one])
        campaign = Campaign.objects.create(
            model=held[model], name=name.strip()[:200], by=doing.by.key, at=doing.at
        )
        for one in others:
            CampaignMember.objects.create(campaign=campaign, request=held[one])
            # A model that is restricted is named by no line of another request.
            tell("campaign joined", one, doing)
        tell("campaign made", model, doing, {"requests": len(others)})


def _check_free(request: Request) -> None:
    if hasattr(request, "campaign") or hasattr(request, "in_campaign"):
        message = f"{request.reference} is in a campaign already"
        raise MoveNotAllowed(message)


def _check_alike(model: Request, member: Request) -> None:
    texts = list(model.questions.values_list("text", flat=True))
    for question in member.questions.all():
        if any(is_same_question(question.text, one) for one in texts):
            return
    message = f"{member.reference} has no question in the words of {model.reference}"
    raise MoveNotAllowed(message)
