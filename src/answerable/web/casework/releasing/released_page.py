"""What ever left as a file, with the verdict by the rules of now, and the incidents that came of it."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from answerable.actions.casework import Doing
from answerable.actions.casework.releasing.incidents import (
    IncidentNotFound,
    close_incident,
    note_incident,
    say_told,
)
from answerable.actions.casework.releasing.looking_back import look_back
from answerable.domain.release.standing import Standing
from answerable.domain.roles import Move
from answerable.inspecting.version import rules_version
from answerable.queries.casework.releasing.incidents import incident_row, incident_rows
from answerable.queries.casework.releasing.released import (
    ReleasedFile,
    released_count,
    released_files,
)
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.moving import Refusal, done_or_refused
from answerable.web.casework.releasing.showing import standing_tag
from answerable.web.staff import staff_page
from answerable.web.tags import Tag

_ON_A_PAGE = 50
_LONGEST_NUMBER = 6
_MOST = 10**15
"""No table has so many rows, and no database a number much longer."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that left, with its tag."""

    row: ReleasedFile
    tag: Tag


@require_http_methods(["GET", "HEAD", "POST"])
def released(request: HttpRequest) -> HttpResponse:
    """Show what ever left, the latest first; have all of it inspected again."""
    doing = doing_of(request, Move.SEE_RELEASED)
    if request.method == "POST":
        doing_of(request, Move.LOOK_BACK)
        count = look_back(doing=doing, everything=request.POST.get("do") == "all")
        messages.success(request, f"{count} files wait to be inspected: look again in some minutes")
        return redirect("released-files")
    page = _page_number(request)
    start = (page - 1) * _ON_A_PAGE
    rows = released_files(viewer=doing.by, first=start, most=_ON_A_PAGE)
    total = released_count(doing.by)
    context = {
        "files": [Listed(one, standing_tag(Standing(one.standing))) for one in rows],
        "first": start + 1,
        "last": start + len(rows),
        "total": total,
        "previous": page - 1 if page > 1 else None,
        "next": page + 1 if start + len(rows) < total else None,
        "rules": rules_version(),
        "refusal": refused(doing.by, Move.LOOK_BACK),
    }
    return staff_page(request, "casework/releasing/released.html", context)


@require_safe
def incidents(request: HttpRequest) -> HttpResponse:
    """Show the incidents, the open ones first."""
    doing = doing_of(request, Move.SEE_RELEASED)
    context = {"incidents": incident_rows(viewer=doing.by, at=timezone.now())}
    return staff_page(request, "casework/releasing/incidents.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def incident(request: HttpRequest, number: int) -> HttpResponse:
    """Show an incident; write down what was done, whether the regulator was told, or that it is over."""
    doing = doing_of(request, Move.SEE_RELEASED)
    if number > _MOST:
        raise Http404
    refusal = Refusal()
    if request.method == "POST":
        refusal = _posted(request, number, doing)
        if not refusal.words:
            return redirect("incident", number)
    row = incident_row(number, viewer=doing.by, at=doing.at)
    if row is None:
        raise Http404
    context = {
        "row": row,
        "problems": refusal.problems,
        "reason": request.POST.get("reason", ""),
        "refusal": refused(doing.by, Move.HANDLE_INCIDENT),
    }
    return staff_page(request, "casework/releasing/incident.html", context, status=refusal.status)


_DONE = {
    "note": "Written down",
    "reported": "Recorded that the regulator was told",
    "not-reported": "Recorded why the regulator need not be told",
    "close": "Closed: what is left of its request may leave again",
}


def _posted(request: HttpRequest, number: int, doing: Doing) -> Refusal:
    do = request.POST.get("do", "")
    try:
        refusal = done_or_refused(lambda: _do(do, request, number, doing), place="reason")
    except IncidentNotFound:
        raise Http404 from None
    if not refusal.words:
        messages.success(request, _DONE[do])
    return refusal


def _do(do: str, request: HttpRequest, number: int, doing: Doing) -> None:
    reason = request.POST.get("reason", "")
    match do:
        case "note":
            note_incident(number, reason, doing=doing)
        case "reported" | "not-reported":
            say_told(number, told=do == "reported", reason=reason, doing=doing)
        case "close":
            close_incident(number, reason=reason, doing=doing)
        case _:
            raise ValueError(do)


def _page_number(request: HttpRequest) -> int:
    """Return which page is asked for.

    :raises BadRequest: if it is no number of a page.
    """
    said = request.GET.get("page", "1")
    if not (said.isascii() and said.isdigit() and len(said) <= _LONGEST_NUMBER and int(said)):
        raise BadRequest
    return int(said)
