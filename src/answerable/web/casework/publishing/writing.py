"""The entry of a request: written of its answers, changed, and decided on."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.publishing.drafting import draft_anew, draft_entry, save_entry
from answerable.domain.disclosure_log import Entry
from answerable.domain.roles import Actor, Move, why_not
from answerable.queries.casework.log_drafts import EntryPage, entry_version
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused
from answerable.web.casework.publishing.entry_form import EntryForm
from answerable.web.casework.publishing.showing import (
    seen_entry,
    shown_questions,
    shown_versions,
    state_tag,
)
from answerable.web.staff import staff_page

_DIGITS = 6
_CHANGED_IN = ("draft", "validated", "waiting")
_DONE = {
    "draft": "Written: read it through before somebody validates it",
    "anew": "Made of the answers anew: read it through again",
    "save": "Saved",
}


@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the entry of a request, and let it be written."""
    doing = doing_of(request)
    found = seen_entry(reference, doing)
    do = request.POST.get("do", "") if request.method == "POST" else ""
    form = EntryForm(request.POST if do == "save" else None, found)
    refusal = Refusal()
    if do != "save" or form.is_valid():
        refusal = done_or_refused(lambda: _do(do, form, reference, doing)) if do else refusal
        if do and not refusal.words:
            messages.success(request, _DONE[do])
            return redirect("request-entry", reference)
    # Who was refused sees what they typed, beside what the entry says now.
    older = _older(request, reference)
    context = {
        "found": found,
        "state": state_tag(found.state),
        "form": form,
        "may_change": found.state in _CHANGED_IN,
        "refusal": _why_not(found, doing.by),
        "questions": shown_questions(older or found.entry),
        "shown": older or found.entry,
        "older": request.GET.get("version", "") if older else "",
        "versions": shown_versions(found),
        "problems": refusal.problems,
        "is_refused": bool(refusal.words) or bool(form.errors),
    }
    return staff_page(request, "casework/publishing/entry.html", context, status=refusal.status)


def _do(do: str, form: EntryForm, reference: str, doing: Doing) -> None:
    match do:
        case "draft":
            draft_entry(reference, doing=doing)
        case "anew":
            draft_anew(reference, doing=doing)
        case "save":
            save_entry(reference, form.edit, seen=form.cleaned_data["seen"], doing=doing)
        case _:
            raise ValueError(do)


def _why_not(found: EntryPage, actor: Actor) -> str:
    return why_not(Move.DRAFT_ENTRY, actor=actor, situation=found.situation)


def _older(request: HttpRequest, reference: str) -> Entry | None:
    number = request.GET.get("version", "")
    return (
        entry_version(reference, int(number))
        if number.isdecimal() and len(number) <= _DIGITS
        else None
    )
