"""The form on which something of the standards is published, or taken back."""

from django import forms

from answerable.web.forms import WordsField
from answerable.web.standards.finds import FoundForm

_LONGEST = 2000


class PublishingForm(FoundForm):
    """Why it is published, or taken back; of what was found in its words, why it is nobody's."""

    reason = WordsField(
        label="Why?",
        help_text="It is kept in the ledger; name nobody",
        max_length=_LONGEST,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": "Say why: the reason is kept in the ledger"},
    )
