"""Every kind of field, drawn by our own templates: labels, hints, errors and what ties them together."""

import datetime as dt
import re

import pytest
from django import forms
from django.template.loader import render_to_string

from answerable.web.forms import DayField

pytestmark = pytest.mark.once

CHOICES = [("a", "First"), ("b", "Second")]


class EveryKind(forms.Form):
    """One field of each kind."""

    name = forms.CharField(
        help_text="As on the letter",
        error_messages={"required": "Enter a name"},
        widget=forms.TextInput({"autocomplete": "name", "class": "govuk-input--width-20"}),
    )
    secret = forms.CharField(widget=forms.PasswordInput({"autocomplete": "new-password"}))
    text = forms.CharField(widget=forms.Textarea({"rows": 5}))
    one = forms.ChoiceField(choices=CHOICES)
    radio = forms.ChoiceField(
        choices=CHOICES, widget=forms.RadioSelect, error_messages={"required": "Select one"}
    )
    several = forms.MultipleChoiceField(
        choices=CHOICES, widget=forms.CheckboxSelectMultiple, help_text="All that apply"
    )
    sure = forms.BooleanField(label="I am sure", error_messages={"required": "Say that you are"})
    file = forms.FileField()
    day = DayField(what="The day of receipt", label="Day of receipt", hint="As 27 3 2026")
    hidden = forms.CharField(widget=forms.HiddenInput, required=False)


@pytest.fixture
def empty():
    return EveryKind({})


def test_each_kind_is_drawn_with_its_own_classes():
    drawn = EveryKind().render()

    for name in (
        'class="govuk-input govuk-input--width-20"',
        'class="govuk-textarea"',
        'class="govuk-select"',
        'class="govuk-radios__input"',
        'class="govuk-checkboxes__input"',
        'class="govuk-file-upload"',
        'class="govuk-input govuk-date-input__input govuk-input--width-4"',
    ):
        assert name in drawn
    assert " required" not in drawn
    assert "error" not in drawn


def test_every_label_leads_to_its_field_and_every_description_is_there(empty):
    drawn = empty.render()
    ids = set(re.findall(r'\bid="([^"]+)"', drawn))

    assert set(re.findall(r'\bfor="([^"]+)"', drawn)) <= ids
    described = " ".join(re.findall(r'aria-describedby="([^"]+)"', drawn)).split()
    assert {"id_name_helptext", "id_name_error", "id_several_helptext"} <= set(described) <= ids


def test_an_error_says_so_to_those_who_cannot_see_red(empty):
    drawn = str(empty["name"].as_field_group())

    assert 'class="govuk-form-group govuk-form-group--error"' in drawn
    assert '<span class="govuk-visually-hidden">Error:</span> Enter a name</p>' in drawn
    assert 'aria-invalid="true"' in drawn
    assert 'class="govuk-input govuk-input--error govuk-input--width-20"' in drawn
    assert 'autocomplete="name"' in drawn


def test_of_a_group_the_frame_is_described_and_not_each_choice(empty):
    drawn = str(empty["radio"].as_field_group())

    assert '<fieldset class="govuk-fieldset" aria-describedby="id_radio_error">' in drawn
    assert "aria-invalid" not in drawn
    assert drawn.count("aria-describedby") == 1


def test_the_summary_leads_to_each_field(empty):
    summary = render_to_string("forms/errors.html", {"form": empty})
    ids = set(re.findall(r'\bid="([^"]+)"', empty.render()))

    led_to = set(re.findall(r'href="#([^"]+)"', summary))
    assert {"id_name", "id_radio_0", "id_several_0", "id_sure", "id_day_0"} <= led_to <= ids
    assert "Enter the day of receipt" in summary
    assert render_to_string("forms/errors.html", {"form": EveryKind()}).strip() == ""


@pytest.mark.parametrize(
    ("day", "month", "year", "means"),
    [
        ("27", "3", "2026", dt.date(2026, 3, 27)),
        ("1", "Sept", "2026", dt.date(2026, 9, 1)),
        ("01", "november", "2026", dt.date(2026, 11, 1)),
        ("", "", "", "Enter the day of receipt"),
        ("27", "3", "", "The day of receipt must include a year"),
        ("", "", "2026", "The day of receipt must include a day and a month"),
        ("30", "2", "2026", "The day of receipt must be a real date"),
        ("1", "1", "26", "The day of receipt must be a real date"),
        ("9" * 30, "1", "2026", "The day of receipt must be a real date"),
        ("1", "9" * 30, "2026", "The day of receipt must be a real date"),
        ("x", "y", "2026", "The day of receipt must be a real date"),
    ],
)
def test_a_day_is_typed_in_three_parts(day, month, year, means):
    form = EveryKind({"day_day": day, "day_month": month, "day_year": year})
    form.is_valid()

    assert form.cleaned_data.get("day") == means or form.errors["day"] == [means]
    assert f'value="{day}"' in str(form["day"]) or not day
    assert ("govuk-input--error" in str(form["day"])) is isinstance(means, str)


def test_a_day_that_need_not_be_given_may_be_left_out():
    class Optional(forms.Form):
        day = DayField(what="The day", label="Day", required=False)

    form = Optional({})

    assert form.is_valid()
    assert form.cleaned_data["day"] is None
    assert 'value="27"' in str(Optional(initial={"day": dt.date(2026, 3, 27)})["day"])
