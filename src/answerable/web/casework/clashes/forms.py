"""The forms of contradictions: what a list is narrowed by, and why one may stand."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django import forms

from answerable.domain.precedent.settling import Because
from answerable.queries.casework.clashes.listed import ClashFilters
from answerable.web.casework.clashes.showing import KINDS, STATES
from answerable.web.casework.words import capital
from answerable.web.forms import WordsField

_LONGEST = 2000
_SAY_WHY = "Say why: the reason is kept in the ledger"


class ClashFilterForm(forms.Form):
    """What a list can be narrowed by; every field may be left out."""

    state = forms.ChoiceField(
        label="State", required=False, choices=[("", "Open and settled"), *STATES.items()]
    )
    kind = forms.ChoiceField(
        label="Kind",
        required=False,
        choices=[("", "Any kind"), *((kind, words) for kind, (words, _) in KINDS.items())],
    )

    def __init__(self, data: Any, *, limbs: Iterable[str]) -> None:
        """Offer the limbs that there are."""
        super().__init__(data, auto_id="filter_%s")
        self.fields["limb"] = forms.ChoiceField(
            label="Limb",
            required=False,
            choices=[("", "Any limb"), *((one, one) for one in limbs)],
            error_messages={"invalid_choice": "No contradiction is about the limb %(value)s"},
        )

    @property
    def filters(self) -> ClashFilters:
        """Return what the form asks for, once it is valid."""
        return ClashFilters(**self.cleaned_data)

    def query(self, *, page: int = 1) -> str:
        """Return the query of an address of this list."""
        said = {name: value for name, value in self.cleaned_data.items() if value}
        return urlencode({**said, "page": page} if page > 1 else said)


class SettleForm(forms.Form):
    """Why a contradiction may stand."""

    because = forms.ChoiceField(
        label="Why may they stand?",
        choices=[(one.value, capital(one.value)) for one in Because],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why they may stand"},
    )
    words = WordsField(
        label="In your words",
        help_text="What changed, and since when: whoever answers the next one reads it",
        max_length=_LONGEST,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _SAY_WHY},
    )


class ReopenForm(forms.Form):
    """Why a contradiction that was settled has to be looked at again."""

    reason = WordsField(
        label="Why does it have to be looked at again?",
        max_length=_LONGEST,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": _SAY_WHY},
    )
