"""Record that a review is asked for, that somebody complained to the regulator, or that they appealed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework.challenging import (
    ComplaintMade,
    ReviewAsked,
    ask_review,
    record_complaint,
)
from answerable.domain.roles import Move, why_not
from answerable.queries.casework.cases import CasePage
from answerable.web.casework.challenging.forms import ComplaintForm, ReviewForm
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.staff import posted, staff_page


@require_http_methods(["GET", "HEAD", "POST"])
def new_review(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that whoever asked wants a review."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    form = ReviewForm(posted(request), questions=_questions(found), initial={"asked_on": doing.on})
    refusal = Refusal()
    if form.is_valid():
        said = form.cleaned_data
        asked = ReviewAsked(form.grounds, said["words"], said["asked_on"], said["late_because"])
        refusal = done_or_refused(lambda: ask_review(reference, asked, doing=doing))
        if not refusal.words:
            messages.success(request, "Recorded: it waits for a reviewer")
            return redirect("request-challenges", reference)
    context = {
        "found": found,
        "form": form,
        "problems": refusal.problems,
        "refusal": why_not(Move.ASK_REVIEW, actor=doing.by, situation=found.situation),
        "heading": "A review is asked for",
        "words": "Record it",
    }
    return staff_page(request, "casework/challenging/new.html", context, status=refusal.status)


@require_http_methods(["GET", "HEAD", "POST"])
def new_complaint(request: HttpRequest, reference: str) -> HttpResponse:
    """Record a complaint to the regulator, or an appeal."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    form = ComplaintForm(posted(request), questions=_questions(found), initial={"on": doing.on})
    refusal = Refusal()
    if form.is_valid():
        made = _made(form)
        refusal = done_or_refused(lambda: record_complaint(reference, made, doing=doing))
        if not refusal.words:
            messages.success(request, "Recorded")
            return redirect("request-challenges", reference)
    context = {
        "found": found,
        "form": form,
        "problems": refusal.problems,
        "refusal": why_not(Move.RECORD_COMPLAINT, actor=doing.by, situation=found.situation),
        "heading": "A complaint or an appeal",
        "words": "Record it",
    }
    return staff_page(request, "casework/challenging/new.html", context, status=refusal.status)


def _questions(found: CasePage) -> list[tuple[str, str]]:
    return [(one.label, f"{one.name}: {one.text[:100]}") for one in found.questions]


def _made(form: ComplaintForm) -> ComplaintMade:
    said = form.cleaned_data
    return ComplaintMade(
        kind=said["kind"],
        their_reference=said["their_reference"],
        on=said["on"],
        grounds=form.grounds,
        words=said["words"],
        follows=said["follows"],
        brought_by=said["brought_by"],
    )
