"""Who asked, shown with a reason; and requests that only named people see."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions import casework
from answerable.actions.casework import Asker, Doing
from answerable.domain.roles import Move, why_not
from answerable.queries.accounts import people
from answerable.queries.casework.cases import CasePage
from answerable.web.casework.assigning import ReasonForm
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.staff import staff_page


def _everybody() -> list[tuple[str, str]]:
    return [(row.email, row.name) for row in people() if row.is_active]


class RestrictionForm(ReasonForm):
    """Who may see a request, and why only they."""

    people = forms.MultipleChoiceField(
        label="Who may see it",
        help_text="You and its officer always can",
        choices=_everybody,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ("people", "reason")


@require_http_methods(["GET", "HEAD", "POST"])
def requester(request: HttpRequest, reference: str) -> HttpResponse:
    """Show who asked, to somebody who says why: the ledger keeps that they looked."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    shown: list[Asker] = []
    refusal = Refusal()
    if request.method == "POST":
        reason = request.POST.get("reason", "")
        refusal = done_or_refused(
            lambda: shown.append(casework.show_requester(reference, reason=reason, doing=doing)),
            place="id_reason",
        )
    context = {
        "found": found,
        "asker": shown[0] if shown else None,
        "form": ReasonForm(),
        "problems": refusal.problems,
        "refusal": why_not(Move.SEE_REQUESTER, actor=doing.by, situation=found.situation),
    }
    return staff_page(request, "casework/requester.html", context, status=refusal.status)


@require_http_methods(["GET", "HEAD", "POST"])
def restriction(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a request to named people only, or to everybody again."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    form = RestrictionForm(
        request.POST if request.method == "POST" else None,
        initial={"people": sorted(found.situation.named)},
    )
    refusal = Refusal()
    if form.is_valid():
        refusal = done_or_refused(lambda: _restrict(form, request, found, doing), place="id_reason")
        if not refusal.words:
            messages.success(request, "Recorded")
            return redirect("request", reference)
    context = {
        "found": found,
        "form": form,
        "problems": refusal.problems,
        "refusal": why_not(Move.RESTRICT, actor=doing.by, situation=found.situation),
    }
    return staff_page(request, "casework/restriction.html", context, status=refusal.status)


def _restrict(form: RestrictionForm, request: HttpRequest, found: CasePage, doing: Doing) -> None:
    said = form.cleaned_data
    if request.POST.get("do") == "lift":
        casework.lift_restriction(found.reference, reason=said["reason"], doing=doing)
    else:
        casework.restrict_request(
            found.reference, people=said["people"], reason=said["reason"], doing=doing
        )
