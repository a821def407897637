"""Publish a month: everything of it that is validated, at once."""

import re

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework.publishing.months import publish_month
from answerable.domain.roles import Move, Situation, Stage, why_not
from answerable.queries.casework.log_steps import to_publish
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused
from answerable.web.staff import staff_page

_A_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_ANSWERED = Situation(Stage.SENT)


@require_http_methods(["GET", "HEAD", "POST"])
def month_page(request: HttpRequest, month: str) -> HttpResponse:
    """Show what waits to be published with a month, and publish all that is validated."""
    doing = doing_of(request, Move.SEE)
    if not _A_MONTH.fullmatch(month):
        raise Http404
    refusal = Refusal()
    if request.method == "POST":
        counts: list[int] = []
        refusal = done_or_refused(lambda: counts.append(publish_month(month, doing=doing)))
        if not refusal.words:
            messages.success(request, f"{counts[0]} to be published: that takes about a minute")
            return redirect("log-month", month)
    rows = to_publish(month, viewer=doing.by)
    context = {
        "month": month,
        "rows": rows,
        "validated": sum(one.state == "validated" for one in rows),
        "problems": refusal.problems,
        "refusal": why_not(Move.PUBLISH_ENTRY, actor=doing.by, situation=_ANSWERED),
    }
    return staff_page(request, "casework/publishing/month.html", context, status=refusal.status)
