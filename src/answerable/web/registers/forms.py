"""The forms of registers: a file to load, and why something is published."""

from typing import Any

from django import forms

from answerable.actions.registers.publishing import LookedAt
from answerable.web.forms import DayField, WordsField

_LONGEST = 2000


class LoadForm(forms.Form):
    """A file, which register it is, and as at which day."""

    register = forms.ChoiceField(
        label="Register", error_messages={"required": "Choose the register"}
    )
    file = forms.FileField(
        label="File",
        help_text="CSV, an Excel workbook (XLSX) or Parquet, with a heading for each column",
        error_messages={"required": "Choose the file"},
    )
    as_at = DayField(
        what="The day",
        label="As it stood on",
        hint="The day on which it was taken from its system, for example 26 6 2024",
    )

    def __init__(
        self, registers: list[tuple[str, str]], data: Any = None, files: Any = None
    ) -> None:
        super().__init__(data, files)
        self.fields["register"].choices = [("", ""), *registers]  # type: ignore[attr-defined]


class LookedAtForm(forms.Form):
    """Why personal data in a register's texts may be published; `digest` is of what was on the page."""

    digest = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    stays = WordsField(
        label="Why may what was found be published?",
        help_text="It is kept in the ledger, with how much of which kind; name nobody",
        max_length=_LONGEST,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )

    def looked(self) -> LookedAt | None:
        """Return what they looked at, None where nothing was on the page, or nothing is said of it."""
        digest, stays = self.cleaned_data["digest"], self.cleaned_data["stays"]
        return LookedAt(digest, stays) if digest and stays else None


class ReasonForm(forms.Form):
    """Why a register is published, or taken back."""

    reason = WordsField(
        label="Why?",
        help_text="It is kept in the ledger",
        max_length=_LONGEST,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": "Say why: the reason is kept in the ledger"},
    )


class BesideForm(forms.Form):
    """Why a table may leave though it gives something away beside others."""

    beside_reason = WordsField(
        label="Why may it leave all the same?",
        help_text="For example that the earlier table never left. It is kept in the ledger",
        max_length=_LONGEST,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": "Say why it may leave all the same, or change the table"},
    )
