"""The form that narrows a list of requests: what was typed, what it means, and how to take it back."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from answerable.domain.clock import Regime
from answerable.domain.decisions.outcomes import OUTCOME_WORDS
from answerable.domain.law.citations import canonical_citation
from answerable.domain.law.exemptions import exemption
from answerable.domain.roles import Role, Stage
from answerable.queries.accounts import PersonRow, TeamRow
from answerable.queries.casework.filters import (
    CHANNELS,
    ENDED,
    IN_HAND,
    MINE,
    NOBODY,
    Due,
    RequestFilters,
    Sort,
    Span,
)
from answerable.web.casework.words import capital
from answerable.web.forms import DayField, DayInput

_ENDED, _ANY, _OVERDUE = "ended", "any", "overdue"
_WITHIN = (0, 3, 5, 10)
_NARROW = {"class": "govuk-input--width-10"}


def _days(count: int) -> str:
    return "Due today" if count == 0 else f"Due within {count} working days"


class FilterForm(forms.Form):
    """What a list can be narrowed by; every field may be left out."""

    stage = forms.ChoiceField(
        label="Stage",
        required=False,
        choices=[
            ("", "In hand"),
            *((one.value, capital(one.value)) for one in Stage),
            (_ENDED, "Sent or closed"),
            (_ANY, "Any stage"),
        ],
    )
    officer = forms.ChoiceField(label="Officer", required=False)
    team = forms.ChoiceField(label="Team", required=False)
    due = forms.ChoiceField(
        label="Due",
        required=False,
        choices=[
            ("", "Whenever"),
            (_OVERDUE, "Overdue"),
            *((str(one), _days(one)) for one in _WITHIN),
        ],
    )
    due_from = DayField(what="The first day due", label="Due from", required=False)
    due_to = DayField(what="The last day due", label="Due to", required=False)
    received_from = DayField(what="The first day of receipt", label="Received from", required=False)
    received_to = DayField(what="The last day of receipt", label="Received to", required=False)
    outcome = forms.ChoiceField(
        label="Outcome",
        required=False,
        choices=[
            ("", "Any outcome"),
            *((one.value, capital(words)) for one, words in OUTCOME_WORDS.items()),
        ],
    )
    exemption = forms.CharField(
        label="Exemption",
        required=False,
        max_length=40,
        help_text="As 31 or 31(1)(a). A section finds its limbs.",
        widget=forms.TextInput(_NARROW),
    )
    channel = forms.ChoiceField(
        label="Channel",
        required=False,
        choices=[("", "Any channel"), *CHANNELS],
    )
    regime = forms.ChoiceField(
        label="Regime",
        required=False,
        choices=[("", "Any regime"), *((one.value, one.value) for one in Regime)],
    )
    waits = forms.BooleanField(label="Waiting for the requester", required=False)
    unseen = forms.BooleanField(label="With messages nobody has looked at", required=False)
    sort = forms.ChoiceField(
        required=False,
        choices=[(one.value, one.value) for one in Sort],
        widget=forms.HiddenInput,
    )

    def __init__(
        self, data: QueryDict, *, people: tuple[PersonRow, ...], teams: tuple[TeamRow, ...]
    ) -> None:
        """Offer the officers and the teams that there are."""
        super().__init__(data, auto_id="filter_%s")
        officers = [(one.email, one.name) for one in people if Role.OFFICER in one.roles]
        _choices(
            self.fields["officer"],
            [
                ("", "Anybody, or nobody"),
                (MINE, "Me"),
                (NOBODY, "Nobody yet"),
                *officers,
            ],
        )
        named = [(one.code, one.name) for one in teams]
        _choices(self.fields["team"], [("", "Any team"), *named])

    def clean_exemption(self) -> str:
        """Return the exemption as it is kept, if there is one."""
        given = str(self.cleaned_data["exemption"]).strip()
        citation = canonical_citation(given)
        if given and exemption(citation) is None:
            message = "Enter an exemption as it is cited, as 31 or 31(1)(a)"
            raise forms.ValidationError(message)
        return citation

    def clean(self) -> dict[str, Any]:
        """Check that spans do not end before they begin."""
        given = self.cleaned_data
        for name, words in (("due", "due"), ("received", "of receipt")):
            first, last = given.get(f"{name}_from"), given.get(f"{name}_to")
            if first and last and last < first:
                message = f"The last day {words} must be on or after the first"
                self.add_error(f"{name}_to", message)
        return given

    @property
    def filters(self) -> RequestFilters:
        """Return what the form asks for, once it is valid."""
        given = self.cleaned_data
        due = given["due"]
        return RequestFilters(
            stages=_stages(given["stage"]),
            officer=given["officer"],
            team=given["team"],
            due=Due(
                on=Span(given["due_from"], given["due_to"]),
                is_overdue=due == _OVERDUE,
                within=int(due) if due.isdigit() else None,
            ),
            received=Span(given["received_from"], given["received_to"]),
            outcome=given["outcome"],
            exemption=given["exemption"],
            channel=given["channel"],
            regime=given["regime"],
            waits=given["waits"],
            has_unseen=given["unseen"],
            sort=Sort(given["sort"] or Sort.URGENT),
        )

    def query(self, *, without: str = "", **others: str) -> str:
        """Return the query of this list's address: without one filter, or with other values."""
        pairs = self._pairs(lambda name: name != without and name not in others)
        return urlencode([*pairs, *((key, value) for key, value in others.items() if value)])

    @property
    def kept(self) -> list[tuple[str, str]]:
        """Return what is set, as hidden fields of another form carry it."""
        return self._pairs(lambda _: True)

    @property
    def tags(self) -> tuple["FilterTag", ...]:
        """Return what narrows the list, each with the query of the list without it."""
        return tuple(
            FilterTag(str(self.fields[name].label), self._said(name), self.query(without=name))
            for name in self.fields
            if name != "sort" and self._is_set(name)
        )

    def _pairs(self, wanted: Callable[[str], bool]) -> list[tuple[str, str]]:
        return [
            (key, self.data.get(key, ""))
            for name in self.fields
            if wanted(name) and self._is_set(name)
            for key in self._keys(name)
        ]

    def _is_set(self, name: str) -> bool:
        return bool(self.cleaned_data.get(name))

    def _keys(self, name: str) -> list[str]:
        if isinstance(self.fields[name].widget, DayInput):
            return [f"{name}_{part}" for part in ("day", "month", "year")]
        return [name]

    def _said(self, name: str) -> str:
        value = self.cleaned_data[name]
        if isinstance(value, dt.date):
            return f"{value.day} {value:%B %Y}"
        if value is True:
            return "Yes"
        choices = dict(getattr(self.fields[name], "choices", ()))
        return str(choices.get(value, value))


@dataclass(frozen=True, slots=True)
class FilterTag:
    """Something that narrows a list: its field, its value, and the query without it."""

    words: str
    value: str
    query: str


def _choices(field: forms.Field, choices: list[tuple[str, str]]) -> None:
    if isinstance(field, forms.ChoiceField):
        field.choices = choices


def _stages(value: str) -> tuple[Stage, ...]:
    named = {"": IN_HAND, _ENDED: ENDED, _ANY: ()}
    return named[value] if value in named else (Stage(value),)
