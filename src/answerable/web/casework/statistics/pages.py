"""The office's figures of a period: the page, its files, and the cases behind each figure."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET, require_safe

from answerable.actions.casework import Doing
from answerable.domain.measures.office import OfficeFigures, Unit, length_definitions
from answerable.domain.measures.office.definitions import definition_of
from answerable.domain.measures.office.published import (
    PublishedTable,
    profile_named,
    published_as_json,
    published_of,
)
from answerable.domain.roles import NO_REQUEST, Move, why_not
from answerable.publishing.csv_files import cells_as_csv
from answerable.publishing.figures_files import FIGURE_COLUMNS, figure_cells
from answerable.queries.casework.statistics import frozen_figures, office_figures
from answerable.queries.casework.statistics.behind import cases_behind
from answerable.web.casework.doing import doing_of
from answerable.web.casework.statistics.forms import FiguresForm
from answerable.web.figures import BAND_SOURCE, shown
from answerable.web.staff import staff_page

_PAGE = "casework/statistics/figures.html"
_EXACT = "none"


@require_safe
def figures_page(request: HttpRequest) -> HttpResponse:
    """Show the figures of a period."""
    doing = doing_of(request, Move.SEE)
    form = FiguresForm(request.GET, today=doing.on)
    if not form.is_valid():
        return staff_page(request, _PAGE, {"form": form}, status=422)
    office = _counted(form, doing)
    context = {
        "form": form,
        "office": office,
        "figures": shown(exact_table(office, form.unit)),
        "query": _query(form),
        "band_source": BAND_SOURCE,
        "freeze_refusal": why_not(Move.FREEZE_FIGURES, actor=doing.by, situation=NO_REQUEST),
        "slug": office.period.slug,
        "is_over": doing.on > office.period.last,
    }
    return staff_page(request, _PAGE, context)


@require_safe
def cases_page(request: HttpRequest) -> HttpResponse:
    """Show the cases behind one figure, now or as it was frozen: those that the viewer may see."""
    doing = doing_of(request, Move.SEE)
    form = FiguresForm(request.GET, today=doing.on)
    if not form.is_valid():
        return staff_page(request, _PAGE, {"form": form}, status=422)
    ident = request.GET.get("line", "received")
    number = request.GET.get("frozen", "")
    office = _frozen(number) if number else _counted(form, doing)
    words, means, cases = _behind(office, form.unit, ident)
    context = {
        "words": words,
        "means": means,
        "office": office,
        "behind": cases_behind(cases, viewer=doing.by),
        "query": _query(form),
        "frozen": number,
    }
    return staff_page(request, "casework/statistics/cases.html", context)


@require_GET
def figures_file(request: HttpRequest, form: str) -> HttpResponse:
    """Give the figures of a period as a file: numbers alone, and no case."""
    doing = doing_of(request, Move.SEE)
    asked = FiguresForm(request.GET, today=doing.on)
    if not asked.is_valid():
        return staff_page(request, _PAGE, {"form": asked}, status=422)
    office = _counted(asked, doing)
    published = published_of(office, profile=profile_named(_EXACT), sha256="")
    name = f"statistics-{office.period.slug}-as-at-{office.as_at}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    if form == "json":
        return JsonResponse(published_as_json(published), headers=headers)
    cells = cells_as_csv(FIGURE_COLUMNS, figure_cells(published))
    return HttpResponse(b"".join(cells), content_type="text/csv; charset=utf-8", headers=headers)


def exact_table(office: OfficeFigures, unit: Unit) -> PublishedTable:
    """Return figures as staff read them: nothing is protected from those who have the cases."""
    return published_of(office, profile=profile_named(_EXACT), sha256="").table(unit)


def _counted(form: FiguresForm, doing: Doing) -> OfficeFigures:
    return office_figures(form.chosen, as_at=form.day, table=doing.table)


def _frozen(number: str) -> OfficeFigures:
    found = frozen_figures(int(number)) if number.isdecimal() else None
    if found is None:
        raise Http404
    return found[1]


def _behind(office: OfficeFigures, unit: Unit, ident: str) -> tuple[str, str, tuple[str, ...]]:
    """Return the words of a figure, what it means, and all the cases behind it."""
    figures = office.by(unit)
    for line in figures.lines:
        if line.ident == ident:
            meant = definition_of(ident)
            return meant.words, meant.means, line.cases
    for length in figures.lengths:
        if length.ident == ident:
            measured = length_definitions()[ident]
            return measured.words, measured.means, length.cases
    raise Http404


def _query(form: FiguresForm) -> str:
    """Return what an address needs so that its page shows the same figures."""
    asked = {
        name: value for name, value in form.data.items() if value and name not in ("line", "frozen")
    }
    return urlencode(asked)
