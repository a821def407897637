"""The page on which somebody who was invited comes in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from answerable.actions.accounts import AccountRefused, accept_invitation
from answerable.queries.accounts import invitation_of
from answerable.web.accounts.forms import AcceptForm
from answerable.web.staff import posted, staff_page


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Ask who was invited for a password, and let them in."""
    now = timezone.now()
    invited = invitation_of(token, at=now)
    if invited is None:
        return staff_page(request, "accounts/invitation_over.html", {}, status=404)
    form = AcceptForm(posted(request))
    if form.is_valid():
        try:
            accept_invitation(token, password=form.cleaned_data["password"], at=now)
        except AccountRefused as refusal:
            form.add_error("password", str(refusal))
        else:
            messages.success(request, "Your password is kept: sign in with it")
            return redirect("account_login")
    return staff_page(request, "accounts/invitation.html", {"form": form, "invited": invited})
