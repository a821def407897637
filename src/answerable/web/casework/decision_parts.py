"""The forms of the parts of a decision that there may be several of: tables, work, requests added up."""

import csv
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms

from answerable.domain.decisions.estimates import Together, Work
from answerable.domain.law.costs import activities
from answerable.web.casework.measured import Origin, unsigned

_MOST_MINUTES = 100_000
_MOST_HOURS = 10_000
_SAME, _ACTING = "same", "acting"


class TableForm(forms.Form):
    """A table of the answer, pasted from a spreadsheet."""

    caption = forms.CharField(label="What the table shows", max_length=300, required=False)
    cells = forms.CharField(
        label="The table",
        help_text="Copy the cells in your spreadsheet and paste them here: the first row names the columns",
        required=False,
        widget=forms.Textarea({"rows": 4, "class": "an-cells"}),
        strip=False,
    )
    measured = forms.CharField(required=False, max_length=1000, widget=forms.HiddenInput)

    def table(self) -> dict[str, Any] | None:
        """Return the table as it is stored, None if there are no cells."""
        rows = rows_of(self.cleaned_data["cells"])
        if not rows:
            return None
        table = {"caption": self.cleaned_data["caption"], "rows": rows}
        origin = unsigned(self.cleaned_data["measured"])
        return {**table, "measured": origin.as_json()} if origin else table

    @property
    def origin(self) -> Origin | None:
        """Return the kept table from which it was taken, None if from none."""
        return unsigned(str(self["measured"].value() or ""))

    @property
    def is_changed(self) -> bool:
        """Return whether its cells are others than those that were measured."""
        rows = rows_of(str(self["cells"].value() or ""))
        return self.origin is not None and self.origin.is_changed(rows)


class WorkForm(forms.Form):
    """A kind of work in the estimate of what a request would cost."""

    activity = forms.ChoiceField(
        label="Work",
        choices=[("", ""), *((name, one.what) for name, one in activities().items())],
        required=False,
    )
    count = forms.IntegerField(
        label="Items", min_value=0, max_value=999_999_999, required=False, localize=False
    )
    minutes = forms.DecimalField(
        label="Minutes each",
        min_value=0,
        max_value=_MOST_MINUTES,
        decimal_places=3,
        required=False,
    )
    people = forms.IntegerField(label="People at once", min_value=1, max_value=999, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for what is missing of a line that was begun."""
        said = super().clean() or {}
        begun = said.get("activity") or said.get("count") or said.get("minutes")
        whole = (
            said.get("activity")
            and said.get("count") is not None
            and said.get("minutes") is not None
        )
        if begun and not whole and not self.errors:
            message = "Say which work, how many items, and how many minutes each"
            raise forms.ValidationError(message)
        return said

    def work(self) -> Work | None:
        """Return the work, None if the line is empty."""
        said = self.cleaned_data
        if not said.get("activity"):
            return None
        return Work(
            activities()[said["activity"]],
            said["count"],
            Fraction(said["minutes"]),
            said.get("people") or 1,
        )


class TogetherForm(forms.Form):
    """Another request that is added up with this one for the cost limit."""

    reference = forms.CharField(
        label="Reference",
        max_length=20,
        required=False,
        widget=forms.TextInput({"list": "related-requests", "class": "govuk-input--width-10"}),
    )
    hours = forms.DecimalField(
        label="Hours that it would take",
        min_value=0,
        max_value=_MOST_HOURS,
        decimal_places=2,
        required=False,
    )
    who = forms.ChoiceField(
        label="Who asked it",
        choices=[
            (_SAME, "The same person"),
            (_ACTING, "Others who act together, or in a campaign"),
        ],
        required=False,
    )
    why = forms.CharField(
        label="Why it asks for the same or similar information",
        help_text="And where others act together: on what that rests",
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )

    def together(self) -> Together | None:
        """Return the request, None if the line is empty."""
        said = self.cleaned_data
        reference = said.get("reference", "").strip()
        if not reference:
            return None
        hours = Fraction(said.get("hours") or 0)
        return Together(reference, hours, said.get("who") != _ACTING, said.get("why", ""))


def together_initial(one: Together) -> dict[str, Any]:
    """Return what stands in the fields of a request that was added up."""
    return {
        "reference": one.reference,
        "hours": Decimal(f"{float(one.hours):.2f}"),
        "who": _SAME if one.by_same_person else _ACTING,
        "why": one.why,
    }


def work_initial(work: Work) -> dict[str, Any]:
    """Return what stands in the fields of work that was saved."""
    return {
        "activity": work.activity.name,
        "count": work.count,
        "minutes": f"{float(work.minutes):g}",
        "people": work.people if work.people > 1 else None,
    }


def rows_of(text: str) -> list[list[str]]:
    """Return the cells of a table pasted from a spreadsheet (tabs), or typed with commas."""
    lines = [line for line in text.replace("\0", "").splitlines() if line.strip()]
    if any("\t" in line for line in lines):
        rows = [line.split("\t") for line in lines]
    else:
        rows = list(csv.reader(lines))
    width = max((len(row) for row in rows), default=0)
    return [[cell.strip() for cell in row] + [""] * (width - len(row)) for row in rows]


def cells_of(rows: Sequence[Sequence[str]]) -> str:
    """Return a table as it is pasted."""
    return "\n".join("\t".join(row) for row in rows)
