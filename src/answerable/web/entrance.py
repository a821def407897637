"""Who comes in: nobody who did not sign in, and nobody without a second factor where one is required."""

import time
from typing import Any

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from answerable.queries.accounts import has_second_factor

_ON_THE_WAY = frozenset(
    {
        "account_logout",
        "account_reauthenticate",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
    }
)
"""Where somebody without a second factor may go: to set one up, and out."""


class ClosedByDefault(LoginRequiredMiddleware):
    """Lets in who signed in; a page that is open to everybody says so itself, and asks for no session."""

    def process_view(
        self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        """Return nothing where the view may answer, else where the person must go first.

        :raises Http404: if the address holds what no database stores, and so no page of ours has.
        """
        if any("\0" in str(value) for value in view_kwargs.values()):
            raise Http404
        # Django asks for the person first, and so for the session, also on pages that are open.
        if not getattr(view_func, "login_required", True):
            return None
        if _has_lasted(request):
            logout(request)
        return super().process_view(request, view_func, view_args, view_kwargs) or _led_away(
            request
        )


def _has_lasted(request: HttpRequest) -> bool:
    """Return whether somebody signed in too long ago, however busy they have been since."""
    records = get_authentication_records(request, request.user)
    return bool(records) and time.time() - records[0]["at"] > settings.SESSION_COOKIE_AGE


def _led_away(request: HttpRequest) -> HttpResponseRedirect | None:
    """Return where somebody goes to set up the second factor that they must have."""
    if settings.ANSWERABLE_SECOND_FACTOR == "optional":
        return None
    place = request.resolver_match.url_name if request.resolver_match else None
    if place in _ON_THE_WAY or has_second_factor(request.user) or _is_vouched_for(request):
        return None
    return redirect(reverse("mfa_index"))


def _is_vouched_for(request: HttpRequest) -> bool:
    """Return whether the office's own sign-in let this person in: it asks for factors of its own."""
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "socialaccount" for record in records)
