"""Whose time late answers took over a period: a page, and the same as a file."""

import datetime as dt
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_safe

from answerable.actions.casework.whose_time import export_whose_time
from answerable.domain.roles import Move
from answerable.publishing.csv_files import cells_as_csv
from answerable.queries.accounts import person_names
from answerable.queries.casework.whose_time import (
    LateAnswerRow,
    Period,
    WhoseTimeRow,
    late_answers_in,
    whose_time,
)
from answerable.web.casework.doing import doing_of
from answerable.web.casework.timing.words import holder_words
from answerable.web.casework.words import capital
from answerable.web.forms import DayField
from answerable.web.staff import staff_page

_COLUMNS = "reference question due_on answered_on days_late who name days".split()


class PeriodForm(forms.Form):
    """The days on which the answers left."""

    first = DayField(what="The first day", label="From")
    last = DayField(what="The last day", label="To")

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        said = super().clean() or {}
        first, last = said.get("first"), said.get("last")
        if first and last and last < first:
            self.add_error("last", "The last day must not be before the first")
        return said

    @property
    def period(self) -> Period:
        """Return the period that was asked for."""
        return Period(self.cleaned_data["first"], self.cleaned_data["last"])


@require_safe
def whose_time_page(request: HttpRequest) -> HttpResponse:
    """Show whose time the late answers of a period took."""
    doing = doing_of(request, Move.SEE_TIMES)
    form = _form(request, doing.on)
    if not form.is_valid():
        return staff_page(request, "casework/whose_time.html", {"form": form}, status=422)
    late = late_answers_in(form.period, viewer=doing.by)
    context = {
        "form": form,
        "period": form.period,
        "count": len(late),
        "query": request.GET.urlencode(),
        "rows": [(_said(one), one) for one in whose_time(late)],
    }
    return staff_page(request, "casework/whose_time.html", context)


@require_GET
def whose_time_file(request: HttpRequest) -> HttpResponse:
    """Give the same as a file, a line for each share of each answer, and tell it in the ledger."""
    doing = doing_of(request, Move.SEE_TIMES)
    form = _form(request, doing.on)
    if not form.is_valid():
        return staff_page(request, "casework/whose_time.html", {"form": form}, status=422)
    late = export_whose_time(form.period, doing=doing)
    names = person_names({share.key for row in late for share in row.shares if share.key})
    cells = (line for row in late for line in _cells(row, names))
    return HttpResponse(
        b"".join(cells_as_csv(_COLUMNS, cells)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="whose-time-{doing.on}.csv"'},
    )


def _form(request: HttpRequest, today: dt.date) -> PeriodForm:
    """Return the form as it was filled in; at first it asks for this year up to today."""
    if "first_day" in request.GET:
        return PeriodForm(request.GET)
    first = today.replace(month=1, day=1)
    days = {"first": first, "last": today}
    return PeriodForm(
        {
            f"{name}_{part}": str(getattr(day, part))
            for name, day in days.items()
            for part in ("day", "month", "year")
        }
    )


def _said(row: WhoseTimeRow) -> str:
    return capital(holder_words(row.who, row.name))


def _cells(row: LateAnswerRow, names: dict[str, str]) -> list[list[str]]:
    about = [row.reference, row.label, str(row.due_on), str(row.answered_on), str(row.days_late)]
    return [
        [*about, one.who.value, names.get(one.key, one.key), str(one.days)] for one in row.shares
    ]
