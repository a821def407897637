"""The office's own figures, for everybody: what was published of each period, with charts and files."""

import datetime as dt
import json

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from answerable.domain.measures.office import NotAPeriod, Period, Unit, percent, period_of
from answerable.domain.measures.office.published import PublishedFigures, published_as_json
from answerable.publishing.charts import Chart, Series, line_chart, vertical_bars
from answerable.publishing.csv_files import cells_as_csv
from answerable.publishing.figures_files import FIGURE_COLUMNS, figure_cells
from answerable.queries.archive.performance import (
    PerformancePage,
    latest_performance,
    performance_of,
    performance_rows,
)
from answerable.queries.standards.published_survey import is_survey_published
from answerable.web.figures import BAND_SOURCE, shown
from answerable.web.public.kept import kept
from answerable.web.public.rendering import page

_PERIODS = 8
_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


@require_safe
@kept
def performance(request: HttpRequest) -> HttpResponse:
    """Show of which periods figures were published, and how the latest ones compare."""
    context = {
        "rows": performance_rows(),
        "charts": _charts(_alike()),
        "has_survey": is_survey_published(),
    }
    return page(request, "public/performance.html", context)


@require_safe
@kept
def performance_period(request: HttpRequest, slug: str, as_at: str = "") -> HttpResponse:
    """Show the figures of a period, the latest or those as at a day."""
    found = _found(slug, as_at)
    figures = found.figures
    context = {
        "found": found,
        "figures": figures,
        "tables": [(_counted(unit), shown(figures.table(unit))) for unit in Unit],
        "band_source": BAND_SOURCE,
        "file": f"/performance/{figures.period.slug}/{figures.as_at}",
    }
    return page(request, "public/performance_period.html", context)


@require_safe
@kept
def performance_file(_request: HttpRequest, slug: str, as_at: str, form: str) -> HttpResponse:
    """Give published figures as a file, as they stood when they were published."""
    figures = _found(slug, as_at).figures
    name = f"performance-{slug}-as-at-{as_at}.{form}"
    if form == "json":
        text = json.dumps(published_as_json(figures), ensure_ascii=False, indent=1)
        body = f"{text}\n".encode()
    else:
        body = b"".join(cells_as_csv(FIGURE_COLUMNS, figure_cells(figures)))
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(body, content_type=_TYPES[form], headers=headers)


def _found(slug: str, as_at: str) -> PerformancePage:
    """Return the figures of an address.

    :raises Http404: if none were published, or the address names no days.
    """
    try:
        day = dt.date.fromisoformat(as_at) if as_at else None
        found = performance_of(period_of(slug), as_at=day)
    except (NotAPeriod, ValueError):
        found = None
    if found is None:
        raise Http404(_("No figures of such a period were published"))
    return found


def _counted(unit: Unit) -> str:
    return _("By request") if unit is Unit.REQUEST else _("By question")


def _alike() -> list[PublishedFigures]:
    """Return the latest periods that are as long as the latest of all: others cannot be compared."""
    figures = latest_performance(limit=_PERIODS)
    if not figures:
        return []
    wanted = _months(figures[-1].period)
    return [one for one in figures if _months(one.period) == wanted]


def _months(period: Period) -> int:
    """Return how many months a period touches."""
    first, last = period.first, period.last
    return 12 * (last.year - first.year) + last.month - first.month


def _charts(figures: list[PublishedFigures]) -> list[SafeString]:
    """Return how many came and how many were answered in time, where periods can be compared."""
    if len(figures) < 2:  # noqa: PLR2004 one period alone shows no course
        return []
    places = tuple(_short(one.period) for one in figures)
    tables = [one.table(Unit.REQUEST) for one in figures]

    def values(ident: str) -> tuple[int | None, ...]:
        lines = [table.line(ident) for table in tables]
        return tuple(line.numerator if line else None for line in lines)

    words = _("The same figures stand on the page of each period.")
    shares = tuple(
        None if line is None else percent(line.numerator or 0, line.denominator)
        for line in (table.line("in_time") for table in tables)
    )
    counts = Chart(
        ident="received",
        title=_("Requests received, and answered in time"),
        description=words,
        places=places,
        series=(
            Series(_("Received"), values("received")),
            Series(_("Answered in time"), values("in_time")),
        ),
        unit=_("Requests"),
    )
    course = Chart(
        ident="course",
        title=_("Share answered in time, in per cent"),
        description=words,
        places=places,
        series=(Series(_("Answered in time"), shares),),
        unit=_("Per cent"),
        top=100,
    )
    # Words are escaped where the charts are drawn.
    return [mark_safe(vertical_bars(counts)), mark_safe(line_chart(course))]  # noqa: S308 drawn by us


def _short(period: Period) -> str:
    first = date_format(period.first, "M Y")
    return first if _months(period) == 0 else f"{first} – {date_format(period.last, 'M Y')}"
