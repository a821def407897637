"""Watch a request, stop watching it, and see all that one watches."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from answerable.actions.casework.watching import stop_watching, watch_request
from answerable.domain.roles import Move
from answerable.queries.casework.watching import watched_requests
from answerable.web.casework.doing import doing_of
from answerable.web.casework.lists import list_line
from answerable.web.casework.moving import seen_case
from answerable.web.staff import staff_page

_ACTS = {
    "watch": (watch_request, "You watch it now"),
    "stop": (stop_watching, "You watch it no more"),
}


@require_POST
def watching(request: HttpRequest, reference: str) -> HttpResponse:
    """Watch a request, or stop that."""
    doing = doing_of(request)
    seen_case(reference, doing)
    said = request.POST.get("do", "")
    if said not in _ACTS:
        raise BadRequest
    act, words = _ACTS[said]
    act(reference, doing=doing)
    messages.success(request, words)
    return redirect("request", reference)


@require_safe
def watched(request: HttpRequest) -> HttpResponse:
    """Show what somebody watches."""
    doing = doing_of(request, Move.SEE)
    rows = watched_requests(doing.by, today=doing.on, table=doing.table)
    context = {"lines": [list_line(row, doing) for row in rows]}
    return staff_page(request, "casework/watched.html", context)
