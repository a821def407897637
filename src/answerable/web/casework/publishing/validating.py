"""An entry beside the letter that left: validated by somebody who did not write it, and published."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.publishing.steps import publish
from answerable.actions.casework.publishing.validating import send_entry_back, validate_entry
from answerable.domain.roles import Move, MoveNotAllowed, why_not
from answerable.queries.accounts import person_name
from answerable.queries.casework.log_drafts import EntryPage, letters_that_left
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused
from answerable.web.casework.publishing.showing import (
    seen_entry,
    shown_questions,
    shown_versions,
    state_tag,
)
from answerable.web.forms import DayField
from answerable.web.staff import staff_page

_DONE = {
    "validate": "Validated",
    "back": "Sent back",
    "publish": "It is published with the next run of the log, or on its day",
}


class BackForm(forms.Form):
    """Why an entry goes back to whoever writes it."""

    reason = forms.CharField(
        label="Why it goes back",
        help_text="It is kept for good: name nobody who asked",
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )


class DayForm(forms.Form):
    """On which day an entry is published."""

    on = DayField(
        what="The day",
        label="Not before (optional)",
        hint="Without a day it is published now, or at the end of its embargo",
        required=False,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def validation(request: HttpRequest, reference: str) -> HttpResponse:
    """Show an entry as it will stand, beside what left; let it be validated, sent back or published."""
    doing = doing_of(request)
    found = seen_entry(reference, doing)
    posted = request.POST if request.method == "POST" else None
    day = DayForm(posted)
    refusal = Refusal()
    if posted is not None and (day.is_valid() or posted.get("do") != "publish"):
        refusal = done_or_refused(lambda: _do(request, found, day, doing))
        if not refusal.words:
            messages.success(request, _DONE[posted.get("do", "")])
            return redirect("request-entry", reference)
    context = {
        "found": found,
        "state": state_tag(found.state),
        "shown": found.entry,
        "questions": shown_questions(found.entry),
        "letters": letters_that_left(reference),
        "versions": shown_versions(found),
        "validated_by": person_name(found.validated_by) if found.validated_by else "",
        "back": BackForm(),
        "day": day,
        "problems": refusal.problems,
        "refusals": {
            "validate": why_not(Move.VALIDATE_ENTRY, actor=doing.by, situation=found.situation),
            "publish": why_not(Move.PUBLISH_ENTRY, actor=doing.by, situation=found.situation),
        },
    }
    return staff_page(
        request, "casework/publishing/validation.html", context, status=refusal.status
    )


def _do(request: HttpRequest, found: EntryPage, day: DayForm, doing: Doing) -> None:
    seen = _seen(request)
    match request.POST.get("do", ""):
        case "validate":
            validate_entry(found.reference, seen=seen, doing=doing)
        case "back":
            reason = request.POST.get("reason", "")
            send_entry_back(found.reference, reason=reason, seen=seen, doing=doing)
        case "publish":
            days = [one for one in (day.cleaned_data["on"], found.embargo_until) if one]
            publish(found.reference, seen, doing=doing, not_before=max(days, default=None))
        case other:
            raise ValueError(other)


def _seen(request: HttpRequest) -> int:
    """Return which version stood on the page.

    :raises MoveNotAllowed: if the form does not say.
    """
    number = request.POST.get("seen", "")
    if not number.isdecimal() or len(number) > 6:  # noqa: PLR2004 no entry has a million versions
        message = "The form does not say which version you read: open the page again"
        raise MoveNotAllowed(message)
    return int(number)
