"""Figures that were frozen: the list, what changed since, and their publication."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.figures import (
    FiguresRefused,
    freeze_figures,
    publish_figures,
)
from answerable.domain.measures.office import (
    NotAPeriod,
    Unit,
    changes_between,
    period_of,
)
from answerable.domain.measures.office.published import profile_named
from answerable.domain.roles import Move, MoveNotAllowed, Situation, Stage, why_not
from answerable.queries.casework.statistics import (
    FrozenRow,
    frozen_figures,
    frozen_rows,
    office_figures,
)
from answerable.web.casework.doing import doing_of
from answerable.web.casework.statistics.pages import exact_table
from answerable.web.figures import BAND_SOURCE, shown
from answerable.web.staff import staff_page

_LIST = "casework/statistics/frozen.html"


@require_http_methods(["GET", "HEAD", "POST"])
def frozen_list(request: HttpRequest) -> HttpResponse:
    """Show what was frozen, and freeze the figures of a period as they are known today."""
    doing = doing_of(request, Move.SEE)
    problem, status = "", 200
    if request.method == "POST":
        try:
            number = freeze_figures(period_of(request.POST.get("period", "")), doing=doing)
        except MoveNotAllowed as refusal:
            problem, status = str(refusal), 403
        except NotAPeriod as refusal:
            problem, status = str(refusal), 422
        except FiguresRefused as refusal:
            problem, status = str(refusal), 409
        else:
            messages.success(request, "The figures were frozen")
            return redirect("statistics-frozen-one", number)
    context = {"rows": frozen_rows(), "problems": [("", problem)] if problem else []}
    return staff_page(request, _LIST, context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def frozen_one(request: HttpRequest, number: int) -> HttpResponse:
    """Show figures as they were frozen, what changed since, and publish them."""
    doing = doing_of(request, Move.SEE)
    found = frozen_figures(number)
    if found is None:
        raise Http404
    row, office = found
    problem, status = "", 200
    if request.method == "POST":
        problem, status = _publish(number, doing)
        if not problem:
            messages.success(request, "The figures were published")
            return redirect("statistics-frozen-one", number)
    now = office_figures(office.period, as_at=doing.on, table=doing.table)
    context = {
        "row": row,
        "office": office,
        "figures": [shown(exact_table(office, unit)) for unit in Unit],
        "changes": [
            (unit.value, changes)
            for unit in Unit
            if (changes := changes_between(office.by(unit), now.by(unit)))
        ],
        "today": doing.on,
        "profile": settings.ANSWERABLE_FIGURES_PROFILE,
        "refusal": _refusal(row, doing),
        "band_source": BAND_SOURCE,
        "problems": [("", problem)] if problem else [],
    }
    return staff_page(request, "casework/statistics/frozen_one.html", context, status=status)


def _publish(number: int, doing: Doing) -> tuple[str, int]:
    """Publish figures; return why not with a status, or nothing."""
    try:
        publish_figures(number, profile_named(settings.ANSWERABLE_FIGURES_PROFILE), doing=doing)
    except MoveNotAllowed as refusal:
        return str(refusal), 403
    except FiguresRefused as refusal:
        return str(refusal), 409
    return "", 200


def _refusal(row: FrozenRow, doing: Doing) -> str:
    """Return why the viewer cannot publish figures, as a sentence; nothing if they can."""
    if row.published_at is not None:
        return "They are published already"
    situation = Situation(Stage.OPEN, writers=frozenset({row.frozen_key}))
    return why_not(Move.PUBLISH_FIGURES, actor=doing.by, situation=situation)
