"""Lists of what may go: made by one person, approved by another, and taken out as a file before that."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.retaining import (
    DisposalNotFound,
    approve_disposal,
    drop_disposal,
    list_disposal,
    spare_request,
)
from answerable.domain.retention import RetentionRefused, Schedule
from answerable.domain.roles import Move, why_not
from answerable.publishing.csv_files import cells_as_csv
from answerable.queries.accounts import people
from answerable.queries.casework.disposals import (
    DisposalItemRow,
    DisposalPage,
    disposal_lists,
    disposal_page,
)
from answerable.queries.retention_rules import schedule_beside
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused
from answerable.web.staff import staff_page

_COLUMNS = (
    "reference title received_on questions outcomes rule last_on due_on state because".split()
)


@require_http_methods(["GET", "HEAD", "POST"])
def every_list(request: HttpRequest) -> HttpResponse:
    """Show the lists, and make one of what is due today."""
    doing = doing_of(request, Move.LIST_DISPOSAL)
    refusal = Refusal()
    try:
        schedule = _schedule()
    except RetentionRefused as problem:
        return _not_ready(request, problem)
    if request.method == "POST":
        made: list[int] = []
        refusal = done_or_refused(
            lambda: made.append(list_disposal(schedule=schedule, doing=doing))
        )
        if made:
            return redirect("disposal", made[0])
    context = {
        "lists": disposal_lists(),
        "rules": tuple(schedule.rules.values()),
        "names": _names(),
        "problems": refusal.problems,
    }
    return staff_page(request, "casework/disposals.html", context, status=refusal.status)


@require_http_methods(["GET", "HEAD", "POST"])
def one_list(request: HttpRequest, number: int) -> HttpResponse:
    """Show a list; spare a request of it, drop the list, or approve it."""
    doing = doing_of(request, Move.LIST_DISPOSAL)
    refusal = Refusal()
    try:
        page = _page(number, doing)
    except RetentionRefused as problem:
        return _not_ready(request, problem)
    if request.method == "POST":
        refusal = done_or_refused(_act(request, number, doing), place="reason")
        if not refusal.words:
            messages.success(request, "Recorded")
            return redirect("disposal", number)
    names = _names()
    context = {
        "page": page,
        "row": page.row,
        "listed_by": names.get(page.row.listed_by, page.row.listed_by),
        "approved_by": names.get(page.row.approved_by, page.row.approved_by),
        "problems": refusal.problems,
        "refusal": why_not(Move.APPROVE_DISPOSAL, actor=doing.by, situation=page.row.situation),
    }
    return staff_page(request, "casework/disposal.html", context, status=refusal.status)


@require_GET
def list_file(request: HttpRequest, number: int) -> HttpResponse:
    """Give a list as a file, to be looked through before it is approved."""
    doing = doing_of(request, Move.LIST_DISPOSAL)
    try:
        page = _page(number, doing)
    except RetentionRefused as problem:
        return _not_ready(request, problem)
    return HttpResponse(
        b"".join(cells_as_csv(_COLUMNS, map(_cells, page.items))),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="disposal-{number}.csv"'},
    )


def _act(request: HttpRequest, number: int, doing: Doing) -> Callable[[], object]:
    do, _, reference = request.POST.get("do", "").partition(":")
    reason = request.POST.get("reason", "")

    def act() -> None:
        try:
            match do:
                case "spare":
                    spare_request(number, reference, reason=reason, doing=doing)
                case "drop":
                    drop_disposal(number, doing=doing)
                case "approve":
                    approve_disposal(number, doing=doing)
                case _:
                    raise ValueError(do)
        except DisposalNotFound as problem:
            raise Http404 from problem

    return act


def _page(number: int, doing: Doing) -> DisposalPage:
    page = disposal_page(number, viewer=doing.by, schedule=_schedule())
    if page is None:
        raise Http404
    return page


def _schedule() -> Schedule:
    return schedule_beside(settings.ANSWERABLE_OFFICE)


def _not_ready(request: HttpRequest, problem: RetentionRefused) -> HttpResponse:
    context = {"problems": [("", str(problem))]}
    return staff_page(request, "casework/disposals.html", context, status=503)


def _names() -> dict[str, str]:
    return {row.email: row.name for row in people()}


def _cells(row: DisposalItemRow) -> list[str]:
    return [
        row.reference,
        row.title,
        str(row.received_on or ""),
        str(row.questions),
        "; ".join(row.outcomes),
        row.rule,
        str(row.closed_on),
        str(row.due_on),
        row.state,
        row.because,
    ]
