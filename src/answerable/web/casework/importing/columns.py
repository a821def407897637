"""Say which columns of a table hold what, before it is read."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.imports import tell_columns
from answerable.domain.roles import Move
from answerable.queries.imports import TableColumn, TableColumns, table_columns
from answerable.reading.weblogs import Column, Mapping
from answerable.web.casework.doing import doing_of
from answerable.web.casework.importing.refusing import refusal_of
from answerable.web.casework.importing.words import FIELDS
from answerable.web.casework.moving import Refusal
from answerable.web.staff import posted, staff_page


class ColumnsForm(forms.Form):
    """What each column of a table holds, one select for each in their order."""

    def __init__(self, table: TableColumns, data: Any = None) -> None:
        super().__init__(data)
        self._names = [one.name for one in table.columns]
        for place, one in enumerate(table.columns):
            self.fields[f"column_{place}"] = forms.ChoiceField(
                label=one.name,
                help_text=_hint(one),
                choices=(("", "Nothing: leave it out"), *FIELDS.items()),
                initial=one.holds,
                required=False,
            )

    @property
    def mapping(self) -> Mapping:
        """Return the mapping that was chosen, fields and columns in the order of the table."""
        found: dict[Column, list[str]] = {}
        for place, name in enumerate(self._names):
            if chosen := self.cleaned_data[f"column_{place}"]:
                found.setdefault(Column(chosen), []).append(name)
        return Mapping(tuple((column, tuple(names)) for column, names in found.items()))


def _hint(one: TableColumn) -> str:
    """Return what a column is told by: some of its cells, or that they are masked."""
    if one.is_masked:
        return "Its cells are masked: they look like names or addresses of people."
    cells = " · ".join(one.samples)
    return f"{cells} (what looks like somebody’s is masked)" if one.has_masks else cells


@require_http_methods(["GET", "HEAD", "POST"])
def run_columns(request: HttpRequest, number: int) -> HttpResponse:
    """Ask what the columns of a table hold, and let it be read by what is said."""
    doing = doing_of(request, Move.IMPORT_LOG)
    table = table_columns(number)
    if table is None:
        raise Http404
    form = ColumnsForm(table, posted(request))
    refusal = Refusal()
    if form.is_bound and form.is_valid():
        refusal = refusal_of(lambda: tell_columns(number, form.mapping, by=doing.by, at=doing.at))
        if not refusal.words:
            messages.success(request, "The table is read by these columns")
            return redirect("import", number)
    status = 422 if form.errors else refusal.status
    context = {"form": form, "table": table, "number": number, "problems": refusal.problems}
    return staff_page(request, "casework/importing/columns.html", context, status=status)
