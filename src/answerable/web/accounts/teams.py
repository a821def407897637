"""Pages on which administrators say which teams there are and who is in them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from answerable.actions import accounts
from answerable.actions.accounts import AccountRefused
from answerable.domain.roles import Role
from answerable.queries.accounts import people, team_row, teams
from answerable.web.accounts.forms import NewTeamForm, TeamForm
from answerable.web.staff import actor, posted, staff_page


@require_GET
def all_teams(request: HttpRequest) -> HttpResponse:
    """List the teams."""
    actor(request, Role.ADMINISTRATOR)
    return staff_page(request, "accounts/teams.html", {"teams": teams(with_ended=True)})


@require_http_methods(["GET", "POST"])
def new_team(request: HttpRequest) -> HttpResponse:
    """Make a team, then lead to its members."""
    who = actor(request, Role.ADMINISTRATOR)
    form = NewTeamForm(posted(request))
    if form.is_valid():
        code, name = form.cleaned_data["code"], form.cleaned_data["name"]
        try:
            accounts.make_team(code, name=name, by=who, at=timezone.now())
        except AccountRefused as refusal:
            form.add_error("code", str(refusal))
        else:
            return redirect("team", code)
    return staff_page(request, "accounts/new_team.html", {"form": form})


@require_http_methods(["GET", "POST"])
def team(request: HttpRequest, code: str) -> HttpResponse:
    """Change a team."""
    who = actor(request, Role.ADMINISTRATOR)
    row = team_row(code)
    if row is None:
        message = "There is no such team"
        raise Http404(message)
    known = {
        "name": row.name,
        "members": [email for email, _ in row.members],
        "is_active": row.is_active,
    }
    form = TeamForm(posted(request), initial=known, people=people())
    if form.is_valid():
        given = form.cleaned_data
        try:
            accounts.change_team(
                code,
                name=given["name"],
                members=given["members"],
                is_active=given["is_active"],
                by=who,
                at=timezone.now(),
            )
        except AccountRefused as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, f"{given['name']} was changed")
            return redirect("teams")
    return staff_page(request, "accounts/team.html", {"form": form, "team": row})
