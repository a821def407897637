"""Forms that look and speak as GOV.UK's do: the renderer that Django uses for every form, and fields."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms.renderers import DjangoTemplates

from answerable.reading.alphabets import storable

_KINDS: tuple[tuple[type[forms.Widget], str, str], ...] = (
    # Django makes several checkboxes a kind of radio buttons: they come first.
    (forms.CheckboxSelectMultiple, "checkboxes", "govuk-checkboxes__input"),
    (forms.RadioSelect, "radios", "govuk-radios__input"),
    (forms.CheckboxInput, "checkbox", "govuk-checkboxes__input"),
    (forms.Select, "select", "govuk-select"),
    (forms.Textarea, "textarea", "govuk-textarea"),
    (forms.FileInput, "file", "govuk-file-upload"),
    (forms.PasswordInput, "password", "govuk-input"),
)
"""Which part draws a widget, and the class of its element; the first that fits, else a text field."""

_LONGEST_YEAR = 4
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class DayInput(forms.MultiWidget):
    """Three short fields for a day that people know or look up: day, month, year."""

    template_name = "forms/day.html"
    use_fieldset = True

    def __init__(self) -> None:
        short = {"class": "govuk-input govuk-date-input__input govuk-input--width-2"}
        long = {"class": "govuk-input govuk-date-input__input govuk-input--width-4"}
        number = {"inputmode": "numeric"}
        super().__init__(
            {
                "day": forms.TextInput({**short, **number}),
                "month": forms.TextInput({**short, **number}),
                "year": forms.TextInput({**long, **number}),
            }
        )

    def decompress(self, value: dt.date | None) -> list[Any]:
        """Return what stands in the three fields for a day."""
        return [value.day, value.month, value.year] if value else ["", "", ""]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return what the template needs; all three fields are marked where the day is wrong."""
        context = super().get_context(name, value, attrs)
        if context["widget"]["attrs"].get("aria-invalid"):
            for part in context["widget"]["subwidgets"]:
                part["attrs"]["class"] += " govuk-input--error"
        return context


class DayField(forms.Field):
    """A day, typed as day, month (its number or its name) and year.

    `what` begins its messages, as "The day of receipt must include a year".
    """

    widget = DayInput

    def __init__(self, *, what: str, label: str, hint: str = "", required: bool = True) -> None:
        missing = {"required": f"Enter {what[:1].lower()}{what[1:]}"}
        super().__init__(label=label, help_text=hint, required=required, error_messages=missing)
        self.what = what

    def to_python(self, value: Any) -> dt.date | None:
        """Return the day that was typed, None if nothing was."""
        if isinstance(value, dt.date):
            return value
        day, month, year = (str(part or "").strip() for part in value or ("", "", ""))
        named = {"day": day, "month": month, "year": year}
        missing = [name for name, part in named.items() if not part]
        if len(missing) == len(named):
            return None
        if missing:
            message = f"{self.what} must include a {' and a '.join(missing)}"
            raise forms.ValidationError(message)
        try:
            if len(year) != _LONGEST_YEAR:
                raise ValueError(year)  # noqa: TRY301 said below, as whatever is no day
            return dt.date(int(year), _month(month), int(day))
        except (ValueError, OverflowError):
            message = f"{self.what} must be a real date"
            raise forms.ValidationError(message) from None


class WordsField(forms.CharField):
    """Words as people paste them: what no database stores is left out, and refused to nobody."""

    def to_python(self, value: Any) -> str:
        """Return the words without what cannot be kept."""
        return super().to_python(storable(value) if isinstance(value, str) else value) or ""


class _SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, none included; what each may be is for the action to say."""

    widget = _SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> "Sequence[UploadedFile[Any]]":  # noqa: ARG002 as Django calls it
        """Return the files that were chosen."""
        return [one for one in data or () if one]


def _month(text: str) -> int:
    name = text[:3].lower()
    return _MONTHS.index(name) + 1 if name in _MONTHS else int(text)


class GovukField(forms.BoundField):
    """A field of a form with what its template needs: the part that draws it, and where it begins."""

    @property
    def part(self) -> str:
        """Return the template that draws the field's widget."""
        return f"forms/{_kind(self.field.widget)[0]}.html"

    @property
    def first_id(self) -> str:
        """Return the id of the element to which the summary of errors leads."""
        if self.use_fieldset:
            return f"{self.auto_id}_0"
        return str(self.id_for_label)

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        """Return the attributes of the field's element, with its classes and its errors."""
        widget = widget or self.field.widget
        built = super().build_widget_attrs(attrs, widget)
        # Browsers' own messages are not ours: what is missing is said by the server, with the rest.
        built.pop("required", None)
        kind, name = _kind(widget)
        if widget.is_hidden or isinstance(widget, forms.MultiWidget):
            return built
        if self.use_fieldset or kind == "checkbox":
            # Of a group, its frame is described and not each of its parts.
            built.pop("aria-invalid", None)
        elif self.errors:
            name = f"{name} {name}--error"
        built["class"] = f"{name} {widget.attrs.get('class', '')}".strip()
        return built


def _kind(widget: forms.Widget) -> tuple[str, str]:
    if isinstance(widget, DayInput):
        return "date", ""
    found = (one[1:] for one in _KINDS if isinstance(widget, one[0]))
    return next(found, ("text", "govuk-input"))


class GovukForms(DjangoTemplates):
    """Draws every form by the templates in `forms`; Django finds it by `FORM_RENDERER`."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
    bound_field_class = GovukField
