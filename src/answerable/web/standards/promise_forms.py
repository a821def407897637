"""The forms on which service standards are kept."""

from collections.abc import Sequence
from typing import Any

from django import forms

from answerable.domain.assurance.promises import (
    Aim,
    Figure,
    FigureRefused,
    FigureUnit,
    NotAMonth,
    Source,
    counted,
    month_written,
    number_written,
    source_of,
    sources,
)
from answerable.domain.assurance.quotations import FoundWords
from answerable.web.forms import WordsField
from answerable.web.standards.finds import FoundForm


class MonthField(forms.CharField):
    """A month, typed as 2026-04."""

    def __init__(self, *, label: str) -> None:
        missing = {"required": "Enter a month, such as 2026-04"}
        super().__init__(label=label, help_text="As 2026-04", error_messages=missing)

    def to_python(self, value: Any) -> Any:
        """Return the first day of the month that was typed, None if nothing was."""
        text = super().to_python(value)
        try:
            return month_written(text) if text else None
        except NotAMonth as problem:
            raise forms.ValidationError(str(problem)) from problem


class FigureField(forms.CharField):
    """A figure or a target: a number in the unit of what it is measured by, read when the unit is known."""

    def __init__(self, *, label: str, hint: str = "") -> None:
        missing = {"required": "Enter a number, such as 95 or 94.5"}
        super().__init__(label=label, help_text=hint, error_messages=missing)


class NewStandardForm(forms.Form):
    """A service standard to be made."""

    name = WordsField(label="Name", max_length=200, error_messages={"required": "Enter a name"})
    name_cy = WordsField(label="Name in Welsh", max_length=200, required=False)
    promise = WordsField(
        label="Promise",
        help_text="As people read it: what they can expect",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter what is promised"},
    )
    promise_cy = WordsField(
        label="Promise in Welsh", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    team = WordsField(
        label="Team", help_text="If it is not the whole office", max_length=100, required=False
    )
    source = forms.ChoiceField(label="Measured by", choices=())
    aim = forms.ChoiceField(
        label="The figure should be",
        choices=[(one.value, f"{one.value} the target") for one in Aim],
    )
    target = FigureField(
        label="Target", hint="In per cent, working days or a number, as it is measured"
    )
    from_month = MonthField(label="First month")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer everything that a standard can be measured by."""
        super().__init__(*args, **kwargs)
        field = self.fields["source"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 said above
        field.choices = [(one.key, f"{one.name} ({one.unit})") for one in sources().values()]

    def clean(self) -> dict[str, Any]:
        """Read the target in the unit of what it is measured by."""
        data = super().clean() or {}
        if data.get("source") and data.get("target"):
            _read(self, data, "target", source_of(data["source"]).unit)
        return data


class TargetForm(forms.Form):
    """Another target, from a month on."""

    target = FigureField(label="New target")
    from_month = MonthField(label="From which month")

    def __init__(self, *args: Any, source: Source, **kwargs: Any) -> None:
        """Know the unit."""
        super().__init__(*args, **kwargs)
        self._unit = source.unit

    def clean(self) -> dict[str, Any]:
        """Read the target in its unit."""
        data = super().clean() or {}
        if data.get("target"):
            _read(self, data, "target", self._unit)
        return data


class EndForm(forms.Form):
    """The last month of a standard."""

    last_month = MonthField(label="Last month in which it holds")


class TiesForm(forms.Form):
    """The elements that a standard shows."""

    framework = forms.ChoiceField(label="Framework", choices=())
    elements = WordsField(
        label="Elements",
        help_text="Their numbers, with spaces between them; none unties all",
        required=False,
    )

    def __init__(self, *args: Any, frameworks: list[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the frameworks in use."""
        super().__init__(*args, **kwargs)
        field = self.fields["framework"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 said above
        field.choices = frameworks


class ExplainForm(FoundForm):
    """Why a month missed its target, and what is done about it."""

    told = WordsField(
        label="Why the target was missed",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why the target was missed"},
    )
    told_cy = WordsField(
        label="The same in Welsh", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    action = WordsField(
        label="What is done about it",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what is done about it"},
    )
    action_cy = WordsField(
        label="What is done, in Welsh", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )

    def __init__(self, *args: Any, found: Sequence[FoundWords] = (), **kwargs: Any) -> None:
        """Ask about each thing that was found in the words as they are typed."""
        super().__init__(*args, found=found, **kwargs)
        self.own_fields = [self[name] for name in self.base_fields]


class EnterForm(forms.Form):
    """A team's own figure of a month: so many of so many, or a number."""

    month = MonthField(label="Month")
    how_many = forms.IntegerField(
        label="How many", min_value=0, error_messages={"required": "Enter how many"}
    )
    of_how_many = forms.IntegerField(
        label="Of how many", min_value=0, error_messages={"required": "Enter of how many"}
    )
    value = FigureField(label="Figure", hint="In working days")

    def __init__(self, *args: Any, source: Source, **kwargs: Any) -> None:
        """Ask for what the unit needs."""
        super().__init__(*args, **kwargs)
        self._source = source
        unused = ["value"] if source.unit is FigureUnit.PER_CENT else ["how_many", "of_how_many"]
        for name in unused:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Make the figure of what was typed."""
        data = super().clean() or {}
        if data.get("value"):
            _read(self, data, "value", self._source.unit)
            if "value" in data:
                data["figure"] = Figure(data["value"])
        if data.get("how_many") is not None and data.get("of_how_many") is not None:
            try:
                data["figure"] = counted(data["how_many"], data["of_how_many"])
            except FigureRefused as problem:
                self.add_error("how_many", str(problem))
        return data


def _read(form: forms.Form, data: dict[str, Any], name: str, unit: FigureUnit) -> None:
    try:
        data[name] = number_written(data[name], unit)
    except FigureRefused as problem:
        form.add_error(name, str(problem))
