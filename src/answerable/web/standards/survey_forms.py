"""The forms on which results of the survey are published, and words of people are looked through."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from answerable.actions.standards.reviewing_words import ToShow
from answerable.domain.assurance.quotations import LONGEST, FoundWords
from answerable.web.forms import WordsField
from answerable.web.standards.finds import FoundForm
from answerable.web.survey_results import ResultRow

_LONGEST_REASON = 2000


class PublishForm(forms.Form):
    """Why results are published."""

    reason = WordsField(
        label="Why they are published",
        help_text="It is kept in the ledger for good: name nobody",
        max_length=_LONGEST_REASON,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )


class TakeBackForm(forms.Form):
    """Which results are taken off the public page, and why."""

    first = forms.ChoiceField(
        label="Months",
        choices=(),
        error_messages={
            "required": "Choose which months",
            "invalid_choice": "Choose months whose results are published",
        },
    )
    reason = WordsField(
        label="Why they are taken back",
        help_text="It is kept in the ledger for good: name nobody",
        max_length=_LONGEST_REASON,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, rows: Sequence[ResultRow], **kwargs: Any) -> None:
        """Offer the results that are published."""
        super().__init__(*args, **kwargs)
        field = self.fields["first"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 said above
        field.choices = [(one.first, one.months) for one in rows]


class ReviewForm(FoundForm):
    """Words with what is decided about them; a field for each thing that the finder found in them."""

    words = WordsField(
        label="The words, as they would be shown",
        help_text="Take out whatever tells who wrote it or whom it is about",
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea({"rows": 8}),
    )
    is_public = forms.BooleanField(label="Show them to everybody, too", required=False)
    reason = WordsField(
        label="Why they are not to be shown",
        help_text="It is kept in the ledger for good: name nobody",
        max_length=_LONGEST_REASON,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, data: QueryDict | None, *, words: str, found: Sequence[FoundWords]) -> None:
        """Ask about each thing that was found in the words as they are now."""
        super().__init__(data, initial={"words": words}, found=found)

    @property
    def to_show(self) -> ToShow:
        """Return what would be shown, as it is typed."""
        said = self.cleaned_data
        return ToShow(said["words"], said["is_public"], self.confirmed)


class TakeWordsBackForm(forms.Form):
    """Why words are taken back."""

    reason = WordsField(
        label="Why they are taken back",
        help_text="It is kept in the ledger for good: name nobody",
        max_length=_LONGEST_REASON,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
