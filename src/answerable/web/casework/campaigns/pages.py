"""Find requests that ask the same, make a campaign of them, and let them follow their model."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.campaigning import (
    Act,
    Followed,
    follow_model,
    make_campaign,
    send_alike,
)
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.queries.casework.campaigns import alike_requests, campaign_of, campaigns
from answerable.queries.office import OfficeNotKnown
from answerable.web.casework.doing import doing_of
from answerable.web.casework.lettering import site_office
from answerable.web.casework.moving import Refusal, done_or_refused
from answerable.web.staff import staff_page

_WORDS = {
    "write": "The model’s decisions were put forward",
    "check": "The drafts were checked",
    "clear": "The drafts were cleared",
    "send": "The letters leave",
}


@require_http_methods(["GET", "HEAD", "POST"])
def every_campaign(request: HttpRequest) -> HttpResponse:
    """Show requests that ask the same, and make a campaign of those that are ticked."""
    doing = doing_of(request, Move.SEE)
    refusal = Refusal()
    if request.method == "POST":
        model, ticked = request.POST.get("model", ""), request.POST.getlist("request")
        name = request.POST.get("name", "")
        refusal = done_or_refused(
            lambda: make_campaign(model, ticked, name=name, doing=doing), place="name"
        )
        if not refusal.words:
            return redirect("campaign", model)
    context = {
        "groups": alike_requests(viewer=doing.by),
        "campaigns": campaigns(viewer=doing.by),
        "problems": refusal.problems,
    }
    return staff_page(request, "casework/campaigns.html", context, status=refusal.status)


@require_http_methods(["GET", "HEAD", "POST"])
def one_campaign(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a campaign; say what would become of each member, and do it once that is confirmed."""
    doing = doing_of(request, Move.SEE)
    found = campaign_of(reference, viewer=doing.by)
    if found is None:
        raise Http404
    do, _, how = request.POST.get("do", "").partition(":")
    results: Sequence[Followed] = ()
    refusal = Refusal()
    is_trial = how == "trial"
    if request.method == "POST":
        done: list[Sequence[Followed]] = []
        refusal = done_or_refused(lambda: done.append(_do(do, reference, doing, is_trial=is_trial)))
        results = done[0] if done else ()
        if any(one.labels for one in results) and not is_trial:
            messages.success(request, _WORDS[do])
    context = {
        "found": campaign_of(reference, viewer=doing.by),
        "results": results,
        "is_trial": is_trial,
        "do": do,
        "problems": refusal.problems,
    }
    return staff_page(request, "casework/campaign.html", context, status=refusal.status)


def _do(do: str, reference: str, doing: Doing, *, is_trial: bool) -> Sequence[Followed]:
    if do != "send":
        return follow_model(reference, Act(do), doing=doing, is_trial=is_trial)
    try:
        return tuple(send_alike(reference, office=site_office(), doing=doing))
    except OfficeNotKnown as problem:
        raise MoveNotAllowed(str(problem)) from problem
