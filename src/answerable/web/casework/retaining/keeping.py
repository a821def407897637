"""When a request may go and why, and the hold that keeps it longer."""

from dataclasses import replace

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework.retaining import hold_request, lift_hold
from answerable.domain.retention import RetentionRefused
from answerable.domain.roles import Move, why_not
from answerable.queries.accounts import people
from answerable.queries.casework.retention import retention_page
from answerable.queries.retention_rules import schedule_beside
from answerable.web.casework.assigning import ReasonForm
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.staff import posted, staff_page


@require_http_methods(["GET", "HEAD", "POST"])
def retention(request: HttpRequest, reference: str) -> HttpResponse:
    """Say when a request may go and why, and hold it longer or lift that."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    form, refusal = ReasonForm(posted(request)), Refusal()
    if form.is_valid():
        act = lift_hold if request.POST.get("do") == "lift" else hold_request
        reason = form.cleaned_data["reason"]
        refusal = done_or_refused(
            lambda: act(reference, reason=reason, doing=doing), place="id_reason"
        )
        if not refusal.words:
            messages.success(request, "Recorded")
            return redirect("request-retention", reference)
    try:
        page = retention_page(reference, schedule=schedule_beside(settings.ANSWERABLE_OFFICE))
    except RetentionRefused as problem:
        context = {"found": found, "problems": [("", str(problem))]}
        return staff_page(request, "casework/retention.html", context, status=503)
    if page is None:
        raise Http404
    names = {row.email: row.name for row in people()}
    holds = [
        replace(
            one, by=names.get(one.by, one.by), lifted_by=names.get(one.lifted_by, one.lifted_by)
        )
        for one in page.holds
    ]
    context = {
        "found": found,
        "page": page,
        "holds": holds,
        "form": form,
        "problems": refusal.problems,
        "refusal": why_not(Move.HOLD, actor=doing.by, situation=found.situation),
    }
    return staff_page(request, "casework/retention.html", context, status=refusal.status)
