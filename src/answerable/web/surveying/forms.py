"""What somebody who had an answer is asked: three questions and room for words, all of it as they like."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from answerable.domain.assurance.surveys import LONGEST_WORDS, QUESTIONS
from answerable.web.forms import WordsField
from answerable.web.survey_words import QUESTION_WORDS, SCALE_WORDS

_PASSED = "none"
_CHOICES = [
    *((str(score), words) for score, words in SCALE_WORDS.items()),
    # What was chosen by mistake can be taken back without a script.
    (_PASSED, _("I would rather not say")),
]
_TOO_LONG = _("Shorten this to %(limit_value)d characters: you typed %(show_value)d")


class _Words(WordsField):
    """Words that are never cut: the browser is told no limit, and a line's end counts as one sign."""

    def to_python(self, value: Any) -> str:
        """Return the words as they are kept."""
        return super().to_python(value).replace("\r\n", "\n")


class SurveyForm(forms.Form):
    """How far somebody agrees with each of three sentences, and what they want to add."""

    def __init__(self, data: Any = None) -> None:
        """Ask each question of the survey."""
        super().__init__(data)
        for key in QUESTIONS:
            self.fields[key] = forms.ChoiceField(
                label=str(QUESTION_WORDS[key]),
                choices=_CHOICES,
                required=False,
                widget=forms.RadioSelect,
                error_messages={"invalid_choice": _("Select one of the answers of this page")},
            )
        self.fields["words"] = _Words(
            label=_("Is there anything that you want to add? (optional)"),
            help_text=_(
                "Do not name anybody, and write nothing by which you or others could be known. "
                "Somebody here looks through it before anything of it is shown."
            ),
            required=False,
            widget=forms.Textarea({"rows": 6}),
            validators=[MaxLengthValidator(LONGEST_WORDS, _TOO_LONG)],
        )

    def clean(self) -> dict[str, Any]:
        """Return what was given, if it is anything."""
        given = super().clean() or {}
        if not self.errors and not self.scores and not given["words"]:
            self.add_error(QUESTIONS[0], _("Answer at least one question, or write something"))
        return given

    @property
    def scores(self) -> dict[str, int]:
        """Return the scores by the keys of their questions, without those that were passed over."""
        chosen = {key: self.cleaned_data.get(key) for key in QUESTIONS}
        return {key: int(one) for key, one in chosen.items() if one and one != _PASSED}
