"""Give a request to somebody, take it, accept or decline it."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions import casework
from answerable.actions.casework import Doing
from answerable.domain.roles import Actor, Move, Role, why_not
from answerable.queries.accounts import people, person_name, teams
from answerable.queries.casework.suggesting import officers_suggested
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.staff import staff_page


def _officers() -> list[tuple[str, str]]:
    return [("", "Nobody yet"), *((one.key, one.name) for one in officers())]


def _teams() -> list[tuple[str, str]]:
    return [("", "No team"), *((row.code, row.name) for row in teams())]


class AssignmentForm(forms.Form):
    """To whom a request goes."""

    officer = forms.ChoiceField(label="Officer", choices=_officers, required=False)
    team = forms.ChoiceField(label="Team", choices=_teams, required=False)


class ReasonForm(forms.Form):
    """Why something is done: the ledger keeps it for good."""

    reason = forms.CharField(
        label="Why",
        help_text="It is kept for good: name nobody who asked",
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )


def officers() -> list[Actor]:
    """Return everybody who works on requests, by name."""
    return [
        Actor(row.email, row.name, frozenset(row.roles))
        for row in people()
        if row.is_active and Role.OFFICER in row.roles
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def assignment(request: HttpRequest, reference: str) -> HttpResponse:
    """Show who has a request, and give it to somebody else."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    refusal = Refusal()
    if request.method == "POST":
        refusal = done_or_refused(lambda: _do(request, reference, doing))
        if not refusal.words:
            messages.success(request, _DONE[request.POST.get("do", "")])
            return redirect("request", reference)
    initial = {"officer": found.officer, "team": found.team}
    context = {
        "found": found,
        "officer": person_name(found.officer),
        "form": AssignmentForm(request.POST or None, initial=initial),
        "suggested": officers_suggested(reference, viewer=doing.by),
        "reason_form": ReasonForm(),
        "problems": refusal.problems,
        "refusals": {
            move.name.lower(): why_not(move, actor=doing.by, situation=found.situation)
            for move in (Move.ASSIGN, Move.TAKE, Move.ACCEPT, Move.DECLINE)
        },
    }
    return staff_page(request, "casework/assignment.html", context, status=refusal.status)


_DONE = {
    "assign": "Assigned",
    "take": "It is yours",
    "accept": "Accepted",
    "decline": "Given back",
}


def _do(request: HttpRequest, reference: str, doing: Doing) -> None:
    match request.POST.get("do"):
        case "assign":
            chosen = request.POST.get("officer", "")
            officer = next((one for one in officers() if one.key == chosen), None)
            team = request.POST.get("team", "")
            known = team if any(row.code == team for row in teams()) else ""
            casework.assign_request(reference, officer=officer, team=known, doing=doing)
        case "take":
            casework.take_request(reference, doing=doing)
        case "accept":
            casework.accept_request(reference, doing=doing)
        case "decline":
            reason = request.POST.get("reason", "")
            casework.decline_request(reference, reason=reason, doing=doing)
        case other:
            raise ValueError(other)
