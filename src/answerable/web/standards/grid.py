"""The self-assessment for staff: the whole standard on one screen, and what is missing before the next review."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.domain.assurance import Change
from answerable.domain.assurance.readiness import Lack
from answerable.domain.roles import Move
from answerable.publishing.csv_files import cells_as_csv
from answerable.queries.standards.assessing import Assessment, ElementRow, assessment
from answerable.queries.standards.frameworks import frameworks_in_use
from answerable.web.casework.doing import doing_of, refused
from answerable.web.staff import staff_page
from answerable.web.standards.choosing import framework_asked

_COLUMNS = (
    "element", "name", "level", "inferred", "change", "evidence", "newest_evidence", "storyboard",
    "owner", "missed_standards", "missing",
)  # fmt: skip
_SIGNS = {Change.UP: "▲", Change.DOWN: "▼", Change.SAME: "=", Change.NEW: "+"}
_COLOURS = ("turquoise", "green", "yellow", "red")


@require_safe
def self_assessment(request: HttpRequest) -> HttpResponse:
    """Show every element with its level, what changed, its evidence and what is missing."""
    doing = doing_of(request, Move.SEE_STANDARDS)
    framework = framework_asked(request)
    found = assessment(framework, today=doing.on)
    context = {
        "found": found,
        "frameworks": [one for one in frameworks_in_use().values() if one.key != framework.key],
        "levels": list(zip(framework.levels, _colours(len(framework.levels)), strict=True)),
        "table": _counted(found),
        "grid": [(part, [_cell(row, found) for row in part.rows]) for part in found.criteria],
        "may_keep": not refused(doing.by, Move.KEEP_STANDARDS),
        "may_pack": not refused(doing.by, Move.EXPORT_PACK),
    }
    return staff_page(request, "standards/grid.html", context)


@require_safe
def one_lack(request: HttpRequest, lack: str) -> HttpResponse:
    """List the elements that lack something."""
    doing = doing_of(request, Move.SEE_STANDARDS)
    if lack not in set(Lack):
        message = f"There is no list {lack!r}"
        raise Http404(message)
    found = assessment(framework_asked(request), today=doing.on)
    rows = [one for one in found.rows if Lack(lack) in one.lacks]
    says = next((one.says for one in found.readiness if one.lack == lack), "")
    context = {"found": found, "rows": rows, "says": says}
    return staff_page(request, "standards/lack.html", context)


@require_safe
def grid_file(request: HttpRequest, form: str) -> HttpResponse:
    """Give the grid as CSV or JSON."""
    doing = doing_of(request, Move.SEE_STANDARDS)
    if form not in ("csv", "json"):
        message = f"The grid has no form {form!r}"
        raise Http404(message)
    framework = framework_asked(request)
    lines = [_line(one) for one in assessment(framework, today=doing.on).rows]
    headers = {"Content-Disposition": f'attachment; filename="{framework.key}-grid.{form}"'}
    if form == "csv":
        body = b"".join(cells_as_csv(_COLUMNS, lines))
        return HttpResponse(body, content_type="text/csv; charset=utf-8", headers=headers)
    rows = [dict(zip(_COLUMNS, line, strict=True)) for line in lines]
    data = {"framework": framework.key, "version": framework.version, "elements": rows}
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return HttpResponse(f"{text}\n", content_type="application/json", headers=headers)


def _colours(count: int) -> tuple[str, ...]:
    """Return a colour for each level, best first: a framework with more levels repeats the last."""
    return (*_COLOURS, *[_COLOURS[-1]] * count)[:count]


def _cell(row: ElementRow, found: Assessment) -> dict[str, object]:
    levels = found.framework.levels
    colour = _colours(len(levels))[levels.index(row.level)] if row.level else "grey"
    return {
        "row": row,
        "colour": colour,
        "sign": _SIGNS[row.change] if row.change else "",
        "words": str(row.change) if row.change else "",
    }


def _counted(found: Assessment) -> list[tuple[str, list[int], int]]:
    """Return the rows of the table of counts: each criterion, then the whole."""
    keys = [one.key for one in found.framework.levels]
    parts = [(f"{one.criterion.number}. {one.criterion.name}", one.count) for one in found.criteria]
    rows = [*parts, ("The whole standard", found.whole)]
    return [(name, [one.by_level[key] for key in keys], one.without) for name, one in rows]


def _line(row: ElementRow) -> tuple[str, ...]:
    newest = row.facts.newest_evidence_on
    return (
        row.element.number,
        row.element.name,
        row.level.name if row.level else "",
        "yes" if row.is_inferred else "no",
        str(row.change) if row.change else "",
        str(row.evidence),
        newest.isoformat() if newest else "",
        "yes" if row.facts.has_storyboard else "no",
        row.owner,
        "; ".join(f"{one.standard} ({one.month:%Y-%m})" for one in row.flags),
        " ".join(row.lacks),
    )
