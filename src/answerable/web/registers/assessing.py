"""The form in which an officer assesses whether small counts identify somebody, before any is withheld."""

import datetime as dt
from typing import Any

from django import forms

from answerable.domain.suppression.profiles import shipped_profiles
from answerable.domain.suppression.withholding import QUESTIONS, Assessment
from answerable.web.forms import WordsField

_LONGEST = 2000
_YES, _NO = "yes", "no"


def profile_choices() -> list[tuple[str, str]]:
    """Return the profiles that there are, each in the words of its title."""
    return [(name, one.title) for name, one in shipped_profiles().items()]


class AssessmentForm(forms.Form):
    """The questions of the test of a motivated intruder, and its conclusion."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for name, question in QUESTIONS.items():
            self.fields[name] = WordsField(
                label=question,
                max_length=_LONGEST,
                widget=forms.Textarea({"rows": 2}),
                error_messages={"required": f"Answer this: {question}"},
            )
        self.fields["is_identifying"] = forms.ChoiceField(
            label="Would somebody be identified by the figures as they were counted?",
            choices=[(_YES, "Yes"), (_NO, "No: nobody would be")],
            widget=forms.RadioSelect,
            error_messages={"required": "Say whether somebody would be identified"},
        )

    def assessment(self, *, by: str, on: dt.date) -> Assessment:
        """Return what was assessed."""
        said = self.cleaned_data
        return Assessment(
            **{name: said[name] for name in QUESTIONS},
            is_identifying=said["is_identifying"] == _YES,
            assessed_by=by,
            assessed_on=on,
        )
