"""The survey as whoever has a link sees it: the questions, thanks, and why a link does not work."""

import datetime as dt
from dataclasses import replace
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from answerable.actions.surveying import (
    AskedTooOften,
    GivenAnswer,
    LinkNotOpen,
    Rate,
    answer_survey,
    check_open,
    count_visit,
)
from answerable.domain.assurance.surveys import NotOpen
from answerable.web.contributing.doors import by_link, is_from_elsewhere
from answerable.web.public.rendering import frame_of
from answerable.web.surveying.forms import SurveyForm
from answerable.web.visitors import network_address

SENDS = Rate("answer to the survey", by_one=30, in_all=3_000, window=dt.timedelta(minutes=10))
"""How often the form is taken: well above what the people of one office need."""
_NOT_FOUND, _NOT_OURS, _GONE, _LARGE, _WRONG, _OFTEN = 404, 403, 410, 413, 422, 429
_CLOSED = {
    NotOpen.WRONG: (
        gettext_lazy(
            "This link is not whole, or is none of ours. Open it from the e-mail again, or copy all of it."
        ),
        _NOT_FOUND,
    ),
    NotOpen.ENDED: (
        gettext_lazy("This link has ended: the survey can no longer be answered by it."),
        _GONE,
    ),
    NotOpen.USED: (
        gettext_lazy(
            "This link was used already, and the survey can be answered once. If it was you who used it, "
            "we have your answer."
        ),
        _GONE,
    ),
}


class _Unreadable(Exception):
    """What was sent is too large, or no form of ours."""


@by_link
@require_http_methods(["GET", "HEAD", "POST"])
def survey(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whoever has a link how it was, and take in what they say, once."""
    try:
        if request.method == "POST":
            return _posted(request, token)
        check_open(token, on=timezone.localdate())
    except LinkNotOpen as refusal:
        why, status = _CLOSED[refusal.why]
        return _ended(request, str(why), status=status)
    return _page(request, "form", {"form": SurveyForm()})


@by_link
@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """Thank somebody, at an address that says nothing of their link."""
    return _page(request, "thanks", {})


def _posted(request: HttpRequest, token: str) -> HttpResponse:
    """Keep what somebody says; what cannot be kept stands on the page again, with what to change."""
    if is_from_elsewhere(request):
        why = _("This form was sent from another site, and nothing was done. Open your link again.")
        return _ended(request, why, status=_NOT_OURS)
    try:
        count_visit(network_address(request), SENDS, at=timezone.now())
        form = SurveyForm(_fields(request))
    except AskedTooOften as refusal:
        return _too_often(request, refusal)
    except _Unreadable:
        why = _(
            "What you sent is larger than this page can take, and nothing of it was kept. "
            "Go back and shorten it."
        )
        return _ended(request, why, status=_LARGE)
    on = timezone.localdate()
    check_open(token, on=on)
    if not form.is_valid():
        return _page(request, "form", {"form": form}, status=_WRONG)
    given = GivenAnswer(get_language() or "en", form.scores, form.cleaned_data["words"])
    answer_survey(token, given, on=on)
    return HttpResponseRedirect(reverse("survey-thanks"), status=303)


def _fields(request: HttpRequest) -> QueryDict:
    try:
        return request.POST
    except (SuspiciousOperation, MultiPartParserError) as problem:
        raise _Unreadable from problem


def _too_often(request: HttpRequest, refusal: AskedTooOften) -> HttpResponse:
    minutes = -(-refusal.retry_after // 60)
    response = _page(request, "too_often", {"minutes": minutes}, status=_OFTEN)
    response.headers["Retry-After"] = str(refusal.retry_after)
    return response


def _ended(request: HttpRequest, why: str, *, status: int) -> HttpResponse:
    return _page(request, "ended", {"why": why}, status=status)


def _page(
    request: HttpRequest, name: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    frame = replace(frame_of(request, with_query=False), style=static("built/service.css"))
    return render(request, f"surveying/{name}.html", {**context, "frame": frame}, status=status)
