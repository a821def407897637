"""The forms with which administrators say who works here, and with which people come in."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from answerable.domain.roles import OFFICE_ROLES, Role
from answerable.queries.accounts import PersonRow

_ROLES = [(role.value, role.value.capitalize()) for role in OFFICE_ROLES]


class _Roles(forms.MultipleChoiceField):
    """Which roles somebody has."""

    def __init__(self) -> None:
        super().__init__(
            choices=_ROLES,
            widget=forms.CheckboxSelectMultiple,
            label="Roles",
            help_text="What they do in the office; they can do what any of them can",
            error_messages={"required": "Select at least one role"},
        )

    def clean(self, value: Any) -> frozenset[Role]:
        """Return the roles that were ticked."""
        return frozenset(map(Role, super().clean(value)))


class InviteForm(forms.Form):
    """Somebody new."""

    email = forms.EmailField(
        label="E-mail address",
        widget=forms.EmailInput({"autocomplete": "off", "spellcheck": "false"}),
        help_text="They sign in with it, and it never changes",
        error_messages={
            "required": "Enter their e-mail address",
            "invalid": "Enter an e-mail address in the correct format, like name@example.org",
        },
    )
    name = forms.CharField(
        label="Name",
        max_length=200,
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": "Enter their name"},
    )
    roles = _Roles()


class RolesForm(forms.Form):
    """Other roles for somebody."""

    roles = _Roles()


class AcceptForm(forms.Form):
    """The password of somebody who was invited."""

    password = forms.CharField(
        label="Password",
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        help_text="At least 12 characters: three or four words that only you put together are "
        "easy to keep",
        error_messages={"required": "Enter a password"},
    )

    def clean_password(self) -> str:
        """Return the password if it is hard enough to guess."""
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password


class NewTeamForm(forms.Form):
    """A new team."""

    name = forms.CharField(
        label="Name", max_length=200, error_messages={"required": "Enter the team's name"}
    )
    code = forms.SlugField(
        label="Code",
        max_length=30,
        help_text="Small letters, numbers and hyphens, like press-office; it never changes",
        widget=forms.TextInput({"class": "govuk-input--width-20", "spellcheck": "false"}),
        error_messages={
            "required": "Enter a code",
            "invalid": "Enter a code of small letters, numbers and hyphens, like press-office",
        },
    )


class TeamForm(forms.Form):
    """A team's name, who is in it, and whether it works."""

    name = forms.CharField(
        label="Name", max_length=200, error_messages={"required": "Enter the team's name"}
    )
    members = forms.MultipleChoiceField(
        label="Members", required=False, widget=forms.CheckboxSelectMultiple
    )
    is_active = forms.BooleanField(
        label="The team works: requests can be given to it", required=False
    )

    def __init__(self, *args: Any, people: Iterable[PersonRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.email, f"{one.name} ({one.email})") for one in people if one.is_active]
        members = self.fields["members"]
        assert isinstance(members, forms.MultipleChoiceField)  # noqa: S101 it stands above
        members.choices = choices
