"""What the library for sign-in asks of us: who may come in, what is said, and what the ledger is told."""

import logging
import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from answerable.actions.accounts import tell_own_change
from answerable.queries.accounts import actor_of

_log = logging.getLogger(__name__)
_JUST_NOW = 5 * 60

_TOLD = {
    "account/email/password_changed": "password changed",
    "account/email/password_reset": "password set anew by e-mail",
    "mfa/email/totp_activated": "app added",
    "mfa/email/totp_deactivated": "app removed",
    "mfa/email/webauthn_added": "passkey added",
    "mfa/email/webauthn_removed": "passkey removed",
    "mfa/email/recovery_codes_generated": "recovery codes made anew",
}
"""What the ledger says of each change that people make to how they sign in."""

_WORDS = {
    "account_inactive": "Your access has ended: ask an administrator",
    "email_password_mismatch": "The e-mail address or the password is wrong: check both",
    "enter_current_password": "This is not your password: enter the one that you have now",
    "incorrect_password": "This is not your password: try again",
    "invalid_password_reset": "This address was used already or is over: ask for a new one",
    "too_many_login_attempts": "That was tried too often: wait five minutes, then try again",
    "rate_limited": "That was tried too often: wait a minute, then try again",
}


class Accounts(DefaultAccountAdapter):
    """How people sign in: nobody signs up, and mail that cannot be sent breaks nothing."""

    error_messages = DefaultAccountAdapter.error_messages | _WORDS

    def is_open_for_signup(self, *_: Any) -> bool:
        """Return that nobody lets themselves in: an administrator invites."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a mail; where that fails the log says so, and nobody is told whose address is known."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError:
            _log.exception("A mail was not sent")

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: Any = None, email: str | None = None
    ) -> None:
        """Tell the ledger what somebody changed of their own sign-in, and tell them by mail."""
        if what := _TOLD.get(template_prefix):
            tell_own_change(what, by=actor_of(user), at=timezone.now())
        super().send_notification_mail(template_prefix, user, context=context, email=email)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Return whether a password is asked for again: not from somebody who signed in just now."""
        records = get_authentication_records(self.request, self.request.user)
        is_fresh = any(time.time() - record["at"] < _JUST_NOW for record in records)
        return not is_fresh and super().is_reauthentication_required(app=app, **kwargs)


class SingleSignOn(DefaultSocialAccountAdapter):
    """Sign-in by the office's own provider: for whoever is known here, by their confirmed address."""

    def is_open_for_signup(self, *_: Any) -> bool:
        """Return that the provider lets in nobody whom no administrator let in."""
        return False

    def pre_social_login(self, _: HttpRequest, sociallogin: Any) -> None:
        """Do nothing for a sign-in; nothing else is done with a provider.

        :raises PermissionDenied: if somebody would tie another account of theirs to this one.
        """
        if sociallogin.state.get("process") != "login":
            message = "Single sign-on is for signing in: nothing else is done with it"
            raise PermissionDenied(message)


class SecondFactors(DefaultMFAAdapter):
    """Apps, passkeys and recovery codes, in our words."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "This is not the code: enter the one that is shown now",
        "cannot_generate_recovery_codes": "Set up an app or a passkey first: codes stand in for it",
    }

    def build_totp_svg(self, url: str) -> SafeString:
        """Return the square for the page itself: pages may not show pictures from elsewhere."""
        _, _, drawn = super().build_totp_svg(url).partition("<svg")
        named = 'class="an-code" role="img" aria-label="A square for your app to scan"'
        return mark_safe(f"<svg {named}{drawn}")  # noqa: S308 shapes only, drawn by the library

    def generate_authenticator_name(self, *_: Any, **__: Any) -> str:
        """Return what a new passkey is called unless its owner says something else."""
        return "My passkey"
