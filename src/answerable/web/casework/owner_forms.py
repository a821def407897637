"""What officers fill in to ask an information owner, and to keep the list of owners."""

from django import forms

from answerable.actions.casework.contributing.asking import LONGEST_WORDS
from answerable.queries.casework.owners import OwnerRow
from answerable.web.forms import DayField

_LONGEST = 200


class AgainForm(forms.Form):
    """What an owner is asked, by when, and why the day is late."""

    words = forms.CharField(
        label="What do you ask?",
        help_text=(
            "This is all that they see of the request. Leave out who asked, and all by which "
            "they could be known."
        ),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea({"rows": 8}),
        error_messages={
            "required": "Write what you ask",
            "max_length": f"What you ask must have {LONGEST_WORDS:,} characters or fewer",
        },
    )
    due_on = DayField(
        what="The day by which you need it",
        label="By when do you need it?",
        hint="A working day that leaves time to write the answer, such as 27 3 2026",
    )
    reason = forms.CharField(
        label="Reason",
        help_text=(
            "Only if the day is no earlier than the answer's own. It is kept in the ledger for good."
        ),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"max_length": "The reason must have 1,000 characters or fewer"},
    )


class AskForm(AgainForm):
    """The same, and whom."""

    owner = forms.ChoiceField(
        label="Whom do you ask?",
        error_messages={
            "required": "Choose whom you ask",
            "invalid_choice": "Choose somebody from the list: %(value)s cannot be asked",
        },
    )
    field_order = ("owner", "words", "due_on", "reason")

    def offer(self, rows: tuple[OwnerRow, ...]) -> None:
        """Offer the owners who can be asked, with what each has to answer already."""
        choices = [("", "Choose an information owner")]
        choices += [(row.email, _offered(row)) for row in rows]
        field = self.fields["owner"]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices


class OwnerForm(forms.Form):
    """How an information owner stands on the list."""

    name = forms.CharField(
        label="Name",
        max_length=_LONGEST,
        error_messages={
            "required": "Enter a name",
            "max_length": f"The name must have {_LONGEST} characters or fewer",
        },
    )
    area = forms.CharField(
        label="What they know about",
        help_text="A team, a subject or a system, such as “Fleet: vehicles and fuel”",
        required=False,
        max_length=_LONGEST,
        error_messages={
            "max_length": f"What they know about must have {_LONGEST} characters or fewer"
        },
    )

    is_external = forms.BooleanField(
        label="They belong to another body",
        help_text="Such as a police force: they are consulted, and consultations are listed apart",
        required=False,
    )


class NewOwnerForm(OwnerForm):
    """The same, and the address that they are asked at."""

    email = forms.CharField(
        label="E-mail address",
        help_text="It does not change later: whoever has another one gets an entry of their own.",
        widget=forms.EmailInput({"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Enter an e-mail address"},
    )
    field_order = ("email", "name", "area", "is_external")


def _offered(row: OwnerRow) -> str:
    area = f", {row.area}" if row.area else ""
    outside = ", another body" if row.is_external else ""
    load = f" ({row.waiting} to answer)" if row.waiting else ""
    return f"{row.name}{area}{outside}{load}"
