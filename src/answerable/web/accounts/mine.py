"""What people do with their own way in."""

from allauth.account.views import password_reset
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from answerable.actions.accounts import end_sessions
from answerable.queries.accounts import person_row, sign_in_of
from answerable.web.staff import actor, staff_page


@require_GET
def account(request: HttpRequest) -> HttpResponse:
    """Show somebody their roles and teams, and with what they sign in."""
    who = actor(request)
    context = {"person": person_row(who.key), "sign_in": sign_in_of(who.key)}
    return staff_page(request, "accounts/account.html", context)


@require_POST
def other_sessions(request: HttpRequest) -> HttpResponse:
    """End every session of this person but this one."""
    end_sessions(by=actor(request), at=timezone.now())
    if request.user.is_authenticated:  # so it is, or there is no actor
        request.user.refresh_from_db()
        update_session_auth_hash(request, request.user)
    messages.success(request, "You are signed out everywhere else")
    return redirect("account")


def forgotten_password(request: HttpRequest) -> HttpResponseBase:
    """Send the way to a new password by mail; say so where this site sends none."""
    if not settings.ANSWERABLE_SENDS_MAIL:
        return staff_page(request, "accounts/no_mail.html", {}, status=503)
    answer: HttpResponseBase = password_reset(request)
    return answer
