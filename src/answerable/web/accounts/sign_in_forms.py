"""The forms of sign-in, with our labels, hints and messages."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms

_EMAIL = "Enter an e-mail address in the correct format, like name@example.org"
_RULES = "At least 12 characters: three or four words that only you put together are easy to keep"


def _say(field: forms.Field, label: str, *, missing: str, hint: str = "", width: str = "") -> None:
    """Give a field our words in place of the library's."""
    field.label, field.help_text = label, hint
    field.error_messages |= {"required": missing, "invalid": missing}
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs["spellcheck"] = "false"
    if width:
        field.widget.attrs["class"] = f"govuk-input--width-{width}"


def _say_email(field: forms.Field) -> None:
    _say(field, "E-mail address", missing="Enter your e-mail address")
    field.error_messages["invalid"] = _EMAIL


def _say_new_password(form: forms.Form) -> None:
    _say(form.fields["password1"], "New password", missing="Enter a new password", hint=_RULES)
    _say(form.fields["password2"], "New password again", missing="Enter the new password again")


def _say_code(field: forms.Field, *, hint: str) -> None:
    _say(field, "Code", missing="Enter the code", hint=hint, width="10")
    field.widget.attrs["autocapitalize"] = "none"


class SignIn(account.LoginForm):
    """An address and a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_email(self.fields["login"])
        _say(self.fields["password"], "Password", missing="Enter your password")


class PasswordAgain(account.ReauthenticateForm):
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["password"], "Password", missing="Enter your password")


class ChangePassword(account.ChangePasswordForm):
    """The password that somebody has, and another."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["oldpassword"], "Password", missing="Enter the password that you have now")
        _say_new_password(self)


class ForgottenPassword(account.ResetPasswordForm):
    """The address of somebody who does not know their password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_email(self.fields["email"])


class NewPassword(account.ResetPasswordKeyForm):
    """A new password in place of one that was forgotten."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_new_password(self)


class Code(mfa.AuthenticateForm):
    """The code of an app, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_code(self.fields["code"], hint="Six digits from your app, or a recovery code")


class CodeAgain(mfa.ReauthenticateForm):
    """The code once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_code(self.fields["code"], hint="Six digits from your app, or a recovery code")


class FirstCode(ActivateTOTPForm):
    """The first code of a new app, which proves that it has the secret."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_code(self.fields["code"], hint="The six digits that the app shows now")


class NewPasskey(AddWebAuthnForm):
    """A new passkey, and whether it lets in by itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["name"], "Name", missing="Enter a name", hint="So that you know it again")
        alone = self.fields["passwordless"]
        alone.label, alone.initial = "Sign in with this passkey alone, without the password", True
        alone.help_text = "It then asks for your finger, your face or its PIN"


class PasskeyName(EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["name"], "Name", missing="Enter a name")
