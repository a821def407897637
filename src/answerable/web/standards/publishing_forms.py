"""The form on which something of the standards is published, or taken back."""

from collections.abc import Mapping, Sequence

from django import forms
from django.http import QueryDict

from answerable.domain.assurance.quotations import FoundWords
from answerable.web.forms import WordsField
from answerable.web.standards.finds import FoundField, ask_why, confirmed_in, finds_of

_LONGEST = 2000


class PublishingForm(forms.Form):
    """Why it is published, or taken back; of what was found in its words, why it is nobody's."""

    reason = WordsField(
        label="Why?",
        help_text="It is kept in the ledger; name nobody",
        max_length=_LONGEST,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": "Say why: the reason is kept in the ledger"},
    )

    def __init__(self, data: QueryDict | None, *, found: Sequence[FoundWords] = ()) -> None:
        """Ask about each thing that was found in the words."""
        super().__init__(data)
        self._found = found
        ask_why(self, found)

    @property
    def finds(self) -> list[FoundField]:
        """Return what was found, each with its field."""
        return finds_of(self, self._found)

    @property
    def confirmed(self) -> Mapping[str, str]:
        """Return why each thing that was found is nobody's, as it is typed."""
        return confirmed_in(self, self._found)
