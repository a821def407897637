"""What the finder found in words that are to be shown, and the fields that say why it is nobody's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django import forms

from answerable.domain.assurance.quotations import LONGEST_REASON, FoundWords
from answerable.domain.personal.measured import weakness
from answerable.web.forms import WordsField


@dataclass(frozen=True, slots=True)
class FoundField:
    """What the finder found, and the field that says why it is nobody."""

    found: FoundWords
    why: forms.BoundField

    @property
    def weakness(self) -> str:
        """Return how much of its kind the finder misses."""
        return weakness(self.found.kind)


def ask_why(form: forms.Form, found: Sequence[FoundWords]) -> None:
    """Give a form a field for each thing that was found."""
    for one in found:
        form.fields[_name(one)] = WordsField(
            label=f"Why “{one.words}” is nobody’s personal data",
            max_length=LONGEST_REASON,
            required=False,
        )


def finds_of(form: forms.Form, found: Sequence[FoundWords]) -> list[FoundField]:
    """Return what was found, each with its field."""
    return [FoundField(one, form[_name(one)]) for one in found]


def confirmed_in(form: forms.Form, found: Sequence[FoundWords]) -> Mapping[str, str]:
    """Return what a valid form says of each thing that was found, by its key."""
    return {one.key: form.cleaned_data[_name(one)] for one in found}


def _name(one: FoundWords) -> str:
    return f"why-{one.key}"
