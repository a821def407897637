"""The fields of the public form. Nothing that was typed is cut: what is too long is said."""

import re
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator, RegexValidator
from django.utils.translation import gettext_lazy as _

from answerable.web.asking.drafts import Draft

LONGEST_TEXT = 100_000
_LONGEST_NAME, _LONGEST_ADDRESS, _LONGEST_POSTAL, _LONGEST_WISH = 300, 254, 2_000, 300

KINDS = {
    "information": _("Information that we may hold"),
    "own data": _("Information about me"),
    "complaint": _("A complaint, or help with something else"),
}
LANGUAGES = (("en", "English"), ("cy", "Cymraeg"))
_TOO_LONG = _("Shorten this to %(limit_value)d characters: you typed %(show_value)d")


class KindForm(forms.Form):
    """What somebody wants: each leads to the right place."""

    kind = forms.ChoiceField(
        label=_("What would you like?"),
        choices=list(KINDS.items()),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Select what you would like"),
            "invalid_choice": _("Select what you would like"),
        },
    )


class _Words(forms.CharField):
    """A field whose words are never cut: neither by the browser nor at their ends."""

    def __init__(self, *, longest: int, missing: Any = "", **more: Any) -> None:
        super().__init__(
            required=bool(missing), strip=False, error_messages={"required": missing}, **more
        )
        self.validators.append(MaxLengthValidator(longest, _TOO_LONG))

    def to_python(self, value: Any) -> str:
        """Return the words, or nothing where only blanks stand."""
        words = super().to_python(value) or ""
        return words if words.strip() else ""


class WordsForm(forms.Form):
    """What is asked, by whom, and where the answer goes."""

    text = _Words(
        longest=LONGEST_TEXT,
        missing=_("Enter what you would like to know"),
        label=_("Your request"),
        help_text=_(
            "Say what information you want, and for which dates or places. You do not have to say why. "
            "There is room for 100,000 characters, about 40 pages."
        ),
        widget=forms.Textarea({"rows": 12}),
    )
    name = _Words(
        longest=_LONGEST_NAME,
        missing=_("Enter your name"),
        label=_("Your full name"),
        help_text=_("The law asks for your real name; the name of an organisation is fine, too."),
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    address = _Words(
        longest=_LONGEST_ADDRESS,
        label=_("E-mail address"),
        help_text=_("We send the answer to it. You can give a postal address instead."),
        widget=forms.TextInput({"autocomplete": "email", "type": "email", "spellcheck": "false"}),
        validators=[
            RegexValidator(
                re.compile(r"\A\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*\Z"),
                _("Enter an e-mail address like name@example.com"),
            )
        ],
    )
    postal = _Words(
        longest=_LONGEST_POSTAL,
        label=_("Postal address, if you have no e-mail address or want the answer by post"),
        widget=forms.Textarea({"rows": 4, "autocomplete": "street-address"}),
    )
    answer_as = _Words(
        longest=_LONGEST_WISH,
        label=_("How would you like the answer? (optional)"),
        help_text=_("For instance as a spreadsheet, on paper, or in large print."),
    )
    language = forms.ChoiceField(
        label=_("In which language shall we write to you?"),
        choices=LANGUAGES,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Select a language"),
            "invalid_choice": _("Select a language"),
        },
    )

    def clean(self) -> dict[str, Any]:
        """Return what was typed, if it says where to answer."""
        given = super().clean() or {}
        if "address" in given and not given["address"] and not given.get("postal"):
            self.add_error(
                "address", _("Enter an e-mail address or a postal address, so that we can answer")
            )
        return given


def words_of(draft: Draft) -> dict[str, str]:
    """Return what a draft says as the form's fields."""
    return {name: getattr(draft, name) for name in WordsForm.base_fields}
