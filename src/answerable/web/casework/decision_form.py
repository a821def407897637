"""The form of a decision: outcomes, the answer with its tables, grounds, and the estimate."""

import csv
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, cast

from django import forms

from answerable.actions.casework import Draft
from answerable.domain.decisions import OUTCOME_WORDS, Outcome
from answerable.domain.decisions.decision import Decision
from answerable.domain.decisions.estimates import Estimate, Work
from answerable.domain.decisions.particulars import Particulars
from answerable.domain.law.costs import activities
from answerable.queries.casework.deciding import Written
from answerable.web.casework.grounds import GroundForm, ground_initial
from answerable.web.forms import GovukField

_MOST = 40
"""Grounds or tables of one question that a form draws: more is a mistake."""
_NOT_CHOSEN = (Outcome.UNANSWERED, Outcome.LAPSED)
_OUTCOMES = [
    (one.value, OUTCOME_WORDS[one].capitalize()) for one in Outcome if one not in _NOT_CHOSEN
]
_MOST_MINUTES = 100_000


class DecisionForm(forms.Form):
    """What was decided, and what the answer says."""

    outcomes = forms.MultipleChoiceField(
        label="What was decided",
        help_text="Several may hold at once",
        choices=_OUTCOMES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    answer = forms.CharField(label="The answer", required=False, widget=forms.Textarea({"rows": 8}))
    caveats = forms.CharField(
        label="What the answer leaves out, and how to read it",
        help_text="For example that figures come from a live system",
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    searches = forms.CharField(
        label="What was searched",
        help_text="Where it is not held, and somebody may doubt it",
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    narrow = forms.CharField(
        label="How it could be narrowed",
        help_text="Where it is over the cost limit: what could be answered within it",
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    where = forms.CharField(
        label="Where it can be found already",
        help_text="Where it is accessible elsewhere: the exact address",
        max_length=2000,
        required=False,
    )
    signposted_to = forms.CharField(
        label="Who else may hold it",
        help_text="Where it is signposted: the body, and how to reach it",
        max_length=2000,
        required=False,
    )
    asked = forms.CharField(
        label="What the requester is asked",
        help_text="Where clarification is asked for: what is needed. Say in the answer why it is needed",
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )


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

    def table(self) -> dict[str, Any] | None:
        """Return the table as it is stored, None if there are no cells."""
        rows = rows_of(self.cleaned_data["cells"])
        return {"caption": self.cleaned_data["caption"], "rows": rows} if rows else None


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


class DraftForms:
    """All the forms of a decision together, as they are typed or as they were saved."""

    def __init__(self, data: Mapping[str, Any] | None, written: Written | None = None) -> None:
        """Take what was typed, or what was saved."""
        self.data = data
        decision = written.decision if written else Decision(())
        particulars = written.particulars if written else Particulars()
        self.main = DecisionForm(data, initial=_main_initial(written))
        grounds = [ground_initial(one, particulars) for one in decision.grounds]
        self.grounds = [
            GroundForm(data, prefix=f"g{place}", initial=initial)
            for place, initial in enumerate(_filled(data, "grounds", grounds, least=1))
        ]
        tables = [
            {"caption": one["caption"], "cells": _cells(one["rows"])}
            for one in (written.tables if written else ())
        ]
        self.tables = [
            TableForm(data, prefix=f"t{place}", initial=initial)
            for place, initial in enumerate(_filled(data, "tables", tables, least=1))
        ]
        work = [_work_initial(one) for one in decision.estimate.work] if decision.estimate else []
        self.work = [
            WorkForm(data, prefix=f"w{place}", initial=initial)
            for place, initial in enumerate(_filled(data, "work", work, least=3))
        ]
        self.sample = decision.estimate.sample if decision.estimate else ""
        if data is not None:
            self.sample = str(data.get("sample", ""))[:4000]

    @property
    def forms(self) -> list[forms.Form]:
        """Return every form, in the order of the page."""
        return [self.main, *self.grounds, *self.tables, *self.work]

    @property
    def errors(self) -> list[tuple[str, str]]:
        """Return every problem with the id of the field that it is about."""
        found: list[tuple[str, str]] = []
        for form in self.forms:
            fields = [cast(GovukField, field) for field in form]
            found += [(fields[0].first_id, str(words)) for words in form.non_field_errors()]
            found += [(field.first_id, str(words)) for field in fields for words in field.errors]
        return found

    @property
    def is_valid(self) -> bool:
        """Return whether everything can be understood; whether it is lawful is another thing."""
        return self.data is not None and not any(form.errors for form in self.forms)

    def draft(self) -> Draft:
        """Return the draft as it is typed."""
        said = self.main.cleaned_data
        work = tuple(filter(None, (form.work() for form in self.work)))
        decision = Decision(
            outcomes=tuple(map(Outcome, said["outcomes"])),
            grounds=tuple(form.ground() for form in self.grounds if form.cited),
            estimate=Estimate(work, self.sample) if work else None,
            where=said["where"],
            signposted_to=said["signposted_to"],
            asked=said["asked"],
        )
        tables = tuple(filter(None, (form.table() for form in self.tables)))
        return Draft(decision, said["answer"], said["caveats"], tables, self._particulars())

    def _particulars(self) -> Particulars:
        said = self.main.cleaned_data
        cited = [form for form in self.grounds if form.cited]
        return Particulars(
            narrow=said["narrow"],
            searches=said["searches"],
            taken_out=tuple(filter(None, (form.taken_out() for form in cited))),
            unsaid=tuple(filter(None, (form.unsaid() for form in cited))),
        )


def rows_of(text: str) -> list[list[str]]:
    """Return the cells of a table pasted from a spreadsheet (tabs), or typed with commas."""
    lines = [line for line in text.replace("\0", "").splitlines() if line.strip()]
    if any("\t" in line for line in lines):
        rows = [line.split("\t") for line in lines]
    else:
        rows = list(csv.reader(lines))
    width = max((len(row) for row in rows), default=0)
    return [[cell.strip() for cell in row] + [""] * (width - len(row)) for row in rows]


def _cells(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def _filled(
    data: Mapping[str, Any] | None, name: str, saved: list[dict[str, Any]], *, least: int
) -> list[dict[str, Any]]:
    """Return the initial values of each form of a kind: as many as are typed, or one more than saved."""
    count = max(least, len(saved))
    if data is not None:
        typed = str(data.get(name, ""))
        count = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else least  # noqa: PLR2004 three digits are plenty
    return [saved[place] if place < len(saved) else {} for place in range(min(count, _MOST))]


def _main_initial(written: Written | None) -> dict[str, Any]:
    if written is None:
        return {}
    decision = written.decision
    return {
        "outcomes": [one.value for one in decision.outcomes],
        "answer": written.answer,
        "caveats": written.caveats,
        "searches": written.particulars.searches,
        "narrow": written.particulars.narrow,
        "where": decision.where,
        "signposted_to": decision.signposted_to,
        "asked": decision.asked,
    }


def _work_initial(work: Work) -> dict[str, Any]:
    return {
        "activity": work.activity.name,
        "count": work.count,
        "minutes": f"{float(work.minutes):g}",
        "people": work.people if work.people > 1 else None,
    }
