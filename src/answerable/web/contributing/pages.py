"""The pages of a link: the question, what is about to be sent, thanks, and why a link is over."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from answerable.actions.casework.contributing import (
    ContributionRefused,
    LinkForged,
    LinkOver,
    answer_contribution,
    decline_contribution,
)
from answerable.queries.casework.owner_pages import OwnerPage, owner_page
from answerable.web.contributing.doors import by_link, is_from_elsewhere
from answerable.web.contributing.forms import NotForMeForm, SendForm, WordsForm
from answerable.web.contributing.uploads import MOST_READ, counted, given_file

_FORGED = (
    "This link is not whole, or is none of ours. Open it from the e-mail again, "
    "or copy all of it into your browser."
)
_ELSEWHERE = (
    "This form was sent from another site. Open the link from the e-mail and send it there."
)
_TOO_LONG = (
    "What you sent is larger than this page can take, and nothing of it was kept. "
    "Go back, and send less at a time."
)


@dataclass(frozen=True, slots=True)
class OwnerFrame:
    """What stands round a page of a link: no navigation, and nobody signed in."""

    style: str
    icon: str


class _Stopped(Exception):
    """A page of a link cannot be shown; the response says why."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.response = response


@by_link
@require_http_methods(["GET", "POST"])
def contribution(request: HttpRequest, token: str) -> HttpResponse:
    """Show a question to its owner, then what they are about to send, and keep it when they send it."""
    try:
        page = _open(request, token)
        if request.method != "POST":
            return _asked(request, page, WordsForm(initial={"text": page.text}))
        return _posted(request, token, page)
    except _Stopped as stopped:
        return stopped.response


@by_link
@require_http_methods(["GET", "POST"])
def not_for_me(request: HttpRequest, token: str) -> HttpResponse:
    """Keep that a question is not for whoever was asked."""
    try:
        page = _open(request, token)
        counted(request)
        form = NotForMeForm(request.POST or None)
        if form.is_valid():
            return _declined(request, token, form.cleaned_data)
    except _Stopped as stopped:
        return stopped.response
    context = {"page": page, "form": form, "back": reverse("contribution", args=[token])}
    return _page(request, "not_for_me", context, status=422 if form.errors else 200)


@by_link
@require_GET
def sent(request: HttpRequest, token: str) -> HttpResponse:
    """Thank an owner, and say what was kept."""
    try:
        page = _open(request, token)
    except _Stopped as stopped:
        return stopped.response
    if not (page.is_answered or page.is_declined):
        return _to("contribution", token)
    return _page(request, "sent", {"page": page, "back": reverse("contribution", args=[token])})


def _open(request: HttpRequest, token: str) -> OwnerPage:
    """Return what the link shows.

    :raises _Stopped: if it is forged or over, or a form came from elsewhere.
    """
    if request.method == "POST" and is_from_elsewhere(request):
        raise _Stopped(_ended(request, _ELSEWHERE, status=403))
    page = owner_page(token, today=timezone.localdate())
    if page is None:
        raise _Stopped(_ended(request, _FORGED, status=404))
    if page.over:
        raise _Stopped(_ended(request, page.over, status=410))
    return page


def _posted(request: HttpRequest, token: str, page: OwnerPage) -> HttpResponse:
    counting = counted(request)
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_READ:
        return _ended(request, _TOO_LONG, status=413)
    try:
        step = request.POST.get("step")
    except RequestDataTooBig:
        return _ended(request, _TOO_LONG, status=413)
    words = WordsForm(request.POST)
    if step == "change" or not words.is_valid():
        return _asked(request, page, words)
    if step != "send":
        form = SendForm(initial={"text": words.cleaned_data["text"]})
        return _check(request, page, form, words.cleaned_data["text"])
    sending = SendForm(request.POST, request.FILES)
    if counting.refusal:
        sending.add_error("attached", counting.refusal)
        return _check(request, page, sending, words.cleaned_data["text"])
    return _sent(request, token, page, sending)


def _sent(request: HttpRequest, token: str, page: OwnerPage, form: SendForm) -> HttpResponse:
    form.full_clean()
    text, uploads = form.cleaned_data["text"], form.cleaned_data["attached"]
    try:
        answer_contribution(token, text, [given_file(one) for one in uploads], at=timezone.now())
    except ContributionRefused as refusal:
        form.add_error("attached", str(refusal))
        return _check(request, page, form, text)
    except (LinkOver, LinkForged) as over:
        return _ended(request, str(over), status=410)
    return _to("contribution-sent", token)


def _declined(request: HttpRequest, token: str, given: dict[str, Any]) -> HttpResponse:
    try:
        decline_contribution(
            token, given["reason"], suggested=given["suggested"], at=timezone.now()
        )
    except (LinkOver, LinkForged) as over:
        return _ended(request, str(over), status=410)
    return _to("contribution-sent", token)


def _asked(request: HttpRequest, page: OwnerPage, form: forms.Form) -> HttpResponse:
    status = 422 if form.errors else 200
    return _page(request, "question", {"page": page, "form": form}, status=status)


def _check(request: HttpRequest, page: OwnerPage, form: SendForm, text: str) -> HttpResponse:
    context = {"page": page, "form": form, "text": text}
    return _page(request, "check", context, status=422 if form.errors else 200)


def _ended(request: HttpRequest, why: str, *, status: int) -> HttpResponse:
    return _page(request, "ended", {"why": why}, status=status)


def _to(name: str, token: str) -> HttpResponse:
    return HttpResponseRedirect(reverse(name, args=[token]), status=303)


def _page(
    request: HttpRequest, name: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    frame = OwnerFrame(static("built/service.css"), static("built/icon.svg"))
    template = f"contributing/{name}.html"
    return render(request, template, {**context, "frame": frame}, status=status)
