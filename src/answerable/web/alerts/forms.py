"""The fields of the pages of alerts."""

from django import forms
from django.utils.translation import gettext_lazy as _

from answerable.domain.disclosure_log.alerts import Every

_LONGEST_ADDRESS = 254
EVERY = {
    Every.DAY: _("Once a day at most"),
    Every.WEEK: _("Once a week at most"),
    Every.MONTH: _("Once a month at most"),
}
_CHOICES = [(every.value, words) for every, words in EVERY.items()]
_SELECT = {
    "required": _("Select how often we may write"),
    "invalid_choice": _("Select how often we may write"),
}


class AlertForm(forms.Form):
    """Where to, and how often."""

    address = forms.EmailField(
        label=_("E-mail address"),
        help_text=_(
            "We write to it only about this, show it to nobody, and forget it when you end the alert."
        ),
        widget=forms.TextInput({"autocomplete": "email", "type": "email", "spellcheck": "false"}),
        max_length=_LONGEST_ADDRESS,
        error_messages={
            "required": _("Enter your e-mail address"),
            "invalid": _("Enter an e-mail address like name@example.com"),
            "max_length": _("Enter an e-mail address like name@example.com"),
        },
    )
    every = forms.ChoiceField(
        label=_("How often may we write, if there is something new?"),
        choices=_CHOICES,
        initial=Every.DAY.value,
        widget=forms.RadioSelect,
        error_messages=_SELECT,
    )


class EveryForm(forms.Form):
    """How often mail of one alert may come."""

    every = forms.ChoiceField(choices=_CHOICES, error_messages=_SELECT)
