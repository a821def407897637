"""Assign ticked requests: first what would become of each, and then, once somebody says so, it is done."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import AssignedRequest, Doing, assign_many
from answerable.domain.roles import Actor, Move, MoveNotAllowed, Role
from answerable.queries.accounts import PersonRow, TeamRow, people, person_row, teams
from answerable.reading.alphabets import storable
from answerable.web.casework.doing import doing_of
from answerable.web.staff import posted, staff_page

MOST = 200
"""Requests at once: what a person can look through before they confirm it."""


class AssignForm(forms.Form):
    """To whom: an officer, a team, or both."""

    officer = forms.ChoiceField(label="Officer", required=False)
    team = forms.ChoiceField(label="Team", required=False)

    def __init__(
        self, data: Any, *, people: tuple[PersonRow, ...], teams: tuple[TeamRow, ...]
    ) -> None:
        """Offer the officers who work here, and the teams."""
        super().__init__(data)
        officers = [
            (one.email, one.name) for one in people if one.is_active and Role.OFFICER in one.roles
        ]
        named = [(one.code, one.name) for one in teams]
        for name, choices in (("officer", officers), ("team", named)):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", f"No {name}"), *choices]

    def clean(self) -> dict[str, Any]:
        """Check that it says to whom."""
        if not (self.cleaned_data.get("officer") or self.cleaned_data.get("team")):
            self.add_error("officer", "Select an officer, a team, or both")
        return self.cleaned_data

    @property
    def words(self) -> str:
        """Return to whom, as a sentence says it."""
        given = self.cleaned_data
        named = [
            dict(getattr(self.fields[name], "choices", ()))[given[name]]
            for name in ("officer", "team")
            if given[name]
        ]
        return " in ".join(map(str, named))


@require_http_methods(["GET", "HEAD", "POST"])
def assign_page(request: HttpRequest) -> HttpResponse:
    """Ask to whom, show what would become of each request, and assign them once that is confirmed."""
    doing = doing_of(request, Move.ASSIGN)
    references = _ticked(request)
    if not references:
        messages.error(request, "Tick the requests that you want to assign")
        return redirect("requests")
    form = AssignForm(posted(request), people=people(), teams=teams())
    trial: Sequence[AssignedRequest] = ()
    if form.is_valid():
        is_confirmed = "confirm" in request.POST
        try:
            done = _assign(form, references, doing, is_trial=not is_confirmed)
        except MoveNotAllowed as refusal:
            form.add_error(None, str(refusal))
        else:
            if is_confirmed:
                _tell(request, done, form.words)
                return redirect("requests")
            trial = done
    context = {
        "form": form,
        "references": references,
        "trial": trial,
        "can": sum(not one.problem for one in trial),
        "to": form.words if trial else "",
    }
    return staff_page(request, "casework/assign.html", context)


def _ticked(request: HttpRequest) -> list[str]:
    given = request.POST if request.method == "POST" else request.GET
    named = (storable(one) for one in given.getlist("request"))
    return list(dict.fromkeys(one for one in named if one))[:MOST]


def _assign(
    form: AssignForm, references: Sequence[str], doing: Doing, *, is_trial: bool
) -> tuple[AssignedRequest, ...]:
    key = form.cleaned_data["officer"]
    row = person_row(key) if key else None
    officer = Actor(row.email, row.name, frozenset(row.roles)) if row else None
    return assign_many(
        references,
        officer=officer,
        team=form.cleaned_data["team"],
        doing=doing,
        is_trial=is_trial,
    )


def _tell(request: HttpRequest, done: Sequence[AssignedRequest], to: str) -> None:
    count = sum(not one.problem for one in done)
    if count:
        words = "1 request was" if count == 1 else f"{count} requests were"
        messages.success(request, f"{words} assigned to {to}")
    for one in done:
        if one.problem:
            messages.error(request, f"{one.reference} was not assigned: {one.problem}")
