"""Keep a request out of the log, and take that back."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.publishing.keeping_out import LONGEST_WORDS, keep_out, let_in
from answerable.domain.disclosure_log.keeping_out import KeptOut
from answerable.domain.roles import Move, why_not
from answerable.web.casework.assigning import ReasonForm
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused
from answerable.web.casework.publishing.showing import seen_entry, state_tag
from answerable.web.casework.words import capital
from answerable.web.staff import staff_page

_DONE = {"keep": "It is kept out of the log", "let": "It is a draft again: read it through"}


class KeepOutForm(forms.Form):
    """Why a request is not published."""

    why = forms.ChoiceField(
        label="Why it is not published",
        choices=[(one.name, capital(one.value)) for one in KeptOut],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why it is not published"},
    )
    words = forms.CharField(
        label="In your words",
        help_text="Needed for another reason. It is kept for good: name nobody who asked",
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def keeping_out(request: HttpRequest, reference: str) -> HttpResponse:
    """Show whether a request is kept out of the log; keep it out, or let it in again."""
    doing = doing_of(request)
    found = seen_entry(reference, doing)
    do = request.POST.get("do", "") if request.method == "POST" else ""
    form = KeepOutForm(request.POST if do == "keep" else None)
    refusal = Refusal()
    if do and (do != "keep" or form.is_valid()):
        refusal = done_or_refused(lambda: _do(do, request, form, doing, reference))
        if not refusal.words:
            messages.success(request, _DONE[do])
            return redirect("request-entry", reference)
    context = {
        "found": found,
        "state": state_tag(found.state),
        "form": form,
        "reason": ReasonForm(),
        "problems": refusal.problems,
        "refusal": why_not(Move.KEEP_OUT, actor=doing.by, situation=found.situation),
    }
    return staff_page(
        request, "casework/publishing/keeping_out.html", context, status=refusal.status
    )


def _do(do: str, request: HttpRequest, form: KeepOutForm, doing: Doing, reference: str) -> None:
    match do:
        case "keep":
            said = form.cleaned_data
            keep_out(reference, why=KeptOut[said["why"]], words=said["words"], doing=doing)
        case "let":
            let_in(reference, reason=request.POST.get("reason", ""), doing=doing)
        case _:
            raise ValueError(do)
