"""The forms of redactions: under which limb and why, a box by its sides, and words to be found everywhere."""

from typing import Any

from django import forms

from answerable.actions.casework.redacting.marking import Ground
from answerable.domain.release.page_words import Box
from answerable.web.casework.grounds import LIMBS
from answerable.web.forms import WordsField

_LONGEST_REASON = 500
_LONGEST_WORDS = 5000
_POINTS = 72 / 25.4
"""To a millimetre."""
_SIDES = {
    "left": "From the left edge to its left side",
    "top": "From the top edge to its top",
    "right": "From the left edge to its right side",
    "bottom": "From the top edge to its bottom",
}
_LONGEST_SIDE = 10_000


class GroundForm(forms.Form):
    """Why something is to go."""

    limb = forms.CharField(
        label="Exemption, to its limb",
        help_text="For example 40(2) or 31(1)(a)",
        max_length=40,
        required=False,
        widget=forms.TextInput(
            {"list": LIMBS, "autocomplete": "off", "class": "govuk-input--width-10"}
        ),
    )
    reason = WordsField(
        label="Why it is to go",
        help_text="It stands in the redaction log, which goes out with the file: say it without the words themselves",
        max_length=_LONGEST_REASON,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    @property
    def ground(self) -> Ground:
        """Return what was typed, once the form is valid."""
        return Ground(self.cleaned_data["limb"], self.cleaned_data["reason"])


class BoxForm(forms.Form):
    """A box by its four sides, in millimetres; all may be left out."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="box")
        for name, label in _SIDES.items():
            self.fields[name] = forms.FloatField(
                label=f"{label} (mm)",
                required=False,
                min_value=0,
                max_value=_LONGEST_SIDE,
                widget=forms.TextInput(
                    {"inputmode": "decimal", "class": "govuk-input--width-5", "autocomplete": "off"}
                ),
            )

    def clean(self) -> dict[str, Any]:
        """Refuse a box of which only some sides are known."""
        said = self.cleaned_data
        given = [said.get(name) is not None for name in _SIDES]
        if any(given) and not all(given) and not self.errors:
            raise forms.ValidationError("A box needs all four of its sides, or none")
        return said

    @property
    def box(self) -> Box | None:
        """Return the box in points; None if none was given."""
        left, top, right, bottom = (self.cleaned_data[name] for name in _SIDES)
        if left is None:
            return None
        return left * _POINTS, top * _POINTS, right * _POINTS, bottom * _POINTS


class PlaceForm(forms.Form):
    """What is to go from a sheet beside what was picked: an area, and words that alone go from the cells."""

    area = WordsField(
        label="Or cells by their names",
        help_text="B2, B2:B40, B2:B (from there to the end), B:C or 5:7",
        max_length=40,
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "class": "govuk-input--width-10"}),
    )
    only = WordsField(
        label="Only these words of the cells",
        help_text="Leave it empty for the whole cells. With commas between them",
        max_length=_LONGEST_REASON,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )


class EverywhereForm(GroundForm):
    """Words, where they are looked for, and why they are to go."""

    words = WordsField(
        label="Words that are to go",
        help_text="One name or phrase on each line. Capitals make no difference",
        max_length=_LONGEST_WORDS,
        required=False,
        widget=forms.Textarea({"rows": 3, "autocomplete": "off"}),
    )
    as_names = forms.BooleanField(
        label="They are names of people: look for the other ways to write them, too", required=False
    )
    where = forms.ChoiceField(
        label="Where",
        choices=(
            ("request", "In every file of this request that can be redacted"),
            ("file", "In this file"),
        ),
        initial="request",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where"},
    )
    field_order = ("words", "as_names", "where", "limb", "reason")
