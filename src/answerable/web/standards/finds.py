"""What the finder found in words that are to be shown, and the fields that say why it is nobody's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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


class FoundForm(forms.Form):
    """A form that asks of each thing that was found in words why it is nobody's, behind its own fields."""

    def __init__(self, *args: Any, found: Sequence[FoundWords] = (), **kwargs: Any) -> None:
        """Give the form a field for each thing that was found."""
        super().__init__(*args, **kwargs)
        self._found = found
        for one in found:
            self.fields[_name(one)] = WordsField(
                label=f"Why “{one.words}” is nobody’s personal data",
                max_length=LONGEST_REASON,
                required=False,
            )

    @property
    def finds(self) -> list[FoundField]:
        """Return what was found, each with its field."""
        return [FoundField(one, self[_name(one)]) for one in self._found]

    @property
    def confirmed(self) -> Mapping[str, str]:
        """Return why each thing that was found is nobody's, as it is typed, by its key."""
        return {one.key: self.cleaned_data[_name(one)] for one in self._found}


def _name(one: FoundWords) -> str:
    return f"why-{one.key}"
