"""The service standards for everybody: what is promised, what came of it each month, and what an assessment found."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from answerable.domain.assurance import Framework, Limit, Part, Shortfall
from answerable.domain.assurance.open_rounds import OpenRound
from answerable.domain.assurance.promises import (
    FigureUnit,
    PublishedStandard,
)
from answerable.publishing.assessment_files import LEVEL_COLUMNS, level_cells, rounds_as_json
from answerable.publishing.charts import Chart, Series, line_chart
from answerable.publishing.csv_files import cells_as_csv
from answerable.publishing.standard_files import MONTH_COLUMNS, month_cells, standard_as_json
from answerable.queries.standards.published import (
    open_rounds,
    open_standard,
    open_standards,
)
from answerable.web.public.kept import kept
from answerable.web.public.rendering import page
from answerable.web.register_cells import in_language
from answerable.web.standard_words import MonthShown, as_number, month_shown, target_words

_MONTHS_IN_CHART = 12
_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


@dataclass(frozen=True, slots=True)
class StandardShown:
    """A service standard in the language of the page; `latest` is its last month with something to measure."""

    key: str
    name: str
    promise: str
    team: str
    measured_by: str
    means: str
    target: str
    later: tuple[tuple[str, str], ...]
    row: PublishedStandard
    latest: MonthShown | None
    months: tuple[MonthShown, ...]


@dataclass(frozen=True, slots=True)
class LimitShown:
    """A limit of a standard in a sentence, and whether its number was checked."""

    words: str
    is_verified: bool


@require_safe
@kept
def standards(request: HttpRequest) -> HttpResponse:
    """Show each published standard with its latest month."""
    today = timezone.localdate()
    rows = [_shown(one) for one in open_standards(today=today)]
    return page(
        request,
        "public/standards/list.html",
        {"rows": rows, "rounds": [_round_head(one) for one in open_rounds()]},
    )


@require_safe
@kept
def standard(request: HttpRequest, key: str) -> HttpResponse:
    """Show a standard with all its months."""
    row = _found(key)
    context = {
        "standard": _shown(row),
        "chart": _chart(row),
        "file": f"/service-standards/{row.key}",
    }
    return page(request, "public/standards/standard.html", context)


@require_safe
@kept
def standard_file(_request: HttpRequest, key: str, form: str) -> HttpResponse:
    """Give a standard with all its months as a file."""
    row = _found(key)
    if form == "json":
        body = standard_as_json(row, licence=settings.ANSWERABLE_LICENCE)
    else:
        body = b"".join(cells_as_csv(MONTH_COLUMNS, month_cells(row)))
    headers = {"Content-Disposition": f'attachment; filename="service-standard-{row.key}.{form}"'}
    return HttpResponse(body, content_type=_TYPES[form], headers=headers)


@require_safe
@kept
def assessment(request: HttpRequest) -> HttpResponse:
    """Show how many elements have each level, by criterion, in the published rounds."""
    rounds = open_rounds()
    if not rounds:
        raise Http404(_("No assessment was published"))
    return page(
        request, "public/standards/assessment.html", {"rounds": [_round(one) for one in rounds]}
    )


@require_safe
@kept
def assessment_file(_request: HttpRequest, form: str) -> HttpResponse:
    """Give the levels of the published rounds, counted by criterion, as a file."""
    rounds = open_rounds()
    if not rounds:
        raise Http404(_("No assessment was published"))
    if form == "json":
        body = rounds_as_json(rounds, licence=settings.ANSWERABLE_LICENCE)
    else:
        body = b"".join(cells_as_csv(LEVEL_COLUMNS, level_cells(rounds)))
    headers = {"Content-Disposition": f'attachment; filename="assessment.{form}"'}
    return HttpResponse(body, content_type=_TYPES[form], headers=headers)


def _found(key: str) -> PublishedStandard:
    row = open_standard(key, today=timezone.localdate())
    if row is None:
        raise Http404(_("No such service standard is published"))
    return row


def _shown(row: PublishedStandard) -> StandardShown:
    return StandardShown(
        key=row.key,
        name=in_language(row.name, row.name_cy),
        promise=in_language(row.promise, row.promise_cy),
        team=row.team,
        measured_by=in_language(row.source.name, row.source.cy),
        means=in_language(row.source.means, row.source.means_cy),
        target=target_words(row, row.target),
        later=tuple(
            (date_format(month, "F Y"), target_words(row, target)) for month, target in row.later
        ),
        row=row,
        latest=month_shown(row, row.latest) if row.latest else None,
        months=tuple(month_shown(row, one) for one in reversed(row.months)),
    )


def _chart(row: PublishedStandard) -> SafeString | None:
    """Return the picture of the last twelve months, where two or more of their figures are shown."""
    months = row.months[-_MONTHS_IN_CHART:]
    if sum(one.figure.value is not None for one in months) < 2:  # noqa: PLR2004 one alone shows no course
        return None
    units = {
        FigureUnit.PER_CENT: _("Per cent"),
        FigureUnit.WORKING_DAYS: _("Working days"),
        FigureUnit.NUMBER: _("Number"),
    }
    chart = Chart(
        ident=row.key,
        title=in_language(row.name, row.name_cy),
        description=_("The table below holds the same figures."),
        places=tuple(date_format(one.month, "M Y") for one in months),
        series=(
            Series(_("Figure"), tuple(as_number(one.figure.value) for one in months)),
            Series(_("Target"), tuple(as_number(one.target) for one in months)),
        ),
        unit=units[row.source.unit],
        top=100 if row.source.unit is FigureUnit.PER_CENT else None,
    )
    # Words are escaped where the chart is drawn.
    return mark_safe(line_chart(chart))  # noqa: S308 see above


def _round_head(one: OpenRound) -> dict[str, object]:
    kind = in_language(one.kind.name, one.kind.cy) if one.kind else _("Round")
    name = in_language(one.framework.name, one.framework.cy)
    return {"framework": name, "kind": kind, "found": one}


def _round(one: OpenRound) -> dict[str, object]:
    """Return a round as its page shows it."""
    framework = one.framework
    whole, *parts = one.counts
    names = [f"{each.number}. {in_language(each.name, each.cy)}" for each in framework.criteria]
    keys = [level.key for level in framework.levels]
    rows = [*zip(names, parts, strict=True), (_("The whole standard"), whole)]
    return {
        **_round_head(one),
        "levels": [in_language(level.name, level.cy) for level in framework.levels],
        "table": [
            (name, [count.by_level[key] for key in keys], count.without) for name, count in rows
        ],
        "has_without": whole.without > 0,
        "unmet": [
            (each.number, in_language(each.name, each.cy), in_language(level.name, level.cy))
            for each, level in one.unmet
        ],
        "inferred": len(one.inferred),
        "unsure": [each.number for each in framework.elements if each.unsure],
        "limits": [_limit(framework, each) for each in framework.limits],
        "shortfalls": [_shortfall(framework, each) for each in one.shortfalls],
    }


def _limit(framework: Framework, limit: Limit) -> LimitShown:
    said = {"most": limit.most_per_cent, "level": _level_name(framework, limit.level)}
    if not limit.most_per_cent:
        words = _("No element may be “%(level)s”.")
    elif limit.part is Part.CRITERION:
        words = _("At most %(most)s per cent of the elements of a criterion may be “%(level)s”.")
    else:
        words = _("At most %(most)s per cent of all elements may be “%(level)s”.")
    return LimitShown(words % said, limit.is_verified)


def _shortfall(framework: Framework, one: Shortfall) -> str:
    said = {
        "count": one.count,
        "most": one.most,
        "number": one.number,
        "level": _level_name(framework, one.limit.level),
    }
    if one.number:
        return (
            _("Criterion %(number)s: %(count)s are “%(level)s”, and at most %(most)s may be.")
            % said
        )
    return _("%(count)s elements are “%(level)s”, and at most %(most)s may be.") % said


def _level_name(framework: Framework, key: str) -> str:
    level = framework.level(key)
    return in_language(level.name, level.cy) if level else key
