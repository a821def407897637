"""What staff fill in of another body."""

from django import forms

from answerable.actions.casework.bodies.keeping import BodyEntry
from answerable.queries.casework.bodies import BodyRow
from answerable.web.forms import WordsField


class BodyForm(forms.Form):
    """How a body stands in the directory."""

    name = WordsField(
        label="Name",
        help_text="As letters say it",
        max_length=200,
        error_messages={"required": "Enter the name of the body"},
    )
    is_force = forms.BooleanField(label="It is a police force", required=False)
    area = WordsField(
        label="Area, or what it is for",
        max_length=200,
        required=False,
    )
    email = WordsField(
        label="E-mail address for requests",
        help_text="Questions are sent on to it, and letters say it",
        max_length=254,
        required=False,
        widget=forms.EmailInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    website = WordsField(
        label="Website",
        help_text="Such as https://www.example.org/foi",
        max_length=300,
        required=False,
    )
    phone = WordsField(label="Telephone", max_length=60, required=False)
    postal = WordsField(
        label="Postal address",
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )

    @property
    def entry(self) -> BodyEntry:
        """Return the entry as it was filled in."""
        return BodyEntry(**self.cleaned_data)


def body_initial(row: BodyRow) -> dict[str, object]:
    """Return what stands in the fields of a body."""
    return {name: getattr(row, name) for name in BodyForm.base_fields}
