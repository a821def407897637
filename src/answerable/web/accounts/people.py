"""Pages on which administrators say who works here."""

from django.conf import settings
from django.contrib import messages
from django.core.mail import send_mail
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from answerable.actions import accounts
from answerable.actions.accounts import AccountRefused
from answerable.domain.roles import Role
from answerable.queries.accounts import (
    PersonRow,
    open_invitations,
    people,
    person_row,
    sign_in_of,
)
from answerable.web.accounts.forms import InviteForm, RolesForm
from answerable.web.staff import actor, posted, staff_page


@require_GET
def everybody(request: HttpRequest) -> HttpResponse:
    """List who works here, who did, and who was invited."""
    actor(request, Role.ADMINISTRATOR)
    context = {"people": people(), "invitations": open_invitations(at=timezone.now())}
    return staff_page(request, "accounts/people.html", context)


@require_http_methods(["GET", "POST"])
def new_person(request: HttpRequest) -> HttpResponse:
    """Invite somebody: by mail, or with an address that the administrator hands over."""
    who = actor(request, Role.ADMINISTRATOR)
    form = InviteForm(posted(request))
    if form.is_valid():
        given = form.cleaned_data
        try:
            token = accounts.invite_person(
                given["email"],
                name=given["name"],
                roles=given["roles"],
                by=who,
                at=timezone.now(),
            )
        except AccountRefused as refusal:
            form.add_error("email", str(refusal))
        else:
            return _handed_over(request, given["email"], token)
    return staff_page(request, "accounts/new_person.html", {"form": form})


@require_http_methods(["GET", "POST"])
def person(request: HttpRequest, email: str) -> HttpResponse:
    """Show somebody, and change their roles."""
    who = actor(request, Role.ADMINISTRATOR)
    row = _found(email)
    form = RolesForm(posted(request), initial={"roles": [role.value for role in row.roles]})
    if form.is_valid():
        try:
            roles = form.cleaned_data["roles"]
            accounts.change_roles(row.email, roles=roles, by=who, at=timezone.now())
        except AccountRefused as refusal:
            form.add_error("roles", str(refusal))
        else:
            messages.success(request, f"The roles of {row.name} were changed")
            return redirect("person", row.email)
    context = {"form": form, "person": row, "sign_in": sign_in_of(row.email)}
    return staff_page(request, "accounts/person.html", context)


@require_POST
def access(request: HttpRequest, email: str) -> HttpResponse:
    """End somebody's access, or give it back."""
    who = actor(request, Role.ADMINISTRATOR)
    row = _found(email)
    try:
        if row.is_active:
            accounts.end_access(row.email, by=who, at=timezone.now())
            messages.success(request, f"{row.name} can sign in no more, and is signed out")
        else:
            accounts.restore_access(row.email, by=who, at=timezone.now())
            messages.success(request, f"{row.name} can sign in again")
    except AccountRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("person", row.email)


@require_POST
def new_password(request: HttpRequest, email: str) -> HttpResponse:
    """Let somebody choose a new password who forgot theirs."""
    who = actor(request, Role.ADMINISTRATOR)
    row = _found(email)
    try:
        token = accounts.offer_new_password(row.email, by=who, at=timezone.now())
    except AccountRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("person", row.email)
    return _handed_over(request, row.email, token)


@require_POST
def second_factors(request: HttpRequest, email: str) -> HttpResponse:
    """Take away the second factor that somebody lost."""
    who = actor(request, Role.ADMINISTRATOR)
    row = _found(email)
    try:
        accounts.remove_second_factors(row.email, by=who, at=timezone.now())
    except AccountRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"{row.name} signs in with the password alone, and is signed out")
    return redirect("person", row.email)


def _found(email: str) -> PersonRow:
    row = person_row(email)
    if row is None:
        message = "Nobody with this address works here"
        raise Http404(message)
    return row


def _handed_over(request: HttpRequest, email: str, token: str) -> HttpResponse:
    """Send an invitation by mail; where that cannot be done, show its address once."""
    address = f"{settings.ANSWERABLE_ADDRESS}{reverse('invitation', args=[token])}"
    words = render_to_string(
        "accounts/email/invitation.txt", {"address": address, "site": settings.ANSWERABLE_ADDRESS}
    )
    if settings.ANSWERABLE_SENDS_MAIL:
        try:
            send_mail("Come in to Answerable", words, None, [email])
        except OSError:
            messages.error(request, "The mail could not be sent")
        else:
            messages.success(request, f"An invitation was sent to {email}")
            return redirect("people")
    return staff_page(request, "accounts/invited.html", {"address": address, "email": email})
