"""With what people sign in."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

_SECOND = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@dataclass(frozen=True, slots=True)
class SignInRow:
    """With what somebody signs in, besides their password."""

    has_app: bool
    passkeys: int
    has_recovery_codes: bool

    @property
    def has_second_factor(self) -> bool:
        """Return whether a password alone does not let in."""
        return self.has_app or self.passkeys > 0


def sign_in_of(email: str) -> SignInRow:
    """Return with what the person of an address signs in."""
    kinds = list(Authenticator.objects.filter(user__email=email).values_list("type", flat=True))
    return SignInRow(
        has_app=Authenticator.Type.TOTP in kinds,
        passkeys=kinds.count(Authenticator.Type.WEBAUTHN),
        has_recovery_codes=Authenticator.Type.RECOVERY_CODES in kinds,
    )


def has_second_factor(person: AbstractBaseUser | AnonymousUser) -> bool:
    """Return whether somebody who signed in has an app or a passkey."""
    has_one: bool = Authenticator.objects.filter(user_id=person.pk, type__in=_SECOND).exists()
    return has_one
