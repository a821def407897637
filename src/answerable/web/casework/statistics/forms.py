"""Which period figures are of, as at which day, and by what: asked for in the address of a page."""

import datetime as dt
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.formats import date_format

from answerable.domain.measures.office import (
    NotAPeriod,
    Period,
    Unit,
    months_before,
    period_between,
    period_of,
    quarters_before,
)
from answerable.domain.measures.years import financial_year
from answerable.web.forms import DayField

OWN_DAYS = "days"
_QUARTERS, _MONTHS, _YEARS = 9, 13, 4


class FiguresForm(forms.Form):
    """The period, the day as at which figures are known, and what is counted."""

    period = forms.ChoiceField(label="Period", required=False)
    first = DayField(what="The first day", label="From, for days of your own", required=False)
    last = DayField(what="The last day", label="To, for days of your own", required=False)
    as_at = DayField(
        what="The day as at which",
        label="As at",
        hint="What was recorded later does not count. Leave it empty for today",
        required=False,
    )
    by = forms.ChoiceField(
        label="Count",
        required=False,
        choices=[(Unit.REQUEST.value, "Requests"), (Unit.QUESTION.value, "Questions")],
    )

    def __init__(self, data: QueryDict, *, today: dt.date) -> None:
        super().__init__(_with_defaults(data, today))
        self.today = today
        field = self.fields["period"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 so it is declared above
        field.choices = _choices(today, self.data.get("period", ""))

    def clean(self) -> dict[str, Any]:
        """Refuse a period that is none, and a day that has not come."""
        said = super().clean() or {}
        if said.get("period") == OWN_DAYS:
            self._check_days(said)
        as_at = said.get("as_at")
        if as_at and as_at > self.today:
            self.add_error("as_at", "The day as at which must not be after today")
        return said

    @property
    def chosen(self) -> Period:
        """Return the period that was asked for."""
        if self.cleaned_data["period"] == OWN_DAYS:
            return Period(self.cleaned_data["first"], self.cleaned_data["last"])
        return period_of(self.cleaned_data["period"])

    @property
    def day(self) -> dt.date:
        """Return the day as at which figures are known."""
        asked: dt.date | None = self.cleaned_data["as_at"]
        return asked or self.today

    @property
    def unit(self) -> Unit:
        """Return what is counted."""
        return Unit(self.cleaned_data["by"] or Unit.REQUEST.value)

    def _check_days(self, said: dict[str, Any]) -> None:
        first, last = said.get("first"), said.get("last")
        for name, day in (("first", first), ("last", last)):
            if day is None and not self.has_error(name):
                self.add_error(name, f"Enter the {name} day")
        if first and last:
            try:
                period_between(first, last)
            except NotAPeriod as problem:
                self.add_error("last", str(problem))


def _with_defaults(data: QueryDict, today: dt.date) -> QueryDict:
    """Return what was asked for; at first it is the present financial year, by request."""
    asked = data.copy()
    asked["period"] = asked.get("period") or financial_year(today)
    asked["by"] = asked.get("by") or Unit.REQUEST.value
    return asked


def _choices(today: dt.date, asked: str) -> list[tuple[str, str]]:
    """Return the periods to choose from; one that is asked for in an address is among them."""
    first = today.year if today.month > 3 else today.year - 1  # noqa: PLR2004 financial years begin in April
    years = [financial_year(dt.date(first - back, 4, 1)) for back in range(_YEARS)]
    quarters = [(one.slug, _between(one)) for one in quarters_before(today, _QUARTERS)]
    months = [(f"{one.first:%Y-%m}", _month(one)) for one in months_before(today, _MONTHS)]
    calendar = [str(today.year - back) for back in range(_YEARS - 1)]
    choices = [
        *((one, f"Financial year {one}") for one in years),
        *quarters,
        *months,
        *((one, f"Year {one}") for one in calendar),
        (OWN_DAYS, "Days of your own"),
    ]
    known = {value for value, _ in choices}
    try:
        also = [] if asked in known else [(asked, _between(period_of(asked)))]
    except NotAPeriod:
        also = []
    return [*also, *choices]


def _between(period: Period) -> str:
    first, last = (date_format(day, "j F Y") for day in (period.first, period.last))
    return f"{first} to {last}"


def _month(period: Period) -> str:
    return date_format(period.first, "F Y")
